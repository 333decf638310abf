import { encodeId, type InboundView } from '@signalbox/contracts';
import { type InboundRow, inboundAtMs } from '@signalbox/db';
import type { RequestContext } from '../context.ts';

/** A text of a person as people and machines see it. */
export function viewInbound({ services }: RequestContext, row: InboundRow): InboundView {
  const provider = services.config.current().providers.get(row.provider);
  const { environment, from, to, parts, country, outcome, keyword, scope } = row;
  return {
    id: encodeId('inbound', row.id),
    ...{ environment, from, to, text: row.body, parts, country },
    provider_id: provider === undefined ? null : encodeId('provider', provider.id),
    received_at: new Date(inboundAtMs(row)).toISOString(),
    ...{ outcome, keyword, scope },
    reply_id: row.reply === null ? null : encodeId('message', row.reply),
  };
}
