<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\FraudRulesView;
use Signalbox\Model\PrefixView;
use Signalbox\Pages;
use Signalbox\Transport;

/** Calls of `$client->fraud`. */
final class Fraud
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * List prefixes that are closed to codes, or kept open. Newest first. A prefix is listed by a rule, with what it
     * had counted as evidence, or by hand. What was lifted or has expired stays on the list.
     * `GET /v1/fraud/prefixes`
     *
     * @param 'block'|'allow'|null $action
     * @param 'active'|'ended'|null $state `active` still counts; `ended` was lifted or has expired.
     * @return Pages<PrefixView>
     */
    public function listPrefixes(
        ?int $limit = null,
        ?string $cursor = null,
        ?string $action = null,
        ?string $state = null,
        ?float $timeoutSeconds = null,
    ): Pages {
        return $this->transport->pages(
            PrefixView::fromArray(...),
            'GET',
            '/v1/fraud/prefixes',
            query: [
                'limit' => $limit,
                'cursor' => $cursor,
                'action' => $action,
                'state' => $state,
            ],
            timeoutSeconds: $timeoutSeconds,
        );
    }

    /**
     * Close a prefix to codes, or keep it open. Takes the place of what is listed for the same prefix. `block` sends
     * no code there, those of your own making included: a verification goes on by mail where it may, and ends as
     * `blocked` where it may not. `allow` sends codes there whatever the rules find, and lets ranges pass that are
     * refused as premium-rate, satellite or shared-cost. Of two prefixes the longer one counts. Other messages are
     * not concerned.
     * `POST /v1/fraud/prefixes`
     *
     * @param string $prefix The first digits of numbers with their country code, or one whole number.
     * @param 'block'|'allow' $action `block` sends no code there; `allow` sends them whatever the rules find.
     * @param string $reason Why, for whoever reads the list.
     * @param int|null $expiresInHours When it ends by itself; null is never.
     */
    public function addPrefix(
        string $prefix,
        string $action,
        string $reason,
        ?int $expiresInHours = null,
        ?float $timeoutSeconds = null,
    ): PrefixView {
        return PrefixView::fromArray($this->transport->call(
            'POST',
            '/v1/fraud/prefixes',
            body: [
                'prefix' => $prefix,
                'action' => $action,
                'reason' => $reason,
                'expires_in_hours' => $expiresInHours,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Lift a listed prefix. It counts no more and stays on the list as lifted. What was counted of its numbers is
     * forgotten: the rules judge them anew.
     * `DELETE /v1/fraud/prefixes/{id}`
     */
    public function liftPrefix(
        string $id,
        ?float $timeoutSeconds = null,
    ): void {
        $this->transport->call(
            'DELETE',
            '/v1/fraud/prefixes/' . Transport::segment($id),
            timeoutSeconds: $timeoutSeconds,
        );
    }

    /**
     * Read the rules against fraud with codes. What the workspace has set, or the defaults (`version` 0). The same
     * in live and in sandbox; the sandbox spends nothing and counts nothing.
     * `GET /v1/fraud/rules`
     */
    public function readRules(
        ?float $timeoutSeconds = null,
    ): FraudRulesView {
        return FraudRulesView::fromArray($this->transport->call(
            'GET',
            '/v1/fraud/rules',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Set the rules against fraud with codes. Takes the place of all rules; what is left out goes back to its
     * default. A block of numbers is closed when codes were sent for more verifications than `sent` and less than
     * `percent` of them were typed; numbers that typed a code before are sent on. Money is counted at the price of
     * the route, when a code is handed over: what would pass a limit ends as `suppressed` with the reason
     * `policy.budget_exceeded`.
     * `PUT /v1/fraud/rules`
     *
     * @param array{codes_per_minute?: int, spend_per_hour?: array{amount_micros: int, currency: string}, spend_per_day?: array{amount_micros: int, currency: string}}|null $allCodes What holds for all codes of the workspace together.
     * @param array{near?: array{sent: int, percent: int}, wide?: array{sent: int, percent: int}, block_hours?: int, spend_per_hour?: array{amount_micros: int, currency: string}, spend_per_day?: array{amount_micros: int, currency: string}}|null $eachCountry What holds in each country that has no rules of its own.
     * @param list<array{country: string, near?: array{sent: int, percent: int}, wide?: array{sent: int, percent: int}, block_hours?: int, spend_per_hour?: array{amount_micros: int, currency: string}, spend_per_day?: array{amount_micros: int, currency: string}}>|null $countries Countries with rules of their own.
     * @param int|null $version Version that was read: the change is refused when somebody else made one since.
     */
    public function setRules(
        ?array $allCodes = null,
        ?array $eachCountry = null,
        ?array $countries = null,
        ?int $version = null,
        ?float $timeoutSeconds = null,
    ): FraudRulesView {
        return FraudRulesView::fromArray($this->transport->call(
            'PUT',
            '/v1/fraud/rules',
            body: [
                'all_codes' => $allCodes,
                'each_country' => $eachCountry,
                'countries' => $countries,
                'version' => $version,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }
}
