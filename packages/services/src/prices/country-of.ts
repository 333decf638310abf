const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => `${first}${second}`));
// Of these the engine has names although they are no countries of their own.
const NO_COUNTRY: ReadonlySet<string> = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

/** The code of today: those of former countries, and UK, become it. */
const ofToday = (code: string): string => new Intl.Locale(`und-${code}`).region ?? code;

// Hong Kong SAR China is called Hong Kong for short.
const NAMES = (['long', 'short'] as const).map(
  (style) => new Intl.DisplayNames('en', { type: 'region', fallback: 'none', style }),
);
const NAMED = CODES.filter((code) => !NO_COUNTRY.has(code) && ofToday(code) === code).flatMap((code) =>
  NAMES.flatMap((names): [string, string][] => {
    const name = names.of(code);
    return name === undefined ? [] : [[fold(name), code]];
  }),
);
const BY_NAME: ReadonlyMap<string, string> = new Map(NAMED);
const KNOWN: ReadonlySet<string> = new Set(NAMED.map(([, code]) => code));

/** The country a price list means, ISO 3166-1 alpha-2: by its code or its English name; undefined when it is neither. */
export function countryOf(text: string): string | undefined {
  const given = text.trim().toUpperCase();
  const code = /^[A-Z]{2}$/.test(given) ? ofToday(given) : given;
  return KNOWN.has(code) ? code : BY_NAME.get(fold(text));
}
