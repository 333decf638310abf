<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\WorkspaceView;
use Signalbox\Transport;

/** Calls of `$client->workspace`. */
final class Workspace
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * Read the workspace of the key. Its settings hold in live and in sandbox.
     * `GET /v1/workspace`
     */
    public function read(
        ?float $timeoutSeconds = null,
    ): WorkspaceView {
        return WorkspaceView::fromArray($this->transport->call(
            'GET',
            '/v1/workspace',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Change the workspace of the key. What is left out stays as it is. The time zone is the one the console shows
     * times and days in, and the one in which mail, which has no country, keeps the opening hours of `default`. The
     * default currency is that of a `max_price` that names none.
     * `PATCH /v1/workspace`
     *
     * @param string|null $homeRegion Where its data lives: a region of this installation.
     * @param string|null $defaultCurrency Currency (ISO 4217) of price limits that name none.
     * @param string|null $timeZone Zone of the business (IANA): of the times and days that the console shows, and of the opening hours of mail.
     * @param string|null $defaultLanguage Language (BCP 47) of customers nothing else is known of.
     * @param list<'templates'|'erasures'|'senders'|'packs'|'exports'|'reveals'>|null $secondPersonFor What takes force only when a second person approves it: versions of `templates`, `erasures` of people, changes of `senders`, what the workspace says of rules of country `packs`, `exports` of personal data, and `reveals` of masked addresses in the console. API keys then do none of them.
     * @param 'any'|'warn'|'refuse'|null $links What becomes of links in messages and templates that lead to no domain of `link_domains`: `any` lets them go, `warn` says so in the answer of the send, `refuse` refuses it.
     * @param list<string>|null $linkDomains Domains that links may lead to, such as acme.com; what is below one of them is allowed too.
     */
    public function change(
        ?string $name = null,
        ?string $homeRegion = null,
        ?string $defaultCurrency = null,
        ?string $timeZone = null,
        ?string $defaultLanguage = null,
        ?array $secondPersonFor = null,
        ?string $links = null,
        ?array $linkDomains = null,
        ?float $timeoutSeconds = null,
    ): WorkspaceView {
        return WorkspaceView::fromArray($this->transport->call(
            'PATCH',
            '/v1/workspace',
            body: [
                'name' => $name,
                'home_region' => $homeRegion,
                'default_currency' => $defaultCurrency,
                'time_zone' => $timeZone,
                'default_language' => $defaultLanguage,
                'second_person_for' => $secondPersonFor,
                'links' => $links,
                'link_domains' => $linkDomains,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }
}
