import { encodeId, type QuietWish } from '@signalbox/contracts';
import { consentInForce, MARKETING_PURPOSE, nextMember } from '@signalbox/core';
import {
  type ConsentHit,
  findConsents,
  findOptInList,
  lockListMember,
  passTurnstile,
  readListsOf,
  saveListMembers,
  type Transaction,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import { appendEvents, UNSAID } from '../consent/append.ts';
import { laterThan, restoreBefore } from '../consent/restore.ts';
import { saveWish } from '../consent/set-hours.ts';
import { liftKeywordSuppression } from '../inbound/lift-stop.ts';
import { assertNotErased } from '../people/erased.ts';
import type { PersonLink } from './links.ts';
import type { Opened, PersonCall, PersonChoice } from './person-call.ts';

const UNDO_MS = 86_400_000;

const SOURCES = {
  one_click: 'one-click unsubscribe',
  leave_all: 'unsubscribe page',
  leave: 'preference page',
  stay: 'preference page',
  undo: 'unsubscribe page, undone',
  hours: 'preference page',
} as const;

const proofOf = (act: string, link: PersonLink, { address, userAgent }: PersonCall) => ({
  form: act,
  ip: address,
  user_agent: userAgent.slice(0, 400),
  message_id: encodeId('message', link.message),
});

/** Leaves everything, one list or one topic, or gets it again. What is so already stays as it is. */
export async function choose(
  tx: Transaction,
  { ctx, link }: Opened,
  given: PersonChoice,
  call: PersonCall,
): Promise<void> {
  const { environment } = ctx;
  const workspace = ctx.workspace.number;
  const { channel, address } = link;
  await passTurnstile(tx, workspace, true);
  const place = { workspace, environment, channel };
  const entries = await findConsents(tx, { ...place, purposes: [MARKETING_PURPOSE] }, [address]);
  const picked = isWhole(given)
    ? { topic: null, lists: [] }
    : await pick(tx, ctx, { ...place, address, entries }, given);
  if (picked === undefined) return;
  const { topic, lists } = picked;
  const state = given.act === 'stay' ? 'granted' : 'withdrawn';
  const decides = consentInForce(topic === null ? entries.filter((one) => one.topic === null) : entries, {
    purpose: MARKETING_PURPOSE,
    topic: topic ?? undefined,
  });
  // Who never agreed has nothing to take back, and yet must be able to say no.
  if (topic === null && decides?.state === 'withdrawn' && !isAnyGranted(entries)) return;
  if (topic !== null && decides?.state === state) return;
  const source = SOURCES[given.act];
  const nowMs = ctx.services.world.nowMs();
  const list = 'list' in given ? (lists[0]?.id ?? null) : null;
  const [made] = await appendEvents(tx, ctx, [
    {
      ...{ ...UNSAID, channel, address, state, source, purpose: MARKETING_PURPOSE, topic, list },
      atMs: laterThan(entries, nowMs),
      proof: proofOf(given.act, link, call),
    },
  ]);
  const since = { sinceMs: nowMs, confirmByMs: null, message: null, proof: null, consent: made?.id ?? null };
  if (state === 'granted') {
    const back = { address, state: 'confirmed', source, ...since } as const;
    const members = lists.map(({ id, locale }) => ({ ...back, list: id, locale }));
    await saveListMembers(tx, workspace, members);
  }
  await recordAudit(tx, ctx, {
    action: 'consent.recorded',
    object: { kind: 'consent', id: encodeId('consent', made?.id ?? ''), name: address },
    before: decides === null ? null : { state: decides.state, source: decides.source },
    after: { channel, address, state, source, purpose: MARKETING_PURPOSE, topic },
  });
}

type WholeChoice = Extract<PersonChoice, { act: 'leave_all' | 'one_click' }>;
const isWhole = (given: PersonChoice): given is WholeChoice => !('list' in given) && !('topic' in given);

/** What a choice is about and the lists it puts the person back on; undefined for what the page does not offer. A wish that waits is confirmed by its own link. */
async function pick(
  tx: Transaction,
  { services, workspace }: Opened['ctx'],
  {
    entries,
    address,
    ...place
  }: Parameters<typeof readListsOf>[1] & { address: string; entries: readonly ConsentHit[] },
  given: Exclude<PersonChoice, WholeChoice>,
): Promise<{ topic: string; lists: readonly { id: string; locale: string }[] } | undefined> {
  const lists = (await readListsOf(tx, place, address)).filter(
    ({ topic, state }) => topic !== null && (state === 'confirmed' || state === 'withdrawn'),
  );
  if ('topic' in given) {
    const { topic } = given;
    const isKnown = services.config.current().topicsOf(workspace.number)?.has(topic) === true;
    if (!isKnown || !isOffered(entries, topic)) return undefined;
    return { topic, lists: lists.filter((one) => one.purpose === MARKETING_PURPOSE && one.topic === topic) };
  }
  const list = lists.find(({ id }) => encodeId('list', id) === given.list);
  return list === undefined || list.topic === null ? undefined : { topic: list.topic, lists: [list] };
}

/** Whether a person may choose a topic: what is agreed to now, and what was spoken of before. */
export const isOffered = (entries: readonly ConsentHit[], topic: string): boolean =>
  entries.some((entry) => entry.topic === topic) ||
  consentInForce(entries, { purpose: MARKETING_PURPOSE, topic })?.state === 'granted';

const isAnyGranted = (entries: readonly ConsentHit[]): boolean =>
  consentInForce(entries, { purpose: MARKETING_PURPOSE })?.state === 'granted';

/** The entry by which a person has left everything on these pages, while it can be taken back. */
export function undoable(entries: readonly ConsentHit[], nowMs: number): ConsentHit | undefined {
  const left = entries.find(({ topic }) => topic === null);
  const isOurs = left?.source === SOURCES.one_click || left?.source === SOURCES.leave_all;
  if (left === undefined || left.state === 'granted' || !isOurs || nowMs - left.atMs > UNDO_MS) return undefined;
  // Whoever has agreed to something since has moved on.
  return isAnyGranted(entries) ? undefined : left;
}

/** Takes back having left everything: what held before holds again, each topic as it was, and nothing that never was agreed to. */
export async function undo(tx: Transaction, { ctx, link }: Opened, call: PersonCall): Promise<void> {
  const { environment } = ctx;
  const workspace = ctx.workspace.number;
  const { channel, address } = link;
  await passTurnstile(tx, workspace, true);
  const place = { workspace, environment, channel };
  const nowMs = ctx.services.world.nowMs();
  const left = undoable(await findConsents(tx, { ...place, purposes: [MARKETING_PURPOSE] }, [address]), nowMs);
  if (left === undefined) return;
  const undone = await restoreBefore(tx, ctx, {
    ...{ channel, address, left, source: SOURCES.undo },
    proof: proofOf('undo', link, call),
  });
  if (undone !== null) await recordAudit(tx, ctx, undone);
}

/** Notes when the person wants no marketing; without hours, that it may come at any time. Returns the wish that holds no longer, if there is one. */
export async function setHours(
  tx: Transaction,
  { ctx, link }: Opened,
  hours: QuietWish,
  call: PersonCall,
): Promise<ConsentHit | null> {
  const { channel, address } = link;
  await passTurnstile(tx, ctx.workspace.number, true);
  await assertNotErased(tx, ctx, channel, address);
  const said = { channel, address, source: SOURCES.hours, locale: null, proof: proofOf('hours', link, call) };
  return saveWish(tx, ctx, said, hours);
}

/** Confirms the wish to be on a list, by the link of the newest message that asked. */
export async function confirm(tx: Transaction, { ctx, link }: Opened, call: PersonCall): Promise<void> {
  if (link.kind !== 'confirm') return;
  const workspace = ctx.workspace.number;
  const list = await findOptInList(tx, workspace, ctx.environment, link.list);
  if (list === undefined) return;
  const member = await lockListMember(tx, workspace, list.id, link.address);
  // Only the link of the newest wish: an older one was asked under another wording.
  if (member === undefined || member.message !== link.message) return;
  if (nextMember(member.state, 'confirmed', 'double') === null) return;
  const { shown, asked_at, ...wish } = JSON.parse(member.proof ?? '{}');
  const atMs = ctx.services.world.nowMs();
  const { address, locale, source } = member;
  const { channel, purpose, topic } = list;
  const [made] = await appendEvents(tx, ctx, [
    {
      ...{
        channel,
        address,
        state: 'granted',
        source,
        atMs,
        purpose,
        topic,
        list: list.id,
        locale,
        jurisdiction: null,
      },
      ...{
        wordingText: shown?.text ?? null,
        wordingVersion: shown?.version ?? null,
        occasion: `confirmed ${link.message}`,
      },
      proof: { asked: { ...wish, at: asked_at }, confirmed: proofOf('confirmation link', link, call) },
    },
  ]);
  const since = { sinceMs: atMs, confirmByMs: null, message: null, proof: null, consent: made?.id ?? null };
  await saveListMembers(tx, workspace, [{ list: list.id, address, state: 'confirmed', locale, source, ...since }]);
  // The person has agreed anew, so an earlier STOP of theirs is no longer what they want.
  const lifted = await liftKeywordSuppression(tx, ctx, { channel, address });
  await recordAudit(
    tx,
    ctx,
    {
      action: 'list.member_confirmed',
      object: { kind: 'list', id: encodeId('list', list.id), name: list.name },
      before: { address, state: 'pending' },
      after: { address, state: 'confirmed' },
    },
    ...lifted,
  );
}
