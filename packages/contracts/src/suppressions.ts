import { z } from 'zod';
import { headerText } from './public-api.ts';
import { Channel, TrafficClass } from './words.ts';

/** Body of `POST /v1/suppressions`: this address gets nothing more of these classes. */
export const SuppressRequest = z.strictObject({
  address: z.string().min(1).max(320),
  channel: Channel,
  classes: z.array(TrafficClass).min(1).max(3).default(['marketing']),
  reason: headerText(200),
});
export type SuppressRequest = z.infer<typeof SuppressRequest>;
