<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TemplateContent as the api answers it. */
final class TemplateContent
{
    /**
     * @param list<TemplateBody> $bodies
     * @param list<TemplateVariable>|null $variables
     */
    public function __construct(
        public readonly array $bodies,
        public readonly ?array $variables = null,
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
            array_map(static fn (array $item) => TemplateBody::fromArray($item), Answer::field($data, 'bodies')),
            isset($data['variables']) ? array_map(static fn (array $item) => TemplateVariable::fromArray($item), $data['variables']) : null,
        );
    }
}
