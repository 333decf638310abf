import {
  type AddMemberRequest,
  type ConsentProof,
  encodeId,
  type MemberOfList,
  SignalboxError,
  uuidTimeMs,
  type Wording,
} from '@signalbox/contracts';
import { canonicalJson, nextMember } from '@signalbox/core';
import {
  lockListMember,
  type NewListMember,
  type OptInListRow,
  saveListMembers,
  type Transaction,
} from '@signalbox/db';
import { type AuditChange, recordAudit } from '../audit/record.ts';
import { appendEvents } from '../consent/append.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import type { AcceptAnswer, PreparedCall } from '../messages/accept-call.ts';
import { outputOf } from '../messages/write-call.ts';
import { assertNotErased } from '../people/erased.ts';
import { normaliseAddress } from '../policy/address.ts';
import { confirmMessage } from './confirm-message.ts';
import { findList } from './lists.ts';
import { viewMember } from './view.ts';

/**
 * Puts a person on a list, or, on one with double opt-in, sends the message that asks to confirm it: both commit with the answer. Whoever is on it
 * or was asked already is left as he is, and is sent nothing.
 */
export async function addMember({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: AddMemberRequest & { id: string };
}): Promise<MemberOfList> {
  const outcome = await ctx.services.acceptWriter.write({
    workspace: ctx.workspace.number,
    messages: [],
    answer: () => ({ status: 200, body: '' }),
    idempotency: null,
    prepare: (tx) => prepare(tx, ctx, input),
  });
  return JSON.parse(outputOf(outcome).body) as MemberOfList;
}

async function prepare(
  tx: Transaction,
  ctx: RequestContext,
  input: AddMemberRequest & { id: string },
): Promise<PreparedCall> {
  const { messages, member, audit } = await placeMember(tx, ctx, input);
  await recordAudit(tx, ctx, ...audit);
  return { messages, answer: (): AcceptAnswer => ({ status: 200, body: JSON.stringify(member) }), jobs: [] };
}

/** How a person stands to a list now, with what is to be sent and what the audit log shall say. */
interface Placed {
  member: MemberOfList;
  messages: PreparedCall['messages'];
  audit: readonly AuditChange[];
}

/** The same within a transaction that stores what else belongs to it. */
export async function placeMember(
  tx: Transaction,
  ctx: RequestContext,
  input: AddMemberRequest & { id: string },
): Promise<Placed> {
  const list = await findList(tx, ctx, input.id);
  const address = normaliseAddress(list.channel, input.address, 'address');
  await assertNotErased(tx, ctx, list.channel, address);
  const { locale, wording } = wordingOf(list, input.locale);
  const now = await lockListMember(tx, ctx.workspace.number, list.id, address);
  const state = nextMember(now?.state ?? null, 'asked', list.doubleOptIn ? 'double' : 'single');
  if (now !== undefined && state === null) return { member: viewMember(now), messages: [], audit: [] };
  const wish = { ...{ address, locale, wording }, source: input.source, proof: input.proof };
  const { member, messages } = state === 'pending' ? ask(ctx, list, wish) : await confirmAtOnce(tx, ctx, list, wish);
  await saveListMembers(tx, ctx.workspace.number, [member]);
  const change: AuditChange = {
    action: 'list.member_added',
    object: { kind: 'list', id: encodeId('list', list.id), name: list.name },
    before: now === undefined ? null : { address, state: now.state },
    after: { address, state: member.state, source: input.source },
  };
  return { member: viewMember(member), messages, audit: [change] };
}

/** What a person asks for, and how that is known. */
interface Wish {
  address: string;
  locale: string;
  wording: Wording;
  source: string;
  proof: ConsentProof | undefined;
}

function wordingOf(list: OptInListRow, wanted: string | undefined): { locale: string; wording: Wording } {
  const locales = Object.keys(list.wordings);
  const locale = wanted ?? locales[0] ?? '';
  const wording = Object.hasOwn(list.wordings, locale) ? list.wordings[locale] : undefined;
  if (wording === undefined) {
    throw refuseField('locale', 'no_wording', `The list has no wording in ${locale}; it has ${locales.join(', ')}.`);
  }
  return { locale, wording };
}

function ask(
  ctx: RequestContext,
  list: OptInListRow,
  { address, locale, source, proof, wording }: Wish,
): { member: NewListMember; messages: PreparedCall['messages'] } {
  const { services } = ctx;
  if (services.publicUrl === null) {
    throw new SignalboxError('overloaded', {
      internal: 'no public address is set to confirm at',
      retryAfterSeconds: 60,
    });
  }
  const message = services.ids.next();
  const nowMs = uuidTimeMs(message);
  const confirmByMs = nowMs + list.confirmHours * 3_600_000;
  return {
    member: {
      ...{ address, state: 'pending', locale, source, sinceMs: nowMs, confirmByMs, message, consent: null },
      list: list.id,
      proof: canonicalJson({ ...proof, shown: wording, asked_at: new Date(nowMs).toISOString() }),
    },
    messages: [confirmMessage(ctx, list, { id: message, address, locale, confirmByMs, publicUrl: services.publicUrl })],
  };
}

async function confirmAtOnce(
  tx: Transaction,
  ctx: RequestContext,
  list: OptInListRow,
  { address, locale, source, proof, wording }: Wish,
): Promise<{ member: NewListMember; messages: PreparedCall['messages'] }> {
  const atMs = ctx.services.world.nowMs();
  const [entry] = await appendEvents(tx, ctx, [
    {
      ...{ channel: list.channel, address, state: 'granted', source, atMs, purpose: list.purpose, topic: list.topic },
      ...{ list: list.id, locale, wordingText: wording.text, wordingVersion: wording.version, jurisdiction: null },
      proof: proof ?? null,
      occasion: null,
    },
  ]);
  return {
    member: {
      ...{ address, state: 'confirmed', locale, source, sinceMs: atMs, confirmByMs: null, message: null, proof: null },
      list: list.id,
      consent: entry?.id ?? null,
    },
    messages: [],
  };
}
