import { createHmac } from 'node:crypto';
import type { World } from '../clock.ts';

const PREFIX = 'whsec_';
const KEY_BYTES = 32;

/** Makes a signing secret as the Standard Webhooks specification spells it: whsec_ and 32 random bytes in base 64. */
export function drawSecret(world: World): string {
  const bytes = new Uint8Array(KEY_BYTES);
  world.fillRandom(bytes);
  return PREFIX + Buffer.from(bytes).toString('base64');
}

/** The key inside a secret. */
export const keyOf = (secret: string): Buffer => Buffer.from(secret.slice(PREFIX.length), 'base64');

/** The place a secret of an endpoint is sealed for. */
export const secretPlace = (endpointId: string): string => `webhook_endpoint/${endpointId}/secret`;

/**
 * The `webhook-signature` header over id, timestamp (seconds since 1970) and body: HMAC-SHA256 with each key, so that a receiver that
 * knows one of them is content.
 */
export function signWebhook(keys: readonly Buffer[], id: string, timestamp: number, body: string): string {
  return keys
    .map((key) => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`)
    .join(' ');
}
