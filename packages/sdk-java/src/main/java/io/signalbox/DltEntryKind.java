// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class DltEntryKind {
    public static final String ENTITIES = "entities";
    public static final String HEADERS = "headers";
    public static final String TEMPLATES = "templates";
    public static final String CALLS_TO_ACTION = "calls_to_action";
    public static final String CONSENT_TEMPLATES = "consent_templates";
    public static final String CHAINS = "chains";

    private DltEntryKind() {}
}
