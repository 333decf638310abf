// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class TrafficClass {
    public static final String OTP = "otp";
    public static final String TRANSACTIONAL = "transactional";
    public static final String MARKETING = "marketing";

    private TrafficClass() {}
}
