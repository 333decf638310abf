import {
  type Channel,
  type FieldError,
  fieldErrorsOf,
  isByPhone,
  type Money,
  SCHEDULE_MAX_SECONDS,
  SignalboxError,
  type TrafficClass,
  WrittenMessage,
} from '@signalbox/contracts';
import { countParts, type LinkedContent, parseMailbox, parseNumber, parseSender } from '@signalbox/core';
import type { NewMessage, WrittenBy } from '@signalbox/db';
import type { Region } from '../config/regions.ts';
import type { RequestContext } from '../context.ts';
import { chooseSender } from '../countries/choose-sender.ts';
import { judgeRange } from '../fraud/judge-range.ts';
import type { SendNote } from '../templates/write-by-template.ts';
import { judgeTopic } from '../topics/judge-topic.ts';
import { judgeLinks } from './judge-links.ts';

/** How long a message keeps its worth when the caller names no validity, in seconds. */
export const DEFAULT_VALIDITY_SECONDS: Readonly<Record<TrafficClass, number>> = {
  otp: 300,
  transactional: 86_400,
  marketing: 86_400,
};

const PARTS_MAX = 10;
// A clock that is a little off must not turn "now" into an error.
const PAST_TOLERANCE_MS = 300_000;

/** A request that was judged: the message to store, whether its decision is asked for and what the caller should know, or the refusal. */
export type JudgedMessage =
  | { ok: true; message: NewMessage; explain: boolean; notes: readonly SendNote[] }
  | { ok: false; error: SignalboxError };

/** The refusal of a request with the fields at fault. */
export const refuseRequest = (fields: FieldError[]): { ok: false; error: SignalboxError } => ({
  ok: false,
  error: new SignalboxError('request_invalid', { fields }),
});

/** Content of the caller's own: no channel was written by a template. */
export const NOTHING_WRITTEN: ReadonlyMap<Channel, WrittenBy> = new Map();

/** Judges a request for one channel: the message to store, or every field at fault. `id` is the UUID the message will carry. */
export function judgeRequest(
  ctx: RequestContext,
  body: unknown,
  id: string,
  nowMs: number,
  writtenBy: ReadonlyMap<Channel, WrittenBy> = NOTHING_WRITTEN,
): JudgedMessage {
  const parsed = WrittenMessage.safeParse(body);
  if (!parsed.success) return refuseRequest(fieldErrorsOf(parsed.error, '', body));
  const request = parsed.data;
  const fields: FieldError[] = [];
  const recipient = judgeRecipient(ctx, request, fields);
  const config = ctx.services.config.current();
  const region = config.regionsOf(ctx.workspace.number)?.(recipient.country);
  const place = { channel: request.channel, country: recipient.country, class: request.class, nowMs };
  const sender = chooseSender(config, ctx.workspace.number, place, judgeSender(request, fields), fields);
  const maxPrice = judgePrice(ctx, request, region, fields);
  const parts = request.channel === 'sms' ? judgeParts(request.content.text, fields) : null;
  const topic = judgeTopic(ctx, request, fields);
  const sendAtMs = judgeSchedule(request.send_at, nowMs, fields);
  const content = contentColumns(request);
  const notes = judgeWhereLinksLead(ctx, content, fields);
  if (fields.length > 0) return refuseRequest(fields);
  const validSeconds = validityOf(request, region);
  return {
    ok: true,
    explain: request.explain ?? false,
    notes,
    message: {
      id,
      workspace: ctx.workspace.number,
      environment: ctx.environment,
      class: request.class,
      channel: request.channel,
      apiKey: ctx.actor.kind === 'key' ? ctx.actor.number : null,
      address: recipient.address,
      country: recipient.country,
      sender,
      ...content,
      parts,
      clientRef: request.client_ref ?? null,
      metadata: request.metadata && Object.keys(request.metadata).length > 0 ? request.metadata : null,
      sendAtMs,
      expiresAtMs: (sendAtMs ?? nowMs) + validSeconds * 1000,
      maxPriceMicros: maxPrice?.amount_micros ?? null,
      maxPriceCurrency: maxPrice?.currency ?? null,
      sealedBody: null,
      sentFor: null,
      template: writtenBy.get(request.channel) ?? null,
      topic,
    },
  };
}

