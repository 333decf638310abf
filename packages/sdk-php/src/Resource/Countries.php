<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\CountryList;
use Signalbox\Model\CountryView;
use Signalbox\Transport;

/** Calls of `$client->countries`. */
final class Countries
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * List countries with rules. What the workspace says of countries, the same in live and in sandbox: `default`
     * first, which holds for all others, then by code. A workspace that says nothing sends everywhere.
     * `GET /v1/countries`
     */
    public function list(
        ?float $timeoutSeconds = null,
    ): CountryList {
        return CountryList::fromArray($this->transport->call(
            'GET',
            '/v1/countries',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Read what holds in a country. What is null is inherited from `default`; a country that has nothing of its own
     * answers 404.
     * `GET /v1/countries/{country}`
     */
    public function read(
        string $country,
        ?float $timeoutSeconds = null,
    ): CountryView {
        return CountryView::fromArray($this->transport->call(
            'GET',
            '/v1/countries/' . Transport::segment($country),
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Say what holds in a country. Takes the place of all that was said of the country before, in live and in
     * sandbox. What is null or left out is inherited from `default`. To send only where there are customers, set
     * `default` with `enabled: false` and each country with `true`: messages to any other end as `suppressed` with
     * the reason `policy.geo_denied`, codes included. Mail has no country and follows the channels and senders of
     * `default`.
     * `PUT /v1/countries/{country}`
     *
     * @param bool $enabled Whether anything goes to numbers of this country, codes included.
     * @param string|null $currency Currency customers there pay in (ISO 4217).
     * @param list<string>|null $languages Languages of customers there, the preferred one first (BCP 47).
     * @param list<'sms'|'email'|'voice'>|null $channels Channels that are open; to close all of them, close the country.
     * @param array{sms?: array{default?: string, registered_only?: bool}, email?: array{default?: string, registered_only?: bool}, voice?: array{default?: string, registered_only?: bool}}|null $senders Senders by channel; a channel that is null is inherited. Those of mail, which has no country, are set at `default`.
     * @param list<array{channels?: list<'sms'|'email'|'voice'>, days: list<int>, from: string, to: string}>|null $openingHours When marketing is welcome, in the local time of the recipient; what comes at another time is `held` until then, the last ten minutes included. In a country of several zones a number may be in any of them, so that it must be open in all at once. Mail, and numbers of no country, follow `default` in the zone of the workspace.
     * @param list<string>|null $closedDates Days without marketing, such as public holidays, by the calendar of the recipient.
     * @param array{amount_micros: int, currency: string}|null $maxPrice Most that one part may cost: routes above it, or in a currency without an exchange rate to its own, carry nothing there.
     * @param int|null $validForSeconds Longest validity of messages there; codes keep their own.
     * @param int|null $marketingPerDay Most marketing messages to one person on one channel in 24 hours, beside the frequency caps of the workspace: the stricter wins.
     * @param int|null $version Version that was read: the change is refused when somebody else made one since.
     */
    public function set(
        string $country,
        bool $enabled,
        ?string $currency = null,
        ?array $languages = null,
        ?array $channels = null,
        ?array $senders = null,
        ?array $openingHours = null,
        ?array $closedDates = null,
        ?array $maxPrice = null,
        ?int $validForSeconds = null,
        ?int $marketingPerDay = null,
        ?int $version = null,
        ?float $timeoutSeconds = null,
    ): CountryView {
        return CountryView::fromArray($this->transport->call(
            'PUT',
            '/v1/countries/' . Transport::segment($country),
            body: [
                'enabled' => $enabled,
                'currency' => $currency,
                'languages' => $languages,
                'channels' => $channels,
                'senders' => $senders,
                'opening_hours' => $openingHours,
                'closed_dates' => $closedDates,
                'max_price' => $maxPrice,
                'valid_for_seconds' => $validForSeconds,
                'marketing_per_day' => $marketingPerDay,
                'version' => $version,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Forget what holds in a country. The country follows `default` again; without `default`, every country that has
     * no rules is open.
     * `DELETE /v1/countries/{country}`
     */
    public function remove(
        string $country,
        ?float $timeoutSeconds = null,
    ): void {
        $this->transport->call(
            'DELETE',
            '/v1/countries/' . Transport::segment($country),
            timeoutSeconds: $timeoutSeconds,
        );
    }
}
