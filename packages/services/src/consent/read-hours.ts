import { encodeId, HOURS_PURPOSE, type PersonHours, type PersonHoursQuery, type QuietWish } from '@signalbox/contracts';
import { wishInForce } from '@signalbox/core';
import { type ConsentHit, type ConsentPlace, findConsents, type SqlRunner } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { channelOf, normaliseAddress } from '../policy/address.ts';
import { readWithin } from '../tenant.ts';

/** When a person wants no marketing on a channel, by the newest wish. */
export async function readPersonHours({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: PersonHoursQuery;
}): Promise<PersonHours> {
  const channel = input.channel ?? channelOf(input.address);
  const address = normaliseAddress(channel, input.address, 'address');
  const place = { workspace: ctx.workspace.number, environment: ctx.environment, channel };
  const entry = await readWithin(ctx, 'The ledger takes too long to search; try again.', (tx) =>
    findWish(tx, place, address),
  );
  return viewHours(channel, address, entry);
}

/** The entry of the ledger by which a person wants no marketing at some hours; null when none holds. */
export const findWish = async (tx: SqlRunner, place: ConsentPlace, address: string): Promise<ConsentHit | null> =>
  wishInForce(await findConsents(tx, { ...place, purposes: [HOURS_PURPOSE] }, [address]));

/** The hours that an entry tells of: nothing else writes them, and they were checked before. */
export const hoursIn = ({ hours }: ConsentHit): QuietWish => JSON.parse(hours ?? '') as QuietWish;

/** A wish as people and machines see it. */
export function viewHours(channel: PersonHours['channel'], address: string, entry: ConsentHit | null): PersonHours {
  if (entry === null) return { address, channel, quiet: [], time_zone: null, since: null, consent_id: null };
  const since = new Date(entry.atMs).toISOString();
  return { address, channel, ...hoursIn(entry), since, consent_id: encodeId('consent', entry.id) };
}
