import type { PeerCount } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOutliers } from './find-outliers.ts';

describe('outliers', () => {
  const count = (routeId: string, delivered: number, resolved = 400): PeerCount => ({ routeId, delivered, resolved });
  const good = [count('rte_b', 360), count('rte_c', 355), count('rte_d', 365)];

  it('are ejected when far below their peers, and drift when a little below', () => {
    expect(findOutliers([count('rte_a', 150), ...good])).toMatchObject([{ routeId: 'rte_a', kind: 'ejected' }]);
    expect(findOutliers([count('rte_a', 310), ...good])).toMatchObject([{ routeId: 'rte_a', kind: 'drifting' }]);
    expect(findOutliers([count('rte_a', 350), ...good])).toEqual([]);
  });

  it('are not found by few results, nor when all are alike: a bad list is nobody’s fault', () => {
    expect(findOutliers([count('rte_a', 10, 40), ...good])).toEqual([]);
    expect(findOutliers([count('rte_a', 200), count('rte_b', 205), count('rte_c', 195)])).toEqual([]);
    expect(findOutliers([count('rte_a', 0)])).toEqual([]);
  });

  it('never take more than half of the routes, and never the last', () => {
    const counts = fc.uniqueArray(fc.record({ routeId: fc.stringMatching(/^r[a-f]$/), share: fc.nat(100) }), {
      selector: (one) => one.routeId,
      maxLength: 6,
    });
    fc.assert(
      fc.property(counts, (list) => {
        const found = findOutliers(list.map(({ routeId, share }) => count(routeId, share * 10, 1000)));
        const ejected = found.filter(({ kind }) => kind === 'ejected').length;
        expect(ejected).toBeLessThanOrEqual(Math.floor(list.length / 2));
      }),
    );
  });
});
