// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class FollowUpEvent {
    public static final String DELIVERED = "delivered";
    public static final String NO_RECEIPT = "no_receipt";
    public static final String TAKEN = "taken";
    public static final String ENDED = "ended";
    public static final String ENDED_FOR_PERSON = "ended_for_person";
    public static final String HELD = "held";
    public static final String ANY = "any";

    private FollowUpEvent() {}
}
