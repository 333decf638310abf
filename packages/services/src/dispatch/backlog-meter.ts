import { MANIFESTS } from '@signalbox/channels/manifests';
import { BACKLOG_CHANNEL, type BacklogNotice } from '@signalbox/contracts';
import { type LaneBacklog, readBacklogs, takeTurn } from '@signalbox/db';
import type { Services } from '../context.ts';
import { laneName } from '../limits/queue-wait.ts';

const EVERY_MS = 5000;
const HOUR_MS = 3_600_000;
// Messages live three days at most; what is older than a day and still waits is too little to change an estimate.
const HOURS_BACK = 24;
// NOTIFY carries at most 8000 bytes. Those that wait longest are told of; nobody is refused for a backlog that was not told.
const MOST_TOLD = 80;
// Below that nobody is refused: the shortest validity is a second, and a second's work is no backlog.
const TOLD_FROM_SECONDS = 1;

/** A sender's lane as it was last found. */
interface Sample {
  atMs: number;
  left: number;
  /** Messages a second, smoothed; undefined until it was seen at work for a whole span. */
  perSecond: number | undefined;
}

/**
 * Measures every few seconds how many messages each sender has waiting and how fast they leave, and tells all processes. One worker does
 * it at a time. The rate is what was seen while messages waited; before that, the sum of the contracted rates of the sender's providers,
 * when each of them has one. While every provider is down the last rate stands: the estimate is then what it would take from now on.
 */
export function startBacklogMeter(services: Services): { stop: () => void; measure: () => Promise<void> } {
  const { database, world, log } = services;
  let samples = new Map<string, Sample>();
  let measuring = false;
  let loop = performance.eventLoopUtilization();

  async function measure(): Promise<void> {
    // Another worker has just done it.
    if (measuring || world.nowMs() - services.queueWait.toldAtMs() < EVERY_MS / 2) return;
    measuring = true;
    try {
      await database.sql.begin(async (tx) => {
        if (!(await takeTurn(tx, 'backlog meter'))) return;
        const nowMs = world.nowMs();
        const backlogs = await readBacklogs(tx, hoursBack(nowMs));
        const seen = new Map<string, Sample>();
        const lanes = backlogs.flatMap((backlog): BacklogNotice['lanes'] => {
          const name = laneName(backlog);
          const sample = nextSample(samples.get(name), backlog, nowMs);
          seen.set(name, sample);
          const perSecond = sample.perSecond ?? services.queueWait.rateOf(backlog) ?? contractedRate(services, backlog);
          if (perSecond === undefined || backlog.waiting / perSecond < TOLD_FROM_SECONDS) return [];
          const { workspace, environment, channel, class: lane, waiting } = backlog;
          return [[workspace, environment, channel, lane, waiting, round(perSecond)]];
        });
        samples = seen;
        lanes.sort((a, b) => b[4] / b[5] - a[4] / a[5]);
        const worked = performance.eventLoopUtilization(loop);
        loop = performance.eventLoopUtilization();
        const notice: BacklogNotice = { busy: round(worked.utilization), lanes: lanes.slice(0, MOST_TOLD) };
        await tx`select pg_notify(${BACKLOG_CHANNEL}, ${JSON.stringify(notice)})`;
      });
    } catch (error) {
      log.warn('The backlog could not be measured; nobody is refused for it.', { error: String(error) });
    } finally {
      measuring = false;
    }
  }

  const timer = setInterval(() => void measure(), EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer), measure };
}

const round = (value: number): number => Math.round(value * 100) / 100;

const hoursBack = (nowMs: number): number[] =>
  Array.from({ length: HOURS_BACK }, (_, back) => (Math.floor(nowMs / HOUR_MS) - back) * HOUR_MS);

/** An hour that fell out of the count since, or carriers that took nothing, say nothing of how fast they are. */
function nextSample(before: Sample | undefined, { left }: LaneBacklog, nowMs: number): Sample {
  const gone = before === undefined ? 0 : left - before.left;
  if (before === undefined || gone <= 0) return { atMs: nowMs, left, perSecond: before?.perSecond };
  const seen = (gone * 1000) / Math.max(1, nowMs - before.atMs);
  const perSecond = before.perSecond === undefined ? seen : (before.perSecond + seen) / 2;
  return { atMs: nowMs, left, perSecond };
}

/** What the sender's providers are contracted for together, in messages a second; undefined when one of them has no limit. */
function contractedRate(services: Services, { workspace, environment, channel }: LaneBacklog): number | undefined {
  const config = services.config.current();
  const providers = new Set(
    config
      .routesOf(workspace)
      .filter((route) => route.enabled && route.environment === environment && route.channel === channel)
      .flatMap((route) => config.providers.get(route.provider) ?? [])
      .filter((provider) => provider.enabled),
  );
  let sum = 0;
  for (const { protocol, settings } of providers) {
    const { rateSetting } = MANIFESTS[protocol];
    const rate = rateSetting === undefined ? undefined : Number(settings[rateSetting] ?? 0);
    if (rate === undefined || !(rate > 0)) return undefined;
    sum += rate;
  }
  return sum > 0 ? sum : undefined;
}
