import { z } from 'zod';
import { Environment } from './words.ts';

const share = z.number().describe('0 to 1.');

/** How much of the texts to one country each supplier carried in the last 30 days. */
export const CountryConcentration = z.object({
  country: z.string(),
  messages: z.int(),
  /** Herfindahl and Hirschman: 10,000 when one supplier carries all, near 0 when many carry little each. */
  index: z.int(),
  /** The largest share one supplier may have; null without a limit. */
  limit: share.nullable(),
  suppliers: z.array(
    z.object({
      provider_id: z.string(),
      provider_name: z.string(),
      messages: z.int(),
      share,
      /** It is left out while others can carry. */
      full: z.boolean(),
    }),
  ),
});
export type CountryConcentration = z.infer<typeof CountryConcentration>;

/** Answer of `GET /v1/routing/concentration`. */
export const ConcentrationView = z.object({
  days: z.int(),
  /** The countries by messages, the largest first. */
  countries: z.array(CountryConcentration),
  /** The limits that are set; a null country is each that has none of its own. */
  limits: z.array(z.object({ country: z.string().nullable(), limit: share })),
});
export type ConcentrationView = z.infer<typeof ConcentrationView>;

/** Body of `PUT /v1/routing/concentration/limits`. */
export const SetConcentrationLimitRequest = z.strictObject({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country code of two letters')
    .nullable()
    .default(null)
    .describe('Null sets the limit of every country that has none of its own.'),
  limit: z
    .number()
    .min(0.01)
    .max(1)
    .nullable()
    .default(null)
    .describe('The largest share one supplier may have, 0.01 to 1; null takes the limit away.'),
});
export type SetConcentrationLimitRequest = z.infer<typeof SetConcentrationLimitRequest>;

/** `routing.concentration`. */
export const ConcentrationInput = z.strictObject({ environment: Environment });
/** `routing.setConcentrationLimit`. */
export const ConsoleConcentrationLimitInput = z.strictObject({
  environment: Environment,
  ...SetConcentrationLimitRequest.shape,
});
