import {
  type CheckVerificationAnswer,
  type CheckVerificationRequest,
  decodeId,
  SignalboxError,
} from '@signalbox/contracts';
import { checkCode } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { failedCheckUses, tooManyFailures } from './limits.ts';

/**
 * Tests a code: one statement counts the try and tests it, so that a code is good once and no more than five guesses are looked at. An
 * unknown id, a code that was used, one that has expired and one that is barred all get the same `not_found` at the same cost. Throws
 * `rate_limited` when too many checks have failed for the person, the `ip` or the key.
 */
export async function checkVerification({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: CheckVerificationRequest & { id: string };
}): Promise<CheckVerificationAnswer> {
  // What is not an id of ours takes the way of one that is not here.
  const id = decodeId('verification', input.id) ?? ctx.services.ids.next();
  const outcome = await inWorkspace(ctx, (tx) =>
    checkCode(tx, {
      workspace: ctx.workspace.number,
      environment: ctx.environment,
      id,
      codeHash: ctx.services.codeHash(id, input.code),
      uses: failedCheckUses(ctx, input.ip),
    }),
  );
  if (outcome.retryAfterSeconds !== null) throw tooManyFailures(outcome.retryAfterSeconds);
  if (outcome.state === null) throw noOpenVerification();
  return {
    id: input.id,
    valid: outcome.state === 'approved',
    state: outcome.state,
    tries_left: outcome.state === 'pending' ? (outcome.triesMax ?? 0) - (outcome.tries ?? 0) : 0,
  };
}

const noOpenVerification = (): SignalboxError =>
  new SignalboxError('not_found', {
    detail: 'No verification with this id is open: start a new one and let the person ask for a new code.',
  });
