import { encodeId, type KeywordReplyKind, uuidTimeMs } from '@signalbox/contracts';
import { countParts, replyText } from '@signalbox/core';
import { type InboundRow, type NewMessage, readKeywordReplies, type Transaction } from '@signalbox/db';
import type { RequestContext } from '../context.ts';

/** Within so long an answer to an opt-out needs no reason of its own (47 CFR 64.1200(a)(12)); later none is sent anywhere. */
const ANSWER_WITHIN_MS = 300_000;

/**
 * The message that answers a keyword, from the number that was written to. It goes as transactional, so that neither caps nor hours of marketing hold it,
 * and names the text it answers, so that the stop it confirms does not stop it. Null when it would come too late, or the provider answers itself.
 */
export async function answerMessage(
  tx: Transaction,
  ctx: RequestContext,
  row: InboundRow,
  { kind, locale }: { kind: KeywordReplyKind; locale: string },
): Promise<NewMessage | null> {
  const { services, environment } = ctx;
  const workspace = ctx.workspace.number;
  const expiresAtMs = uuidTimeMs(row.id) + ANSWER_WITHIN_MS;
  if (row.answered || expiresAtMs <= services.world.nowMs()) return null;
  const own = await readKeywordReplies(tx, { workspace, environment });
  const { text } = replyText(kind, { locale, sender: ctx.workspace.name, own });
  return {
    ...{ id: services.ids.next(), workspace, environment, class: 'transactional', channel: 'sms', apiKey: null },
    ...{ address: row.from, country: row.country, sender: row.to, subject: null, body: text, html: null },
    ...{ parts: countParts(text), clientRef: null, metadata: { inbound_id: encodeId('inbound', row.id) } },
    ...{ sendAtMs: null, expiresAtMs, maxPriceMicros: null, maxPriceCurrency: null, sealedBody: null },
    ...{ sentFor: row.id, template: null, topic: null, locale: null },
  };
}
