import { encodeId, HOURS_PURPOSE, type PersonChange } from '@signalbox/contracts';
import { wishInForce } from '@signalbox/core';
import { findConsents, type Transaction } from '@signalbox/db';
import { appendEvents } from '../consent/append.ts';
import { hoursIn } from '../consent/read-hours.ts';
import { laterThan } from '../consent/restore.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { RECTIFICATION } from './carry.ts';
import type { Person } from './person-of.ts';

/** Gives the hours without marketing of a person another zone: a new entry of the ledger with the same hours. */
export async function correctZone(
  tx: Transaction,
  ctx: RequestContext,
  { workspace, environment, channel, address }: Person,
  requestId: string,
  zone: string,
): Promise<PersonChange> {
  const entries = await findConsents(tx, { workspace, environment, channel, purposes: [HOURS_PURPOSE] }, [address]);
  const wish = wishInForce(entries);
  if (wish === null) {
    throw refuseField(
      'time_zone',
      'not_held',
      'No zone is kept for this address, for there are no hours without marketing. Leave it out, or set the hours with PUT /v1/consents/hours.',
    );
  }
  const hours = hoursIn(wish);
  await appendEvents(tx, ctx, [
    {
      ...{ channel, address, state: 'granted', source: RECTIFICATION, purpose: HOURS_PURPOSE, topic: null, list: null },
      ...{ locale: null, wordingText: null, wordingVersion: null, jurisdiction: null, occasion: null },
      atMs: laterThan(entries, ctx.services.world.nowMs()),
      proof: { request_id: encodeId('personRequest', requestId), hours: { ...hours, time_zone: zone } },
    },
  ]);
  return { what: 'time_zone', before: hours.time_zone, after: zone };
}
