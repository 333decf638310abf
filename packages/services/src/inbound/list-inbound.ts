import {
  decodeId,
  type InboundPage,
  type InboundView,
  type ListInboundQuery,
  SignalboxError,
} from '@signalbox/contracts';
import { parseNumber } from '@signalbox/core';
import { readInbound, readOneInbound } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import { readWithin } from '../tenant.ts';
import { viewInbound } from './view.ts';

const TOO_LONG = 'The texts take too long to read; ask for fewer at once.';

/** Texts people sent, newest first; of one person when a number is given. */
export async function listInbound({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ListInboundQuery;
}): Promise<InboundPage> {
  const who = input.from === undefined ? null : parseNumber(input.from);
  const filter = {
    workspace: ctx.workspace.number,
    environment: ctx.environment,
    // A sender that is no number is kept as the carrier wrote it.
    from: who?.ok === true ? who.e164 : (input.from ?? null),
    belowId: decodeCursor(input.cursor),
  };
  const found = await readWithin(ctx, TOO_LONG, (tx) => readInbound(tx, filter, input.limit + 1));
  const { rows, next_cursor } = pageOf(found, input.limit);
  return { data: rows.map((row) => viewInbound(ctx, row)), next_cursor };
}

/** One text by its id; `not_found` when there is none of this id here. */
export async function getInbound({ ctx, input }: { ctx: RequestContext; input: { id: string } }): Promise<InboundView> {
  const id = decodeId('inbound', input.id);
  const row =
    id === undefined
      ? undefined
      : await readWithin(ctx, TOO_LONG, (tx) => readOneInbound(tx, ctx.workspace.number, ctx.environment, id));
  if (row === undefined) throw new SignalboxError('not_found', { detail: 'There is no text with this id.' });
  return viewInbound(ctx, row);
}
