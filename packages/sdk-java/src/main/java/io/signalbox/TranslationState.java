// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class TranslationState {
    public static final String MACHINE_DRAFT = "machine_draft";
    public static final String IN_REVIEW = "in_review";
    public static final String REVIEWED = "reviewed";
    public static final String STALE = "stale";

    private TranslationState() {}
}
