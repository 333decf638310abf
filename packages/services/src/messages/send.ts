import { hash } from 'node:crypto';
import {
  BATCH_MAX,
  encodeId,
  fieldErrorsOf,
  type SendBatchAnswer,
  SendBatchRequest,
  type SendMessageAnswer,
  SignalboxError,
  uuidTimeMs,
} from '@signalbox/contracts';
import { canonicalJson } from '@signalbox/core';
import type { NewMessage } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { instantText } from '../instant-text.ts';
import type { AcceptCall, AcceptOutcome } from './accept-writer.ts';
import { type Judged, judgeRequest } from './judge-request.ts';

/** A send as a door received it. `idempotencyKey` is the header, `body` the parsed JSON. */
export interface SendInput {
  body: unknown;
  idempotencyKey?: string | undefined;
}

/** What the door answers: the JSON text as stored, and whether it repeats an earlier answer. */
export interface SendOutput {
  status: number;
  body: string;
  replayed: boolean;
  /** Request id of the call this one repeats. */
  originalRequestId: string | null;
}

const KEY_MAX = 255;
const API_VERSION = 'v1';

/** Accepts one message: stored, queued and answered after the commit. Throws SignalboxError when it is refused. */
export async function sendMessage({ ctx, input }: { ctx: RequestContext; input: SendInput }): Promise<SendOutput> {
  const nowMs = ctx.services.world.nowMs();
  const judged = judgeRequest(ctx, input.body, ctx.services.ids.next(), nowMs);
  if (!judged.ok) throw judged.error;
  const { message } = judged;
  assertRoomFor(ctx, [message]);
  const late = ctx.services.queueWait.refusalOf(message, nowMs);
  if (late !== undefined) throw late;
  const closed = await ctx.services.fairUse.countMessages(ctx, new Map([[message.country ?? '', 1]]));
  for (const refusal of closed.values()) throw refusal;
  return writeCall(ctx, input, 'POST /v1/messages', [message], (refused) =>
    refused.has(message.id)
      ? { status: 409, body: refTakenText(message) }
      : { status: 202, body: JSON.stringify(answerOf(message, input.idempotencyKey === undefined)) },
  );
}

/** Accepts up to BATCH_MAX messages, each answered by itself; what is refused does not hold up the rest. */
export async function sendBatch({ ctx, input }: { ctx: RequestContext; input: SendInput }): Promise<SendOutput> {
  const parsed = SendBatchRequest.safeParse(input.body);
  if (!parsed.success) {
    throw new SignalboxError('request_invalid', { fields: fieldErrorsOf(parsed.error, '', input.body) });
  }
  const nowMs = ctx.services.world.nowMs();
  const items = parsed.data.messages.slice(0, BATCH_MAX);
  const fit = items.map((item) => refuseLate(ctx, judgeRequest(ctx, item, ctx.services.ids.next(), nowMs), nowMs));
  assertRoomFor(
    ctx,
    fit.flatMap((entry) => (entry.ok ? [entry.message] : [])),
  );
  const judged = await holdBack(ctx, fit);
  const messages = judged.flatMap((entry) => (entry.ok ? [entry.message] : []));
  return writeCall(ctx, input, 'POST /v1/messages/batch', messages, (refused) => ({
    status: 202,
    body: JSON.stringify(batchAnswerOf(judged, refused)),
  }));
}

/** Throws `overloaded` when this process has no room for messages of such classes; the one that matters most speaks for all. */
function assertRoomFor({ services, workspace }: RequestContext, messages: readonly NewMessage[]): void {
  const classes = [...new Set(messages.map((message) => message.class))];
  const level = classes.every((one) => one === 'marketing') ? 'sheddable_plus' : 'critical';
  services.admission.assertRoom(level, services.acceptWriter.waitedMs(workspace.number, classes));
}

/** A message that would not go out while it is good is refused like one with a fault. */
function refuseLate(ctx: RequestContext, judged: Judged, nowMs: number): Judged {
  const error = judged.ok ? ctx.services.queueWait.refusalOf(judged.message, nowMs) : undefined;
  return error === undefined ? judged : { ok: false, error };
}

/** Counts the messages of a batch against the limits; those of a country that has used up its own are refused one by one. */
async function holdBack(ctx: RequestContext, judged: Judged[]): Promise<Judged[]> {
  const byCountry = new Map<string, number>();
  for (const entry of judged) {
    const country = entry.ok ? (entry.message.country ?? '') : undefined;
    if (country !== undefined) byCountry.set(country, (byCountry.get(country) ?? 0) + 1);
  }
  const closed = await ctx.services.fairUse.countMessages(ctx, byCountry);
  if (closed.size === 0) return judged;
  return judged.map((entry) => {
    const error = entry.ok ? closed.get(entry.message.country ?? '') : undefined;
    return error === undefined ? entry : { ok: false, error };
  });
}

