import { decodeId, encodeId, isOpenVerification, SignalboxError, type VerificationView } from '@signalbox/contracts';
import { endVerification, lockVerification, passTurnstile, readVerification, type Transaction } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { cancelUntouched, whileHistoryMoves } from '../messages/cancel.ts';
import { inWorkspace } from '../tenant.ts';
import { announceVerifications } from './announce.ts';
import { verificationNotFound } from './get.ts';
import { viewVerifications } from './view.ts';

/**
 * Cancels a verification whose code is waited for: the code is good no more, and what of it no attempt is claimed for does not go.
 * Repeating it answers the same. Throws `not_found`, and `not_cancelable` for one that has ended otherwise.
 */
export async function cancelVerification({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string };
}): Promise<VerificationView> {
  const id = decodeId('verification', input.id);
  if (id === undefined) throw verificationNotFound();
  return whileHistoryMoves(() => inWorkspace(ctx, (tx, asOwner) => cancelInTransaction(ctx, tx, asOwner, id)));
}

async function cancelInTransaction(
  ctx: RequestContext,
  tx: Transaction,
  asOwner: () => Promise<unknown>,
  id: string,
): Promise<VerificationView> {
  const workspace = ctx.workspace.number;
  const { environment } = ctx;
  // Whether it exists here is asked before the turnstile: a stranger's id must not hold up the claims of this workspace.
  if ((await readVerification(tx, workspace, environment, id)) === undefined) throw verificationNotFound();
  const { nowMs } = await passTurnstile(tx, workspace, true);
  const row = await lockVerification(tx, workspace, id);
  if (row === undefined) throw verificationNotFound();
  const isOpen = isOpenVerification(row.state);
  if (!isOpen && row.state !== 'canceled') throw notCancelable(row.state);
  if (isOpen) {
    await endVerification(tx, workspace, id, { state: 'canceled', reason: null, evidence: null });
    await cancelUntouched(ctx, tx, asOwner, row.messageIds, nowMs);
    await announceVerifications(tx, ctx.services, [
      { ...row, workspace, type: 'verification.canceled', state: 'canceled', reason: null },
    ]);
  }
  const after = await readVerification(tx, workspace, environment, id);
  const [view] = after === undefined ? [] : await viewVerifications(ctx, tx, [after]);
  if (view === undefined) throw verificationNotFound();
  if (isOpen) {
    await recordAudit(tx, ctx, {
      action: 'verification.canceled',
      object: { kind: 'verification', id: encodeId('verification', id), name: '' },
      before: { state: row.state },
      after: { state: 'canceled' },
    });
  }
  return view;
}

const notCancelable = (state: string): SignalboxError =>
  new SignalboxError('not_cancelable', {
    detail: `The verification can no longer be canceled: its state is ${state}.`,
  });
