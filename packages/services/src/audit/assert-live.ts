import { SignalboxError } from '@signalbox/contracts';
import type { RequestContext } from '../context.ts';

/** The log is of the workspace as a whole: a key of the sandbox, which many hold, does not read what was done in live. */
export function assertLive({ actor, environment }: RequestContext): void {
  if (actor.kind !== 'key' || environment === 'live') return;
  throw new SignalboxError('forbidden', {
    detail: 'The audit log covers both environments: read it with a key of live.',
  });
}
