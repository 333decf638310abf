import {
  type BeliefRow,
  endAlertsBut,
  endStaleBreakerAlerts,
  type HonestyRow,
  raiseAlerts,
  type SqlRunner,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import { announceAlerts } from '../health/announce-alerts.ts';
import { WHOLE_ROUTE } from '../health/breaker-book.ts';
import { alertAbout } from '../health/route-alert.ts';

/** What was believed of some routes. */
interface Believed {
  beliefs: readonly BeliefRow[];
  honesty: readonly HonestyRow[];
}

/** Raises alerts for routes whose receipts are forged and for those that do much worse than their peers, and ends those that hold no more. */
export async function alertAll(
  tx: SqlRunner,
  services: Services,
  believed: readonly Believed[],
  nowMs: number,
): Promise<void> {
  const alerts = believed.flatMap(({ beliefs, honesty }) => [
    ...honesty.flatMap(({ route, honesty: { verdict, traces } }) =>
      verdict === 'forging'
        ? alertAbout(
            services,
            { route, country: WHOLE_ROUTE, kind: 'forging', reason: traces[0]?.pattern ?? null },
            nowMs,
          )
        : [],
    ),
    ...beliefs.flatMap(({ route, country, outlier, class: trafficClass }) =>
      outlier === null
        ? []
        : alertAbout(services, { route, country, kind: 'outlier', reason: `${outlier} ${trafficClass}` }, nowMs),
    ),
  ]);
  const started = await raiseAlerts(tx, alerts);
  const ended = await endAlertsBut(tx, ['forging', 'outlier'], alerts, nowMs);
  const stale = await endStaleBreakerAlerts(tx);
  await announceAlerts(tx, services, { started, ended: [...ended, ...stale] });
}
