import { Channel, Environment } from '@signalbox/contracts';
import type { ConsentView as ConsentViewShape } from '@signalbox/services';
import { z } from 'zod';

/** One entry of the consent ledger. */
export const ConsentView = z.object({
  id: z.string(),
  address: z.string(),
  channel: Channel,
  environment: Environment,
  state: z.enum(['granted', 'withdrawn']),
  source: z.string(),
  at: z.string(),
  recorded_at: z.string(),
}) satisfies z.ZodType<ConsentViewShape>;

/** The entries of one address, newest first. */
export const ConsentList = z.object({ data: z.array(ConsentView) });
