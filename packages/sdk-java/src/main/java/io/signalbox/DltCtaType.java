// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class DltCtaType {
    public static final String STATIC_URL = "static_url";
    public static final String DYNAMIC_URL = "dynamic_url";
    public static final String SHORT_URL = "short_url";
    public static final String APK = "apk";
    public static final String OTT = "ott";
    public static final String CALL_BACK_NUMBER = "call_back_number";
    public static final String EMAIL = "email";

    private DltCtaType() {}
}
