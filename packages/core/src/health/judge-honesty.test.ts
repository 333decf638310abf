import type { RouteHonesty, SignalRow } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { SIGNAL_SETTINGS } from './estimate-cells.ts';
import { judgeHonesty } from './judge-honesty.ts';
import { settledRow } from './testing.ts';

const NOW = 10_000_000;
const fromMs = NOW - 10 * 60_000;
const judge = (rows: readonly SignalRow[], named: readonly string[] = []): Record<string, RouteHonesty> =>
  Object.fromEntries(
    judgeHonesty({ rows, nowMs: NOW, settings: SIGNAL_SETTINGS, named }).map((one) => [one.routeId, one]),
  );
/** A route that claims so many deliveries and got so many reactions. */
const claims = (routeId: string, delivered: number, converted: number, change: Partial<SignalRow> = {}): SignalRow =>
  settledRow({ delivered, faults: 50 }, { routeId, fromMs, expectant: delivered + 50, converted, ...change });
const peers = [claims('rte_b', 950, 700), claims('rte_c', 950, 715), claims('rte_d', 950, 690)];

describe('the honesty of receipts', () => {
  it('is plain for routes whose messages are reacted to alike', () => {
    const all = judge([claims('rte_a', 950, 705), ...peers]);
    for (const one of Object.values(all))
      expect(one).toMatchObject({ verdict: 'honest', factorPpm: 1_000_000, traces: [] });
  });

  it('names a route whose claims people do not react to, and lowers its success by what is missing', () => {
    const { rte_a: forger, rte_b: honest } = judge([claims('rte_a', 950, 470), ...peers]);
    expect(forger).toMatchObject({ verdict: 'forging', traces: [{ pattern: 'claims_without_reactions' }] });
    expect(forger?.scorePpm).toBeGreaterThan(600_000);
    expect(forger?.factorPpm).toBeLessThan(760_000);
    expect(forger?.factorPpm).toBeGreaterThan(forger?.scorePpm ?? 0);
    expect(honest?.verdict).toBe('honest');
  });

  it('is not doubted for reactions that are few everywhere: an unpopular text is nobody’s forgery', () => {
    const all = judge([claims('rte_a', 950, 60), claims('rte_b', 950, 55), claims('rte_c', 950, 62)]);
    for (const one of Object.values(all)) expect(one.verdict).not.toBe('forging');
  });

  it('is compared inside a country and class: traffic of another kind is no excuse and no charge', () => {
    const quiet = { class: 'marketing' as const };
    const rows = [
      claims('rte_a', 950, 76, quiet),
      claims('rte_b', 950, 75, quiet),
      claims('rte_b', 950, 700),
      claims('rte_c', 950, 700),
    ];
    for (const one of Object.values(judge(rows))) expect(one.verdict).not.toBe('forging');
  });

  it('is unproven without peers or reactions, and costs nothing then', () => {
    expect(judge([claims('rte_a', 950, 100)]).rte_a).toMatchObject({ verdict: 'unproven', factorPpm: 1_000_000 });
    expect(judge([claims('rte_a', 6, 1), ...peers]).rte_a?.verdict).not.toBe('forging');
  });

  it('shows how receipts are forged: too fast, all after the same time, never negative', () => {
    const spread = { 50: 200, 55: 250, 60: 250, 65: 250 };
    const honest = peers.map((one) => ({ ...one, deliveredAfter: spread }));
    const shaped = (change: Partial<SignalRow>) =>
      judge([claims('rte_a', 950, 470, change), ...honest]).rte_a?.traces.map(({ pattern }) => pattern);
    expect(shaped({ deliveredAfter: { ...spread, 20: 300 } })).toContain('too_fast');
    expect(shaped({ deliveredAfter: { 50: 100, 55: 100, 68: 750 } })).toContain('same_delay');
    expect(shaped({ deliveredAfter: spread, failed: 0, failedMilli: 0, resolved: 950 })).toContain('never_negative');
    expect(shaped({ deliveredAfter: spread })).toEqual(['claims_without_reactions']);
  });

  it('is known by few codes where those that were called delivered too soon are the ones nobody enters', () => {
    // Of eighty codes twenty were called delivered too soon; fifty of all were entered, by the one route none of those twenty, by the other most. Delays lie in rows of their own, as they are stored.
    const codes = (hastyConverted: number): SignalRow[] => [
      claims('rte_a', 80, 50, {
        accepted: 80,
        resolved: 80,
        expectant: 80,
        hasty: 20,
        hastyConverted,
        deliveredAfter: {},
      }),
      settledRow({ delivered: 0 }, { routeId: 'rte_a', fromMs, deliveredAfter: { 20: 20, 60: 60 } }),
    ];
    expect(judge([...codes(0), ...peers]).rte_a).toMatchObject({
      verdict: 'forging',
      traces: [{ pattern: 'claims_without_reactions' }, { pattern: 'too_fast' }],
    });
    expect(judge([...codes(15), ...peers]).rte_a?.verdict).toBe('doubtful');
  });

  it('does not convict for a handful of hasty claims: chance hides those of an honest route as well', () => {
    const few = claims('rte_a', 950, 700, { hasty: 4, hastyConverted: 0 });
    expect(judge([few, ...peers]).rte_a?.verdict).not.toBe('forging');
  });

  it('is not asked for less proof because a route fails seldom', () => {
    const few = { accepted: 950, expectant: 950, resolved: 950, failed: 0, failedMilli: 0 };
    const good = judge([claims('rte_a', 950, 605, few), ...peers]).rte_a;
    expect(good?.traces.map(({ pattern }) => pattern)).toEqual(['never_negative']);
    expect(good?.verdict).not.toBe('forging');
  });

  it('costs an honest route nothing for what may be chance, however often one looks', () => {
    expect(judge([claims('rte_a', 60, 37), ...peers]).rte_a?.factorPpm).toBe(1_000_000);
  });

  it('does not convict by shape alone', () => {
    const fast = claims('rte_a', 950, 705, { deliveredAfter: { 20: 950 } });
    expect(judge([fast, ...peers]).rte_a).toMatchObject({ verdict: 'doubtful', factorPpm: 1_000_000 });
  });

  it('stays named when the traffic that proved it is gone, and is cleared by reactions', () => {
    expect(judge([claims('rte_a', 12, 4), ...peers], ['rte_a']).rte_a?.verdict).toBe('forging');
    expect(judge([claims('rte_a', 950, 705), ...peers], ['rte_a']).rte_a?.verdict).toBe('honest');
  });
});
