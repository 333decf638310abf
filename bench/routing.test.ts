import type { RoutingFacts } from '@signalbox/contracts';
import { drawOf, pickRoute, planRoutes } from '@signalbox/core';
import { describe, expect, it } from 'vitest';
import { manyRoutes } from './worlds/decide-speed.ts';
import { runRecovery } from './worlds/recovery-scene.ts';
import { runReplay } from './worlds/replay-scene.ts';
import { runDeadList, runFlaky, runForger, runOutage, runSteady } from './worlds/scenes.ts';
import { runWhatIf } from './worlds/what-if-scene.ts';

// Small versions of `npm run bench -- routing`, on seeds of their own; the bench runs twenty of each, at full length.
const SLOW = 60_000;

describe('the brain in scripted carrier worlds', () => {
  it('gets 95 % of what an oracle would after 2,000 messages, far more than even weights', { timeout: SLOW }, () => {
    const { ratio, even, openings } = runSteady(101, 2_000);
    expect(ratio).toBeGreaterThan(0.95);
    expect(ratio).toBeGreaterThan(even + 0.05);
    expect(openings).toBe(0);
  });

  it.each(['refuses', 'hangs'] as const)(
    'leaves a route that %s within 50 messages and is back within two minutes of its recovery',
    { timeout: SLOW },
    (kind) => {
      const run = runOutage(102, kind, 10);
      expect(run.messagesUntilLeft).toBeGreaterThan(0);
      expect(run.messagesUntilLeft).toBeLessThanOrEqual(50);
      expect(run.secondsUntilBack).toBeLessThanOrEqual(120);
    },
  );

  it('opens no breaker where every route fails a fifth at random', { timeout: SLOW }, () => {
    expect(runFlaky(103, 10, 400)).toEqual({ openings: 0, messages: 4_000 });
  });

  it('opens no breaker for dead numbers, and moves no more than it does among living ones', { timeout: SLOW }, () => {
    const { openings, moved, movedInTwin } = runDeadList(104, 5);
    expect(openings).toBe(0);
    expect(moved).toBeLessThan(movedInTwin + 0.1);
  });

  it('names a forger and takes its share within 2,000 messages, and names nobody else', { timeout: SLOW }, () => {
    const run = runForger(105, 4, 2_400);
    expect(run.messagesUntilNamed).toBeLessThanOrEqual(2_000);
    expect(run.messagesUntilLost).toBeLessThanOrEqual(2_000);
    expect(run.patterns).toContain('too_fast');
    expect(run.wronglyNamed).toEqual([]);
  });

  it('holds the truth of at least 17 of 20 held-out changes, one of each world, in its intervals of 90 %', {
    timeout: SLOW,
  }, () => {
    const runs = Array.from({ length: 20 }, (_, index) => runWhatIf(200 + index, 5_000, 1));
    expect(runs.filter(({ firstInside }) => firstInside).length).toBeGreaterThanOrEqual(17);
    for (const { widthPoints } of runs) expect(widthPoints).toBeLessThan(12);
  });

  it('makes every stored decision and every step of learning again, identical', { timeout: SLOW }, () => {
    const run = runReplay(107, 1_500);
    expect(run.decisions).toBe(1_500);
    expect(run.sameDecisions).toBe(run.decisions);
    expect(run.steps).toBeGreaterThan(10);
    expect(run.sameSteps).toBe(run.steps);
  });
});

describe('L-04 the storm of retries after five minutes of outage', () => {
  it('has no peak above the contracted rate, keeps retries in their budget, loses hardly a message and drains', () => {
    const run = runRecovery(108);
    expect(run.peak).toBeLessThanOrEqual(1.2);
    // A second of probes at each end of a wait: a thirtieth of the contracted rate.
    expect(run.perSecondWhileOut).toBeLessThan(1.7);
    expect(run.retryShare).toBeLessThanOrEqual(0.1);
    // A hundredth is refused at any time, also of what was refused all through the outage.
    expect(run.lost).toBeLessThanOrEqual(run.sent / 10_000);
    expect(run.secondsToDrain).toBeLessThan(400);
  });
});

describe('R-09 a route that is switched off during a send', () => {
  it('gets nothing by any decision of the version that says so', () => {
    const before = manyRoutes(5);
    const off = before.routes[0]?.routeId;
    const after: RoutingFacts = {
      ...before,
      configVersion: 2,
      routes: before.routes.map((route) => (route.routeId === off ? { ...route, enabled: false } : route)),
    };
    const chosen = (facts: RoutingFacts) => {
      const plan = planRoutes(facts);
      return Array.from({ length: 2_000 }, (_, index) => pickRoute(plan, drawOf(`message ${index}`, 1))?.routeId);
    };
    expect(chosen(before)).toContain(off);
    expect(chosen(after)).not.toContain(off);
    expect(chosen(after)).not.toContain(undefined);
  });
});

describe('R-12 a change of weights during a send', () => {
  it('gives each route, for each version, what its weight in force says, within three standard deviations', () => {
    const base = { ...manyRoutes(3), explorePpm: 0 };
    const versions = [
      [500, 300, 200],
      [100, 300, 600],
      [333, 333, 334],
    ].map(
      (weights, index): RoutingFacts => ({
        ...base,
        configVersion: index + 1,
        routes: base.routes.map((route, at) => ({ ...route, weight: weights[at] as number })),
      }),
    );
    const count = 20_000;
    versions.forEach((facts, version) => {
      const plan = planRoutes(facts);
      const hits = new Map<string, number>();
      for (let index = 0; index < count; index += 1) {
        const routeId = pickRoute(plan, drawOf(`0198f-${version}-${index}`, 1))?.routeId as string;
        hits.set(routeId, (hits.get(routeId) ?? 0) + 1);
      }
      for (const { routeId, weight } of facts.routes) {
        const share = weight / 1000;
        const sigma = Math.sqrt(count * share * (1 - share));
        expect(Math.abs((hits.get(routeId) ?? 0) - count * share)).toBeLessThan(3 * sigma);
      }
    });
  });
});