function batchAnswerOf(judged: readonly Judged[], refused: ReadonlySet<string>): SendBatchAnswer {
  const answer: SendBatchAnswer = { accepted: [], rejected: [] };
  judged.forEach((entry, index) => {
    if (entry.ok && !refused.has(entry.message.id)) {
      answer.accepted.push({ index, id: encodeId('message', entry.message.id) });
      return;
    }
    const error = entry.ok ? refTaken(entry.message) : entry.error;
    answer.rejected.push({
      index,
      error: { code: error.code, message: error.detail ?? error.message, errors: error.fields },
    });
  });
  return answer;
}

function refTaken(message: NewMessage): SignalboxError {
  return new SignalboxError('client_ref_taken', {
    detail: `The client_ref of this message is taken in this workspace.`,
    fields: [
      {
        path: 'client_ref',
        code: 'taken',
        message: `Another message carries ${message.clientRef}; send with a new one.`,
      },
    ],
  });
}

const refTakenText = (message: NewMessage): string => {
  const error = refTaken(message);
  return JSON.stringify({ code: error.code, detail: error.detail, errors: error.fields });
};

function answerOf(message: NewMessage, withoutKey: boolean): SendMessageAnswer {
  return {
    id: encodeId('message', message.id),
    state: message.sendAtMs === null ? 'accepted' : 'scheduled',
    to: message.address,
    channel: message.channel,
    class: message.class,
    environment: message.environment,
    parts: message.parts,
    client_ref: message.clientRef,
    accepted_at: new Date(uuidTimeMs(message.id)).toISOString(),
    send_at: instantText(message.sendAtMs),
    expires_at: new Date(message.expiresAtMs).toISOString(),
    ...(withoutKey ? { warnings: [NO_KEY_WARNING] } : {}),
  };
}

const NO_KEY_WARNING = {
  code: 'idempotency_key_missing',
  message: 'Without an Idempotency-Key a repeat of this call sends a second message; give each send its own key.',
};

async function writeCall(
  ctx: RequestContext,
  input: SendInput,
  route: string,
  messages: readonly NewMessage[],
  answer: AcceptCall['answer'],
): Promise<SendOutput> {
  const idempotency = identifyCall(ctx, input, route);
  const outcome = await ctx.services.acceptWriter.write({
    workspace: ctx.workspace.number,
    messages,
    answer,
    idempotency,
  });
  return outputOf(outcome);
}

/** What a repeat of a call is recognised by; null without a key. Throws `request_invalid` for a key that is none. */
export function identifyCall(ctx: RequestContext, input: SendInput, route: string): AcceptCall['idempotency'] {
  const key = input.idempotencyKey;
  if (key === undefined) return null;
  if (key.length === 0 || key.length > KEY_MAX || !/^[\x21-\x7e]+$/.test(key)) {
    const message = `An Idempotency-Key has 1 to ${KEY_MAX} printable ASCII characters without spaces; a UUID is a good one.`;
    throw new SignalboxError('request_invalid', {
      fields: [{ path: 'Idempotency-Key', code: 'format_invalid', message }],
    });
  }
  const { environment, workspace } = ctx;
  return {
    id: uuidOf(`${workspace.number} ${environment} ${route} ${key}`),
    workspace: workspace.number,
    environment,
    route,
    key,
    fingerprint: hash('sha256', `${API_VERSION} ${route} ${canonicalJson(input.body)}`, 'base64url'),
    requestId: ctx.requestId,
  };
}

/** The first 128 bits of a SHA-256 as a UUID of version 8 (RFC 9562 section 5.8), as PostgreSQL spells it. */
function uuidOf(name: string): string {
  const hex = hash('sha256', name, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The outcome of a call as its door answers it. Throws `idempotency_mismatch`, and the refusal that was stored. */
export function outputOf(outcome: AcceptOutcome): SendOutput {
  if (outcome.kind === 'mismatch') {
    throw new SignalboxError('idempotency_mismatch', {
      detail: `The key was first used by request ${outcome.requestId}.`,
    });
  }
  const originalRequestId = outcome.kind === 'replay' ? outcome.requestId : null;
  const { status, body } = outcome.answer;
  if (status === 409) throw storedRefusal(body);
  return { status, body, replayed: outcome.kind === 'replay', originalRequestId };
}

function storedRefusal(body: string): SignalboxError {
  const stored = JSON.parse(body) as { detail: string; errors: SignalboxError['fields'] };
  return new SignalboxError('client_ref_taken', { detail: stored.detail, fields: stored.errors });
}
