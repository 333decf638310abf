/** The prefixes of all routes, arranged for look-up by length. */
export interface PrefixIndex {
  /** Lengths in use, longest first. */
  lengths: readonly number[];
  known: ReadonlySet<string>;
}

const NONE: readonly string[] = Object.freeze([]);

/** Arranges route prefixes (digits without "+"); done once per configuration. */
export function indexPrefixes(prefixes: Iterable<string>): PrefixIndex {
  const known = new Set(prefixes);
  known.delete('');
  const lengths = [...new Set([...known].map((prefix) => prefix.length))].sort((a, b) => b - a);
  return { lengths, known };
}

/** Those prefixes that the number starts with, longest first. The number is E.164, with or without its "+". */
export function matchPrefixes(number: string, index: PrefixIndex): readonly string[] {
  if (index.lengths.length === 0) return NONE;
  const from = number.charCodeAt(0) === 0x2b ? 1 : 0;
  const matched: string[] = [];
  for (const length of index.lengths) {
    if (number.length - from < length) continue;
    const prefix = number.slice(from, from + length);
    if (index.known.has(prefix)) matched.push(prefix);
  }
  return matched.length === 0 ? NONE : matched;
}
