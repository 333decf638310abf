import { decodeId, type ExperimentStop } from '@signalbox/contracts';
import type { ExperimentVerdict } from '@signalbox/core';
import { type ExperimentRow, endOldAlerts, raiseAlerts, type SqlRunner } from '@signalbox/db';
import type { Services } from '../context.ts';
import { announceAlerts } from '../health/announce-alerts.ts';
import { WHOLE_ROUTE } from '../health/breaker-book.ts';
import { alertAbout } from '../health/route-alert.ts';

/** An experiment that ended, and why. */
export interface Stopped {
  row: ExperimentRow;
  stop: NonNullable<ExperimentVerdict['stop']>;
}

// What ends an experiment against the challenger; the rest is its plan or a person's word.
const GUARDRAILS: ReadonlySet<ExperimentStop> = new Set([
  'breaker_open',
  'success_below_floor',
  'forging',
  'success_drop',
  'cost_rise',
]);
// There is nothing to wait for: the alert is news, and over by itself.
const STANDS_MS = 86_400_000;

/** Raises an alert for each experiment that a guardrail stopped, about the route that is at fault or that it gave most more to, and ends those of yesterday. */
export async function alertStops(
  tx: SqlRunner,
  services: Services,
  stopped: readonly Stopped[],
  nowMs: number,
): Promise<void> {
  const alerts = stopped
    .filter(({ stop }) => GUARDRAILS.has(stop.reason))
    .flatMap(({ row, stop }) => {
      const id = decodeId('route', stop.routeId ?? mostRaised(row) ?? '');
      const route = services.config
        .current()
        .routesOf(row.workspace)
        .find((one) => one.id === id);
      const country = row.country === '' ? WHOLE_ROUTE : row.country;
      const about = { country, kind: 'experiment_stopped' as const, reason: stop.reason };
      return route === undefined ? [] : alertAbout(services, { ...about, route: route.number }, nowMs);
    });
  const started = await raiseAlerts(tx, alerts);
  const ended = await endOldAlerts(tx, 'experiment_stopped', nowMs - STANDS_MS, nowMs);
  await announceAlerts(tx, services, { started, ended });
}

function mostRaised({ control, challenger }: ExperimentRow): string | undefined {
  const before = new Map(control.map((one) => [one.route_id, one.permille]));
  const raised = challenger.map((one) => ({ ...one, by: one.permille - (before.get(one.route_id) ?? 0) }));
  return raised.toSorted((a, b) => b.by - a.by)[0]?.route_id;
}
