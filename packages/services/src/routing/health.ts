import {
  type BreakerView,
  encodeId,
  type RouteAlertView,
  type RouteCellView,
  type RouteHealthView,
  type RoutingHealth,
} from '@signalbox/contracts';
import { BREAKER_SETTINGS, readBreaker } from '@signalbox/core';
import {
  type AlertRow,
  type BeliefRow,
  type BreakerRow,
  readAlerts,
  readBeliefs,
  readBreakers,
  readHonesty,
  readReports,
} from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { WHOLE_ROUTE } from '../health/breaker-book.ts';
import { readWithin } from '../tenant.ts';
import { upProviders } from './connections.ts';
import { viewPause } from './pauses.ts';

const DAY_MS = 86_400_000;
const MOST_ALERTS = 100;
const PPM = 1_000_000;

const instant = (ms: number): string => new Date(ms).toISOString();
const countryOf = (country: string): string | null => (country === '' || country === WHOLE_ROUTE ? null : country);

/** How the routes of the environment are: what is learned of each, breakers, honesty, pauses, and the alerts that stand or ended in the last day. */
export async function readRoutingHealth({ ctx }: { ctx: RequestContext; input: object }): Promise<RoutingHealth> {
  const { services, environment } = ctx;
  const workspace = ctx.workspace.number;
  const nowMs = services.world.nowMs();
  const [beliefs, honesty, breakers, alerts, reports] = await readWithin(
    ctx,
    'The health of the routes takes too long to read; try again.',
    (tx) =>
      Promise.all([
        readBeliefs(tx, workspace),
        readHonesty(tx, workspace),
        readBreakers(tx, workspace),
        readAlerts(tx, { workspace, environment, sinceMs: nowMs - DAY_MS, limit: MOST_ALERTS }),
        readReports(tx, workspace),
      ]),
  );
  const config = services.config.current();
  const up = upProviders(reports);
  const { nameOf } = services.tariffs.current().networksOf(workspace);
  const beliefsOf = Map.groupBy(beliefs, ({ route }) => route);
  const breakersOf = Map.groupBy(breakers, ({ route }) => route);
  const honestyOf = new Map(honesty.map((row) => [row.route, row.honesty]));
  const routes = config.routesOf(workspace).filter((route) => route.environment === environment);
  const views = routes.map((route): RouteHealthView => {
    const provider = config.providers.get(route.provider);
    const trust = honestyOf.get(route.number);
    return {
      id: encodeId('route', route.id),
      name: route.name,
      provider_name: provider?.name ?? '',
      channel: route.channel,
      tier: route.tier,
      currency: route.currency,
      enabled: route.enabled && provider?.enabled === true,
      up: up.has(route.provider),
      breakers: viewBreakers(breakersOf.get(route.number) ?? []),
      honesty:
        trust === undefined
          ? null
          : { verdict: trust.verdict, score: trust.scorePpm / PPM, traces: trust.traces.map(({ pattern }) => pattern) },
      cells: viewCells(beliefsOf.get(route.number) ?? [], nameOf),
      pauses: config.pauses.filter((pause) => pause.route === route.number).map((pause) => viewPause(pause, nowMs)),
    };
  });
  const names = new Map(routes.map((route) => [route.number, route]));
  return {
    routes: views.sort((a, b) => a.tier - b.tier || a.name.localeCompare(b.name)),
    alerts: alerts.flatMap((alert) => {
      const route = names.get(alert.route);
      return route === undefined ? [] : [viewAlert(alert, encodeId('route', route.id), route.name)];
    }),
  };
}

/** Of several workers, the one that lets the least through speaks for the breaker. */
function viewBreakers(rows: readonly BreakerRow[]): BreakerView[] {
  const narrowest = new Map<string, { row: BreakerRow; view: BreakerView }>();
  for (const row of rows) {
    const { breaker, admitPermille } = readBreaker(row.memory, BREAKER_SETTINGS);
    const known = narrowest.get(row.country);
    if (breaker === 'closed' || (known !== undefined && known.view.admit_permille <= admitPermille)) continue;
    const view: BreakerView = {
      country: countryOf(row.country),
      state: breaker,
      admit_permille: admitPermille,
      since: instant(row.memory.sinceMs),
      until: breaker === 'open' ? instant(row.memory.untilMs) : null,
      reason: row.memory.reason,
    };
    narrowest.set(row.country, { row, view });
  }
  return [...narrowest.values()].map(({ view }) => view);
}

/** What is believed by class and country, those with the most traffic first, each followed by its networks. */
function viewCells(beliefs: readonly BeliefRow[], nameOf: (code: string) => string): RouteCellView[] {
  const views = beliefs.map((belief) => viewCell(belief, nameOf));
  const networksOf = Map.groupBy(
    views.filter(({ network }) => network !== null),
    (view) => `${view.class} ${view.country}`,
  );
  return views
    .filter(({ network }) => network === null)
    .sort(byTrials)
    .flatMap((view) => [view, ...(networksOf.get(`${view.class} ${view.country}`) ?? []).sort(byTrials)]);
}

function viewCell({ estimate, signal, outlier }: BeliefRow, nameOf: (code: string) => string): RouteCellView {
  const { network } = estimate;
  return {
    class: estimate.class,
    country: estimate.country,
    network: network === null ? null : { code: network, name: nameOf(network), thin: signal.basis !== 'cell' },
    success: estimate.successPpm / PPM,
    low: estimate.lowPpm / PPM,
    high: estimate.highPpm / PPM,
    basis: signal.basis,
    trials: Math.round(estimate.trialsMilli / 1000),
    within: estimate.withinPpm === null ? null : estimate.withinPpm / PPM,
    p50_ms: estimate.p50Ms,
    p95_ms: estimate.p95Ms,
    conversion: estimate.conversionPpm === null ? null : estimate.conversionPpm / PPM,
    cost_per_delivered_micros: estimate.costPerDeliveredMicros,
    cost_per_converted_micros: estimate.costPerConvertedMicros,
    throttled: Math.round(estimate.throttledMilli / 1000),
    faults: Math.round(estimate.faultsMilli / 1000),
    outlier,
  };
}

const byTrials = (a: RouteCellView, b: RouteCellView): number =>
  b.trials - a.trials || a.class.localeCompare(b.class) || (a.country ?? '').localeCompare(b.country ?? '');

function viewAlert(alert: AlertRow, routeId: string, routeName: string): RouteAlertView {
  const { reason } = alert.facts;
  return {
    id: encodeId('alert', alert.id),
    route_id: routeId,
    route_name: routeName,
    country: countryOf(alert.country),
    kind: alert.kind,
    started_at: instant(alert.startedAtMs),
    ended_at: alert.endedAtMs === null ? null : instant(alert.endedAtMs),
    reason: typeof reason === 'string' ? reason : null,
  };
}
