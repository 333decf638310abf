// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class DltKind {
    public static final String TRANSACTIONAL = "transactional";
    public static final String SERVICE_IMPLICIT = "service_implicit";
    public static final String SERVICE_EXPLICIT = "service_explicit";
    public static final String PROMOTIONAL = "promotional";
    public static final String GOVERNMENT = "government";

    private DltKind() {}
}
