import { MARKETING_PURPOSE } from '@signalbox/core';
import {
  deleteKeywordStop,
  deleteSuppression,
  findConsents,
  type KeywordStopRow,
  lockKeywordStop,
  narrowSuppression,
  passTurnstile,
  readSuppressions,
  type StopPlace,
  type Transaction,
} from '@signalbox/db';
import type { AuditChange } from '../audit/record.ts';
import { restoreBefore } from '../consent/restore.ts';
import type { RequestContext } from '../context.ts';
import { spellingsOf, suppressionFacts, suppressionObject } from '../policy/suppressions.ts';
import type { Asked } from './obey-stop.ts';

/** Whose stop it is; with the text that asks, a stop that was written later stays. */
type Whose = Pick<StopPlace, 'channel' | 'address'> & { id?: string };

/**
 * Takes back exactly what a stop of the person set, and nothing else: not a suppression that somebody decided on since, not a withdrawal made by another
 * way. Answers what the audit log shall say; nothing when there is no stop to take back.
 */
export async function liftStop(tx: Transaction, ctx: RequestContext, asked: Asked): Promise<AuditChange[]> {
  const place = placeOf(ctx, asked);
  await passTurnstile(tx, place.workspace, true);
  const stop = await earlierStop(tx, place, asked);
  if (stop === undefined) return [];
  const lifted = await liftSuppression(tx, ctx, place, stop);
  const restored = await restore(tx, ctx, asked, stop);
  await deleteKeywordStop(tx, place);
  return restored === null ? lifted : [restored, ...lifted];
}

/** The same of the suppression alone, for a person who has agreed anew by another way of their own: what they agreed to counts, no more. */
export async function liftKeywordSuppression(
  tx: Transaction,
  ctx: RequestContext,
  whose: Whose,
): Promise<AuditChange[]> {
  const place = placeOf(ctx, whose);
  const stop = await earlierStop(tx, place, whose);
  if (stop === undefined) return [];
  const lifted = await liftSuppression(tx, ctx, place, stop);
  await deleteKeywordStop(tx, place);
  return lifted;
}

const placeOf = (ctx: RequestContext, { channel, address }: Whose): StopPlace => ({
  ...{ workspace: ctx.workspace.number, environment: ctx.environment, channel, address },
});

/** The ids of texts stand in the order they came, also where two processes read them the other way round. */
async function earlierStop(tx: Transaction, place: StopPlace, { id }: Whose): Promise<KeywordStopRow | undefined> {
  const stop = await lockKeywordStop(tx, place);
  return stop !== undefined && id !== undefined && stop.inbound > id ? undefined : stop;
}

async function liftSuppression(
  tx: Transaction,
  ctx: RequestContext,
  place: StopPlace,
  stop: KeywordStopRow,
): Promise<AuditChange[]> {
  const addresses = spellingsOf(ctx, place.channel, place.address);
  const [row] = await readSuppressions(tx, { ...place, addresses, belowId: null }, 1);
  // Another reason is another decision, and the stricter one stays.
  if (row === undefined || row.reason !== stop.reasonAfter) return [];
  const classes = row.classes.filter((one) => !stop.classes.includes(one));
  const after = { ...row, classes, reason: stop.reasonBefore ?? row.reason };
  if (classes.length === 0) await deleteSuppression(tx, place.workspace, place.environment, row.id);
  else await narrowSuppression(tx, place.workspace, after);
  return [
    {
      action: 'suppression.lifted',
      object: suppressionObject(row),
      before: suppressionFacts(row),
      after: classes.length === 0 ? null : suppressionFacts(after),
    },
  ];
}

async function restore(
  tx: Transaction,
  ctx: RequestContext,
  { channel, address, keyword, proof }: Asked,
  { consent }: KeywordStopRow,
): Promise<AuditChange | null> {
  const place = {
    workspace: ctx.workspace.number,
    environment: ctx.environment,
    channel,
    purposes: [MARKETING_PURPOSE],
  };
  const entries = await findConsents(tx, place, [address]);
  const left = entries.find(({ topic }) => topic === null);
  if (left === undefined || left.id !== consent) return null;
  // Whoever has agreed to something since has moved on.
  if (entries.some(({ topic, seq }) => topic !== null && seq > left.seq)) return null;
  return restoreBefore(tx, ctx, { channel, address, left, source: `keyword ${keyword}`, proof });
}
