<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One ImportViewRules as the api answers it. */
final class ImportViewRules
{
    /**
     * @param string $source Where the consents come from; kept in the ledger with each of them.
     * @param string $reference The proof of the file as a whole: what you find it by in your own files.
     * @param string|null $givenAt When the consents were given, for rows that do not say so themselves.
     * @param string|null $country The country of numbers that are written without "+" and country code; left out, such numbers are refused.
     * @param string|null $duplicates Who is on the list already: `keep` leaves them as they are, `renew` adds the consent of the file and its language.
     * @param list<string>|null $columns What each column holds, in their order; null is not read. Left out, columns are known by their names.
     */
    public function __construct(
        public readonly string $source,
        public readonly string $reference,
        public readonly ?string $givenAt = null,
        public readonly ?string $country = null,
        public readonly ?string $duplicates = null,
        public readonly ?array $columns = null,
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
            Answer::field($data, 'source'),
            Answer::field($data, 'reference'),
            $data['given_at'] ?? null,
            $data['country'] ?? null,
            $data['duplicates'] ?? null,
            $data['columns'] ?? null,
        );
    }
}
