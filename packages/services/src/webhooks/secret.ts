import { hash } from 'node:crypto';
import type { World } from '../clock.ts';

const PREFIX = 'whsec_';
const KEY_BYTES = 32;

/** Makes a signing secret as the Standard Webhooks specification spells it: whsec_ and 32 random bytes in base 64. */
export function drawSecret(world: World): string {
  const bytes = new Uint8Array(KEY_BYTES);
  world.fillRandom(bytes);
  return PREFIX + Buffer.from(bytes).toString('base64');
}

/** The key inside a secret, made ready for HMAC-SHA256: what stands in front of the text, and in front of its hash (RFC 2104). */
export interface SigningKey {
  inner: Buffer;
  outer: Buffer;
}

const BLOCK_BYTES = 64;
const HASH_BYTES = 32;
const INNER_PAD = 0x36;
const OUTER_PAD = 0x5c;

/** The key inside a secret. */
export function keyOf(secret: string): SigningKey {
  const given = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const key = Buffer.alloc(BLOCK_BYTES);
  (given.length > BLOCK_BYTES ? hash('sha256', given, 'buffer') : given).copy(key);
  const padded = (pad: number, bytes: number) =>
    Buffer.concat([key.map((byte) => byte ^ pad), Buffer.alloc(bytes - BLOCK_BYTES)]);
  return { inner: padded(INNER_PAD, BLOCK_BYTES), outer: padded(OUTER_PAD, BLOCK_BYTES + HASH_BYTES) };
}

/** The place a secret of an endpoint is sealed for. */
export const secretPlace = (endpointId: string): string => `webhook_endpoint/${endpointId}/secret`;

/**
 * The `webhook-signature` header over id, timestamp (seconds since 1970) and body: HMAC-SHA256 with each key, so that a receiver that
 * knows one of them is content.
 */
export function signWebhook(keys: readonly SigningKey[], id: string, timestamp: number, body: string): string {
  const front = `${id}.${timestamp}.`;
  const most = BLOCK_BYTES + front.length + body.length * LARGEST_UTF8;
  if (scratch.length < most) scratch = Buffer.allocUnsafe(most);
  const bodyAt = BLOCK_BYTES + scratch.write(front, BLOCK_BYTES, 'latin1');
  // As many bytes as characters: all of them are ASCII, and copied as they are.
  const encoding = Buffer.byteLength(body) === body.length ? 'latin1' : 'utf8';
  const text = scratch.subarray(0, bodyAt + scratch.write(body, bodyAt, encoding));
  let signatures = '';
  for (const key of keys) signatures += `${signatures === '' ? '' : ' '}v1,${signText(key, text)}`;
  return signatures;
}

const LARGEST_UTF8 = 3;
let scratch = Buffer.allocUnsafe(16 * 1024);

// By two plain hashes: an Hmac object costs twice as much as both together, and every webhook needs one. A block is left free in front of the text.
function signText({ inner, outer }: SigningKey, text: Buffer): string {
  inner.copy(text);
  outer.write(hash('sha256', text, 'binary'), BLOCK_BYTES, 'binary');
  return hash('sha256', outer, 'base64');
}
