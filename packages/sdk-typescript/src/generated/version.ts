// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

/** Version of this client. */
export const VERSION = '0.1.0';
