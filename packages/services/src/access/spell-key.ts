import type { Environment } from '@signalbox/contracts';

const WORDS = { live: 'live', sandbox: 'test' } as const satisfies Record<Environment, string>;
const PREFIX_LENGTH = 8;

/** Spells an API key from 37 random bytes: five make the public prefix of 8 base-36 characters, 32 the secret of 256 bits. */
export function spellKey(environment: Environment, bytes: Uint8Array): { prefix: string; secret: string } {
  if (bytes.length !== 37) throw new RangeError('an API key is spelled from 37 bytes');
  const number = bytes.subarray(0, 5).reduce((sum, byte) => sum * 256 + byte, 0);
  const prefix = number.toString(36).padStart(PREFIX_LENGTH, '0');
  return {
    prefix,
    secret: `sb_${WORDS[environment]}_${prefix}_${Buffer.from(bytes.subarray(5)).toString('base64url')}`,
  };
}
