<?php

declare(strict_types=1);

namespace Signalbox;

/** One field at fault: where (dotted path), a stable code, and a sentence with the cure. */
final class FieldError
{
    public function __construct(
        public readonly string $path,
        public readonly string $code,
        public readonly string $message,
    ) {
    }
}
