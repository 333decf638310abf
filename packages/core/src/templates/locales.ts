/**
 * The language of those at hand that a person who wants `wanted` gets: the same, else by shorter and shorter tags (zh-Hant-TW, zh-Hant, zh;
 * BCP 47 lookup, RFC 4647 section 3.4), else the default. Undefined when even that is not at hand.
 */
export function chooseLocale(
  wanted: string | undefined,
  available: readonly string[],
  fallback: string,
): string | undefined {
  const known = new Map(available.map((locale) => [locale.toLowerCase(), locale]));
  const steps = (wanted ?? '').toLowerCase().split('-');
  for (let length = steps.length; length > 0; length -= 1) {
    // A single letter or digit belongs to what follows it and is never the end of a tag.
    if (length > 1 && steps[length - 1]?.length === 1) continue;
    const found = known.get(steps.slice(0, length).join('-'));
    if (found !== undefined) return found;
  }
  return known.get(fallback.toLowerCase());
}
