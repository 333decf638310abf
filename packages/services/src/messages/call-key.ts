import { hash } from 'node:crypto';
import { SignalboxError } from '@signalbox/contracts';
import { canonicalJson } from '@signalbox/core';
import type { RequestContext } from '../context.ts';
import type { CallKey } from './accept-call.ts';

/** A send as a door received it. `idempotencyKey` is the header, `body` the parsed JSON. */
export interface SendInput {
  body: unknown;
  idempotencyKey?: string | undefined;
}

const KEY_MAX = 255;
const API_VERSION = 'v1';

/** What a repeat of a call is recognised by; null without a key. Throws `request_invalid` for a key that is none. */
export function identifyCall(ctx: RequestContext, input: SendInput, route: string): CallKey | null {
  const { idempotencyKey: key, body } = input;
  if (key === undefined) return null;
  if (key.length === 0 || key.length > KEY_MAX || !/^[\x21-\x7e]+$/.test(key)) {
    const message = `An Idempotency-Key has 1 to ${KEY_MAX} printable ASCII characters without spaces; a UUID is a good one.`;
    throw new SignalboxError('request_invalid', {
      fields: [{ path: 'Idempotency-Key', code: 'format_invalid', message }],
    });
  }
  return callKey(ctx, route, key, body);
}

/** What a repeat under a key is recognised by. Scope: workspace, environment, route and key; not the API key, so that a rotation breaks no replay. */
export function callKey(ctx: RequestContext, route: string, key: string, body: unknown): CallKey {
  const { environment, workspace } = ctx;
  return {
    id: uuidOf(`${workspace.number} ${environment} ${route} ${key}`),
    workspace: workspace.number,
    key,
    fingerprint: hash('sha256', `${API_VERSION} ${route} ${canonicalJson(body)}`, 'base64url'),
    requestId: ctx.requestId,
  };
}

/** The first 128 bits of a SHA-256 as a UUID of version 8 (RFC 9562 section 5.8), as PostgreSQL spells it. */
function uuidOf(name: string): string {
  const hex = hash('sha256', name, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
