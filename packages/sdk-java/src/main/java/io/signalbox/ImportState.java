// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class ImportState {
    public static final String UPLOADING = "uploading";
    public static final String CHECKING = "checking";
    public static final String CHECKED = "checked";
    public static final String RUNNING = "running";
    public static final String DONE = "done";
    public static final String CANCELED = "canceled";
    public static final String FAILED = "failed";
    public static final String UNDOING = "undoing";
    public static final String UNDONE = "undone";

    private ImportState() {}
}
