import {
  type CheckVerificationAnswer,
  type CheckVerificationRequest,
  decodeId,
  isOpenVerification,
  SignalboxError,
  type VerificationEventType,
} from '@signalbox/contracts';
import { assuranceOf } from '@signalbox/core';
import { type CheckOutcome, checkCode, readVerification, type Transaction } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { announceVerifications } from './announce.ts';
import { failedCheckUses, tooManyFailures } from './limits.ts';

/**
 * Tests a code: one statement counts the try and tests it, so that a code is good once and no more than five guesses are looked at. An
 * unknown id, a code that was used, one that has expired and one that is barred or canceled all get the same `not_found` at the same cost. Throws
 * `rate_limited` when too many checks have failed for the person, the `ip` or the key.
 */
export async function checkVerification({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: CheckVerificationRequest & { id: string };
}): Promise<CheckVerificationAnswer> {
  const { codeHash, ids } = ctx.services;
  const workspace = ctx.workspace.number;
  // What is not an id of ours takes the way of one that is not here.
  const id = decodeId('verification', input.id) ?? ids.next();
  const boundHash = input.bound_to === undefined ? null : codeHash.ofBinding(workspace, input.bound_to);
  const outcome = await inWorkspace(ctx, async (tx, asOwner) => {
    const tried = await checkCode(tx, {
      workspace,
      environment: ctx.environment,
      id,
      codeHash: codeHash.ofCode(id, input.code, boundHash),
      uses: failedCheckUses(ctx, input.ip),
    });
    await tell(ctx, tx, asOwner, id, tried);
    return tried;
  });
  if (outcome.retryAfterSeconds !== null) throw tooManyFailures(outcome.retryAfterSeconds);
  const { state, to, purpose, channels } = outcome;
  if (state === null || to === null || purpose === null) throw noOpenVerification();
  return {
    id: input.id,
    valid: state === 'approved',
    state,
    tries_left: isOpenVerification(state) ? (outcome.triesMax ?? 0) - (outcome.tries ?? 0) : 0,
    to,
    purpose,
    assurance: assuranceOf(channels ?? []),
  };
}

/** Tells webhooks what a try came to; workspaces without any are not asked about. */
async function tell(
  ctx: RequestContext,
  tx: Transaction,
  asOwner: () => Promise<unknown>,
  id: string,
  { state }: CheckOutcome,
): Promise<void> {
  const workspace = ctx.workspace.number;
  if (state === null || !ctx.services.config.current().hasWebhooks(workspace)) return;
  const row = await readVerification(tx, workspace, ctx.environment, id);
  if (row === undefined) return;
  const type: VerificationEventType = isOpenVerification(state)
    ? 'verification.attempted'
    : state === 'approved'
      ? 'verification.approved'
      : 'verification.max_attempts_reached';
  await asOwner();
  await announceVerifications(tx, ctx.services, [{ ...row, workspace, type, state }]);
}

const noOpenVerification = (): SignalboxError =>
  new SignalboxError('not_found', {
    detail: 'No verification with this id is open: start a new one and let the person ask for a new code.',
  });
