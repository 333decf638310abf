import { SignalboxError } from '@signalbox/contracts';
import type { NewMessage } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import type { AcceptCall, AcceptOutcome } from './accept-call.ts';
import { identifyCall, type SendInput } from './call-key.ts';
import type { GoodSend } from './judge-send.ts';

/** What the door answers: the JSON text as stored, and whether it repeats an earlier answer. */
export interface SendOutput {
  status: number;
  body: string;
  replayed: boolean;
  /** Request id of the call this one repeats. */
  originalRequestId: string | null;
}

/** Stores a call and answers as its door does. Throws `request_invalid` for a bad key, `idempotency_mismatch`, and the refusal of the whole call. */
export async function writeCall(
  ctx: RequestContext,
  input: SendInput,
  route: string,
  call: Omit<AcceptCall, 'workspace' | 'idempotency'>,
): Promise<SendOutput> {
  const idempotency = identifyCall(ctx, input, route);
  const outcome = await ctx.services.acceptWriter.write({ ...call, workspace: ctx.workspace.number, idempotency });
  if (outcome.kind === 'first') {
    for (const { template } of call.messages) if (template !== null) ctx.services.templates.noteUse(template.version);
  }
  return outputOf(outcome);
}

/** The outcome of a call as its door answers it. Throws `idempotency_mismatch`, and the refusal that was stored. */
export function outputOf(outcome: AcceptOutcome): SendOutput {
  if (outcome.kind === 'mismatch') throw mismatch(outcome.requestId);
  const originalRequestId = outcome.kind === 'replay' ? outcome.requestId : null;
  const { status, body } = outcome.answer;
  if (status === 409) throw storedRefusal(body);
  return { status, body, replayed: outcome.kind === 'replay', originalRequestId };
}

/** The refusal of a key that another request has used. */
export const mismatch = (requestId: string): SignalboxError =>
  new SignalboxError('idempotency_mismatch', { detail: `The key was first used by request ${requestId}.` });

function storedRefusal(body: string): SignalboxError {
  const stored = JSON.parse(body) as { detail: string; errors: SignalboxError['fields'] };
  return new SignalboxError('client_ref_taken', { detail: stored.detail, fields: stored.errors });
}

/** Throws `overloaded` when this process has no room for messages of such classes; the one that matters most speaks for all. */
export function assertRoomFor({ services, workspace }: RequestContext, messages: readonly NewMessage[]): void {
  const classes = [...new Set(messages.map((message) => message.class))];
  const level = classes.every((one) => one === 'marketing') ? 'sheddable_plus' : 'critical';
  services.admission.assertRoom(level, services.acceptWriter.waitedMs(workspace.number, classes));
}

/** `queue_overflow` for a send of which a message that goes now would not go out while it is good. */
export function lateRefusal(ctx: RequestContext, { messages }: GoodSend, nowMs: number): SignalboxError | undefined {
  for (const message of messages) {
    const late = ctx.services.queueWait.refusalOf(message, nowMs);
    if (late !== undefined) return late;
  }
  return undefined;
}

/** How many messages go to each country, also those that go only if another does not arrive: a limit must not be passed by a second channel. */
export function countByCountry(sends: readonly GoodSend[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { channels } of sends) {
    for (const { country } of channels) counts.set(country ?? '', (counts.get(country ?? '') ?? 0) + 1);
  }
  return counts;
}

/** The refusal of a message whose client_ref is taken. */
export function refTaken(message: NewMessage): SignalboxError {
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
