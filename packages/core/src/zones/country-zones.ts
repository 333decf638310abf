/** Zones that CLDR does not list for a country, or lists though they are not the time by law. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  // All of China keeps Beijing time by law; Asia/Urumqi is a habit of Xinjiang beside it.
  CN: ['Asia/Shanghai'],
  // Codes that are in use and not in ISO 3166-1.
  XK: ['Europe/Belgrade'],
  AC: ['Atlantic/St_Helena'],
  TA: ['Atlantic/St_Helena'],
};

/** Engines keep the first name of a zone for ever (CLDR stability policy); people know the places by these. */
const RENAMED: Readonly<Record<string, string>> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
};

/** Of zones whose clocks go alike these are named, because people know the time by them. */
const NAMED_FIRST: ReadonlySet<string> = new Set([
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/Anchorage'],
  ...['America/Toronto', 'America/Winnipeg', 'America/Edmonton', 'America/Vancouver', 'America/Halifax'],
  ...['America/Mexico_City', 'America/Tijuana', 'America/Sao_Paulo', 'America/Manaus', 'America/Rio_Branco'],
  ...['America/Buenos_Aires', 'America/Santiago', 'Europe/Madrid', 'Europe/Lisbon', 'Europe/Berlin', 'Europe/Kyiv'],
  ...['Europe/Moscow', 'Asia/Yekaterinburg', 'Asia/Novosibirsk', 'Asia/Vladivostok', 'Asia/Almaty', 'Asia/Tashkent'],
  ...[
    'Asia/Jakarta',
    'Asia/Makassar',
    'Asia/Kuala_Lumpur',
    'Australia/Sydney',
    'Australia/Adelaide',
    'Australia/Perth',
  ],
]);

const known = new Map<string, readonly string[]>();

/** The zones of the IANA database in which a country lies, those people know it by first; empty for a code that is no country. */
export function zonesOfCountry(country: string): readonly string[] {
  let zones = known.get(country);
  if (zones === undefined) {
    const all = OWN[country] ?? listedZones(country).map((zone) => RENAMED[zone] ?? zone);
    zones = [...all.filter((zone) => NAMED_FIRST.has(zone)), ...all.filter((zone) => !NAMED_FIRST.has(zone))];
    known.set(country, zones);
  }
  return zones;
}

function listedZones(country: string): readonly string[] {
  // Of the Intl Locale Info proposal; the types do not know it yet.
  const region = new Intl.Locale('und', { region: country }) as Intl.Locale & { getTimeZones(): string[] | undefined };
  return region.getTimeZones() ?? [];
}
