import { REQUEST_LOG_DAYS } from '@signalbox/contracts';
import { dropOldOrphans, dropPartitions, makePartitions, pruneAnswers, pruneCounters } from '@signalbox/db';
import type { Services } from '../context.ts';

const PARTITION_DAYS_AHEAD = 7;
const PRUNE_BATCH = 5000;

/** Makes the partitions of the coming week, drops those past retention (the request log has its own), and forgets idempotency answers older than a day, orphans older than 72 hours and counters whose window has ended. */
export async function keepHouse({
  ctx,
  input,
}: {
  ctx: { services: Services };
  input: { keepDays: number };
}): Promise<void> {
  const { database, log, world } = ctx.services;
  await makePartitions(database.sql, world.nowMs(), PARTITION_DAYS_AHEAD);
  const dropped = await dropPartitions(database.sql, world.nowMs(), input.keepDays);
  const callsDropped = await dropPartitions(database.sql, world.nowMs(), REQUEST_LOG_DAYS, ['api_request']);
  const answers = await pruneAnswers(database.sql, PRUNE_BATCH);
  const orphans = await dropOldOrphans(database.sql);
  const counters = await pruneCounters(database.sql, PRUNE_BATCH);
  log.info('The house was kept.', {
    partitionsDropped: dropped.length + callsDropped.length,
    answersPruned: answers,
    orphansDropped: orphans,
    countersPruned: counters,
  });
}
