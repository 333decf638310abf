import {
  Channel,
  type ChannelMode,
  type FieldError,
  fieldErrorsOf,
  NEXT_CHANNEL_SECONDS,
  SendToChannelsOutline,
  type SignalboxError,
} from '@signalbox/contracts';
import type { NewMessage, WrittenBy } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import type { SendNote } from '../templates/write-by-template.ts';
import { DEFAULT_VALIDITY_SECONDS, judgeRequest, refuseRequest } from './judge-request.ts';

/** A send over several channels that was found good: a message for each, in their order, and how they follow each other. */
export interface JudgedChannels {
  ok: true;
  messages: readonly NewMessage[];
  mode: ChannelMode;
  /** How long a channel waits for its receipt; null when all go at once. */
  timeoutSeconds: number | null;
  explain: boolean;
  /** What the caller should know, each thing once. */
  notes: readonly SendNote[];
}

type Outline = SendToChannelsOutline;

const isChannel = (name: string): name is Channel => Channel.options.some((channel) => channel === name);
const isByChannel = (content: Outline['content']): boolean => Object.keys(content).some(isChannel);

/** Judges a request for several channels: a message for each, or every field at fault. `newId` gives the UUID of the next message. */
export function judgeChannels(
  ctx: RequestContext,
  body: unknown,
  newId: () => string,
  nowMs: number,
  writtenBy: ReadonlyMap<Channel, WrittenBy>,
): JudgedChannels | { ok: false; error: SignalboxError } {
  const parsed = SendToChannelsOutline.safeParse(body);
  if (!parsed.success) return refuseRequest(outlineFaults(fieldErrorsOf(parsed.error, '', body)));
  const request = parsed.data;
  const fields = [...listFaults(request), ...addressFaults(request), ...contentFaults(request)];
  const timeoutSeconds = judgeTimeout(request, fields);
  const messages: NewMessage[] = [];
  const notes = new Map<string, SendNote>();
  const found = new Map(fields.map((field) => [`${field.path} ${field.code}`, field]));
  for (const channel of new Set(request.channels)) {
    const judged = judgeRequest(ctx, requestFor(request, channel), newId(), nowMs, writtenBy);
    if (judged.ok) for (const note of judged.notes) notes.set(note.message, note);
    if (judged.ok) messages.push({ ...judged.message, sentFor: messages[0]?.id ?? judged.message.id });
    for (const field of judged.ok ? [] : judged.error.fields) {
      const path = pathOf(field.path, channel, request);
      const key = `${path} ${field.code}`;
      if (!found.has(key)) found.set(key, { ...field, path });
    }
  }
  if (found.size > 0) return refuseRequest([...found.values()]);
  return {
    ok: true,
    // The caller's reference is that of the whole send: its first message carries it.
    messages: messages.map((message, index) => (index === 0 ? message : { ...message, clientRef: null })),
    mode: request.mode,
    timeoutSeconds,
    explain: request.explain ?? false,
    notes: [...notes.values()],
  };
}

/** What the outline says of `channel` beside `channels` needs other words than "unknown". What chooses the form comes first, wrong before missing. */
function outlineFaults(fields: readonly FieldError[]): FieldError[] {
  const place = ({ path, code }: FieldError): number => {
    if (!/^(channels|mode)\b/.test(path)) return 2;
    return code === 'required' ? 1 : 0;
  };
  return fields
    .map((field) => {
      if (field.path !== 'channel') return field;
      const message = 'Give `channel` for one channel or `channels` with `mode` for several, not both.';
      return { ...field, code: 'not_allowed', message };
    })
    .toSorted((one, other) => place(one) - place(other));
}

function listFaults({ channels }: Outline): FieldError[] {
  if (new Set(channels).size === channels.length) return [];
  return [{ path: 'channels', code: 'duplicate', message: 'Name each channel once.' }];
}

function addressFaults(request: Outline): FieldError[] {
  return (['to', 'from'] as const).flatMap((field) =>
    Object.keys(request[field] ?? {})
      .filter((name) => isChannel(name) && !request.channels.includes(name))
      .map((name) => notAmong(`${field}.${name}`, name)),
  );
}

const notAmong = (path: string, channel: string): FieldError => ({
  path,
  code: 'not_allowed',
  message: `${channel} is not among \`channels\`: add it there, or leave this out.`,
});

/** Content that no channel takes. What a channel misses is found by judging its message. */
function contentFaults({ channels, content }: Outline): FieldError[] {
  const names = Object.keys(content);
  if (isByChannel(content)) {
    return names.flatMap((name) => {
      const path = `content.${name}`;
      if (isChannel(name)) return channels.includes(name) ? [] : [notAmong(path, name)];
      const message =
        'The content is given by channel here: move this into content.sms, content.email or content.voice.';
      return [{ path, code: 'not_allowed', message }];
    });
  }
  return names.flatMap((name) => {
    const path = `content.${name}`;
    if (!['text', 'subject', 'html', 'locale'].includes(name)) {
      return [{ path, code: 'unknown_field', message: 'There is no such field here; remove it or correct its name.' }];
    }
    if (name === 'text') return [];
    const taker = name === 'locale' ? 'voice' : 'email';
    return channels.includes(taker) ? [] : [notAmong(path, taker)];
  });
}

function judgeTimeout(request: Outline, fields: FieldError[]): number | null {
  const { mode, channel_timeout_seconds: given, channels } = request;
  const path = 'channel_timeout_seconds';
  if (mode === 'parallel') {
    if (given !== undefined) {
      const message = 'With mode parallel no channel waits for another: leave this out, or choose failover.';
      fields.push({ path, code: 'not_allowed', message });
    }
    return null;
  }
  const validSeconds = request.valid_for_seconds ?? DEFAULT_VALIDITY_SECONDS[request.class];
  // One budget for all channels: each has its share of it before the next one goes.
  const shareSeconds = Math.max(1, Math.floor(validSeconds / channels.length));
  if (given === undefined) return Math.min(NEXT_CHANNEL_SECONDS.usual[request.class], shareSeconds);
  if (given * (channels.length - 1) >= validSeconds) {
    const message = `The message is valid for ${validSeconds} seconds, so the last channel would never go: give a shorter time, or a longer valid_for_seconds.`;
    fields.push({ path, code: 'too_big', message });
  }
  return given;
}

/** The request for one channel that this send stands for. */
function requestFor(request: Outline, channel: Channel): object {
  const { channels: _list, mode: _mode, channel_timeout_seconds: _seconds, to, from, content, ...shared } = request;
  return {
    ...shared,
    channel,
    to: to[channel],
    content: isByChannel(content) ? content[channel] : sharedContentFor(channel, content),
    ...(from?.[channel] === undefined ? {} : { from: from[channel] }),
  };
}

function sharedContentFor(channel: Channel, content: Outline['content']): object {
  const { text, subject, html, locale } = content;
  const given = { sms: { text }, email: { text, subject, html }, voice: { text, locale } }[channel];
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Where the caller wrote what a channel's message finds at fault. */
function pathOf(path: string, channel: Channel, { content }: Outline): string {
  if (path === 'to' || path === 'from') return `${path}.${channel}`;
  return isByChannel(content) ? path.replace(/^content\b/, `content.${channel}`) : path;
}
