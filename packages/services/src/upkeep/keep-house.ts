import { REQUEST_LOG_DAYS } from '@signalbox/contracts';
import {
  cancelOldDues,
  dropOldImports,
  dropOldLookupDays,
  dropOldOrphans,
  dropPartitions,
  makePartitions,
  noteSenderUse,
  PARTITIONED_TABLES,
  pruneAnswers,
  pruneCounters,
  pruneFraudCounters,
  pruneInboundKeys,
  pruneModels,
  pruneNumberNetworks,
  prunePlans,
  pruneRegistryAnswers,
  pruneSignals,
  pruneUse,
  pruneWeightChanges,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import { UNDO_HOURS } from '../imports/view.ts';
import { oldestPending, PENDING_DAYS } from '../webhooks/times.ts';

const DAY_MS = 86_400_000;
const PARTITION_DAYS_AHEAD = 7;
const PRUNE_BATCH = 5000;
// Each holds the answers that came together, some hundreds at most as a rule.
const PRUNE_PACKETS = 100;
/** As long as figures of routes are shown. */
const SIGNAL_DAYS = 14;
// A month is looked at; the days before tell nothing any more.
const USE_DAYS = 62;
const CHANGE_DAYS = 30;
// As long as a carrier tries to bring the same text.
const INBOUND_KEY_DAYS = 4;
// What waits for a try must be there until it is over.
const WEBHOOK_DAYS = PENDING_DAYS + 1;
const WEBHOOK_TABLES = ['webhook_event', 'webhook_packet', 'webhook_outcome'] as const;
const OTHER_TABLES = PARTITIONED_TABLES.filter((table) => !WEBHOOK_TABLES.some((webhooks) => webhooks === table));

/**
 * Makes the partitions of the coming week, drops those past retention (the request log has its own, webhooks stay until their last try), and
 * forgets idempotency answers older than a day, orphans older than 72 hours, counters whose window has ended and figures of routes older than two weeks. What waited too long for an
 * endpoint is cancelled; and it notes which senders were used.
 */
export async function keepHouse({
  ctx,
  input,
}: {
  ctx: { services: Services };
  input: { keepDays: number };
}): Promise<void> {
  const { database, log, world } = ctx.services;
  await makePartitions(database.sql, world.nowMs(), PARTITION_DAYS_AHEAD);
  await cancelOldDues(database.sql, oldestPending(ctx.services));
  const dropped = await dropPartitions(database.sql, world.nowMs(), input.keepDays, OTHER_TABLES);
  const webhookDays = Math.max(input.keepDays, WEBHOOK_DAYS);
  const webhooksDropped = await dropPartitions(database.sql, world.nowMs(), webhookDays, WEBHOOK_TABLES);
  const callsDropped = await dropPartitions(database.sql, world.nowMs(), REQUEST_LOG_DAYS, ['api_request']);
  const answers = await pruneAnswers(database.sql, PRUNE_PACKETS);
  const orphans = await dropOldOrphans(database.sql);
  const counters = await pruneCounters(database.sql, PRUNE_BATCH);
  await pruneFraudCounters(database.sql);
  await pruneNumberNetworks(database.sql, PRUNE_BATCH);
  await pruneRegistryAnswers(database.sql, PRUNE_BATCH);
  await pruneInboundKeys(database.sql, INBOUND_KEY_DAYS);
  await noteSenderUse(database.sql, world.nowMs());
  const files = await dropOldImports(database.sql, UNDO_HOURS);
  const figures = await pruneSignals(database.sql, SIGNAL_DAYS);
  const versions = await pruneModels(database.sql, world.nowMs() - SIGNAL_DAYS * DAY_MS);
  const use = await pruneUse(database.sql, USE_DAYS);
  await dropOldLookupDays(database.sql, USE_DAYS);
  const plans = await prunePlans(database.sql, input.keepDays);
  const changes = await pruneWeightChanges(database.sql, CHANGE_DAYS);
  log.info('The house was kept.', {
    partitionsDropped: dropped.length + webhooksDropped.length + callsDropped.length,
    answersPruned: answers,
    orphansDropped: orphans,
    countersPruned: counters,
    plansPruned: plans,
    importFilesDropped: files,
    figuresPruned: figures + use + versions,
    weightChangesPruned: changes,
  });
}
