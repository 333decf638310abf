import { decodeId, SignalboxError, type VerificationView } from '@signalbox/contracts';
import { readVerification } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { readWithin } from '../tenant.ts';
import { viewVerifications } from './view.ts';

/** One verification with its sends; `not_found` outside the caller's workspace and environment. */
export async function getVerification({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string };
}): Promise<VerificationView> {
  const id = decodeId('verification', input.id);
  const view =
    id === undefined
      ? undefined
      : await readWithin(ctx, 'The verification takes too long to read; try again.', async (tx) => {
          const row = await readVerification(tx, ctx.workspace.number, ctx.environment, id);
          return row === undefined ? undefined : (await viewVerifications(ctx, tx, [row]))[0];
        });
  if (view === undefined) throw verificationNotFound();
  return view;
}

/** The answer to an id that names no verification here. */
export const verificationNotFound = (): SignalboxError =>
  new SignalboxError('not_found', { detail: 'There is no verification with this id.' });
