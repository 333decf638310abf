// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** Calls of {@code client.workspace()}. */
public final class WorkspaceResource {
    private final Transport transport;

    WorkspaceResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Read the workspace of the key. Its settings hold in live and in sandbox.
     * {@code GET /v1/workspace}
     */
    public WorkspaceView read() {
        return read(RequestOptions.none());
    }

    /**
     * Read the workspace of the key. Its settings hold in live and in sandbox.
     * {@code GET /v1/workspace}
     */
    public WorkspaceView read(RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("GET", "/v1/workspace", null, null, false, options)), WorkspaceView::fromJson);
    }

    /**
     * Change the workspace of the key. What is left out stays as it is. The time zone is the one the console
     * shows times and days in, and the one in which mail, which has no country, keeps the opening hours of
     * {@code default}. The default currency is that of a {@code max_price} that names none.
     * {@code PATCH /v1/workspace}
     */
    public WorkspaceView change(UpdateWorkspaceRequest body) {
        return change(body, RequestOptions.none());
    }

    /**
     * Change the workspace of the key. What is left out stays as it is. The time zone is the one the console
     * shows times and days in, and the one in which mail, which has no country, keeps the opening hours of
     * {@code default}. The default currency is that of a {@code max_price} that names none.
     * {@code PATCH /v1/workspace}
     */
    public WorkspaceView change(UpdateWorkspaceRequest body, RequestOptions options) {
        return Json.object(transport.call(new Transport.Call("PATCH", "/v1/workspace", null, body, false, options)), WorkspaceView::fromJson);
    }
}
