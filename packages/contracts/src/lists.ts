import { z } from 'zod';
import { headerText } from './public-api.ts';
import { Channel, TrafficClass } from './words.ts';

const Instant = z.iso.datetime({ offset: true, error: 'must be an RFC 3339 instant such as 2026-11-23T09:00:00Z' });

/** Body of `POST /v1/suppressions`: this address gets nothing more of these classes. */
export const SuppressRequest = z.strictObject({
  address: z.string().min(1).max(320),
  channel: Channel,
  classes: z.array(TrafficClass).min(1).max(3).default(['marketing']),
  reason: headerText(200),
});
export type SuppressRequest = z.infer<typeof SuppressRequest>;

/** Body of `POST /v1/consents`: one entry of the consent ledger. */
export const RecordConsentRequest = z.strictObject({
  address: z.string().min(1).max(320),
  channel: Channel,
  state: z.enum(['granted', 'withdrawn']),
  source: headerText(200),
  at: Instant.optional(),
});
export type RecordConsentRequest = z.infer<typeof RecordConsentRequest>;
