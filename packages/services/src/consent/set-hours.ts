import {
  encodeId,
  HOURS_PURPOSE,
  type PersonHours,
  type QuietWish,
  type SetPersonHoursRequest,
} from '@signalbox/contracts';
import { canonicalJson, spansLeft, wishInForce } from '@signalbox/core';
import { type ConsentHit, findConsents, passTurnstile, type Transaction } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { wishSource } from '../dispatch/hold.ts';
import { wakeHeldBy } from '../dispatch/wake-held-by.ts';
import { refuseField } from '../field-refusal.ts';
import { assertNotErased } from '../people/erased.ts';
import { normaliseAddress } from '../policy/address.ts';
import { inWorkspace } from '../tenant.ts';
import { appendEvents, type ConsentEvent, UNSAID } from './append.ts';
import { findWish, hoursIn, viewHours } from './read-hours.ts';
import { laterThan } from './restore.ts';

/**
 * Notes in the ledger when a person wants no marketing on a channel, in the place of what was wished before. It passes the turnstile alone: a claim
 * that commits after this answer has seen it. The same wish again adds nothing. Throws `request_invalid` for hours that leave nothing of the week.
 */
export async function setPersonHours({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: SetPersonHoursRequest;
}): Promise<PersonHours> {
  const { channel, source, proof, quiet, time_zone } = input;
  const address = normaliseAddress(channel, input.address, 'address');
  if (!leavesTime({ quiet, time_zone })) {
    throw refuseField(
      'quiet',
      'nothing_left',
      'These hours leave no time of the week at all. For a person who wants no marketing, record a withdrawal with POST /v1/consents.',
    );
  }
  const { view, replaced } = await inWorkspace(ctx, async (tx) => {
    await passTurnstile(tx, ctx.workspace.number, true);
    await assertNotErased(tx, ctx, channel, address);
    const said = { channel, address, source, proof: proof ?? {}, locale: null };
    const before = await saveWish(tx, ctx, said, { quiet, time_zone });
    const place = { workspace: ctx.workspace.number, environment: ctx.environment, channel };
    return { view: viewHours(channel, address, await findWish(tx, place, address)), replaced: before };
  });
  if (replaced !== null) wakeHeldBy(ctx, wishSource(replaced));
  return view;
}

/** Whether a wish leaves some of the week: who wants nothing at all withdraws. */
export const leavesTime = ({ quiet }: QuietWish): boolean => spansLeft(quiet).length > 0;

/**
 * Appends a wish to the ledger, behind a turnstile that was passed alone; without hours it takes back the one that holds. What is so already
 * stays. Returns the wish that holds no longer, whose messages are to be woken after the commit; null when there is none.
 */
export async function saveWish(
  tx: Transaction,
  ctx: RequestContext,
  {
    channel,
    address,
    source,
    locale,
    proof,
  }: Pick<ConsentEvent, 'channel' | 'address' | 'source' | 'locale'> & { proof: object },
  hours: QuietWish,
): Promise<ConsentHit | null> {
  const place = { workspace: ctx.workspace.number, environment: ctx.environment, channel };
  const entries = await findConsents(tx, { ...place, purposes: [HOURS_PURPOSE] }, [address]);
  const before = wishInForce(entries);
  const isWish = hours.quiet.length > 0;
  if (isWish ? before !== null && canonicalJson(hoursIn(before)) === canonicalJson(hours) : before === null)
    return null;
  const [made] = await appendEvents(tx, ctx, [
    {
      ...{ ...UNSAID, channel, address, source, locale, purpose: HOURS_PURPOSE, topic: null, list: null },
      state: isWish ? 'granted' : 'withdrawn',
      atMs: laterThan(entries, ctx.services.world.nowMs()),
      proof: isWish ? { ...proof, hours } : proof,
    },
  ]);
  await recordAudit(tx, ctx, {
    action: 'consent.recorded',
    object: { kind: 'consent', id: encodeId('consent', made?.id ?? ''), name: address },
    before: before === null ? null : { source: before.source, ...hoursIn(before) },
    after: { channel, address, source, purpose: HOURS_PURPOSE, ...hours },
  });
  return before;
}
