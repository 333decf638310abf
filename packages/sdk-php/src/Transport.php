<?php

declare(strict_types=1);

namespace Signalbox;

/** Speaks with the api: one call in, one parsed answer out, retries and errors between. */
final class Transport
{
    private readonly Retry $retry;
    private readonly \CurlHandle $curl;

    public function __construct(
        #[\SensitiveParameter] private readonly string $apiKey,
        private readonly string $baseUrl,
        private readonly float $timeoutSeconds,
    ) {
        $this->retry = new Retry();
        $this->curl = curl_init();
    }

    /**
     * Returns the answer of the api as it came. Fields that are null are not sent.
     *
     * @param array<string, mixed>|null $query
     * @param array<string, mixed>|null $body
     */
    public function call(
        string $method,
        string $path,
        ?array $query = null,
        ?array $body = null,
        bool $takesKey = false,
        ?string $idempotencyKey = null,
        ?float $timeoutSeconds = null,
    ): mixed {
        $headers = ['Accept: application/json', "Authorization: Bearer {$this->apiKey}"];
        $content = null;
        if ($body !== null) {
            $headers[] = 'Content-Type: application/json';
            $content = json_encode((object) self::given($body), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
        }
        if ($takesKey) {
            $headers[] = 'Idempotency-Key: ' . ($idempotencyKey ?? bin2hex(random_bytes(16)));
        }
        $asked = self::given($query ?? []);
        $asked = array_map(static fn (mixed $value) => is_bool($value) ? var_export($value, true) : $value, $asked);
        $url = $this->baseUrl . $path . ($asked === [] ? '' : '?' . http_build_query($asked));
        $isRepeatable = $method !== 'POST' || $takesKey;
        $this->retry->deposit();
        for ($tries = 1; ; $tries++) {
            try {
                return $this->tryOnce($method, $url, $headers, $content, $timeoutSeconds ?? $this->timeoutSeconds);
            } catch (ApiError $error) {
                $mayPass = Retry::isPassing($error->status, $error->errorCode, $isRepeatable);
                $this->waitOrThrow($error, $tries, $mayPass, $error->retryAfterSeconds);
            } catch (ConnectionError $error) {
                $this->waitOrThrow($error, $tries, $isRepeatable, null);
            }
        }
    }

    /**
     * A list, page after page.
     *
     * @param \Closure(array<string, mixed>): object $read
     * @param array<string, mixed> $query
     */
    public function pages(\Closure $read, string $method, string $path, array $query, ?float $timeoutSeconds = null): Pages
    {
        return new Pages(function (?string $cursor) use ($read, $method, $path, $query, $timeoutSeconds): Page {
            $asked = $cursor === null ? $query : ['cursor' => $cursor] + $query;
            $answer = $this->call($method, $path, query: $asked, timeoutSeconds: $timeoutSeconds);
            return new Page(array_map($read, Answer::field($answer, 'data')), $answer['next_cursor'] ?? null);
        });
    }

    /** An id as one segment of a path; what would lead to another path is refused. */
    public static function segment(string $id): string
    {
        if (in_array($id, ['', '.', '..'], true)) {
            throw new SignalboxError("\"$id\" is no id: give the id that the api answered.");
        }
        return rawurlencode($id);
    }

    private function waitOrThrow(SignalboxError $error, int $tries, bool $mayPass, ?float $retryAfterSeconds): void
    {
        $pause = Retry::pauseSeconds($tries, $retryAfterSeconds);
        if (!$mayPass || $tries === Retry::MAX_TRIES || $pause === null || !$this->retry->withdraw()) {
            throw $error;
        }
        usleep((int) ($pause * 1_000_000));
    }

    /** @param list<string> $headers */
    private function tryOnce(string $method, string $url, array $headers, ?string $content, float $timeoutSeconds): mixed
    {
        $received = [];
        // A reset forgets the settings of the last call and keeps its connection.
        curl_reset($this->curl);
        curl_setopt_array($this->curl, [
            CURLOPT_URL => $url,
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_HTTPHEADER => [...$headers, 'Expect:'],
            CURLOPT_USERAGENT => 'signalbox-php/' . Version::NAME . ' (php ' . PHP_VERSION . ')',
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT_MS => (int) ($timeoutSeconds * 1000),
            CURLOPT_NOSIGNAL => true,
            // The key goes to the api named and nowhere else.
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
            CURLOPT_HEADERFUNCTION => static function ($_, string $line) use (&$received): int {
                [$name, $value] = explode(':', $line, 2) + [1 => ''];
                $received[strtolower(trim($name))] = trim($value);
                return strlen($line);
            },
        ] + ($content === null ? [] : [CURLOPT_POSTFIELDS => $content]));
        $text = curl_exec($this->curl);
        if (!is_string($text)) {
            throw new ConnectionError("{$this->baseUrl} did not answer (" . curl_error($this->curl) . ').');
        }
        $status = curl_getinfo($this->curl, CURLINFO_RESPONSE_CODE);
        if ($status < 200 || $status > 299) {
            throw new ApiError($status, $received, $text, Retry::readRetryAfter($received['retry-after'] ?? null));
        }
        if ($text === '') {
            return null;
        }
        if (!str_contains($received['content-type'] ?? '', 'json')) {
            return $text;
        }
        try {
            return json_decode($text, true, flags: JSON_THROW_ON_ERROR);
        } catch (\JsonException $cause) {
            throw new SignalboxError('The answer is not the JSON it says it is.', previous: $cause);
        }
    }

    private static function given(array $fields): array
    {
        return array_filter($fields, static fn (mixed $value) => $value !== null);
    }
}
