import { z } from 'zod';

/** The Idempotency-Key as the reference shows it; the verb judges it, because the console gives one without a header. */
export const IdempotencyHeaders = z.object({
  'Idempotency-Key': z
    .string()
    .regex(/^[!-~]{1,255}$/)
    .optional()
    .describe(
      'Up to 255 visible ASCII characters, new for every new send. A repeat within 24 hours answers as the first call did.',
    ),
});
