import { z } from 'zod';

/** Where something stands in an answer, as a JSON pointer. */
export const pointer = z
  .string()
  .max(200)
  .regex(/^(\/.*)?$/, 'write a JSON pointer such as /data/network, or leave it empty');
/** Text that fits into a header. */
export const printable = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\x20-\x7e]*$/, 'printable ASCII only');
/** Words of an answer that mean one thing. */
export const words = z.array(z.string().trim().min(1).max(60)).max(30);
const micros = z.int().min(0).max(1_000_000_000_000);

/** How a service of others is asked for a list of numbers, and where its answers stand. */
export const askedShape = {
  url: z
    .string()
    .max(500)
    .regex(/^https?:\/\/[^\s]+$/, 'write the address whole, such as https://lookup.example.com/v1/numbers')
    .describe(
      'Where it is asked. Without a body the number stands in the address as `{{number}}`, or as `{{digits}}` without “+”.',
    ),
  body: z
    .record(z.string(), z.unknown())
    .nullable()
    .default(null)
    .describe(
      'The JSON body of a POST: `{{numbers}}` becomes the list of numbers, `{{all_digits}}` the list without “+”, `{{number}}` and `{{digits}}` the first. Without one it is asked by GET.',
    ),
  max_numbers: z.int().min(1).max(500).default(1).describe('How many numbers one call may ask for.'),
  auth: z.enum(['none', 'bearer', 'basic', 'header']).default('bearer').describe('How it is signed in.'),
  auth_user: printable(200).default('').describe('The user name of `basic`.'),
  auth_header: z
    .string()
    .max(60)
    .regex(/^[A-Za-z0-9-]*$/, 'write the name of a header: letters, digits and dashes')
    .default('')
    .describe('The header that carries the secret of `header`.'),
  results_pointer: pointer.default('/results').describe('Where the list of answers stands; empty: the answer itself.'),
  number_pointer: pointer.default('/number').describe('The number, within one answer.'),
};

/** How long a service may take, what it costs, and how much of it a day may take. */
export const pricedShape = {
  timeout_ms: z.int().min(200).max(15_000).default(2_000).describe('How long one call may take.'),
  price_micros: micros.describe('What one number costs, in millionths of `currency`.'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters, such as USD'),
  daily_numbers: z.int().min(1).max(10_000_000).default(10_000).describe('Most numbers asked for in a day (UTC).'),
  daily_micros: micros
    .nullable()
    .default(null)
    .describe('Most money spent in a day (UTC); null for no limit of money.'),
};

const AskedService = z.strictObject({ ...askedShape, ...pricedShape });
/** A service of others that is asked for numbers, whatever it tells of them. */
export type AskedService = z.infer<typeof AskedService>;
