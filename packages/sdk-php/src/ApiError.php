<?php

declare(strict_types=1);

namespace Signalbox;

/** The api refused the call (RFC 9457). */
final class ApiError extends SignalboxError
{
    /** Stable code such as `request_invalid`; `http_502` and the like when something before the api answered. */
    public readonly string $errorCode;
    /** One sentence that says what to do. */
    public readonly ?string $cure;
    /** Quote it when you ask for help. */
    public readonly ?string $requestId;
    /** @var list<FieldError> Every field at fault. */
    public readonly array $errors;

    /**
     * @param int $status HTTP status of the answer.
     * @param array<string, string> $headers Names in lower case.
     * @param float|null $retryAfterSeconds When the call may be repeated, in seconds from now.
     */
    public function __construct(
        public readonly int $status,
        array $headers,
        string $text,
        public readonly ?float $retryAfterSeconds,
    ) {
        $problem = json_decode($text, true);
        $problem = is_array($problem) ? $problem : [];
        $this->errorCode = self::text($problem, 'code') ?? "http_$status";
        $this->cure = self::text($problem, 'cure');
        $this->requestId = self::text($problem, 'request_id') ?? $headers['x-request-id'] ?? null;
        $errors = array_filter(is_array($problem['errors'] ?? null) ? $problem['errors'] : [], 'is_array');
        $this->errors = array_values(array_map(
            static fn (array $error) => new FieldError(
                self::text($error, 'path') ?? '',
                self::text($error, 'code') ?? '',
                self::text($error, 'message') ?? '',
            ),
            $errors,
        ));
        $faults = array_map(static fn (FieldError $error) => "{$error->path}: {$error->message}", $this->errors);
        $title = self::text($problem, 'title') ?? "The server answered $status.";
        parent::__construct(implode(' ', array_filter([$title, self::text($problem, 'detail'), ...$faults])), $status);
    }

    private static function text(array $from, string $name): ?string
    {
        return is_string($from[$name] ?? null) ? $from[$name] : null;
    }
}
