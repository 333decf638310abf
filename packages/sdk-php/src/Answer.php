<?php

declare(strict_types=1);

namespace Signalbox;

/** Reads what the api answered. */
final class Answer
{
    /** A field that every answer of this kind has. */
    public static function field(array $data, string $name): mixed
    {
        return $data[$name] ?? throw new SignalboxError("The answer lacks the field $name: is the api older than this client?");
    }
}
