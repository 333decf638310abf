import { encodeId, type RoutingDecision, type SendMessageAnswer, uuidTimeMs } from '@signalbox/contracts';
import type { NewMessage } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { instantText } from '../instant-text.ts';
import { decideNow } from '../routing/decide-now.ts';
import { type SendNote, warmTemplates } from '../templates/write-by-template.ts';
import type { SendInput } from './call-key.ts';
import { type GoodSend, judgeSend } from './judge-send.ts';
import { assertRoomFor, countByCountry, lateRefusal, refTaken, type SendOutput, writeCall } from './write-call.ts';

/** Accepts one message, over one channel or several: stored, queued and answered after the commit. Throws SignalboxError when it is refused. */
export async function sendMessage({ ctx, input }: { ctx: RequestContext; input: SendInput }): Promise<SendOutput> {
  const nowMs = ctx.services.world.nowMs();
  await warmTemplates(ctx, [input.body]);
  const judged = judgeSend(ctx, input.body, nowMs);
  if (!judged.ok) throw judged.error;
  const { channels, messages, group } = judged;
  assertRoomFor(ctx, messages);
  const late = lateRefusal(ctx, judged, nowMs);
  if (late !== undefined) throw late;
  const closed = await ctx.services.fairUse.countMessages(ctx, countByCountry([judged]));
  for (const refusal of closed.values()) throw refusal;
  const decisions = judged.explain ? await decideNow(ctx, channels) : null;
  const [first] = channels;
  return writeCall(ctx, input, 'POST /v1/messages', {
    messages,
    ...(group === null ? {} : { groups: [group] }),
    answer: ({ refused }) =>
      refused.has(first.id)
        ? { status: 409, body: refTakenText(first) }
        : { status: 202, body: JSON.stringify(answerOf(judged, decisions, input.idempotencyKey === undefined)) },
  });
}

function answerOf(
  { channels, messages, group, notes }: GoodSend,
  decisions: readonly RoutingDecision[] | null,
  withoutKey: boolean,
): SendMessageAnswer {
  const [message] = channels;
  const decision = group === null ? decisions?.[0] : undefined;
  return {
    id: encodeId('message', message.id),
    state: stateOf(message),
    to: message.address,
    channel: message.channel,
    class: message.class,
    environment: message.environment,
    parts: message.parts,
    client_ref: message.clientRef,
    accepted_at: new Date(uuidTimeMs(message.id)).toISOString(),
    send_at: instantText(message.sendAtMs),
    expires_at: new Date(message.expiresAtMs).toISOString(),
    ...(group === null
      ? {}
      : {
          mode: group.mode,
          channel_timeout_seconds: group.timeoutSeconds,
          channels: channels.map((one, index) => ({
            channel: one.channel,
            ...(messages.includes(one)
              ? { id: encodeId('message', one.id), state: stateOf(one) }
              : { id: null, state: 'waiting' as const }),
            ...decisionIn(decisions?.[index]),
          })),
        }),
    ...decisionIn(decision),
    ...warningsOf([...notes, ...(withoutKey ? [NO_KEY_WARNING] : [])]),
  };
}

const stateOf = (message: NewMessage) => (message.sendAtMs === null ? 'accepted' : 'scheduled');

const decisionIn = (decision: RoutingDecision | undefined) => (decision === undefined ? {} : { decision });

const warningsOf = (warnings: readonly SendNote[]) => (warnings.length === 0 ? {} : { warnings: [...warnings] });

const NO_KEY_WARNING = {
  code: 'idempotency_key_missing',
  message: 'Without an Idempotency-Key a repeat of this call sends a second message; give each send its own key.',
};

const refTakenText = (message: NewMessage): string => {
  const error = refTaken(message);
  return JSON.stringify({ code: error.code, detail: error.detail, errors: error.fields });
};
