// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** Version of this client. */
final class Version {
    static final String NAME = "0.1.0";

    private Version() {}
}
