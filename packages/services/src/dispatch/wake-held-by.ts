import { EVERY_LANE_QUEUE } from '@signalbox/contracts';
import { findHeldBy } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';

/**
 * Has the messages that a rule holds judged afresh once it is gone, `source` as their holds name it. Called after the commit of what took it away,
 * and not waited for: the search would keep every claim of the workspace behind the turnstile.
 */
export function wakeHeldBy(ctx: RequestContext, source: string): void {
  const { queue, log, world } = ctx.services;
  const wake = async () => {
    const held = await inWorkspace(ctx, async (tx, asOwner) => {
      // The index of releases is one of an expression, which row-level security would not let the server use.
      await asOwner();
      return findHeldBy(tx, ctx.workspace.number, source, world.nowMs());
    });
    if (held.length > 0) await queue.release(EVERY_LANE_QUEUE, ctx.workspace.number, held);
  };
  wake().catch((error) => {
    log.warn('Messages were not woken though what held them is gone; they wait until the time it told.', {
      error: String(error),
    });
  });
}
