<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\ConsentAsOf;
use Signalbox\Model\ConsentList;
use Signalbox\Model\ConsentProofBundle;
use Signalbox\Model\ConsentVerdict;
use Signalbox\Model\ConsentView;
use Signalbox\Model\PersonHours;
use Signalbox\Transport;

/** Calls of `$client->consents`. */
final class Consents
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * Record a consent. Adds an entry to the ledger; entries are never changed, and each carries the hash of the one
     * before. The newest entry of an address about `marketing` decides whether marketing may go there; at one
     * instant a withdrawal wins. An event that names its instant (`at`), sent twice, is one entry.
     * `POST /v1/consents`
     *
     * @param 'sms'|'email'|'voice' $channel
     * @param 'granted'|'withdrawn' $state
     * @param string|null $at When the person said so; now when left out. The same event of the same instant, sent twice, is one entry.
     * @param string|null $purpose Messages of the class marketing need a consent for `marketing`.
     * @param string|null $topic What within the purpose; left out it is all of it.
     * @param array{text: string, version: string}|null $wording
     * @param string|null $jurisdiction The country whose law it was given under.
     * @param array{ip?: string, user_agent?: string, form?: string, reference?: string}|null $proof
     */
    public function record(
        string $address,
        string $channel,
        string $state,
        string $source,
        ?string $at = null,
        ?string $purpose = null,
        ?string $topic = null,
        ?string $locale = null,
        ?array $wording = null,
        ?string $jurisdiction = null,
        ?array $proof = null,
        ?float $timeoutSeconds = null,
    ): ConsentView {
        return ConsentView::fromArray($this->transport->call(
            'POST',
            '/v1/consents',
            body: [
                'address' => $address,
                'channel' => $channel,
                'state' => $state,
                'source' => $source,
                'at' => $at,
                'purpose' => $purpose,
                'topic' => $topic,
                'locale' => $locale,
                'wording' => $wording,
                'jurisdiction' => $jurisdiction,
                'proof' => $proof,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * List the consent entries of an address. Newest first, about every purpose: consents, withdrawals, and the
     * hours a person wants no marketing in (`marketing.hours`).
     * `GET /v1/consents`
     *
     * @param 'sms'|'email'|'voice'|null $channel
     */
    public function list(
        string $address,
        ?string $channel = null,
        ?float $timeoutSeconds = null,
    ): ConsentList {
        return ConsentList::fromArray($this->transport->call(
            'GET',
            '/v1/consents',
            query: [
                'address' => $address,
                'channel' => $channel,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Set when a person wants no marketing. Adds an entry about `marketing.hours` to the ledger; the newest holds.
     * Marketing to the person is `held` until the law, the workspace and the person all welcome it; an empty `quiet`
     * takes the wish back. Codes and transactional messages are not held.
     * `PUT /v1/consents/hours`
     *
     * @param 'sms'|'email'|'voice' $channel
     * @param list<array{days: list<int>, from: string, to: string}> $quiet When the person wants no marketing. It must leave some of the week; an empty list takes the wish back.
     * @param string $timeZone The zone of the person, whose clock counts: a name of the IANA database.
     * @param string $source How the wish came to you.
     * @param array{ip?: string, user_agent?: string, form?: string, reference?: string}|null $proof
     */
    public function setPersonHours(
        string $address,
        string $channel,
        array $quiet,
        string $timeZone,
        string $source,
        ?array $proof = null,
        ?float $timeoutSeconds = null,
    ): PersonHours {
        return PersonHours::fromArray($this->transport->call(
            'PUT',
            '/v1/consents/hours',
            body: [
                'address' => $address,
                'channel' => $channel,
                'quiet' => $quiet,
                'time_zone' => $timeZone,
                'source' => $source,
                'proof' => $proof,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Tell when a person wants no marketing. By the newest wish, which came by `PUT /v1/consents/hours` or from the
     * person on the preference page.
     * `GET /v1/consents/hours`
     *
     * @param 'sms'|'email'|'voice'|null $channel
     */
    public function readPersonHours(
        string $address,
        ?string $channel = null,
        ?float $timeoutSeconds = null,
    ): PersonHours {
        return PersonHours::fromArray($this->transport->call(
            'GET',
            '/v1/consents/hours',
            query: [
                'address' => $address,
                'channel' => $channel,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Tell what was allowed at an instant. Answers as the sender would have at that instant, by what the ledger held
     * then, and names the entry that decides. What was recorded later, of an earlier instant or not, is not counted.
     * `GET /v1/consents/as-of`
     *
     * @param 'sms'|'email'|'voice'|null $channel
     * @param string|null $at Now when left out.
     * @param string|null $topic Left out, any topic will do, as it does for a message without one.
     */
    public function readAsOf(
        string $address,
        ?string $channel = null,
        ?string $at = null,
        ?string $purpose = null,
        ?string $topic = null,
        ?float $timeoutSeconds = null,
    ): ConsentAsOf {
        return ConsentAsOf::fromArray($this->transport->call(
            'GET',
            '/v1/consents/as-of',
            query: [
                'address' => $address,
                'channel' => $channel,
                'at' => $at,
                'purpose' => $purpose,
                'topic' => $topic,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Check the consent ledger. Computes every hash of the chain anew, of the people and wordings too, and names the
     * first entry that was changed, moved or is missing.
     * `GET /v1/consents/verify`
     */
    public function verify(
        ?float $timeoutSeconds = null,
    ): ConsentVerdict {
        return ConsentVerdict::fromArray($this->transport->call(
            'GET',
            '/v1/consents/verify',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Prove a consent. Everything that shows the entry to somebody who does not trust us: the record, the wording
     * shown, the chain to its end, and a page in plain sentences. `node scripts/verify-proof.mjs proof.json` checks
     * it without a connection.
     * `GET /v1/consents/{id}/proof`
     */
    public function readProof(
        string $id,
        ?float $timeoutSeconds = null,
    ): ConsentProofBundle {
        return ConsentProofBundle::fromArray($this->transport->call(
            'GET',
            '/v1/consents/' . Transport::segment($id) . '/proof',
            timeoutSeconds: $timeoutSeconds,
        ));
    }
}
