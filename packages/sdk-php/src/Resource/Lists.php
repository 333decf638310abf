<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\ListView;
use Signalbox\Model\ListsView;
use Signalbox\Model\MemberOfList;
use Signalbox\Pages;
use Signalbox\Transport;

/** Calls of `$client->lists`. */
final class Lists
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * Make a list. A list people opt in to, on one channel. With double opt-in a person is on it once the link in
     * the message that was sent has been confirmed.
     * `POST /v1/lists`
     *
     * @param 'sms'|'email' $channel sms or email: who is asked to confirm gets a link, and a call carries none.
     * @param array<string, array{text: string, version: string}> $wordings What people are shown when they opt in, by language.
     * @param string|null $topic What within the purpose the list is about; people can leave it and keep the others. Left out, whoever leaves the list leaves all of the purpose.
     * @param 'single'|'double'|null $optIn With double a person is on the list once the link that was sent has been confirmed.
     * @param string|null $from Who asks for the confirmation; left out, the sender of the provider.
     * @param array{open: bool, hourly_limit?: int}|null $signUp A page of ours where people ask to be on the list. It needs double opt-in, since anybody can type the address of anybody.
     */
    public function create(
        string $name,
        string $channel,
        array $wordings,
        ?string $purpose = null,
        ?string $topic = null,
        ?string $optIn = null,
        ?int $confirmWithinHours = null,
        ?string $from = null,
        ?array $signUp = null,
        ?float $timeoutSeconds = null,
    ): ListView {
        return ListView::fromArray($this->transport->call(
            'POST',
            '/v1/lists',
            body: [
                'name' => $name,
                'channel' => $channel,
                'purpose' => $purpose,
                'topic' => $topic,
                'opt_in' => $optIn,
                'confirm_within_hours' => $confirmWithinHours,
                'from' => $from,
                'wordings' => $wordings === null ? null : (object) $wordings,
                'sign_up' => $signUp,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * List the lists. By name, with how many people stand how to each.
     * `GET /v1/lists`
     */
    public function list(
        ?float $timeoutSeconds = null,
    ): ListsView {
        return ListsView::fromArray($this->transport->call(
            'GET',
            '/v1/lists',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Read a list. With how many people stand how to it.
     * `GET /v1/lists/{id}`
     */
    public function read(
        string $id,
        ?float $timeoutSeconds = null,
    ): ListView {
        return ListView::fromArray($this->transport->call(
            'GET',
            '/v1/lists/' . Transport::segment($id),
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Change a list. What is left out stays as it is. What people were shown before stays in the ledger with their
     * consents.
     * `PATCH /v1/lists/{id}`
     *
     * @param 'single'|'double'|null $optIn
     * @param array<string, array{text: string, version: string}>|null $wordings
     * @param array{open: bool, hourly_limit?: int}|null $signUp
     */
    public function change(
        string $id,
        ?string $name = null,
        ?string $optIn = null,
        ?int $confirmWithinHours = null,
        ?array $wordings = null,
        ?array $signUp = null,
        ?float $timeoutSeconds = null,
    ): ListView {
        return ListView::fromArray($this->transport->call(
            'PATCH',
            '/v1/lists/' . Transport::segment($id),
            body: [
                'name' => $name,
                'opt_in' => $optIn,
                'confirm_within_hours' => $confirmWithinHours,
                'wordings' => $wordings === null ? null : (object) $wordings,
                'sign_up' => $signUp,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Add a person. On a list with double opt-in the person is sent the message that asks to confirm it. Whoever is
     * on the list already, or was asked and has time left, is sent nothing.
     * `POST /v1/lists/{id}/members`
     *
     * @param string|null $locale The language of the wording the person was shown; left out, the first of the list.
     * @param array{ip?: string, user_agent?: string, form?: string, reference?: string}|null $proof
     */
    public function addMember(
        string $id,
        string $address,
        string $source,
        ?string $locale = null,
        ?array $proof = null,
        ?float $timeoutSeconds = null,
    ): MemberOfList {
        return MemberOfList::fromArray($this->transport->call(
            'POST',
            '/v1/lists/' . Transport::segment($id) . '/members',
            body: [
                'address' => $address,
                'source' => $source,
                'locale' => $locale,
                'proof' => $proof,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * List the people of a list. By address. Give `next_cursor` of one page as `cursor` of the next; null means
     * there is no more.
     * `GET /v1/lists/{id}/members`
     *
     * @param 'pending'|'confirmed'|'withdrawn'|'expired'|null $state
     * @return Pages<MemberOfList>
     */
    public function listMembers(
        string $id,
        ?int $limit = null,
        ?string $cursor = null,
        ?string $state = null,
        ?float $timeoutSeconds = null,
    ): Pages {
        return $this->transport->pages(
            MemberOfList::fromArray(...),
            'GET',
            '/v1/lists/' . Transport::segment($id) . '/members',
            query: [
                'limit' => $limit,
                'cursor' => $cursor,
                'state' => $state,
            ],
            timeoutSeconds: $timeoutSeconds,
        );
    }
}
