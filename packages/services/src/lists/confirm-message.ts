import { encodeId } from '@signalbox/contracts';
import { confirmText, countParts, parseNumber } from '@signalbox/core';
import type { NewMessage, OptInListRow } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { sealLink } from '../unsubscribe/links.ts';

/** Whom to ask, with which message. */
interface Asking {
  /** UUID of the message. */
  id: string;
  address: string;
  locale: string;
  confirmByMs: number;
  publicUrl: string;
}

/** The message that asks a person to confirm the wish to be on a list. It goes as transactional: the person has just asked for it. */
export function confirmMessage(
  ctx: RequestContext,
  list: OptInListRow,
  { id, address, locale, confirmByMs, publicUrl }: Asking,
): NewMessage {
  const { services, environment, actor } = ctx;
  const workspace = ctx.workspace.number;
  const { channel } = list;
  const whose = { workspace, environment, channel, address, message: id };
  const token = sealLink(services.sealer, { kind: 'confirm', ...whose, list: list.id }, services.world.nowMs());
  const { subject, text } = confirmText(locale, {
    list: list.name,
    sender: ctx.workspace.name,
    url: `${publicUrl}/u/${token}`,
    hours: list.confirmHours,
  });
  const number = channel === 'sms' ? parseNumber(address) : undefined;
  return {
    id,
    workspace,
    environment,
    class: 'transactional',
    channel,
    apiKey: actor.kind === 'key' ? actor.number : null,
    address,
    country: number?.ok === true ? number.country : null,
    sender: list.sender,
    subject: channel === 'email' ? subject : null,
    body: text,
    html: null,
    parts: channel === 'sms' ? countParts(text) : null,
    clientRef: null,
    metadata: { list_id: encodeId('list', list.id) },
    sendAtMs: null,
    expiresAtMs: Math.min(confirmByMs, services.world.nowMs() + 86_400_000),
    maxPriceMicros: null,
    maxPriceCurrency: null,
    sealedBody: null,
    sentFor: null,
    template: null,
    topic: null,
    locale: null,
  };
}
