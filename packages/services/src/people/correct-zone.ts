import { channelsBeside, encodeId, HOURS_PURPOSE, type PersonChange } from '@signalbox/contracts';
import { wishInForce } from '@signalbox/core';
import { type ConsentHit, findConsents, type Transaction } from '@signalbox/db';
import { appendEvents, type ConsentEvent, UNSAID } from '../consent/append.ts';
import { hoursIn } from '../consent/read-hours.ts';
import { laterThan } from '../consent/restore.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { RECTIFICATION } from './carry.ts';
import type { Person } from './person-of.ts';

/**
 * Gives the hours without marketing of a person another zone: a new entry of the ledger for each channel that has some, with the same hours. What it
 * replaced is to be woken after the commit.
 */
export async function correctZone(
  tx: Transaction,
  ctx: RequestContext,
  { workspace, environment, channel, address }: Person,
  requestId: string,
  zone: string,
): Promise<{ change: PersonChange; replaced: ConsentHit[] }> {
  const ledgers = await Promise.all(
    channelsBeside(channel).map((one) =>
      findConsents(tx, { workspace, environment, channel: one, purposes: [HOURS_PURPOSE] }, [address]),
    ),
  );
  const wishes = ledgers.flatMap((entries) => wishInForce(entries) ?? []);
  if (wishes.length === 0) {
    throw refuseField(
      'time_zone',
      'not_held',
      'No zone is kept for this address, for there are no hours without marketing. Leave it out, or set the hours with PUT /v1/consents/hours.',
    );
  }
  const atMs = laterThan(ledgers.flat(), ctx.services.world.nowMs());
  const events = wishes.map(
    (wish): ConsentEvent => ({
      ...{ ...UNSAID, channel: wish.channel, address, source: RECTIFICATION, purpose: HOURS_PURPOSE },
      ...{ state: 'granted', topic: null, list: null, atMs },
      proof: { request_id: encodeId('personRequest', requestId), hours: { ...hoursIn(wish), time_zone: zone } },
    }),
  );
  await appendEvents(tx, ctx, events);
  const before = [...new Set(wishes.map((wish) => hoursIn(wish).time_zone))].join(', ');
  return { change: { what: 'time_zone', before, after: zone }, replaced: wishes };
}
