<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\SenderList;
use Signalbox\Model\SenderView;
use Signalbox\Model\ShownSenderView;
use Signalbox\Transport;

/** Calls of `$client->senders`. */
final class Senders
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * List the senders. The senders on file by country, the same in live and in sandbox: how each stands, when it
     * expires or falls idle, and how phones will show it. Headers of India stand among them and are changed on its
     * ledgers. `duties` are the countries whose law asks for registered senders today.
     * `GET /v1/senders`
     *
     * @param string|null $country Only those registered there.
     * @param 'draft'|'submitted'|'registered'|'rejected'|'suspended'|'expired'|null $status
     */
    public function list(
        ?string $country = null,
        ?string $status = null,
        ?float $timeoutSeconds = null,
    ): SenderList {
        return SenderList::fromArray($this->transport->call(
            'GET',
            '/v1/senders',
            query: [
                'country' => $country,
                'status' => $status,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Put a sender on file. Says how a sender stands in a country, at an operator and for a class. From the first
     * sender of a country on, its law is held to: where unregistered senders are blocked, a message that names one
     * is stopped (`policy.sender_not_allowed`). Nothing changes at the operator.
     * `POST /v1/senders`
     *
     * @param string $sender The sender as messages name it, such as ACME, 28000 or +14155550100.
     * @param 'sms'|'email'|'voice'|null $channel
     * @param string|null $country Where it is registered; `default` is every country without a sender of its own. Mail is at `default`.
     * @param string|null $network The operator, where each registers for itself; null is all.
     * @param 'otp'|'transactional'|'marketing'|null $class The class it is registered for; null is all.
     * @param 'alphanumeric'|'long_number'|'short_code'|'toll_free'|'mailbox'|null $kind What it is; left out it follows from the spelling. Only a toll-free number needs to be told.
     * @param 'draft'|'submitted'|'registered'|'rejected'|'suspended'|'expired'|null $status
     * @param string|null $reference The id it has at the operator or the register.
     * @param string|null $expiresOn The last day on which it counts (UTC).
     * @param array{at: 'start'|'end', text: string}|null $affix What operators put around the name, such as `-AD`: it counts in the eleven characters of a name.
     * @param list<array{name: string, kind: 'authorisation'|'registration'|'trademark'|'identity'|'other', reference?: string, notes?: string}>|null $documents
     * @param int|null $version Version that was read: the change is refused when somebody else made one since.
     */
    public function add(
        string $sender,
        ?string $channel = null,
        ?string $country = null,
        ?string $network = null,
        ?string $class = null,
        ?string $kind = null,
        ?string $status = null,
        ?string $reference = null,
        ?string $registeredOn = null,
        ?string $expiresOn = null,
        ?array $affix = null,
        ?array $documents = null,
        ?string $notes = null,
        ?int $version = null,
        ?float $timeoutSeconds = null,
    ): SenderView {
        return SenderView::fromArray($this->transport->call(
            'POST',
            '/v1/senders',
            body: [
                'channel' => $channel,
                'country' => $country,
                'network' => $network,
                'class' => $class,
                'sender' => $sender,
                'kind' => $kind,
                'status' => $status,
                'reference' => $reference,
                'registered_on' => $registeredOn,
                'expires_on' => $expiresOn,
                'affix' => $affix,
                'documents' => $documents,
                'notes' => $notes,
                'version' => $version,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * See a sender as phones show it. What a phone in a country will show for a sender: as it is, with what
     * operators add, replaced by a number, or marked as not registered; and what operators add to the end of the
     * text.
     * `GET /v1/senders/shown`
     *
     * @param 'otp'|'transactional'|'marketing'|null $class
     * @param string|null $from The sender; left out, the one that stands for messages that name none.
     */
    public function readShown(
        string $country,
        ?string $class = null,
        ?string $from = null,
        ?float $timeoutSeconds = null,
    ): ShownSenderView {
        return ShownSenderView::fromArray($this->transport->call(
            'GET',
            '/v1/senders/shown',
            query: [
                'country' => $country,
                'class' => $class,
                'from' => $from,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Change a sender. Takes the place of all that was on file; what is left out takes its default.
     * `PUT /v1/senders/{sender_id}`
     *
     * @param string $sender The sender as messages name it, such as ACME, 28000 or +14155550100.
     * @param 'sms'|'email'|'voice'|null $channel
     * @param string|null $country Where it is registered; `default` is every country without a sender of its own. Mail is at `default`.
     * @param string|null $network The operator, where each registers for itself; null is all.
     * @param 'otp'|'transactional'|'marketing'|null $class The class it is registered for; null is all.
     * @param 'alphanumeric'|'long_number'|'short_code'|'toll_free'|'mailbox'|null $kind What it is; left out it follows from the spelling. Only a toll-free number needs to be told.
     * @param 'draft'|'submitted'|'registered'|'rejected'|'suspended'|'expired'|null $status
     * @param string|null $reference The id it has at the operator or the register.
     * @param string|null $expiresOn The last day on which it counts (UTC).
     * @param array{at: 'start'|'end', text: string}|null $affix What operators put around the name, such as `-AD`: it counts in the eleven characters of a name.
     * @param list<array{name: string, kind: 'authorisation'|'registration'|'trademark'|'identity'|'other', reference?: string, notes?: string}>|null $documents
     * @param int|null $version Version that was read: the change is refused when somebody else made one since.
     */
    public function set(
        string $senderId,
        string $sender,
        ?string $channel = null,
        ?string $country = null,
        ?string $network = null,
        ?string $class = null,
        ?string $kind = null,
        ?string $status = null,
        ?string $reference = null,
        ?string $registeredOn = null,
        ?string $expiresOn = null,
        ?array $affix = null,
        ?array $documents = null,
        ?string $notes = null,
        ?int $version = null,
        ?float $timeoutSeconds = null,
    ): SenderView {
        return SenderView::fromArray($this->transport->call(
            'PUT',
            '/v1/senders/' . Transport::segment($senderId),
            body: [
                'channel' => $channel,
                'country' => $country,
                'network' => $network,
                'class' => $class,
                'sender' => $sender,
                'kind' => $kind,
                'status' => $status,
                'reference' => $reference,
                'registered_on' => $registeredOn,
                'expires_on' => $expiresOn,
                'affix' => $affix,
                'documents' => $documents,
                'notes' => $notes,
                'version' => $version,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Remove a sender. Takes a sender off the file; nothing changes at the operator.
     * `DELETE /v1/senders/{sender_id}`
     */
    public function remove(
        string $senderId,
        ?float $timeoutSeconds = null,
    ): void {
        $this->transport->call(
            'DELETE',
            '/v1/senders/' . Transport::segment($senderId),
            timeoutSeconds: $timeoutSeconds,
        );
    }
}
