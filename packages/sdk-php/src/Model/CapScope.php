<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** One CapScope as the api answers it. */
final class CapScope
{
    /**
     * @param list<string>|null $templates Keys of templates; empty is every one.
     * @param CapScopeMetadata|null $metadata An entry that the metadata of the message must have, such as a campaign.
     */
    public function __construct(
        public readonly ?array $templates = null,
        public readonly ?CapScopeMetadata $metadata = null,
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
            $data['templates'] ?? null,
            isset($data['metadata']) ? CapScopeMetadata::fromArray($data['metadata']) : null,
        );
    }
}
