import { dropOldOrphans, dropPartitions, makePartitions, pruneAnswers } from '@signalbox/db';
import type { Services } from '../context.ts';

const PARTITION_DAYS_AHEAD = 7;
const PRUNE_BATCH = 5000;

/** Makes the partitions of the coming week, drops those past retention, forgets idempotency answers older than a day and orphans older than 72 hours. */
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
  const answers = await pruneAnswers(database.sql, PRUNE_BATCH);
  const orphans = await dropOldOrphans(database.sql);
  log.info('The house was kept.', {
    partitionsDropped: dropped.length,
    answersPruned: answers,
    orphansDropped: orphans,
  });
}
