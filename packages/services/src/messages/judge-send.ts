import { type SignalboxError, TemplateRef } from '@signalbox/contracts';
import type { NewGroup, NewMessage, WaitingChannel } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { chooseOrder } from '../substitution/choose-order.ts';
import {
  namesTemplate,
  pathInTemplate,
  type SendNote,
  type Written,
  writeByTemplate,
} from '../templates/write-by-template.ts';
import { judgeChannels } from './judge-channels.ts';
import { judgeRequest, NOTHING_WRITTEN, refuseRequest } from './judge-request.ts';

/** A send that was found good. */
export interface GoodSend {
  ok: true;
  /** A message for each channel, in their order. The first names the send: its id, and its client_ref. */
  channels: readonly [NewMessage, ...NewMessage[]];
  /** Those that go now. */
  messages: readonly NewMessage[];
  /** The group over several channels; null for one. */
  group: NewGroup | null;
  /** Whether the answer carries the routing decision. */
  explain: boolean;
  /** What the caller should know of it. */
  notes: readonly SendNote[];
}

/** A send that was judged: what to store, or the refusal. */
export type Judged = GoodSend | { ok: false; error: SignalboxError };

/** Judges one send, over one channel or several: what to store, or every field at fault. Warm the templates first that it may name. */
export function judgeSend(ctx: RequestContext, body: unknown, nowMs: number): Judged {
  if (!namesTemplate(body)) return judgeWritten(ctx, body, nowMs, NOTHING_WRITTEN);
  const written = writeByTemplate(ctx, body);
  const judged = judgeWritten(ctx, written.body, nowMs, written.by, keyOf(body));
  if (judged.ok && written.faults.length === 0) return { ...judged, notes: [...written.notes, ...judged.notes] };
  const others = judged.ok ? [] : judged.error.fields.filter(({ path }) => !isStandIn(path, written));
  return refuseRequest([...written.faults, ...others.map(pathInTemplate)]);
}

/** The key of the template of a body that was written by one. */
const keyOf = ({ template }: { template?: unknown }): string | null =>
  TemplateRef.safeParse(template).data?.key ?? null;

/** Content that stands in for what could not be written is nobody's fault. */
const isStandIn = (path: string, { faults }: Written): boolean => faults.length > 0 && /^content\b/.test(path);

/** Judges a send whose content is written out; `by` tells what each channel was written by. */
function judgeWritten(
  ctx: RequestContext,
  body: unknown,
  nowMs: number,
  by: Written['by'],
  template: string | null = null,
): Judged {
  const newId = () => ctx.services.ids.next();
  if (!isForSeveral(body)) {
    const judged = judgeRequest(ctx, body, newId(), nowMs, by);
    if (!judged.ok) return judged;
    const { message, explain, notes } = judged;
    return { ok: true, channels: [message], messages: [message], group: null, explain, notes };
  }
  const judged = judgeChannels(ctx, body, newId, nowMs, by);
  if (!judged.ok) return judged;
  const { messages: all, substitution } =
    judged.mode === 'failover'
      ? chooseOrder(ctx, judged.messages, template)
      : { messages: judged.messages, substitution: null };
  const [first, ...others] = all;
  if (first === undefined) throw new Error('a send over several channels has no message');
  const messages = judged.mode === 'parallel' ? all : [first];
  const { mode, timeoutSeconds } = judged;
  const group = groupOf(all, messages, { mode, timeoutSeconds, substitution });
  return { ok: true, channels: [first, ...others], messages, group, explain: judged.explain, notes: judged.notes };
}

const isForSeveral = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && (Object.hasOwn(body, 'channels') || Object.hasOwn(body, 'mode'));

function groupOf(
  all: readonly NewMessage[],
  now: readonly NewMessage[],
  how: Pick<NewGroup, 'mode' | 'timeoutSeconds' | 'substitution'>,
): NewGroup | null {
  const [first] = all;
  if (first === undefined) return null;
  const { id, workspace, environment, expiresAtMs } = first;
  const waiting = all.slice(now.length).map(waitingOf);
  return {
    id,
    workspace,
    environment,
    ...how,
    expiresAtMs,
    channels: all.map(({ channel }) => channel),
    messageIds: now.map((message) => message.id),
    waiting: waiting.length === 0 ? null : waiting,
  };
}

const waitingOf = ({
  channel,
  address,
  country,
  sender,
  subject,
  body,
  html,
  locale,
  parts,
  template,
}: NewMessage): WaitingChannel => ({
  channel,
  address,
  country,
  sender,
  subject,
  body,
  html,
  locale,
  parts,
  template,
});
