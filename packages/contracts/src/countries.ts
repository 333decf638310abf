import { z } from 'zod';
import { MarketingNow } from './compliance.ts';
import { headerText, VALIDITY_MAX_SECONDS } from './public-api.ts';
import { Channel } from './words.ts';

/** Stands for all countries that have no row of their own. */
export const DEFAULT_COUNTRY = 'default';

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
/** ISO 4217, as far as the engine knows it. */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as USD')
  .refine((code) => CURRENCIES.has(code), { error: 'must be an ISO 4217 code that is in use, such as USD' });

/** A language as BCP 47 writes it, in its canonical spelling. */
export const Language = z
  .string()
  .min(2)
  .max(35)
  .refine(isCanonicalLanguage, { error: 'must be a BCP 47 tag in its canonical spelling, such as es or pt-BR' });

/** A zone of the IANA database, such as America/Mexico_City. */
export const TimeZone = z
  .string()
  .min(1)
  .max(60)
  .refine(isTimeZone, { error: 'must be a zone of the IANA database such as America/Mexico_City' });

function isCanonicalLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  // Offsets such as +05:00 are taken by the engine and know nothing of summer time.
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const unique = (values: readonly unknown[]): boolean => new Set(values).size === values.length;
const TWICE = { error: 'must not name anything twice' };
/** A time of day. */
export const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 09:00');

/** The senders of one channel in one country. */
export const CountrySenders = z.strictObject({
  default: headerText(320)
    .nullable()
    .default(null)
    .describe(
      'Sender of messages that name none; null leaves it to the provider. Needed, and a registered one, with `registered_only`.',
    ),
  registered_only: z
    .boolean()
    .default(false)
    .describe(
      'Whether a message may only name senders that are registered there (`/v1/senders`); those at `default` count where a country has none of its own.',
    ),
});
export type CountrySenders = z.infer<typeof CountrySenders>;

/** A weekly span in the local time of the recipient; days as ISO 8601 counts them, Monday is 1. */
export const OpeningSpan = z
  .strictObject({
    channels: z
      .array(Channel)
      .min(1)
      .max(Channel.options.length)
      .refine(unique, TWICE)
      .nullable()
      .default(null)
      .describe(
        'The channels it holds for; null is all of them. A channel that no span names or includes is open at any time.',
      ),
    days: z.array(z.int().min(1).max(7)).min(1).max(7).refine(unique, TWICE),
    from: Clock,
    to: z.union([Clock, z.literal('24:00')]),
  })
  .refine((span) => span.from < span.to, { error: 'must end after it begins; split a night in two', path: ['to'] });
export type OpeningSpan = z.infer<typeof OpeningSpan>;

/** Body of `PUT /v1/countries/{iso}`: the whole of what holds there. What is null or left out is inherited from `default`. */
export const SetCountryRequest = z.strictObject({
  enabled: z.boolean().describe('Whether anything goes to numbers of this country, codes included.'),
  currency: Currency.nullable().default(null).describe('Currency customers there pay in (ISO 4217).'),
  languages: z
    .array(Language)
    .min(1)
    .max(20)
    .refine(unique, TWICE)
    .nullable()
    .default(null)
    .describe('Languages of customers there, the preferred one first (BCP 47).'),
  channels: z
    .array(Channel)
    .min(1)
    .max(Channel.options.length)
    .refine(unique, TWICE)
    .nullable()
    .default(null)
    .describe('Channels that are open; to close all of them, close the country.'),
  senders: z
    .strictObject({
      sms: CountrySenders.nullable().default(null),
      email: CountrySenders.nullable().default(null),
      voice: CountrySenders.nullable().default(null),
    })
    .default({ sms: null, email: null, voice: null })
    .describe(
      'Senders by channel; a channel that is null is inherited. Those of mail, which has no country, are set at `default`.',
    ),
  opening_hours: z
    .array(OpeningSpan)
    .min(1, 'must name one span at least; null inherits, and days 1 to 7 from 00:00 to 24:00 are open always')
    .max(50)
    .nullable()
    .default(null)
    .describe(
      'When marketing is welcome, in the local time of the recipient; what comes at another time is `held` until then, the last ten minutes included. In a country of several zones a number may be in any of them, so that it must be open in all at once. Mail, and numbers of no country, follow `default` in the zone of the workspace.',
    ),
  closed_dates: z
    .array(z.iso.date('must be a date such as 2026-12-25'))
    .min(1)
    .max(400)
    .refine(unique, TWICE)
    .nullable()
    .default(null)
    .describe('Days without marketing, such as public holidays, by the calendar of the recipient.'),
  max_price: z
    .strictObject({ amount_micros: z.int().min(1).max(1_000_000_000), currency: Currency })
    .nullable()
    .default(null)
    .describe(
      'Most that one part may cost: routes above it, or in a currency without an exchange rate to its own, carry nothing there.',
    ),
  valid_for_seconds: z
    .int()
    .min(60)
    .max(VALIDITY_MAX_SECONDS)
    .nullable()
    .default(null)
    .describe('Longest validity of messages there; codes keep their own.'),
  marketing_per_day: z
    .int()
    .min(0)
    .max(100)
    .nullable()
    .default(null)
    .describe(
      'Most marketing messages to one person on one channel in 24 hours, beside the frequency caps of the workspace: the stricter wins.',
    ),
  version: z
    .int()
    .min(1)
    .max(2_147_483_647)
    .optional()
    .describe('Version that was read: the change is refused when somebody else made one since.'),
});
export type SetCountryRequest = z.infer<typeof SetCountryRequest>;

/** What holds in one country, or (`default`) in all that have nothing of their own. Null is inherited. */
export const CountryView = z.object({
  country: z.string(),
  enabled: z.boolean(),
  currency: z.string().nullable(),
  languages: z.array(z.string()).nullable(),
  channels: z.array(Channel).nullable(),
  senders: z.object({
    sms: z.object({ default: z.string().nullable(), registered_only: z.boolean() }).nullable(),
    email: z.object({ default: z.string().nullable(), registered_only: z.boolean() }).nullable(),
    voice: z.object({ default: z.string().nullable(), registered_only: z.boolean() }).nullable(),
  }),
  opening_hours: z
    .array(
      z.object({ channels: z.array(Channel).nullable(), days: z.array(z.int()), from: z.string(), to: z.string() }),
    )
    .nullable(),
  closed_dates: z.array(z.string()).nullable(),
  max_price: z.object({ amount_micros: z.int(), currency: z.string() }).nullable(),
  valid_for_seconds: z.int().nullable(),
  marketing_per_day: z.int().nullable(),
  /** How the hours for marketing by text stand there now; null when none hold, and at `default`, which is no place. */
  marketing_now: MarketingNow.nullable(),
  version: z.int(),
  updated_at: z.string(),
});
export type CountryView = z.infer<typeof CountryView>;

/** All countries that have rules, `default` first, then by code. */
export const CountryList = z.object({ data: z.array(CountryView) });
export type CountryList = z.infer<typeof CountryList>;
