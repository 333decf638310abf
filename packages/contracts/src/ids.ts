/** The kinds of thing that carry a public id, and the prefix each wears. */
export const ID_PREFIXES = {
  organisation: 'org',
  workspace: 'ws',
  user: 'usr',
  apiKey: 'key',
  message: 'msg',
  provider: 'prv',
  route: 'rte',
  request: 'req',
  event: 'evt',
  eventGroup: 'evg',
  suppression: 'sup',
  consent: 'cns',
  list: 'lst',
  contactImport: 'imp',
  rateLimit: 'lim',
  invitation: 'inv',
  verification: 'vrf',
  webhook: 'whk',
  delivery: 'dlv',
  auditEntry: 'aud',
  prefix: 'pfx',
  passkey: 'psk',
  dltEntry: 'dlt',
  pause: 'pse',
  alert: 'alr',
  weightSet: 'wts',
  weightChange: 'wtc',
  experiment: 'exp',
  price: 'prc',
  priceChange: 'pch',
  template: 'tpl',
  personRequest: 'prq',
  inbound: 'inb',
  keyword: 'kwd',
  sender: 'snd',
  cap: 'cap',
  approval: 'apr',
} as const;

/** A kind of thing with a public id. */
export type IdKind = keyof typeof ID_PREFIXES;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const VALUE_OF = new Map<string, number>([...ALPHABET].map((character, value) => [character, value]));
const UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const HEX_VALUES = new Uint8Array(128);
for (const [value, digit] of [...'0123456789abcdef'].entries()) HEX_VALUES[digit.charCodeAt(0)] = value;
for (const [value, digit] of [...'ABCDEF'].entries()) HEX_VALUES[digit.charCodeAt(0)] = value + 10;
const DASH = 45;

/** Spells a UUID as a public id: prefix, underscore, 26 characters of Crockford base 32. The order of ids is the order of UUIDs. */
export function encodeId(kind: IdKind, uuid: string): string {
  let text = `${ID_PREFIXES[kind]}_`;
  // 26 characters hold 130 bits: two zero bits stand in front of the 128. Digit by digit, because every answer names an id and
  // a BigInt would cost ten times as much.
  let bits = 0;
  let held = 2;
  for (let index = 0; index < uuid.length; index += 1) {
    const digit = uuid.charCodeAt(index);
    if (digit === DASH) continue;
    bits = (bits << 4) | (HEX_VALUES[digit] ?? 0);
    held += 4;
    if (held >= 5) {
      held -= 5;
      text += ALPHABET[bits >> held] ?? '';
      bits &= (1 << held) - 1;
    }
  }
  return text;
}

/** Writes the 16 bytes of a UUID into `into` from `at` on. */
export function writeUuid(uuid: string, into: Uint8Array, at: number): void {
  let next = at;
  let high = -1;
  for (let index = 0; index < uuid.length; index += 1) {
    const digit = uuid.charCodeAt(index);
    if (digit === DASH) continue;
    const value = HEX_VALUES[digit] ?? 0;
    if (high < 0) high = value;
    else {
      into[next] = (high << 4) | value;
      next += 1;
      high = -1;
    }
  }
}

/** Reads a public id back to its UUID, or undefined when it is not an id of that kind. Never throws. */
export function decodeId(kind: IdKind, id: string): string | undefined {
  const prefix = `${ID_PREFIXES[kind]}_`;
  if (!id.startsWith(prefix) || id.length !== prefix.length + 26) return undefined;
  let number = 0n;
  for (const character of id.slice(prefix.length)) {
    const value = VALUE_OF.get(character);
    if (value === undefined) return undefined;
    number = (number << 5n) | BigInt(value);
  }
  if (number >> 128n !== 0n) return undefined;
  const hex = number.toString(16).padStart(32, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** True for the canonical lower-case text form of a UUID. */
export function isUuid(text: string): boolean {
  return UUID_PATTERN.test(text);
}

/** Makes time-ordered UUIDs (version 7, RFC 9562 section 5.7) from a clock and a source of random bytes. */
export interface UuidSource {
  /** The next UUID; within one source each is greater than the one before, also inside one millisecond. */
  next(): string;
}

/** What a UuidSource needs from the world: the time in milliseconds and random bytes. */
export interface UuidInputs {
  nowMs: () => number;
  fillRandom: (bytes: Uint8Array) => void;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hex = (byte: number | undefined): string => HEX[byte ?? 0] ?? '00';

/** Builds a UuidSource: 48 bits of time, a 12 bit counter that starts low and counts inside the millisecond, 62 random bits. */
export function createUuidSource(inputs: UuidInputs): UuidSource {
  const pool = new Uint8Array(8 * 512);
  let used = pool.length;
  let lastMs = 0;
  let counter = 0;
  return {
    next() {
      if (used === pool.length) {
        inputs.fillRandom(pool);
        used = 0;
      }
      const nowMs = inputs.nowMs();
      if (nowMs > lastMs) {
        lastMs = nowMs;
        counter = (pool[used] ?? 0) & 0x3f;
      } else {
        counter += 1;
        if (counter > 0xfff) {
          // The counter is full: borrow the next millisecond rather than wait or lose the order.
          lastMs += 1;
          counter = 0;
        }
      }
      const time = lastMs.toString(16).padStart(12, '0');
      const random = pool.subarray(used, used + 8);
      used += 8;
      const third = `7${counter.toString(16).padStart(3, '0')}`;
      const fourth = hex(((random[0] ?? 0) & 0x3f) | 0x80) + hex(random[1]);
      const last = hex(random[2]) + hex(random[3]) + hex(random[4]) + hex(random[5]) + hex(random[6]) + hex(random[7]);
      return `${time.slice(0, 8)}-${time.slice(8)}-${third}-${fourth}-${last}`;
    },
  };
}

/** The instant inside a version 7 UUID, in milliseconds since 1970. */
export function uuidTimeMs(uuid: string): number {
  return Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);
}

/** The smallest UUID of an instant: the bound of a partition or of a search by time. */
export function uuidFloor(timeMs: number): string {
  const time = Math.max(0, Math.trunc(timeMs)).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}
