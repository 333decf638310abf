import { z } from 'zod';

/** The path of a country: its ISO code, or `default` for all that have nothing of their own. */
export const CountryCode = z.object({
  country: z.string().max(20).describe('ISO 3166-1 alpha-2 code such as MX, or `default` for all other countries.'),
});
