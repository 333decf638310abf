<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\TopicView;
use Signalbox\Model\TopicsView;
use Signalbox\Transport;

/** Calls of `$client->topics`. */
final class Topics
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * List the topics of marketing. What messages and templates can be about, by key; live and sandbox share them.
     * `GET /v1/topics`
     */
    public function list(
        ?float $timeoutSeconds = null,
    ): TopicsView {
        return TopicsView::fromArray($this->transport->call(
            'GET',
            '/v1/topics',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Make or rename a topic. People choose among the topics on the preference page, by the name in their language.
     * The key is what messages, templates and consents name.
     * `PUT /v1/topics/{key}`
     *
     * @param array<string, string> $names What people read when they choose what to get, by language (BCP 47).
     */
    public function save(
        string $key,
        array $names,
        ?float $timeoutSeconds = null,
    ): TopicView {
        return TopicView::fromArray($this->transport->call(
            'PUT',
            '/v1/topics/' . Transport::segment($key),
            body: [
                'names' => $names === null ? null : (object) $names,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Remove a topic. No message can name it any more. What people said of it stays in the ledger. A topic that a
     * template is about stays.
     * `DELETE /v1/topics/{key}`
     */
    public function remove(
        string $key,
        ?float $timeoutSeconds = null,
    ): void {
        $this->transport->call(
            'DELETE',
            '/v1/topics/' . Transport::segment($key),
            timeoutSeconds: $timeoutSeconds,
        );
    }
}
