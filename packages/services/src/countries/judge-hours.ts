import { DEFAULT_COUNTRY, type FieldError, type OpeningSpan } from '@signalbox/contracts';
import { judgeHours, zonesOfCountry } from '@signalbox/core';
import { layerOf } from '../config/hours.ts';

/** What is wrong with the hours of a country: mail has none there, and hours that no moment of the week fulfils would stop all marketing. */
export function judgeOpeningHours(country: string, spans: readonly OpeningSpan[], nowMs: number): FieldError[] {
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
  const texts = spans.filter((span) => span.channels === null || span.channels.includes('sms'));
  const zones = zonesOfCountry(country);
  if (forMail.length > 0 || texts.length === 0 || zones.length === 0) return forMail;
  const { open, untilMs } = judgeHours([layerOf({ country, version: 0 }, texts, [])], zones, nowMs);
  if (open || untilMs !== null) return [];
  const where = `the ${zones.length} time zones of ${country}`;
  const message = `There is no moment of the week at which it is within these hours in all of ${where}, so that no marketing would ever go: give longer hours.`;
  return [{ path: 'opening_hours', code: 'never_open', message }];
}
