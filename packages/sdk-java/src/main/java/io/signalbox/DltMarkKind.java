// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class DltMarkKind {
    public static final String EXTRA = "extra";
    public static final String MISSING = "missing";
    public static final String CHANGED = "changed";
    public static final String WRONG_CASE = "wrong_case";
    public static final String LOOK_ALIKE = "look_alike";
    public static final String TOO_LONG = "too_long";
    public static final String WRONG_KIND = "wrong_kind";
    public static final String EMPTY = "empty";
    public static final String NOT_LISTED = "not_listed";

    private DltMarkKind() {}
}
