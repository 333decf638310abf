import { type AddressBytes, formatAddress, parseAddress } from './address.ts';

/** A range of addresses (CIDR): the first one and how many leading bits of its 128 count. */
export interface Network {
  bytes: AddressBytes;
  bits: number;
}

/** Reads `203.0.113.0/24`, `2001:db8::/32` or a single address; undefined when it is none or has bits behind its mask. */
export function parseNetwork(text: string): Network | undefined {
  const [address = '', mask, ...rest] = text.split('/');
  const bytes = parseAddress(address);
  if (bytes === undefined || rest.length > 0) return undefined;
  const width = address.includes(':') ? 128 : 32;
  if (mask !== undefined && !/^(0|[1-9]\d{0,2})$/.test(mask)) return undefined;
  const given = mask === undefined ? width : Number(mask);
  if (given > width) return undefined;
  const network = { bytes, bits: 128 - width + given };
  return bytes.every((byte, index) => (byte & ~maskAt(network.bits, index) & 0xff) === 0) ? network : undefined;
}

/** Spells a network; a single address without its mask. */
export function formatNetwork({ bytes, bits }: Network): string {
  const address = formatAddress(bytes);
  if (bits === 128) return address;
  return `${address}/${address.includes('.') && bits >= 96 ? bits - 96 : bits}`;
}

/** True when the address lies in one of the networks. Mapped IPv4 and IPv4 are one. */
export function isInside(networks: readonly Network[], address: AddressBytes): boolean {
  return networks.some(({ bytes, bits }) =>
    bytes.every((byte, index) => ((byte ^ (address[index] ?? 0)) & maskAt(bits, index)) === 0),
  );
}

/** The bits that count of the byte at an index. */
function maskAt(bits: number, index: number): number {
  const counted = Math.min(8, Math.max(0, bits - 8 * index));
  return (0xff << (8 - counted)) & 0xff;
}
