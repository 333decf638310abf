<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One LookupService as the api answers it. */
final class LookupService
{
    /**
     * @param string $url Where it is asked. Without a body the number stands in the address as `{{number}}`, or as `{{digits}}` without “+”.
     * @param int $priceMicros What one number costs, in millionths of `currency`.
     * @param array<string, mixed>|null $body The JSON body of a POST: `{{numbers}}` becomes the list of numbers, `{{all_digits}}` the list without “+”, `{{number}}` and `{{digits}}` the first. Without one it is asked by GET.
     * @param int|null $maxNumbers How many numbers one call may ask for.
     * @param string|null $auth How it is signed in.
     * @param string|null $authUser The user name of `basic`.
     * @param string|null $authHeader The header that carries the secret of `header`.
     * @param string|null $resultsPointer Where the list of answers stands; empty: the answer itself.
     * @param string|null $numberPointer The number, within one answer.
     * @param string|null $networkPointer MCC and MNC in one text, or the MCC alone.
     * @param string|null $mncPointer The MNC, where it stands apart.
     * @param string|null $statePointer Whether the phone can be reached; empty where the service does not tell.
     * @param list<string>|null $reachableWords Words for a phone that can be reached; what stands in no list says nothing.
     * @param list<string>|null $absentWords Words for a phone out of reach.
     * @param list<string>|null $unknownWords Words for a number that nobody has.
     * @param int|null $timeoutMs How long one call may take.
     * @param int|null $dailyNumbers Most numbers asked for in a day (UTC).
     * @param int|null $dailyMicros Most money spent in a day (UTC); null for no limit of money.
     * @param int|null $networkDays How long a network is believed.
     * @param int|null $reachMinutes How long it is believed whether a phone can be reached.
     */
    public function __construct(
        public readonly string $url,
        public readonly int $priceMicros,
        public readonly string $currency,
        public readonly ?array $body = null,
        public readonly ?int $maxNumbers = null,
        public readonly ?string $auth = null,
        public readonly ?string $authUser = null,
        public readonly ?string $authHeader = null,
        public readonly ?string $resultsPointer = null,
        public readonly ?string $numberPointer = null,
        public readonly ?string $networkPointer = null,
        public readonly ?string $mncPointer = null,
        public readonly ?string $statePointer = null,
        public readonly ?array $reachableWords = null,
        public readonly ?array $absentWords = null,
        public readonly ?array $unknownWords = null,
        public readonly ?int $timeoutMs = null,
        public readonly ?int $dailyNumbers = null,
        public readonly ?int $dailyMicros = null,
        public readonly ?int $networkDays = null,
        public readonly ?int $reachMinutes = null,
    ) {
    }

    /**
     * Reads an answer; fields this version does not know are left out.
     *
     * @param array<string, mixed> $data
     */
    public static function fromArray(array $data): self
    {
        return new self(
            Answer::field($data, 'url'),
            Answer::field($data, 'price_micros'),
            Answer::field($data, 'currency'),
            $data['body'] ?? null,
            $data['max_numbers'] ?? null,
            $data['auth'] ?? null,
            $data['auth_user'] ?? null,
            $data['auth_header'] ?? null,
            $data['results_pointer'] ?? null,
            $data['number_pointer'] ?? null,
            $data['network_pointer'] ?? null,
            $data['mnc_pointer'] ?? null,
            $data['state_pointer'] ?? null,
            $data['reachable_words'] ?? null,
            $data['absent_words'] ?? null,
            $data['unknown_words'] ?? null,
            $data['timeout_ms'] ?? null,
            $data['daily_numbers'] ?? null,
            $data['daily_micros'] ?? null,
            $data['network_days'] ?? null,
            $data['reach_minutes'] ?? null,
        );
    }
}
