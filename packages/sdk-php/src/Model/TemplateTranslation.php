<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

use Signalbox\Answer;

/** One TemplateTranslation as the api answers it. */
final class TemplateTranslation
{
    /**
     * @param TemplateActor $drafted Who asked for the draft.
     * @param TemplateActor|null $begun Who began to review it.
     * @param TemplateActor|null $reviewed Who answers for it.
     */
    public function __construct(
        public readonly string $channel,
        public readonly string $locale,
        public readonly string $state,
        public readonly TemplateActor $drafted,
        public readonly ?TemplateActor $begun,
        public readonly ?TemplateActor $reviewed,
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
            Answer::field($data, 'channel'),
            Answer::field($data, 'locale'),
            Answer::field($data, 'state'),
            TemplateActor::fromArray(Answer::field($data, 'drafted')),
            isset($data['begun']) ? TemplateActor::fromArray($data['begun']) : null,
            isset($data['reviewed']) ? TemplateActor::fromArray($data['reviewed']) : null,
        );
    }
}
