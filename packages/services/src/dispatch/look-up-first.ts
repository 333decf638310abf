import type { LaneJob, TrafficClass } from '@signalbox/contracts';
import { judgePolicy, LOOKUP_WAIT_MS } from '@signalbox/core';
import { loadMessages } from '@signalbox/db';
import { within } from '../asking/within.ts';
import { textOf } from '../messages/sealed-body.ts';
import { lookUpFacts } from './load-facts.ts';
import type { WorkerContext } from './worker-context.ts';

/**
 * Has the numbers of a group looked up before it is decided, where a rule of the workspace says so and they are not known: in front of the transaction of the decision, which waits for nobody. Only numbers
 * that policy lets be sent to are told to the service. After the time of the class the decision goes on by the ranges of what did not come; an answer that comes later serves the next text. The sandbox
 * asks nobody: nothing leaves the house from there.
 */
export async function lookUpFirst(
  { services }: WorkerContext,
  lane: TrafficClass,
  { workspace, environment, channel }: LaneJob,
  uuids: readonly string[],
): Promise<void> {
  const { config: store, database, log, numberLookups, personHash, sealer, world } = services;
  const config = store.current();
  const book = config.lookupOf(workspace);
  if (book === undefined || channel !== 'sms' || environment !== 'live' || !book.concerns(lane)) return;
  const untilMs = world.nowMs() + LOOKUP_WAIT_MS[lane];
  try {
    const needed = (await loadMessages(database.sql, workspace, uuids)).filter(book.isNeeded);
    if (needed.length === 0) return;
    const question = { workspace, environment, channel, nowMs: world.nowMs(), textOf: textOf(sealer), personHash };
    const facts = await lookUpFacts(database.sql, config, question, needed);
    const wishes = needed.flatMap(({ id, address }) => {
      const known = facts.get(id);
      return known !== undefined && judgePolicy(known).kind === 'send' ? [{ address, messageId: id }] : [];
    });
    await within(untilMs - world.nowMs(), numberLookups.ask(workspace, wishes, untilMs));
  } catch (error) {
    log.warn('Numbers were not looked up; they go by their ranges.', { workspace, error: String(error) });
  }
}