/** Links to domains that are not allowed: faults where they are refused, else what the caller should know. */
function judgeWhereLinksLead(ctx: RequestContext, content: LinkedContent, fields: FieldError[]): SendNote[] {
  const judged = judgeLinks(ctx, content);
  if (judged === undefined) return [];
  const { rule, faults } = judged;
  if (rule === 'warn') return faults.map(({ code, message }) => ({ code, message }));
  fields.push(...faults.map(({ path, code, message }) => ({ path, code, message })));
  return [];
}

function contentColumns({ channel, content }: WrittenMessage) {
  const none = { subject: null, html: null, locale: null };
  if (channel === 'sms') return { ...none, body: content.text };
  if (channel === 'voice') return { ...none, body: content.text, locale: content.locale };
  return { ...none, subject: content.subject, body: content.text ?? null, html: content.html ?? null };
}

function judgeRecipient(
  ctx: RequestContext,
  request: WrittenMessage,
  fields: FieldError[],
): { address: string; country: string | null } {
  if (isByPhone(request.channel)) {
    const number = parseNumber(request.to);
    if (number.ok) {
      // Codes alone: they are what traffic is pumped with.
      if (request.class === 'otp') judgeRange(ctx, number, 'to', fields);
      return { address: number.e164, country: number.country };
    }
    fields.push({ path: 'to', code: number.code, message: number.message });
  } else {
    const mailbox = parseMailbox(request.to);
    if (mailbox.ok) return { address: mailbox.address, country: null };
    fields.push({ path: 'to', code: mailbox.code, message: mailbox.message });
  }
  return { address: '', country: null };
}

function judgeSender(request: WrittenMessage, fields: FieldError[]): string | null {
  if (request.from === undefined) return null;
  const sender = parseSender(request.channel, request.from);
  if (sender.ok) return sender.sender;
  fields.push({ path: 'from', code: sender.code, message: sender.message });
  return null;
}

/** The limit with its currency. Two limits in two currencies cannot both be kept by any route: the caller is told which one counts. */
function judgePrice(
  ctx: RequestContext,
  { max_price: given }: WrittenMessage,
  region: Region | undefined,
  fields: FieldError[],
): Money | null {
  if (given === undefined) return null;
  const home = ctx.services.config.current().workspaces.get(ctx.workspace.number);
  const currency = given.currency ?? home?.defaultCurrency ?? '';
  if (region !== undefined && region.maxPriceMicros !== null && currency !== region.maxPriceCurrency) {
    fields.push({
      path: 'max_price.currency',
      code: 'not_allowed',
      message: `Prices to this country are limited in ${region.maxPriceCurrency}; give the limit in that currency, or leave it out.`,
    });
  }
  return { amount_micros: given.amount_micros, currency };
}

function validityOf(request: WrittenMessage, region: Region | undefined): number {
  const seconds = request.valid_for_seconds ?? DEFAULT_VALIDITY_SECONDS[request.class];
  const longest = request.class === 'otp' ? null : (region?.validForSeconds ?? null);
  return longest === null ? seconds : Math.min(seconds, longest);
}

function judgeParts(text: string, fields: FieldError[]): number {
  const parts = countParts(text);
  if (parts > PARTS_MAX) {
    fields.push({
      path: 'content.text',
      code: 'too_many_parts',
      message: `The text needs ${parts} parts and at most ${PARTS_MAX} are sent; shorten it, or replace the characters that force UCS-2.`,
    });
  }
  return parts;
}

function judgeSchedule(sendAt: string | undefined, nowMs: number, fields: FieldError[]): number | null {
  if (sendAt === undefined) return null;
  const atMs = Date.parse(sendAt);
  if (atMs < nowMs - PAST_TOLERANCE_MS) {
    fields.push({
      path: 'send_at',
      code: 'in_the_past',
      message: 'The instant has passed; give a later one or leave it out to send now.',
    });
  } else if (atMs > nowMs + SCHEDULE_MAX_SECONDS * 1000) {
    fields.push({ path: 'send_at', code: 'too_far', message: 'A message can be scheduled at most 90 days ahead.' });
  }
  return atMs <= nowMs ? null : atMs;
}
