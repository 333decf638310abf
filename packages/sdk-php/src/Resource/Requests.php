<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\RequestView;
use Signalbox\Pages;
use Signalbox\Transport;

/** Calls of `$client->requests`. */
final class Requests
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * List calls of this API. Newest first, for seven days. Addresses and texts are masked and secrets dropped
     * before a call is kept. Of each workspace, 20 successes and 100 refusals a second are kept by each process of
     * the api; `not_kept_before` counts what came beyond. A call without a key that works belongs to nobody and is
     * not kept.
     * `GET /v1/requests`
     *
     * @param 'done'|'refused'|'failed'|null $outcome
     * @param 'request_invalid'|'json_invalid'|'unauthenticated'|'forbidden'|'second_factor_required'|'not_found'|'method_not_allowed'|'idempotency_in_progress'|'client_ref_taken'|'not_cancelable'|'conflict'|'workspace_changed'|'payload_too_large'|'media_type_unsupported'|'idempotency_mismatch'|'rate_limited'|'queue_overflow'|'internal'|'overloaded'|null $error
     * @return Pages<RequestView>
     */
    public function list(
        ?int $limit = null,
        ?string $cursor = null,
        ?string $outcome = null,
        ?string $error = null,
        ?string $operation = null,
        ?string $apiKey = null,
        ?float $timeoutSeconds = null,
    ): Pages {
        return $this->transport->pages(
            RequestView::fromArray(...),
            'GET',
            '/v1/requests',
            query: [
                'limit' => $limit,
                'cursor' => $cursor,
                'outcome' => $outcome,
                'error' => $error,
                'operation' => $operation,
                'api_key' => $apiKey,
            ],
            timeoutSeconds: $timeoutSeconds,
        );
    }

    /**
     * Read a call of this API. By the id every answer carries in `X-Request-Id`: what was asked and what was
     * answered, masked. A call can be read about a second after its answer.
     * `GET /v1/requests/{id}`
     */
    public function get(
        string $id,
        ?float $timeoutSeconds = null,
    ): RequestView {
        return RequestView::fromArray($this->transport->call(
            'GET',
            '/v1/requests/' . Transport::segment($id),
            timeoutSeconds: $timeoutSeconds,
        ));
    }
}
