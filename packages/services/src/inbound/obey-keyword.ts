import { encodeId, type KeywordReplyKind, type StopScope } from '@signalbox/contracts';
import { type KeywordVerdict, replyLocale } from '@signalbox/core';
import {
  countUses,
  type InboundNote,
  type InboundRow,
  inboundAtMs,
  lockInbound,
  lockListMember,
  type NewMessage,
  noteInbound,
  readListsOf,
  type Transaction,
} from '@signalbox/db';
import { type AuditChange, recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { placeMember } from '../lists/add-member.ts';
import type { PreparedCall } from '../messages/accept-call.ts';
import { inboundJobs } from './announce.ts';
import { answerMessage } from './answer-message.ts';
import { liftKeywordSuppression, liftStop } from './lift-stop.ts';
import { type Asked, obeyStop } from './obey-stop.ts';

/** Two machines that answer each other shall come to an end. */
const HELPS = { windowSeconds: 3600, limit: 3 };

/** What was done. */
interface Done {
  outcome: NonNullable<InboundNote['outcome']>;
  scope?: StopScope | null;
  answer?: KeywordReplyKind;
  messages?: readonly NewMessage[];
  audit?: readonly AuditChange[];
}

/**
 * Does what a keyword asks for and answers it at most once: stop, lists, ledger, answer, the event and what the audit log is told besides commit
 * together. Doing it twice changes nothing.
 */
export async function obeyKeyword(
  ctx: RequestContext,
  id: string,
  verdict: KeywordVerdict,
  besides: readonly AuditChange[] = [],
): Promise<void> {
  await ctx.services.acceptWriter.write({
    workspace: ctx.workspace.number,
    messages: [],
    answer: () => ({ status: 200, body: '' }),
    idempotency: null,
    prepare: (tx) => prepare(tx, ctx, id, verdict, besides),
  });
}

async function prepare(
  tx: Transaction,
  ctx: RequestContext,
  id: string,
  verdict: KeywordVerdict,
  besides: readonly AuditChange[],
): Promise<PreparedCall> {
  const workspace = ctx.workspace.number;
  const row = await lockInbound(tx, workspace, ctx.environment, id);
  // A job that came twice, or somebody who looked in between.
  if (row === undefined || (row.outcome !== null && row.outcome !== 'unsure')) return preparing([], []);
  const asked = await askedOf(tx, ctx, row, verdict);
  const done = await act(tx, ctx, row, asked, verdict);
  const answer =
    done.answer === undefined ? null : await answerMessage(tx, ctx, row, { kind: done.answer, locale: asked.locale });
  const messages = [...(done.messages ?? []).map((one) => ({ ...one, sentFor: row.id })), ...(answer ? [answer] : [])];
  const note: InboundNote = {
    ...{ id, outcome: done.outcome, keyword: verdict.keyword, scope: done.scope ?? null },
    reply: messages[0]?.id ?? null,
  };
  await noteInbound(tx, workspace, [note]);
  await recordAudit(tx, ctx, ...besides, ...(done.audit ?? []));
  // Of a text that somebody decided about, webhooks were told when it came.
  return preparing(messages, row.outcome === null ? inboundJobs(ctx.services, workspace, [{ ...row, ...note }]) : []);
}

const preparing = (messages: readonly NewMessage[], jobs: PreparedCall['jobs']): PreparedCall => ({
  messages,
  jobs,
  answer: () => ({ status: 200, body: '' }),
});

async function askedOf(
  tx: Transaction,
  ctx: RequestContext,
  row: InboundRow,
  { keyword, language }: KeywordVerdict,
): Promise<Asked> {
  const place = { workspace: ctx.workspace.number, environment: ctx.environment, channel: 'sms' } as const;
  const lists = await readListsOf(tx, place, row.from);
  const person = lists.find(({ state }) => state === 'confirmed')?.locale ?? lists[0]?.locale ?? null;
  return {
    ...{ id: row.id, channel: 'sms', address: row.from, keyword, country: row.country },
    locale: replyLocale({ person, keyword: language, country: row.country }),
    // The word and where to find the text: the text itself stays where it can be forgotten.
    proof: {
      form: `keyword ${keyword}`,
      reference: encodeId('inbound', row.id),
      number: row.to,
      received_at: new Date(inboundAtMs(row)).toISOString(),
    },
  };
}

async function act(
  tx: Transaction,
  ctx: RequestContext,
  row: InboundRow,
  asked: Asked,
  { kind, scope, own }: KeywordVerdict,
): Promise<Done> {
  if (kind === 'stop' || kind === 'unsure') {
    const reach = scope ?? 'marketing';
    const audit = await obeyStop(tx, ctx, asked, reach);
    // Who is stopped already has been told so once.
    if (audit.length === 0) return { outcome: 'unchanged', scope: reach };
    return { outcome: 'stopped', scope: reach, answer: reach === 'all' ? 'stop_all' : 'stop', audit };
  }
  if (kind === 'start') {
    const audit = await liftStop(tx, ctx, asked);
    return audit.length === 0 ? { outcome: 'unchanged' } : { outcome: 'started', answer: 'start', audit };
  }
  if (kind === 'help') {
    const use = { scope: `${ctx.environment} keyword-help`, subject: row.from, ...HELPS };
    const [refused] = await countUses(tx, ctx.workspace.number, [use]);
    return refused === undefined ? { outcome: 'helped', answer: 'help' } : { outcome: 'unchanged' };
  }
  return join(tx, ctx, asked, own?.list ?? null);
}

/** Puts the person on the list of a keyword, by the rule of that list. */
async function join(
  tx: Transaction,
  ctx: RequestContext,
  { id, address, keyword, proof }: Asked,
  list: string | null,
): Promise<Done> {
  if (list === null) return { outcome: 'read' };
  const before = await lockListMember(tx, ctx.workspace.number, list, address);
  if (before?.state === 'confirmed' || before?.state === 'pending') return { outcome: 'unchanged' };
  const { form, reference } = proof as { form: string; reference: string };
  const { messages, member, audit } = await placeMember(tx, ctx, {
    ...{ id: encodeId('list', list), address, source: `keyword ${keyword}`, proof: { form, reference } },
  });
  // Where the list asks for no confirmation the text itself is the new agreement; else the link is.
  const lifted =
    member.state === 'confirmed' ? await liftKeywordSuppression(tx, ctx, { channel: 'sms', address, id }) : [];
  return { outcome: 'joined', messages, audit: [...audit, ...lifted] };
}
