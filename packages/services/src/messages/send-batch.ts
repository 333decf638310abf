import {
  BATCH_MAX,
  encodeId,
  fieldErrorsOf,
  type SendBatchAnswer,
  SendBatchRequest,
  SignalboxError,
} from '@signalbox/contracts';
import type { RequestContext } from '../context.ts';
import { warmTemplates } from '../templates/write-by-template.ts';
import type { LeftOut } from './accept-call.ts';
import { type BatchItem, judgeItem, refuseOtherTwins } from './batch-items.ts';
import type { SendInput } from './call-key.ts';
import type { GoodSend } from './judge-send.ts';
import {
  assertRoomFor,
  countByCountry,
  lateRefusal,
  mismatch,
  refTaken,
  type SendOutput,
  writeCall,
} from './write-call.ts';

/** Accepts up to BATCH_MAX messages, each answered by itself; what is refused does not hold up the rest. */
export async function sendBatch({ ctx, input }: { ctx: RequestContext; input: SendInput }): Promise<SendOutput> {
  const parsed = SendBatchRequest.safeParse(input.body);
  if (!parsed.success) {
    throw new SignalboxError('request_invalid', { fields: fieldErrorsOf(parsed.error, '', input.body) });
  }
  const nowMs = ctx.services.world.nowMs();
  const bodies = parsed.data.messages.slice(0, BATCH_MAX);
  await warmTemplates(ctx, bodies);
  const given = bodies.map((body) => judgeItem(ctx, body, nowMs));
  const fit = refuseOtherTwins(given).map((item) => refuseLate(ctx, item, nowMs));
  assertRoomFor(
    ctx,
    goodOf(fit).flatMap(({ messages }) => messages),
  );
  const items = await holdBack(ctx, fit);
  const stored = goodOf(items);
  const keyed = items.flatMap(({ judged, key, twin }) =>
    judged.ok && key !== null && twin === null
      ? [{ key, messageId: judged.channels[0].id, body: JSON.stringify(acceptedOf(judged)) }]
      : [],
  );
  const groups = stored.flatMap(({ group }) => group ?? []);
  const withoutKey = input.idempotencyKey === undefined && items.some(({ key }) => key === null);
  return writeCall(ctx, input, 'POST /v1/messages/batch', {
    messages: stored.flatMap(({ messages }) => messages),
    ...(groups.length === 0 ? {} : { groups }),
    ...(keyed.length === 0 ? {} : { items: keyed }),
    answer: (left) => ({ status: 202, body: JSON.stringify(batchAnswerOf(items, left, withoutKey)) }),
  });
}

/** What of a batch would be stored: the good ones, each once. */
const goodOf = (items: readonly BatchItem[]): GoodSend[] =>
  items.flatMap(({ judged, twin }) => (judged.ok && twin === null ? [judged] : []));

/** A message that would not go out while it is good is refused like one with a fault. */
function refuseLate(ctx: RequestContext, item: BatchItem, nowMs: number): BatchItem {
  const error = item.judged.ok && item.twin === null ? lateRefusal(ctx, item.judged, nowMs) : undefined;
  return error === undefined ? item : { ...item, judged: { ok: false, error } };
}

/** Counts the messages of a batch against the limits; those of a country that has used up its own are refused one by one. */
async function holdBack(ctx: RequestContext, items: readonly BatchItem[]): Promise<readonly BatchItem[]> {
  const closed = await ctx.services.fairUse.countMessages(ctx, countByCountry(goodOf(items)));
  if (closed.size === 0) return items;
  return items.map((item) => {
    if (!item.judged.ok) return item;
    const error = item.judged.channels.flatMap(({ country }) => closed.get(country ?? '') ?? [])[0];
    return error === undefined ? item : { ...item, judged: { ok: false, error } };
  });
}

type Accepted = Omit<SendBatchAnswer['accepted'][number], 'index' | 'replayed'>;

/** An accepted item as its answer names it, and as it is kept under its key. */
function acceptedOf({ channels, group }: GoodSend): Accepted {
  const id = encodeId('message', channels[0].id);
  if (group === null) return { id };
  const ids = new Set(group.messageIds);
  return {
    id,
    channels: channels.map((message) => ({
      channel: message.channel,
      id: ids.has(message.id) ? encodeId('message', message.id) : null,
    })),
  };
}

function batchAnswerOf(items: readonly BatchItem[], left: LeftOut, withoutKey: boolean): SendBatchAnswer {
  const answer: SendBatchAnswer = { accepted: [], rejected: [] };
  const outcomes = items.map((item) => itemOutcome(item, left));
  items.forEach(({ twin }, index) => {
    const outcome = outcomes[twin ?? index] as ItemOutcome;
    if ('error' in outcome) {
      const { error } = outcome;
      answer.rejected.push({
        index,
        error: { code: error.code, message: error.detail ?? error.message, errors: error.fields },
      });
    } else {
      const repeats = twin !== null || outcome.replayed;
      answer.accepted.push({ index, ...outcome.accepted, ...(repeats ? { replayed: true as const } : {}) });
    }
  });
  const notes = new Map(goodOf(items).flatMap((send) => send.notes.map((note) => [note.message, note] as const)));
  const warnings = [...notes.values(), ...(withoutKey ? [NO_ITEM_KEY_WARNING] : [])];
  return warnings.length === 0 ? answer : { ...answer, warnings };
}

type ItemOutcome = { error: SignalboxError } | { accepted: Accepted; replayed: boolean };

function itemOutcome({ judged }: BatchItem, { refused, repeats }: LeftOut): ItemOutcome {
  if (!judged.ok) return { error: judged.error };
  const [first] = judged.channels;
  const repeat = repeats.get(first.id);
  if (repeat?.kind === 'mismatch') return { error: mismatch(repeat.requestId) };
  if (repeat !== undefined) return { accepted: JSON.parse(repeat.answer.body) as Accepted, replayed: true };
  return refused.has(first.id) ? { error: refTaken(first) } : { accepted: acceptedOf(judged), replayed: false };
}

const NO_ITEM_KEY_WARNING = {
  code: 'idempotency_key_missing',
  message:
    'A repeat of this call sends its messages a second time: give the call an Idempotency-Key, or each message an idempotency_key.',
};
