import { isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** One exception the operator made: a host or a range of addresses, on one port or on all. */
export type AllowRule = { port: number | null } & (
  | { kind: 'host'; host: string }
  | { kind: 'range'; network: ipaddr.IPv4 | ipaddr.IPv6; bits: number }
);

/** What judging a URL gives: the parsed URL, or one sentence why nothing may be sent there. */
export type UrlJudgement = { ok: true; url: URL } | { ok: false; why: string };

const MAX_URL_LENGTH = 2048;
const GLOBAL_UNICAST_V6: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];
const DENIED_V6: readonly [string, ipaddr.IPv6, number][] = [
  ['documentation', ipaddr.IPv6.parse('3fff::'), 20],
  ['documentation', ipaddr.IPv6.parse('2001:db8::'), 32],
];

/**
 * Reads the operator's list of exceptions: `host`, `host:port`, `10.0.0.0/8`, `127.0.0.1:4903`, `[::1]:4903`. Throws a RangeError naming
 * the entry that is none of these.
 */
export function parseAllowList(entries: readonly string[]): AllowRule[] {
  return entries.map(parseAllowEntry);
}

function parseAllowEntry(entry: string): AllowRule {
  const text = entry.trim().toLowerCase();
  const { host, port } = splitPort(text);
  if (port !== null && (port < 1 || port > 65_535)) throw badEntry(entry);
  if (host.includes('/')) {
    if (!ipaddr.isValidCIDR(host)) throw badEntry(entry);
    const [network, bits] = ipaddr.parseCIDR(host);
    return { kind: 'range', network, bits, port };
  }
  if (ipaddr.IPv4.isValidFourPartDecimal(host))
    return { kind: 'range', network: ipaddr.IPv4.parse(host), bits: 32, port };
  if (isIPv6(host)) return { kind: 'range', network: ipaddr.IPv6.parse(host), bits: 128, port };
  if (!/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(host) || /^[\d.]+$/.test(host)) throw badEntry(entry);
  return { kind: 'host', host, port };
}

function splitPort(text: string): { host: string; port: number | null } {
  const bracketed = /^\[([^\]]+)\](?::(\d{1,5}))?$/.exec(text);
  if (bracketed) return { host: bracketed[1] ?? '', port: bracketed[2] === undefined ? null : Number(bracketed[2]) };
  const plain = /^([^:]+):(\d{1,5})$/.exec(text);
  return plain ? { host: plain[1] ?? '', port: Number(plain[2]) } : { host: text, port: null };
}

function badEntry(entry: string): RangeError {
  return new RangeError(
    `The list of allowed hosts has the entry "${entry.slice(0, 80)}"; write a host name, an address or a range such as 10.0.0.0/8, with :port if only one port is meant.`,
  );
}

/** True when the operator allowed this host name on this port. */
export function isHostAllowed(rules: readonly AllowRule[], host: string, port: number): boolean {
  const name = host.toLowerCase();
  return rules.some((rule) => rule.kind === 'host' && rule.host === name && (rule.port === null || rule.port === port));
}

/**
 * Why a connection to this address is denied, or null when it may be made: only global unicast passes, and what the operator listed.
 * Everything else (loopback, private, link-local, shared, multicast, reserved, documentation, IPv4-mapped, NAT64, 6to4, Teredo) is named.
 */
export function judgeAddress(rules: readonly AllowRule[], address: string, port: number): string | null {
  const plain = address.replace(/^\[|\]$/g, '');
  if (!ipaddr.isValid(plain)) return 'not an address';
  const parsed = ipaddr.parse(plain);
  if (rules.some((rule) => isInRule(rule, parsed, port))) return null;
  const range = parsed.range();
  if (range !== 'unicast') return range;
  if (parsed instanceof ipaddr.IPv6) {
    // Only 2000::/3 has been handed out for global use (RFC 4291 section 2.4); what lies outside is not the public internet.
    if (parsed.zoneId) return 'zone';
    if (!parsed.match(...GLOBAL_UNICAST_V6)) return 'reserved';
    for (const [name, network, bits] of DENIED_V6) if (parsed.match(network, bits)) return name;
  }
  return null;
}

function isInRule(rule: AllowRule, address: ipaddr.IPv4 | ipaddr.IPv6, port: number): boolean {
  if (rule.kind !== 'range' || (rule.port !== null && rule.port !== port)) return false;
  if (rule.network instanceof ipaddr.IPv4)
    return address instanceof ipaddr.IPv4 && address.match(rule.network, rule.bits);
  return address instanceof ipaddr.IPv6 && !address.zoneId && address.match(rule.network, rule.bits);
}

/**
 * Judges the text of a URL before anything is resolved: one parse (WHATWG, so that decimal, octal and hexadecimal hosts are already
 * plain addresses), https unless the operator listed the host, no user information, no denied literal address.
 */
export function judgeUrl(rules: readonly AllowRule[], text: string): UrlJudgement {
  if (text.length > MAX_URL_LENGTH) return { ok: false, why: `The URL has more than ${MAX_URL_LENGTH} characters.` };
  const url = URL.parse(text);
  if (url === null)
    return { ok: false, why: 'The text is not a URL; write it whole, such as https://api.example.com/send.' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { ok: false, why: `The URL begins with ${url.protocol}//; only https is sent to.` };
  }
  if (url.username !== '' || url.password !== '')
    return { ok: false, why: 'The URL carries a user name or password; use the account fields.' };
  const port = portOf(url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const listed = ipaddr.isValid(host) ? isListedAddress(rules, host, port) : isHostAllowed(rules, host, port);
  if (url.protocol === 'http:' && !listed) {
    return { ok: false, why: 'The URL is plain http; use https, or let the operator list the host as allowed.' };
  }
  if (ipaddr.isValid(host) && !listed) {
    const denied = judgeAddress(rules, host, port);
    if (denied !== null) return { ok: false, why: `The address ${host} is not on the public internet (${denied}).` };
  }
  return { ok: true, url };
}

function isListedAddress(rules: readonly AllowRule[], host: string, port: number): boolean {
  const parsed = ipaddr.parse(host);
  return rules.some((rule) => isInRule(rule, parsed, port));
}

/** The port a URL leads to, its scheme's default included. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'http:' ? 80 : 443;
}
