import { encodeId } from '@signalbox/contracts';
import { consentInForce, MARKETING_PURPOSE } from '@signalbox/core';
import { type ConsentHit, readConsents, rejoinLists, type Transaction } from '@signalbox/db';
import type { AuditChange } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { appendEvents, type ConsentEvent, UNSAID } from './append.ts';

const ENTRIES_MAX = 1000;

/** Later than what it answers, also when the clocks of two processes differ. */
export const laterThan = (entries: readonly { atMs: number }[], nowMs: number): number =>
  entries.reduce((latest, { atMs }) => Math.max(latest, atMs + 1), nowMs);

/**
 * Takes back a withdrawal of all marketing: what held before holds again, each topic as it was, and nothing that never was agreed to. Returns what
 * the audit log shall say, or null when there is nothing to give back.
 */
export async function restoreBefore(
  tx: Transaction,
  ctx: RequestContext,
  given: Pick<ConsentEvent, 'channel' | 'address' | 'source' | 'proof'> & { left: ConsentHit },
): Promise<AuditChange | null> {
  const { channel, address, source, proof, left } = given;
  const workspace = ctx.workspace.number;
  const place = { workspace, environment: ctx.environment, channel, addresses: [address] };
  const all = await readConsents(tx, place, ENTRIES_MAX);
  const before = all.filter(({ purpose, seq }) => purpose === MARKETING_PURPOSE && seq < left.seq);
  const topics = new Set(before.map(({ topic }) => topic));
  const event = { ...UNSAID, channel, address, source, purpose: MARKETING_PURPOSE, list: null, proof };
  const atMs = laterThan(all, ctx.services.world.nowMs());
  const events = [...topics].flatMap((topic): ConsentEvent[] => {
    const own = topic === null ? before.filter((one) => one.topic === null) : before;
    const held = consentInForce(own, { purpose: MARKETING_PURPOSE, topic: topic ?? undefined });
    if (held === null || held.topic !== topic) return [];
    return [{ ...event, topic, state: held.state, atMs }];
  });
  if (!events.some(({ state }) => state === 'granted')) return null;
  const [first] = await appendEvents(tx, ctx, events);
  await rejoinLists(tx, workspace, { left: left.id, address, consent: first?.id ?? left.id, atMs });
  return {
    action: 'consent.recorded',
    object: { kind: 'consent', id: encodeId('consent', first?.id ?? left.id), name: address },
    before: { state: left.state, source: left.source },
    after: { channel, address, source, purpose: MARKETING_PURPOSE, entries: events.length },
  };
}
