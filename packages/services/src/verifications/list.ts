import type { ListVerificationsQuery, VerificationPage } from '@signalbox/contracts';
import { readVerifications } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import { channelOf, normaliseAddress } from '../policy/address.ts';
import { readWithin } from '../tenant.ts';
import { viewVerifications } from './view.ts';

/** Verifications, newest first; `to` narrows to one address, `state` to those that stand so. */
export async function listVerifications({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ListVerificationsQuery;
}): Promise<VerificationPage> {
  const filter = {
    workspace: ctx.workspace.number,
    environment: ctx.environment,
    address: input.to === undefined ? null : normaliseAddress(channelOf(input.to), input.to, 'to'),
    state: input.state ?? null,
    belowId: decodeCursor(input.cursor),
  };
  return readWithin(ctx, 'The list takes too long to search; name the address.', async (tx) => {
    const { rows, next_cursor } = pageOf(await readVerifications(tx, filter, input.limit + 1), input.limit);
    return { data: await viewVerifications(ctx, tx, rows), next_cursor };
  });
}
