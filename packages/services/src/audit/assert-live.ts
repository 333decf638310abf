import { SignalboxError } from '@signalbox/contracts';
import type { RequestContext } from '../context.ts';

/** Why a key of the sandbox does not read the audit log. */
export const LOG_OF_BOTH = 'The audit log covers both environments: read it with a key of live.';

/** Refuses a key of the sandbox, which many hold, at what is of the workspace as a whole and so of live too; `why` is one sentence with the cure. */
export function assertLive({ actor, environment }: RequestContext, why: string): void {
  if (actor.kind !== 'key' || environment === 'live') return;
  throw new SignalboxError('forbidden', { detail: why });
}
