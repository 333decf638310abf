import { Channel, Environment, TrafficClass } from '@signalbox/contracts';
import type { SuppressionView as SuppressionViewShape } from '@signalbox/services';
import { z } from 'zod';

/** One suppressed address. */
export const SuppressionView = z.object({
  id: z.string(),
  address: z.string(),
  channel: Channel,
  environment: Environment,
  classes: z.array(TrafficClass),
  reason: z.string(),
  created_at: z.string(),
}) satisfies z.ZodType<SuppressionViewShape>;

/** One page of suppressions, newest first. */
export const SuppressionPage = z.object({ data: z.array(SuppressionView), next_cursor: z.string().nullable() });
