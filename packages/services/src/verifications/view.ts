import { encodeId, REASONS, uuidTimeMs, type VerificationView } from '@signalbox/contracts';
import { assuranceOf } from '@signalbox/core';
import { readMessageRows, type SqlRunner, type VerificationRow } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { instantText } from '../instant-text.ts';
import { viewMessages } from '../messages/view.ts';
import { shownAddress } from '../people/person-hash.ts';
import { viewBlock } from './block-view.ts';

/** Verifications as the API shows them, in the order of the rows, with what became of each send. Runs in the reader's transaction. */
export async function viewVerifications(
  ctx: RequestContext,
  tx: SqlRunner,
  rows: readonly VerificationRow[],
): Promise<VerificationView[]> {
  const ids = rows.flatMap((row) => row.messageIds);
  const messages = await viewMessages(ctx, tx, await readMessageRows(tx, ctx.workspace.number, ctx.environment, ids));
  const sends = new Map(
    messages.map(({ id, channel, state, route }) => [id, { message_id: id, channel, state, route }]),
  );
  return rows.map((row) => ({
    id: encodeId('verification', row.id),
    state: row.state,
    to: shownAddress(row.channels[0] === 'email' ? (row.email ?? row.address) : row.address),
    email: row.email,
    channels: row.channels,
    purpose: row.purpose,
    app_name: row.appName,
    locale: row.locale,
    country: row.country,
    environment: row.environment,
    code_length: row.codeLength,
    tries: row.tries,
    tries_max: row.triesMax,
    bound: row.boundHash !== null,
    assurance: assuranceOf(row.channels),
    reason: row.reason === null ? null : { code: row.reason, text: REASONS[row.reason].text },
    block: viewBlock(row),
    sends: row.messageIds.flatMap((id) => sends.get(encodeId('message', id)) ?? []),
    converted_by: convertedBy(ctx, row),
    created_at: new Date(uuidTimeMs(row.id)).toISOString(),
    expires_at: new Date(row.expiresAtMs).toISOString(),
    approved_at: instantText(row.approvedAtMs),
    ended_at: instantText(row.endedAtMs),
  }));
}

function convertedBy(ctx: RequestContext, { route }: VerificationRow): VerificationView['converted_by'] {
  const known = route === null ? undefined : ctx.services.config.current().route(route);
  return known === undefined ? null : { id: encodeId('route', known.id), name: known.name, channel: known.channel };
}
