/** What a zone is ahead of UTC at an instant as people write it, such as "GMT-6"; UTC itself is "GMT". */
export function zoneOffset(locale: string, timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}
