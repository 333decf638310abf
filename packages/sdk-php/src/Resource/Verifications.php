<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\CheckVerificationAnswer;
use Signalbox\Model\StartVerificationAnswer;
use Signalbox\Model\VerificationView;
use Signalbox\Pages;
use Signalbox\Transport;

/** Calls of `$client->verifications`. */
final class Verifications
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * Send a code to a person. Draws a code and sends it by the first channel; when no receipt comes in its time,
     * the same code goes by the next one. The same `to` and `purpose` again, while the code is valid, sends the same
     * code once more and leaves the tries counted. The answer is the same for every address, known or not. An
     * address is sent at most 3 codes in 10 minutes, 5 in an hour and 10 in a day. Premium-rate, satellite,
     * shared-cost and similar ranges are refused. When no channel carries the code the verification has `failed`,
     * and is `pending` again when it is asked for once more; when a rule against fraud stops it, it is `blocked`.
     * `POST /v1/verifications`
     *
     * @param string $to A phone number, or a mail address when the only channel is email.
     * @param string $appName The name the person knows you by; it stands in the message.
     * @param list<'sms'|'email'|'voice'>|null $channels In order: `sms` or `voice`, a call that reads the code aloud, or one after the other; `email` last, or alone. Without it, `sms` or `email` as `to` is.
     * @param string|null $email Where the code goes when the channel email follows sms or voice.
     * @param string|null $purpose What the code is for. A code of one purpose is not good for another.
     * @param 'en'|'zh'|'es'|'pt-BR'|'hi'|'de'|'fr'|'ar'|'id'|'vi'|null $locale
     * @param int|null $channelTimeoutSeconds Without a receipt within this time the next channel goes.
     * @param string|null $domain Host of the page that asks for the code: the text ends with the line browsers fill the code in from.
     * @param string|null $from Sender of the first channel: of the text, the number a call shows, or of the mail when email is the only channel.
     * @param string|null $boundTo What the code confirms besides the address, such as a session, or an order and its amount: a check must bring the same. It is kept as a hash.
     * @param string|null $ip Address of the person who asks, when you know it: guesses and sends are limited for it too.
     */
    public function start(
        string $to,
        string $appName,
        ?array $channels = null,
        ?string $email = null,
        ?string $purpose = null,
        ?string $locale = null,
        ?int $codeLength = null,
        ?int $validForSeconds = null,
        ?int $channelTimeoutSeconds = null,
        ?string $domain = null,
        ?string $from = null,
        ?string $boundTo = null,
        ?string $ip = null,
        ?string $idempotencyKey = null,
        ?float $timeoutSeconds = null,
    ): StartVerificationAnswer {
        return StartVerificationAnswer::fromArray($this->transport->call(
            'POST',
            '/v1/verifications',
            body: [
                'to' => $to,
                'channels' => $channels,
                'email' => $email,
                'app_name' => $appName,
                'purpose' => $purpose,
                'locale' => $locale,
                'code_length' => $codeLength,
                'valid_for_seconds' => $validForSeconds,
                'channel_timeout_seconds' => $channelTimeoutSeconds,
                'domain' => $domain,
                'from' => $from,
                'bound_to' => $boundTo,
                'ip' => $ip,
            ],
            takesKey: true,
            idempotencyKey: $idempotencyKey,
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * List verifications. Newest first. Give `next_cursor` of one page as `cursor` of the next; null means there is
     * no more.
     * `GET /v1/verifications`
     *
     * @param 'pending'|'approved'|'expired'|'max_attempts_reached'|'canceled'|'blocked'|'failed'|null $state
     * @return Pages<VerificationView>
     */
    public function list(
        ?int $limit = null,
        ?string $cursor = null,
        ?string $to = null,
        ?string $state = null,
        ?float $timeoutSeconds = null,
    ): Pages {
        return $this->transport->pages(
            VerificationView::fromArray(...),
            'GET',
            '/v1/verifications',
            query: [
                'limit' => $limit,
                'cursor' => $cursor,
                'to' => $to,
                'state' => $state,
            ],
            timeoutSeconds: $timeoutSeconds,
        );
    }

    /**
     * Check the code a person typed. A code is good once. Five wrong codes bar the verification. An id that is
     * unknown and a code that was used, has expired or is barred all answer `not_found`. The answer names the
     * address and the purpose: compare them with whom you sign in when the id comes from a browser, or give
     * `bound_to`. A code that came by mail proves the mailbox and is no second factor (`assurance`).
     * `POST /v1/verifications/{id}/check`
     *
     * @param string|null $boundTo The same as at the start; with another, the right code is a wrong one.
     * @param string|null $ip Address of the person who asks, when you know it: guesses and sends are limited for it too.
     */
    public function check(
        string $id,
        string $code,
        ?string $boundTo = null,
        ?string $ip = null,
        ?float $timeoutSeconds = null,
    ): CheckVerificationAnswer {
        return CheckVerificationAnswer::fromArray($this->transport->call(
            'POST',
            '/v1/verifications/' . Transport::segment($id) . '/check',
            body: [
                'code' => $code,
                'bound_to' => $boundTo,
                'ip' => $ip,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Read a verification. The present state of one verification with each send of its code and the route that
     * converted. The code cannot be read.
     * `GET /v1/verifications/{id}`
     */
    public function get(
        string $id,
        ?float $timeoutSeconds = null,
    ): VerificationView {
        return VerificationView::fromArray($this->transport->call(
            'GET',
            '/v1/verifications/' . Transport::segment($id),
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Cancel a verification. Its code is good no more, and a message of it that no attempt is claimed for does not
     * go. Repeating it answers the same. One that was approved or has otherwise ended answers `not_cancelable`.
     * `POST /v1/verifications/{id}/cancel`
     */
    public function cancel(
        string $id,
        ?float $timeoutSeconds = null,
    ): VerificationView {
        return VerificationView::fromArray($this->transport->call(
            'POST',
            '/v1/verifications/' . Transport::segment($id) . '/cancel',
            timeoutSeconds: $timeoutSeconds,
        ));
    }
}
