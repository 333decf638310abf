<?php

declare(strict_types=1);

namespace Signalbox;

/** Webhooks as your endpoint receives them. */
final class Webhooks
{
    private const PREFIX = 'whsec_';

    /**
     * Checks a webhook by the Standard Webhooks specification and returns its event.
     *
     * @param string $body The bytes exactly as they came: `file_get_contents('php://input')`.
     * @param array<string, string> $headers As getallheaders() gives them, or $_SERVER.
     * @param string $secret The one shown when the endpoint was made (`whsec_...`).
     * @throws WebhookVerificationError
     */
    public static function verify(
        string $body,
        array $headers,
        #[\SensitiveParameter] string $secret,
        int $toleranceSeconds = 300,
        ?int $now = null,
    ): WebhookEvent {
        $id = self::header($headers, 'webhook-id');
        $timestamp = self::header($headers, 'webhook-timestamp');
        $signatures = self::header($headers, 'webhook-signature');
        if (preg_match('/^\d{1,12}$/D', $timestamp) !== 1) {
            throw new WebhookVerificationError('The header webhook-timestamp is no number.');
        }
        if (abs(($now ?? time()) - (int) $timestamp) > $toleranceSeconds) {
            throw new WebhookVerificationError("The webhook is more than $toleranceSeconds s old or ahead of the clock.");
        }
        $text = str_starts_with($secret, self::PREFIX) ? substr($secret, strlen(self::PREFIX)) : $secret;
        $key = base64_decode($text, true);
        if ($key === false || $key === '') {
            throw new WebhookVerificationError('The secret is not whole: give the one that begins with whsec_.');
        }
        $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
        $isGood = false;
        // All of them are looked at: there are two while a secret is being rotated.
        foreach (explode(' ', $signatures) as $signature) {
            $isGood = hash_equals($expected, $signature) || $isGood;
        }
        if (!$isGood) {
            throw new WebhookVerificationError('No signature fits: another secret, or the body was changed.');
        }
        $event = json_decode($body, true);
        if (!is_array($event)) {
            throw new WebhookVerificationError('The body is not a JSON object.');
        }
        return new WebhookEvent($id, $event['type'] ?? '', $event['timestamp'] ?? '', $event['data'] ?? []);
    }

    private static function header(array $headers, string $name): string
    {
        foreach ($headers as $field => $value) {
            $plain = str_replace('_', '-', strtolower((string) $field));
            if (($plain === $name || $plain === "http-$name") && $value !== '') {
                return (string) $value;
            }
        }
        throw new WebhookVerificationError("The header $name is missing.");
    }
}
