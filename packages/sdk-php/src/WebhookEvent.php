<?php

declare(strict_types=1);

namespace Signalbox;

/** An event as your endpoint receives it. */
final class WebhookEvent
{
    /**
     * @param string $id The same at every try: keep it to take an event once.
     * @param string $type `message.delivered`, and others that may come.
     * @param string $timestamp RFC 3339: when it happened.
     * @param array<string, mixed> $data
     */
    public function __construct(
        public readonly string $id,
        public readonly string $type,
        public readonly string $timestamp,
        public readonly array $data,
    ) {
    }
}
