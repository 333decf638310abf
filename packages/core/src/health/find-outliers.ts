import type { Outlier, PeerCount } from '@signalbox/contracts';
import { Z999 } from '../chance/interval.ts';

const PPM = 1_000_000;
const RESOLVED_MIN = 50;
const DRIFT_GAP = 0.05;
const EJECT_GAP = 0.3;

/**
 * Routes that do worse than their peers in one country and class: two-proportion test against all others together. Whoever is at fault counts here, since a bad list
 * hits all routes alike and only a difference speaks of a route. A small difference only lowers the weight; a large one ejects, at most half of the routes and never the last
 * (shapes of Envoy's outlier detection). What is ejected gets no traffic, so its figures fade and it is tried again.
 */
export function findOutliers(counts: readonly PeerCount[]): Outlier[] {
  const known = counts.filter(({ resolved }) => resolved >= RESOLVED_MIN);
  const found = known.flatMap((one): Outlier[] => {
    const others = known.filter(({ routeId }) => routeId !== one.routeId);
    const resolved = others.reduce((sum, other) => sum + other.resolved, 0);
    if (resolved < RESOLVED_MIN) return [];
    const peers = others.reduce((sum, other) => sum + other.delivered, 0) / resolved;
    const own = one.delivered / one.resolved;
    const pooled = (one.delivered + peers * resolved) / (one.resolved + resolved);
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / one.resolved + 1 / resolved));
    if (peers - own < DRIFT_GAP || peers - own <= Z999 * error) return [];
    const kind = peers - own >= EJECT_GAP ? 'ejected' : 'drifting';
    return [{ routeId: one.routeId, kind, observedPpm: Math.round(own * PPM), peersPpm: Math.round(peers * PPM) }];
  });
  const most = Math.floor(counts.length / 2);
  let ejected = 0;
  return found
    .sort((a, b) => a.observedPpm - b.observedPpm || (a.routeId < b.routeId ? -1 : 1))
    .map((one) => {
      if (one.kind === 'drifting') return one;
      ejected += 1;
      return ejected <= most ? one : { ...one, kind: 'drifting' };
    });
}
