/** The eight groups of an IPv6 address as numbers; the dotted form of the last two is read too. */
function groupsOf(ip: string): number[] {
  const plain = ip.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes: string[]) => {
    const [a, b, c, d] = bytes.slice(0, 4).map(Number) as [number, number, number, number];
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [front = [], back] = plain.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const gap = back === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  return [...front, ...new Array<string>(gap).fill('0'), ...(back ?? [])].map((group) => Number.parseInt(group, 16));
}

/**
 * Whose count an address of a person is: an IPv4 address its own, also when it is written as IPv6; an IPv6 address that of its /64, because
 * whoever has one has the whole of it.
 */
export function ipSubject(ip: string): string {
  if (!ip.includes(':')) return ip;
  const groups = groupsOf(ip);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) {
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join('.');
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** Whose count the network around an address is: the /24 of an IPv4 address, the /48 of an IPv6 address, which is what one customer is given. */
export function networkSubject(ip: string): string {
  const own = ipSubject(ip);
  const parts = own.includes(':') ? own.split(':').slice(0, 3) : own.split('.').slice(0, 3);
  return own.includes(':') ? `${parts.join(':')}::/48` : `${parts.join('.')}.0/24`;
}
