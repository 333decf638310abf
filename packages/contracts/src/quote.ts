import { z } from 'zod';
import { Channel, Environment, TrafficClass } from './words.ts';

/** Most recipients of one quote that are named; of a mix there may be any number. */
export const QUOTE_RECIPIENTS_MAX = 1000;

/** Body of `POST /v1/routing/quote`: what would this send cost? */
export const QuoteRequest = z
  .strictObject({
    channel: z.enum(['sms', 'email']).default('sms'),
    class: TrafficClass,
    text: z
      .string()
      .min(1)
      .max(5000)
      .describe('The text as it would be sent: how many parts it takes follows from it.'),
    recipients: z
      .array(z.string().max(320))
      .min(1)
      .max(QUOTE_RECIPIENTS_MAX)
      .optional()
      .describe('Numbers or mail addresses; each is judged as a send would be, suppressions and consents included.'),
    mix: z
      .array(
        z.strictObject({
          country: z.string().regex(/^[A-Z]{2}$/, 'must be a country code of two letters'),
          count: z.int().min(1).max(100_000_000),
        }),
      )
      .min(1)
      .max(250)
      .optional()
      .describe('Instead of recipients: how many go to which country. Lists of people are not looked at then.'),
  })
  .refine(({ recipients, mix }) => (recipients === undefined) !== (mix === undefined), {
    error: 'give either recipients or mix',
    path: ['recipients'],
  })
  .refine(({ channel, mix }) => channel === 'sms' || mix === undefined, {
    error: 'a mail address has no country; name the recipients',
    path: ['mix'],
  });
export type QuoteRequest = z.infer<typeof QuoteRequest>;

/** What something costs, in millionths: all by the cheapest route that may carry it, by the mix of routes as it is decided now, all by the dearest one, backups included. */
export const CostInterval = z.object({ low_micros: z.int(), expected_micros: z.int(), high_micros: z.int() });
export type CostInterval = z.infer<typeof CostInterval>;

/** A route of a quote, with its share of the messages to a country. */
export const QuotedRoute = z.object({
  route_id: z.string(),
  route_name: z.string(),
  /** 0 to 1; 0 for a backup. */
  share: z.number(),
  /** Of a part, as the route charges. */
  price_micros: z.int(),
  currency: z.string(),
});
export type QuotedRoute = z.infer<typeof QuotedRoute>;

/** What messages to one country cost. */
export const QuotedCountry = z.object({
  /** Null for mail. */
  country: z.string().nullable(),
  count: z.int(),
  per_message: CostInterval,
  total: CostInterval,
  /** Of the first kind of number in the country: others may go by other routes. */
  routes: z.array(QuotedRoute),
  /** Every route is down at the moment: the mix is the one of when they are back. */
  routes_down: z.boolean(),
});
export type QuotedCountry = z.infer<typeof QuotedCountry>;

/** What would be cheaper by another channel where it is allowed. */
export const QuoteAdvice = z.object({
  instead: Channel,
  country: z.string().nullable(),
  count: z.int(),
  /** What is saved when all of them go that way. */
  saving_micros: z.int(),
});
export type QuoteAdvice = z.infer<typeof QuoteAdvice>;

/** What a send would cost. Money in the currency of the workspace or, where a rate into it is missing, in the one that all routes charge in. */
export const Quote = z.object({
  currency: z.string(),
  recipients: z.int(),
  /** Those that the price is of. */
  priced: z.int(),
  /** Those of them that would wait first, for hours or a cap. */
  held: z.int(),
  parts: z.int(),
  encoding: z.enum(['gsm7', 'ucs2']).nullable(),
  total: CostInterval,
  countries: z.array(QuotedCountry),
  /** Those that would not be sent, and why. */
  excluded: z.array(z.object({ code: z.string(), text: z.string(), count: z.int() })),
  advice: z.array(QuoteAdvice),
});
export type Quote = z.infer<typeof Quote>;

/** `routing.quote`. */
export const QuoteInput = z.strictObject({ environment: Environment, quote: QuoteRequest });
