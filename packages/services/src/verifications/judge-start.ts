import {
  type Channel,
  type FieldError,
  fieldErrorsOf,
  isByPhone,
  SignalboxError,
  StartVerificationRequest,
} from '@signalbox/contracts';
import { parseMailbox, parseNumber, parseSender, personAddress } from '@signalbox/core';
import type { RequestContext } from '../context.ts';
import { chooseSender } from '../countries/choose-sender.ts';
import { judgeRange } from '../fraud/judge-range.ts';

/** A start that was found good: the addresses in their one spelling, the channels in order. */
export interface JudgedStart {
  request: StartVerificationRequest;
  channels: readonly Channel[];
  /** What the verification is found by again: the number, or the mail address as its person is known. */
  address: string;
  /** Where a mail goes; null without the channel. */
  email: string | null;
  sender: string | null;
  country: string | null;
}

/** A number is one for both texts and calls; a mail comes last, or alone. */
const ORDERS: readonly string[] = ['sms', 'voice', 'email', 'sms voice', 'voice sms', 'sms email', 'voice email'];

/** Judges the body of a start under the plan of its number and the rules of its country; throws `request_invalid` with every field at fault. */
export function judgeStart(ctx: RequestContext, body: unknown): JudgedStart {
  const parsed = StartVerificationRequest.safeParse(body);
  if (!parsed.success) {
    throw new SignalboxError('request_invalid', { fields: fieldErrorsOf(parsed.error, '', body) });
  }
  const request = parsed.data;
  const fields: FieldError[] = [];
  const channels = request.channels ?? [request.to.includes('@') ? 'email' : 'sms'];
  if (!ORDERS.includes(channels.join(' '))) {
    fields.push({
      path: 'channels',
      code: 'not_allowed',
      message: `Must be one of: ${ORDERS.map((order) => JSON.stringify(order.split(' '))).join(', ')}.`,
    });
  }
  const first = channels[0] ?? 'sms';
  const number = isByPhone(first) ? judgeNumber(ctx, request.to, fields) : null;
  const email = judgeEmail(request, channels, fields);
  const place = {
    ...{ channel: first, country: number?.country ?? null },
    ...{ class: 'otp' as const, nowMs: ctx.services.world.nowMs() },
  };
  const { config } = ctx.services;
  const named = judgeSender(first, request.from, fields);
  const sender = chooseSender(config.current(), ctx.workspace.number, place, named, fields);
  if (fields.length > 0) throw new SignalboxError('request_invalid', { fields });
  return {
    request,
    channels,
    address: number?.e164 ?? personAddress(email ?? ''),
    email,
    sender,
    country: number?.country ?? null,
  };
}

function judgeNumber(
  ctx: RequestContext,
  to: string,
  fields: FieldError[],
): { e164: string; country: string | null } | null {
  const number = parseNumber(to);
  if (number.ok) {
    judgeRange(ctx, number, 'to', fields);
    return number;
  }
  fields.push({ path: 'to', code: number.code, message: number.message });
  return null;
}

function judgeEmail(
  { to, email }: StartVerificationRequest,
  channels: readonly Channel[],
  fields: FieldError[],
): string | null {
  if (channels[0] === 'email') {
    if (email !== undefined) {
      const message = 'The mail goes to `to` when email is the only channel; leave this out.';
      fields.push({ path: 'email', code: 'not_allowed', message });
    }
    return judgeMailbox(to, 'to', fields);
  }
  if (channels.includes('email')) {
    if (email !== undefined) return judgeMailbox(email, 'email', fields);
    const message =
      'Give the mail address the code goes to when the text or the call does not arrive, or leave the channel email out.';
    fields.push({ path: 'email', code: 'required', message });
  } else if (email !== undefined) {
    const message = 'A mail address is used only with the channel email; add it to `channels` behind sms or voice.';
    fields.push({ path: 'email', code: 'not_allowed', message });
  }
  return null;
}

function judgeMailbox(text: string, path: string, fields: FieldError[]): string | null {
  const mailbox = parseMailbox(text);
  if (mailbox.ok) return mailbox.address;
  fields.push({ path, code: mailbox.code, message: mailbox.message });
  return null;
}

function judgeSender(channel: Channel, from: string | undefined, fields: FieldError[]): string | null {
  if (from === undefined) return null;
  const sender = parseSender(channel, from);
  if (sender.ok) return sender.sender;
  fields.push({ path: 'from', code: sender.code, message: sender.message });
  return null;
}
