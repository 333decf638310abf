import { Channel, DEFAULT_COUNTRY, type FieldError, isByPhone, type OpeningSpan } from '@signalbox/contracts';
import { type CountryLaw, type HoursLayer, judgeHours, legalHours, zonesOfCountry } from '@signalbox/core';
import { layerOf } from '../config/hours.ts';

/**
 * What is wrong with the hours of a country: mail has none there, and hours that no moment of the week fulfils, by themselves or together
 * with those of the law, would stop all marketing.
 */
export function judgeOpeningHours(
  country: string,
  spans: readonly OpeningSpan[],
  law: CountryLaw | undefined,
  nowMs: number,
): FieldError[] {
  if (country === DEFAULT_COUNTRY) return [];
  const forMail = spans.flatMap((span, index): FieldError[] =>
    span.channels?.includes('email') === true
      ? [
          {
            path: `opening_hours.${index}.channels`,
            code: 'not_allowed',
            message: 'Mail has no country: set its hours at "default", and leave it out here.',
          },
        ]
      : [],
  );
  const zones = zonesOfCountry(country);
  if (forMail.length > 0 || zones.length === 0) return forMail;
  const faults = Channel.options
    .filter(isByPhone)
    .flatMap((channel) => neverOpenBy(channel, { country, spans, zones, law, nowMs }));
  // Texts and calls may well be at fault for the same reason: it is told once.
  return faults.slice(0, 1);
}

/** What is wrong with the hours of texts, or of calls: the law may know other hours for each. */
function neverOpenBy(
  channel: Channel,
  {
    country,
    spans,
    zones,
    law,
    nowMs,
  }: {
    country: string;
    spans: readonly OpeningSpan[];
    zones: readonly string[];
    law: CountryLaw | undefined;
    nowMs: number;
  },
): FieldError[] {
  const concerned = spans.filter((span) => span.channels === null || span.channels.includes(channel));
  if (concerned.length === 0) return [];
  const own = layerOf({ country, version: 0 }, concerned, []);
  const open = (layers: readonly HoursLayer[]): boolean => {
    const judged = judgeHours(layers, zones, nowMs);
    return judged.open || judged.untilMs !== null;
  };
  if (!open([own])) {
    const where = `the ${zones.length} time zones of ${country}`;
    return [neverOpen(`within these hours in all of ${where}`, 'give longer hours')];
  }
  const legal = law === undefined ? [] : legalHours(law, { class: 'marketing', channel, nowMs }).layers;
  if (open([own, ...legal])) return [];
  const rules = [...new Set(legal.map(({ rule }) => rule.replace('law/', '')))].join(', ');
  return [
    neverOpen(`within both these hours and those of the law (${rules})`, 'give hours that meet those of the law'),
  ];
}

const neverOpen = (what: string, cure: string): FieldError => ({
  path: 'opening_hours',
  code: 'never_open',
  message: `There is no moment of the week at which it is ${what}, so that no marketing would ever go: ${cure}.`,
});
