<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One SubstitutionRule as the api answers it. */
final class SubstitutionRule
{
    /**
     * @param string $key What the rule is called in records and figures.
     * @param string|null $from The channel the send would begin with.
     * @param string|null $to The channel that goes first in its place, when the send names it.
     * @param string|null $country Only texts to this country; null for each.
     * @param string|null $class Only this class; null for each.
     * @param string|null $template Only sends by this template; null for each send.
     * @param Money|null $above Only where the message would cost more than this by `from`, in the currency of the workspace; null whatever it costs.
     */
    public function __construct(
        public readonly string $key,
        public readonly ?bool $enabled = null,
        public readonly ?string $from = null,
        public readonly ?string $to = null,
        public readonly ?string $country = null,
        public readonly ?string $class = null,
        public readonly ?string $template = null,
        public readonly ?Money $above = null,
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
            Answer::field($data, 'key'),
            $data['enabled'] ?? null,
            $data['from'] ?? null,
            $data['to'] ?? null,
            $data['country'] ?? null,
            $data['class'] ?? null,
            $data['template'] ?? null,
            isset($data['above']) ? Money::fromArray($data['above']) : null,
        );
    }
}
