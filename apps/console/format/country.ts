// Making one costs as much as hundreds of look-ups in it, and a timeline looks up a name at every step.
const namesOf = new Map<string, Intl.DisplayNames>();

/** The name of a country (ISO 3166-1 alpha-2) in a language; whatever is no code of one comes back unchanged. */
export function countryName(locale: string, code: string): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return code;
  let names = namesOf.get(locale);
  if (names === undefined) {
    names = new Intl.DisplayNames([locale], { type: 'region' });
    namesOf.set(locale, names);
  }
  return names.of(code) ?? code;
}
