// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

import java.util.List;

/** Calls of {@code client.topics()}. */
public final class TopicsResource {
    private final Transport transport;

    TopicsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * List the topics of marketing. What messages and templates can be about, by key; live and sandbox share
     * them.
     * {@code GET /v1/topics}
     */
    public TopicsView list() {
        return list(RequestOptions.none());
    }

    /**
     * List the topics of marketing. What messages and templates can be about, by key; live and sandbox share
     * them.
     * {@code GET /v1/topics}
     */
    public TopicsView list(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/topics", null, null, false, options)), TopicsView::fromJson);
    }

    /**
     * Make or rename a topic. People choose among the topics on the preference page, by the name in their
     * language. The key is what messages, templates and consents name.
     * {@code PUT /v1/topics/{key}}
     */
    public TopicView save(String key, SaveTopicRequest body) {
        return save(key, body, RequestOptions.none());
    }

    /**
     * Make or rename a topic. People choose among the topics on the preference page, by the name in their
     * language. The key is what messages, templates and consents name.
     * {@code PUT /v1/topics/{key}}
     */
    public TopicView save(String key, SaveTopicRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PUT", "/v1/topics/" + Transport.segment(key), null, body, false, options)), TopicView::fromJson);
    }

    /**
     * Remove a topic. No message can name it any more. What people said of it stays in the ledger. A topic that
     * a template is about stays.
     * {@code DELETE /v1/topics/{key}}
     */
    public void remove(String key) {
        remove(key, RequestOptions.none());
    }

    /**
     * Remove a topic. No message can name it any more. What people said of it stays in the ledger. A topic that
     * a template is about stays.
     * {@code DELETE /v1/topics/{key}}
     */
    public void remove(String key, RequestOptions options) {
        transport.call(new Transport.Call("DELETE", "/v1/topics/" + Transport.segment(key), null, null, false, options));
    }
}
