/** An internet address as 16 bytes; IPv4 is held in its mapped form (RFC 4291, 2.5.5.2), so that both spellings of one host are equal. */
export type AddressBytes = readonly number[];

const MAPPED = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];
const OCTET = /^(0|[1-9]\d{0,2})$/;
const GROUP = /^[0-9a-f]{1,4}$/i;

/** Reads an IPv4 or IPv6 address, or undefined when the text is none. Octets with leading zeros and zone names are none. */
export function parseAddress(text: string): AddressBytes | undefined {
  return text.includes(':') ? parseSix(text) : parseFour(text);
}

function parseFour(text: string): AddressBytes | undefined {
  const octets = octetsOf(text);
  return octets === undefined ? undefined : [...MAPPED, ...octets];
}

function octetsOf(text: string): number[] | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => OCTET.test(part) && Number(part) < 256)) return undefined;
  return parts.map(Number);
}

function parseSix(text: string): AddressBytes | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(bytesOf);
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  if (tail === undefined) return head.length === 16 ? head : undefined;
  const gap = 16 - head.length - tail.length;
  // RFC 5952, 4.2.2: the two colons stand for at least one group.
  return gap < 2 ? undefined : [...head, ...Array<number>(gap).fill(0), ...tail];
}

/** The bytes of groups between colons; the last may be an IPv4 address. */
function bytesOf(text: string): number[] | undefined {
  if (text === '') return [];
  const groups = text.split(':');
  const last = groups.at(-1) ?? '';
  const octets = last.includes('.') ? octetsOf(last) : [];
  if (octets === undefined) return undefined;
  const words = octets.length === 0 ? groups : groups.slice(0, -1);
  if (!words.every((group) => GROUP.test(group))) return undefined;
  const bytes = words.flatMap((group) => {
    const word = Number.parseInt(group, 16);
    return [word >> 8, word & 0xff];
  });
  return [...bytes, ...octets];
}

/** Spells an address: IPv4 and mapped IPv4 with dots, IPv6 as RFC 5952 recommends. */
export function formatAddress(bytes: AddressBytes): string {
  if (MAPPED.every((byte, index) => bytes[index] === byte)) return bytes.slice(12).join('.');
  const words = Array.from({ length: 8 }, (_, index) => ((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0));
  const gap = longestZeros(words);
  const spell = (from: number, to: number) =>
    words
      .slice(from, to)
      .map((word) => word.toString(16))
      .join(':');
  return gap.length < 2 ? spell(0, 8) : `${spell(0, gap.start)}::${spell(gap.start + gap.length, 8)}`;
}

function longestZeros(words: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let run = 0;
  for (const [index, word] of words.entries()) {
    run = word === 0 ? run + 1 : 0;
    if (run > best.length) best = { start: index - run + 1, length: run };
  }
  return best;
}
