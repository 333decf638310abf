import { type ExperimentQuestion, type ExperimentVerdict, judgeExperiment, SIGNAL_SETTINGS } from '@signalbox/core';
import {
  type ExperimentRow,
  type ExperimentTally,
  forgetEndedTallies,
  lockOpenExperiments,
  readExperimentTallies,
  storeJudged,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext, Services } from '../context.ts';
import { readRising } from '../weights/rising.ts';
import { alertStops } from './alert-stops.ts';
import { TRIAL_SPAN_MS } from './trial-book.ts';
import { objectOf } from './view.ts';

const PPM = 1_000_000;

/**
 * Judges every experiment that runs and ends those that are decided, that something speaks against, or whose time is over. Only submissions count whose receipts have come or are
 * not expected any more, of both arms alike: so an arm whose failures tell themselves sooner is not the worse for it.
 */
export async function judgeExperiments({ ctx }: { ctx: { services: Services } }): Promise<void> {
  const { services } = ctx;
  const { database, world } = services;
  await database.sql.begin(async (tx) => {
    const open = await lockOpenExperiments(tx);
    await forgetEndedTallies(tx);
    const nowMs = world.nowMs();
    if (open.length === 0) return alertStops(tx, services, [], nowMs);
    const settledMs = nowMs - SIGNAL_SETTINGS.settledAfterMs - TRIAL_SPAN_MS;
    const [tallies, rising] = await Promise.all([
      readExperimentTallies(
        tx,
        open.map(({ number }) => number),
        settledMs,
      ),
      readRising(tx, services, open.map(risingOf), nowMs),
    ]);
    const byExperiment = Map.groupBy(tallies, ({ experiment }) => experiment);
    const judged = open.map((row, index) => {
      const own = byExperiment.get(row.number) ?? [];
      const verdict = judgeOne(row, own, { rising: rising[index] ?? [], isOver: nowMs >= row.untilAtMs });
      return { row, ...verdict };
    });
    await storeJudged(
      tx,
      judged.map(({ row, result, stop }) => ({
        number: row.number,
        result,
        stop: stop?.reason ?? null,
        stopRoute: stop?.routeId ?? null,
      })),
      nowMs,
    );
    const stopped = judged
      .flatMap(({ row, stop }) => (stop === null ? [] : [{ row, stop }]))
      .sort((a, b) => a.row.workspace - b.row.workspace);
    for (const { row, stop } of stopped) await auditStop(tx, services, row, stop);
    await alertStops(tx, services, stopped, nowMs);
  });
}

/** Weights that somebody changed end it whatever came of it: the control is no more what it was. */
function judgeOne(
  row: ExperimentRow,
  tallies: readonly ExperimentTally[],
  now: Pick<ExperimentQuestion, 'rising' | 'isOver'>,
): ExperimentVerdict {
  const { measure, guard, maxOutcomes } = row;
  const groupsOf = (arm: ExperimentTally['arm']) => tallies.filter((one) => one.arm === arm).map(withSilent);
  const verdict = judgeExperiment({
    ...{ measure, guard, maxOutcomes, ...now },
    difference: row.differencePpm / PPM,
    control: groupsOf('control'),
    challenger: groupsOf('challenger'),
  });
  const isChanged = row.versionNow !== row.setVersion;
  return isChanged ? { ...verdict, stop: { reason: 'weights_changed', routeId: null } } : verdict;
}

/** What was accepted and never heard of again is silent by now, and counts as signals count it. */
function withSilent(tally: ExperimentTally): ExperimentTally {
  const silent = Math.max(0, tally.accepted - tally.resolved);
  return { ...tally, settledMilli: tally.settledMilli + silent * SIGNAL_SETTINGS.silentMilli };
}

const risingOf = (row: ExperimentRow) => ({
  ...row,
  from: row.control,
  to: row.challenger,
  sinceMs: row.startedAtMs,
});

async function auditStop(
  tx: Parameters<typeof recordAudit>[0],
  services: Services,
  row: ExperimentRow,
  stop: NonNullable<ExperimentVerdict['stop']>,
): Promise<void> {
  const workspace = services.config.current().workspaces.get(row.workspace);
  if (workspace === undefined) return;
  const by: RequestContext = {
    ...{ services, environment: row.environment, address: null, workspace },
    actor: { kind: 'system', id: 'experiment', name: 'Experiments' },
    requestId: 'experiment',
  };
  await recordAudit(tx, by, {
    action: 'experiment.stopped',
    object: objectOf(row),
    before: { challenger: row.challengerName, share_permille: row.sharePermille },
    after: { reason: stop.reason, route_id: stop.routeId },
  });
}
