import { type BreakerFact, encodeId } from '@signalbox/contracts';
import { type AlertRow, endAlerts, raiseAlerts, readBreakers, reportBreakers } from '@signalbox/db';
import type { Services } from '../context.ts';
import { announceAlerts } from './announce-alerts.ts';
import { type BreakerBook, type BreakerChange, createBreakerBook } from './breaker-book.ts';
import { pausedRoutes } from './pauses.ts';

/** The health of the routes as this worker sees it. */
export interface Health extends Pick<BreakerBook, 'sent' | 'answered'> {
  gateOf(route: number, country: string | null): BreakerFact;
  /** Grows when a breaker lets more or less through, and when a pause begins or ends: plans made under another number are stale. */
  epoch(): number;
  /** One step, as it is made every second; the report of it is under way when this returns. */
  step(): Promise<void>;
  stop(): Promise<void>;
}

const STEP_MS = 1_000;
// What is not closed is told again this often, so that a worker that died is not believed for long.
const REPORT_MS = 5_000;

/** Watches the routes; goes on from what workers told of them within the last seconds. `worker` names this process in what the console shows. */
export async function openHealth(services: Services, worker: string): Promise<Health> {
  const { database, world, log, config } = services;
  const book = createBreakerBook(worker);
  book.adopt(await readBreakers(database.sql));
  let epoch = 1;
  let paused = pausedNames();
  let reportedAtMs = 0;
  let told = 0;
  let reporting: Promise<void> = Promise.resolve();

  function pausedNames(): string {
    return [...pausedRoutes(config.current().pauses, world.nowMs())].sort((a, b) => a - b).join();
  }

  async function report(changes: readonly BreakerChange[], nowMs: number): Promise<void> {
    const open = book.open();
    const isDue = open.length > 0 && nowMs - reportedAtMs >= REPORT_MS;
    if (changes.length === 0 && !isDue && told === open.length) return;
    reportedAtMs = nowMs;
    told = open.length;
    try {
      await database.sql.begin(async (tx) => {
        await reportBreakers(tx, worker, open);
        const started = await raiseAlerts(
          tx,
          changes.filter(({ opened }) => opened).flatMap((change) => alertOf(services, change, nowMs)),
        );
        const closed = changes.filter(({ opened }) => !opened);
        const ended = await endAlerts(
          tx,
          closed.map(({ route, country }) => ({ route, country, kind: 'breaker_open' as const })),
          nowMs,
        );
        await announceAlerts(tx, services, { started, ended });
      });
    } catch (error) {
      told = -1;
      log.warn('The state of the breakers could not be reported; they work all the same.', { error: String(error) });
    }
  }

  function step(): Promise<void> {
    const nowMs = world.nowMs();
    const { changes, moved } = book.step(nowMs);
    const now = pausedNames();
    if (moved || now !== paused) epoch += 1;
    paused = now;
    for (const { route, country, opened, reason } of changes) {
      const facts = { route: config.current().route(route)?.name, country, reason };
      if (opened) log.warn('A breaker opened: the route is left for a while.', facts);
      else log.info('A breaker closed: the route is back.', facts);
    }
    reporting = reporting.then(() => report(changes, nowMs));
    return reporting;
  }

  const timer = setInterval(() => void step(), STEP_MS);
  timer.unref();
  return {
    sent: book.sent,
    answered: book.answered,
    gateOf: book.gateOf,
    epoch: () => epoch,
    step,
    async stop() {
      clearInterval(timer);
      await reporting;
      await reportBreakers(database.sql, worker, []).catch(() => undefined);
    },
  };
}

function alertOf({ config, ids }: Services, change: BreakerChange, nowMs: number): Omit<AlertRow, 'endedAtMs'>[] {
  const { workspace, route, country, reason } = change;
  const row = config.current().route(route);
  if (row === undefined) return [];
  const facts = { reason, route_id: encodeId('route', row.id) };
  const { environment } = row;
  return [{ id: ids.next(), workspace, environment, route, country, kind: 'breaker_open', startedAtMs: nowMs, facts }];
}
