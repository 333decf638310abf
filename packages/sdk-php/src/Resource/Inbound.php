<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\InboundView;
use Signalbox\Model\KeywordsView;
use Signalbox\Pages;
use Signalbox\Transport;

/** Calls of `$client->inbound`. */
final class Inbound
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * List texts people sent. Newest first, with what was done: a STOP, START, HELP or keyword of yours is obeyed a
     * moment after it came. Give `next_cursor` of one page as `cursor` of the next; null means there is no more.
     * `GET /v1/inbound-messages`
     *
     * @param string|null $from The number that wrote.
     * @return Pages<InboundView>
     */
    public function list(
        ?int $limit = null,
        ?string $cursor = null,
        ?string $from = null,
        ?float $timeoutSeconds = null,
    ): Pages {
        return $this->transport->pages(
            InboundView::fromArray(...),
            'GET',
            '/v1/inbound-messages',
            query: [
                'limit' => $limit,
                'cursor' => $cursor,
                'from' => $from,
            ],
            timeoutSeconds: $timeoutSeconds,
        );
    }

    /**
     * Read a text a person sent. The event `inbound.received` names its id; who wrote and what is read here.
     * `GET /v1/inbound-messages/{id}`
     */
    public function read(
        string $id,
        ?float $timeoutSeconds = null,
    ): InboundView {
        return InboundView::fromArray($this->transport->call(
            'GET',
            '/v1/inbound-messages/' . Transport::segment($id),
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * List the keywords. The words that count for everybody, those of this environment (`own`), and what answers
     * them in each language.
     * `GET /v1/keywords`
     */
    public function listKeywords(
        ?float $timeoutSeconds = null,
    ): KeywordsView {
        return KeywordsView::fromArray($this->transport->call(
            'GET',
            '/v1/keywords',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Add a keyword. A word of your own by which people stop, start, get help or join a list of texts. A word that
     * means stop for everybody keeps that meaning.
     * `POST /v1/keywords`
     *
     * @param 'stop'|'start'|'help'|'join' $kind
     * @param string|null $number Only where people write to this number; null is every number.
     * @param string|null $listId The list that `join` puts people on.
     */
    public function addKeyword(
        string $word,
        string $kind,
        ?string $number = null,
        ?string $listId = null,
        ?float $timeoutSeconds = null,
    ): KeywordsView {
        return KeywordsView::fromArray($this->transport->call(
            'POST',
            '/v1/keywords',
            body: [
                'word' => $word,
                'number' => $number,
                'kind' => $kind,
                'list_id' => $listId,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Remove a keyword. Removes a word of your own; those that count for everybody stay.
     * `DELETE /v1/keywords/{id}`
     */
    public function removeKeyword(
        string $id,
        ?float $timeoutSeconds = null,
    ): void {
        $this->transport->call(
            'DELETE',
            '/v1/keywords/' . Transport::segment($id),
            timeoutSeconds: $timeoutSeconds,
        );
    }

    /**
     * Set what answers a keyword. The answer to stop, start or help in one language; an empty text goes back to that
     * of the house.
     * `PUT /v1/keyword-replies`
     *
     * @param 'stop'|'stop_all'|'start'|'help' $kind
     * @param string $text Empty goes back to the text of the house. `{sender}` is the name of the workspace.
     */
    public function setKeywordReply(
        string $kind,
        string $locale,
        string $text,
        ?float $timeoutSeconds = null,
    ): KeywordsView {
        return KeywordsView::fromArray($this->transport->call(
            'PUT',
            '/v1/keyword-replies',
            body: [
                'kind' => $kind,
                'locale' => $locale,
                'text' => $text,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }
}
