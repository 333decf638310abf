import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Environment } from '@signalbox/contracts';

const WORDS = { live: 'live', sandbox: 'test' } as const satisfies Record<Environment, string>;
const PREFIX_LENGTH = 8;
const CHECKSUM_LENGTH = 6;
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** `sb_live_` or `sb_test_`, a public prefix of 8, an underscore, 43 characters of secret and 6 of checksum, which the first keys did not have. */
const KEY_PATTERN = /^(sb_(?:live|test)_([0-9a-z]{8})_[0-9A-Za-z_-]{43})([0-9A-Za-z]{6})?$/;

/** How many random bytes an API key is spelled from. */
export const KEY_BYTES = 37;

/**
 * Spells an API key from 37 random bytes: five make the public prefix of 8 base-36 characters, 32 the secret of 256 bits. A checksum
 * follows, so that a typing mistake is told without a look-up, and a scanner of leaked secrets has no false alarms.
 */
export function spellKey(environment: Environment, bytes: Uint8Array): { prefix: string; secret: string } {
  if (bytes.length !== KEY_BYTES) throw new RangeError(`an API key is spelled from ${KEY_BYTES} bytes`);
  const number = bytes.subarray(0, 5).reduce((sum, byte) => sum * 256 + byte, 0);
  const prefix = number.toString(36).padStart(PREFIX_LENGTH, '0');
  return { prefix, secret: spellSecret(environment, prefix, bytes.subarray(5)) };
}

/** Spells another secret from 32 random bytes under the prefix a key has. */
export function spellSecret(environment: Environment, prefix: string, bytes: Uint8Array): string {
  const text = `sb_${WORDS[environment]}_${prefix}_${Buffer.from(bytes).toString('base64url')}`;
  return text + checksumOf(text);
}

/** CRC-32 of the text in base 62. */
function checksumOf(text: string): string {
  let left = crc32(text);
  let spelled = '';
  for (let index = 0; index < CHECKSUM_LENGTH; index += 1) {
    spelled = (DIGITS[left % 62] ?? '') + spelled;
    left = Math.floor(left / 62);
  }
  return spelled;
}

/** What a text is, seen by itself: perhaps a key, with its public prefix; a key with a typing mistake; or no key at all. */
export type KeyReading = { kind: 'key'; prefix: string } | { kind: 'mistyped' | 'not_a_key' };

/** Reads the text of a key without looking anything up. */
export function readKeyText(text: string): KeyReading {
  const [, body = '', prefix = '', checksum] = KEY_PATTERN.exec(text) ?? [];
  if (body === '') return { kind: 'not_a_key' };
  if (checksum !== undefined && checksum !== checksumOf(body)) return { kind: 'mistyped' };
  return { kind: 'key', prefix };
}

/** What is stored of a key: the SHA-256 of the whole text in hex. The secret has 256 random bits, so no slow hash is needed. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
