<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One RegistryService as the api answers it. */
final class RegistryService
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
     * @param string|null $listedPointer Whether the address stands on the registry, within one answer.
     * @param list<string>|null $listedWords Words for an address that stands on it; what stands in no list is no answer.
     * @param list<string>|null $unlistedWords Words for an address that does not.
     * @param bool|null $onlyListed Whether an answer names only those that stand on it, so that who is not named does not.
     * @param int|null $timeoutMs How long one call may take.
     * @param int|null $dailyNumbers Most numbers asked for in a day (UTC).
     * @param int|null $dailyMicros Most money spent in a day (UTC); null for no limit of money.
     * @param int|null $validHours How long an answer holds; the law of the registry says so, such as 21 days in Singapore.
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
        public readonly ?string $listedPointer = null,
        public readonly ?array $listedWords = null,
        public readonly ?array $unlistedWords = null,
        public readonly ?bool $onlyListed = null,
        public readonly ?int $timeoutMs = null,
        public readonly ?int $dailyNumbers = null,
        public readonly ?int $dailyMicros = null,
        public readonly ?int $validHours = null,
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
            $data['listed_pointer'] ?? null,
            $data['listed_words'] ?? null,
            $data['unlisted_words'] ?? null,
            $data['only_listed'] ?? null,
            $data['timeout_ms'] ?? null,
            $data['daily_numbers'] ?? null,
            $data['daily_micros'] ?? null,
            $data['valid_hours'] ?? null,
        );
    }
}
