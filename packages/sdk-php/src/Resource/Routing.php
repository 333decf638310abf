<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\ConcentrationView;
use Signalbox\Model\Quote;
use Signalbox\Model\RoutingPreview;
use Signalbox\Model\SubstitutionPreview;
use Signalbox\Model\SubstitutionView;
use Signalbox\Transport;

/** Calls of `$client->routing`. */
final class Routing
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * See how a message would be routed. Takes the body of a send, whose content may be left out, and sends nothing.
     * The answer tells, now or for the time of `send_at`: what each rule of policy says, quiet hours and caps
     * included; the routes that would be weighed, each with its price, its chance and the reason when it is left
     * out; and the state the message would be in. With `channels` it tells so of each in its order, and in
     * `follow_ups` what would make the next one go.
     * `POST /v1/routing/preview`
     *
     * @param 'otp'|'transactional'|'marketing' $class
     * @param string|array{sms?: string, email?: string, voice?: string} $to
     * @param 'sms'|'email'|'voice'|null $channel
     * @param array{text: string}|array{subject: string, text?: string, html?: string}|array{text: string, locale: string}|array{text?: string, subject?: string, html?: string, locale?: string, sms?: array{text: string}, email?: array{subject: string, text?: string, html?: string}, voice?: array{text: string, locale: string}}|null $content
     * @param array{amount_micros: int, currency?: string}|null $maxPrice The most this message may cost, all of its parts together; over several channels, the most of each. A route above it is not a candidate. Without a currency the default currency of the workspace is meant.
     * @param array<string, string>|null $metadata
     * @param string|null $topic What marketing is about, one of `GET /v1/topics`: the consent to that topic is judged, and who refused it gets nothing of it. Left out, the topic of the template counts, and without one any consent to marketing.
     * @param string|array{sms?: string, email?: string, voice?: string}|null $from
     * @param bool|null $explain With true the answer carries the routing decision the message meets now.
     * @param array{key: string, locale?: string, variables?: array<string, mixed>}|null $template In place of `content`: what the message says, by a template.
     * @param list<'sms'|'email'|'voice'>|null $channels In the order they are used; each once.
     * @param 'failover'|'parallel'|null $mode `failover`: the next channel goes when the one before it ends without delivery, or has no receipt in time. A provider that sends no receipts, such as a mail server, ends it by taking the message: what follows a mail is a refusal, or a failure that is reported within that time, not the want of a receipt. `parallel`: all go at once.
     * @param int|null $channelTimeoutSeconds For failover: without a receipt within this time the next channel goes. Left out: 30 for otp, 300 for transactional, 3600 for marketing, and never more than the share of a channel in the validity.
     */
    public function preview(
        string $class,
        string|array $to,
        ?string $channel = null,
        ?array $content = null,
        ?string $clientRef = null,
        ?string $sendAt = null,
        ?int $validForSeconds = null,
        ?array $maxPrice = null,
        ?array $metadata = null,
        ?string $topic = null,
        string|array|null $from = null,
        ?bool $explain = null,
        ?array $template = null,
        ?array $channels = null,
        ?string $mode = null,
        ?int $channelTimeoutSeconds = null,
        ?float $timeoutSeconds = null,
    ): RoutingPreview {
        return RoutingPreview::fromArray($this->transport->call(
            'POST',
            '/v1/routing/preview',
            body: [
                'channel' => $channel,
                'content' => $content,
                'class' => $class,
                'client_ref' => $clientRef,
                'send_at' => $sendAt,
                'valid_for_seconds' => $validForSeconds,
                'max_price' => $maxPrice,
                'metadata' => $metadata === null ? null : (object) $metadata,
                'topic' => $topic,
                'to' => $to,
                'from' => $from,
                'explain' => $explain,
                'template' => $template,
                'channels' => $channels,
                'mode' => $mode,
                'channel_timeout_seconds' => $channelTimeoutSeconds,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * See what a send would cost. Takes a text and either recipients or how many go to which country, and sends
     * nothing. The answer tells parts and encoding, the expected mix of routes of each country with its price, and
     * three sums in the currency of the workspace: all by the cheapest route that may carry it, by the mix as it is
     * decided now, and all by the dearest one, backups included. Recipients that would not be sent to are counted
     * with the reason. `advice` names countries where mail would do for less than half.
     * `POST /v1/routing/quote`
     *
     * @param 'otp'|'transactional'|'marketing' $class
     * @param string $text The text as it would be sent: how many parts it takes follows from it.
     * @param 'sms'|'email'|null $channel
     * @param list<string>|null $recipients Numbers or mail addresses; each is judged as a send would be, suppressions and consents included.
     * @param list<array{country: string, count: int}>|null $mix Instead of recipients: how many go to which country. Lists of people are not looked at then.
     */
    public function quoteSend(
        string $class,
        string $text,
        ?string $channel = null,
        ?array $recipients = null,
        ?array $mix = null,
        ?float $timeoutSeconds = null,
    ): Quote {
        return Quote::fromArray($this->transport->call(
            'POST',
            '/v1/routing/quote',
            body: [
                'channel' => $channel,
                'class' => $class,
                'text' => $text,
                'recipients' => $recipients,
                'mix' => $mix,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * See how much depends on each supplier. Of the texts to each country in the last 30 days: the share of every
     * supplier, how concentrated they are, and the limit. A supplier at its limit is left out while another one can
     * carry (`concentration`); countries with fewer than 100 texts are over no limit.
     * `GET /v1/routing/concentration`
     */
    public function readConcentration(
        ?float $timeoutSeconds = null,
    ): ConcentrationView {
        return ConcentrationView::fromArray($this->transport->call(
            'GET',
            '/v1/routing/concentration',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Limit the share of one supplier. Sets the largest share of the texts to a country that one supplier may carry,
     * or takes the limit away. It never takes the last route from a message.
     * `PUT /v1/routing/concentration/limits`
     *
     * @param string|null $country Null sets the limit of every country that has none of its own.
     * @param float|null $limit The largest share one supplier may have, 0.01 to 1; null takes the limit away.
     */
    public function setConcentrationLimit(
        ?string $country = null,
        ?float $limit = null,
        ?float $timeoutSeconds = null,
    ): ConcentrationView {
        return ConcentrationView::fromArray($this->transport->call(
            'PUT',
            '/v1/routing/concentration/limits',
            body: [
                'country' => $country,
                'limit' => $limit,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * See by which rules sends begin with another channel, and what that saves. The substitution rules of the
     * environment in their order, and what each came to since the month began: the sends it moved, those that went
     * by the first channel after all, and what the others saved.
     * `GET /v1/routing/substitutions`
     */
    public function readSubstitutions(
        ?float $timeoutSeconds = null,
    ): SubstitutionView {
        return SubstitutionView::fromArray($this->transport->call(
            'GET',
            '/v1/routing/substitutions',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Set by which rules sends begin with another channel. Replaces the rules. The first that fits a send over
     * several channels with `failover` decides: its channel goes first and the others follow as they were, so nobody
     * is written to by a channel the send does not name. Consent, suppressions and caps are judged for the channel a
     * message goes by.
     * `PUT /v1/routing/substitutions`
     *
     * @param list<array{key: string, enabled?: bool, from?: 'sms'|'email'|'voice', to?: 'sms'|'email'|'voice', country?: string, class?: 'otp'|'transactional'|'marketing', template?: string, above?: array{amount_micros: int, currency: string}}> $rules
     * @param int|null $version The version that was read; left out, whatever is there is replaced.
     */
    public function setSubstitutions(
        array $rules,
        ?int $version = null,
        ?float $timeoutSeconds = null,
    ): SubstitutionView {
        return SubstitutionView::fromArray($this->transport->call(
            'PUT',
            '/v1/routing/substitutions',
            body: [
                'version' => $version,
                'rules' => $rules,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Try a substitution rule on the sends of last week. How many sends of the last seven days the rule would have
     * moved, and about what it would have saved by the prices of today, with a 90 % interval: who is not reached by
     * the other channel gets the first one after all. It is refused where too little is known.
     * `POST /v1/routing/substitutions/preview`
     *
     * @param string $key What the rule is called in records and figures.
     * @param 'sms'|'email'|'voice'|null $from The channel the send would begin with.
     * @param 'sms'|'email'|'voice'|null $to The channel that goes first in its place, when the send names it.
     * @param string|null $country Only texts to this country; null for each.
     * @param 'otp'|'transactional'|'marketing'|null $class Only this class; null for each.
     * @param string|null $template Only sends by this template; null for each send.
     * @param array{amount_micros: int, currency: string}|null $above Only where the message would cost more than this by `from`, in the currency of the workspace; null whatever it costs.
     */
    public function previewSubstitution(
        string $key,
        ?bool $enabled = null,
        ?string $from = null,
        ?string $to = null,
        ?string $country = null,
        ?string $class = null,
        ?string $template = null,
        ?array $above = null,
        ?float $timeoutSeconds = null,
    ): SubstitutionPreview {
        return SubstitutionPreview::fromArray($this->transport->call(
            'POST',
            '/v1/routing/substitutions/preview',
            body: [
                'key' => $key,
                'enabled' => $enabled,
                'from' => $from,
                'to' => $to,
                'country' => $country,
                'class' => $class,
                'template' => $template,
                'above' => $above,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }
}
