// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class PersonRequestKind {
    public static final String COPY = "copy";
    public static final String ERASURE = "erasure";
    public static final String RESTRICTION = "restriction";
    public static final String OBJECTION = "objection";
    public static final String RECTIFICATION = "rectification";

    private PersonRequestKind() {}
}
