"""Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this."""

VERSION = "0.1.0"
