<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TemplateVariable as the api answers it. */
final class TemplateVariable
{
    /**
     * @param mixed $sample A value of this type, as previews and the reviewer see it.
     * @param bool|null $optional May be left out by a send: it then prints nothing and counts as false.
     */
    public function __construct(
        public readonly string $name,
        public readonly string $type,
        public readonly mixed $sample,
        public readonly ?bool $optional = null,
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
            Answer::field($data, 'name'),
            Answer::field($data, 'type'),
            Answer::field($data, 'sample'),
            $data['optional'] ?? null,
        );
    }
}
