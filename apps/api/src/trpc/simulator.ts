import {
  HandsetInput,
  type HandsetMessage,
  type HandsetSummary,
  InboxInput,
  type InboxMessage,
  type InboxSummary,
  ReplyInput,
  SignalboxError,
} from '@signalbox/contracts';
import { z } from 'zod';
import type { World } from '../world.ts';
import { procedure, router } from './procedure.ts';

const ANSWER_WITHIN_MS = 3000;
const LIST_MAX = 100;

// What the virtual carriers answer, as the console needs it; everything else they say is left behind.
const HandsetList = z.object({
  data: z.array(
    z
      .object({
        number: z.string(),
        count: z.int(),
        last_message_at: z.string().nullable(),
        last_text: z.string().optional(),
      })
      .transform(
        (h): HandsetSummary => ({
          number: h.number,
          count: h.count,
          last_at: h.last_message_at ?? '',
          last_text: h.last_text ?? '',
        }),
      ),
  ),
});
const HandsetMessages = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      from: z.string(),
      to: z.string(),
      text: z.string(),
      part_count: z.int(),
      encoding: z.string(),
      carrier: z.string(),
      call: z.object({ outcome: z.enum(['answered', 'no-answer', 'busy']), language: z.string() }).nullable(),
    }) satisfies z.ZodType<HandsetMessage>,
  ),
});
const InboxList = z.object({
  data: z.array(
    z
      .object({ address: z.string(), count: z.int(), last_message_at: z.string(), last_subject: z.string().optional() })
      .transform(
        (inbox): InboxSummary => ({
          address: inbox.address,
          count: inbox.count,
          last_at: inbox.last_message_at,
          last_subject: inbox.last_subject ?? '',
        }),
      ),
  ),
});
/** A mail may carry a header several times (Received, for one): its values stand on lines of their own. */
function joinHeaders(headers: { name: string; value: string }[]): Record<string, string> {
  const joined = new Map<string, string>();
  for (const { name, value } of headers) {
    const earlier = joined.get(name);
    joined.set(name, earlier === undefined ? value : `${earlier}\n${value}`);
  }
  return Object.fromEntries(joined);
}

const InboxMessages = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      from: z.string(),
      to: z.string(),
      subject: z.string(),
      text: z.string().nullable(),
      html: z.string().nullable(),
      headers: z.array(z.object({ name: z.string(), value: z.string() })).transform(joinHeaders),
      size_bytes: z.int(),
    }) satisfies z.ZodType<InboxMessage>,
  ),
});
const ReplyAnswer = z.object({ carrier: z.string() });
const Refusal = z.object({ code: z.string(), detail: z.string().optional() });

/** Asks the virtual carriers. Without them every question is `not_found`; while they are silent it is `overloaded`. */
async function ask<T>(world: World, path: string, schema: z.ZodType<T>, body?: object): Promise<T> {
  const { simulatorUrl } = world.settings;
  if (simulatorUrl === undefined) {
    throw new SignalboxError('not_found', {
      detail: 'This installation runs without the virtual carriers: set SIMULATOR_URL to show handsets and inboxes.',
    });
  }
  let response: Response;
  try {
    response = await fetch(simulatorUrl + path, {
      ...(body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
  } catch {
    throw new SignalboxError('overloaded', { detail: 'The virtual carriers do not answer.', retryAfterSeconds: 2 });
  }
  const answered: unknown = await response.json();
  if (response.ok) return schema.parse(answered);
  const refusal = Refusal.safeParse(answered);
  if (response.status === 409 && refusal.success) throw new SignalboxError('conflict', { detail: refusal.data.detail });
  throw new Error(`the virtual carriers answered ${response.status} to ${path.split('/').slice(0, 3).join('/')}`);
}

export const simulatorRouter = router({
  handsets: procedure('simulator:read').query(
    async ({ ctx }): Promise<HandsetSummary[]> =>
      (await ask(ctx.world, `/v1/handsets?limit=${LIST_MAX}`, HandsetList)).data,
  ),
  handset: procedure('simulator:read')
    .input(HandsetInput)
    .query(async ({ ctx, input }): Promise<HandsetMessage[]> => {
      const path = `/v1/handsets/${encodeURIComponent(input.number)}/messages`;
      return (await ask(ctx.world, path, HandsetMessages)).data;
    }),
  reply: procedure('simulator:write')
    .input(ReplyInput)
    .mutation(async ({ ctx, input }): Promise<{ carrier: string }> => {
      const path = `/v1/handsets/${encodeURIComponent(input.number)}/replies`;
      return ask(ctx.world, path, ReplyAnswer, { text: input.text });
    }),
  inboxes: procedure('simulator:read').query(
    async ({ ctx }): Promise<InboxSummary[]> => (await ask(ctx.world, `/v1/inboxes?limit=${LIST_MAX}`, InboxList)).data,
  ),
  inbox: procedure('simulator:read')
    .input(InboxInput)
    .query(async ({ ctx, input }): Promise<InboxMessage[]> => {
      const path = `/v1/inboxes/${encodeURIComponent(input.address)}/messages`;
      return (await ask(ctx.world, path, InboxMessages)).data;
    }),
});
