// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class Channel {
    public static final String SMS = "sms";
    public static final String EMAIL = "email";
    public static final String VOICE = "voice";

    private Channel() {}
}
