import type { CellEstimate, SignalRow } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIGNAL_SETTINGS } from './estimate-cells.ts';
import { estimateNetworks } from './estimate-networks.ts';
import { settledRow } from './testing.ts';

const NOW = 10_000_000;
const now = { fromMs: NOW - 60_000 };
const read = (rows: readonly SignalRow[]): CellEstimate[] =>
  estimateNetworks({ rows, deadlineMsOf: () => null, nowMs: NOW, settings: SIGNAL_SETTINGS });
const of = (rows: readonly SignalRow[], network: string): CellEstimate | undefined =>
  read(rows).find((one) => one.network === network);

describe('the success of a route in a network', () => {
  it('is its own where it suffices, however the rest of the country does', () => {
    const rows = [
      settledRow({ delivered: 500, faults: 500 }, { ...now, network: '334050' }),
      settledRow({ delivered: 990, faults: 10 }, { ...now, network: '334020' }),
    ];
    expect(of(rows, '334050')).toMatchObject({ basis: 'cell', country: 'MX', class: 'otp' });
    expect((of(rows, '334050')?.successPpm ?? 0) / 1e6).toBeCloseTo(0.5, 1);
    expect((of(rows, '334020')?.successPpm ?? 0) / 1e6).toBeCloseTo(0.98, 1);
  });

  it('leans on its class in the country where little is known, and not on another class', () => {
    const thin = settledRow({ delivered: 2 }, { ...now, network: '334050' });
    const codes = settledRow({ delivered: 600, faults: 400 }, { ...now, network: '334020' });
    const rest = settledRow({ delivered: 1000 }, { ...now, network: '334020', class: 'marketing' });
    const estimate = of([thin, codes, rest], '334050');
    expect(estimate?.basis).not.toBe('cell');
    expect((estimate?.successPpm ?? 0) / 1e6).toBeLessThan(0.85);
    expect(of([thin, codes], '334050')?.successPpm).toBeGreaterThan(of([codes], '334020')?.successPpm ?? 0);
  });

  it('is asked for the twenty networks of a country with the most traffic, in whatever order the rows come', () => {
    const many = Array.from({ length: 30 }, (_, n) =>
      settledRow({ delivered: 10 + n }, { ...now, network: `3340${10 + n}` }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(many, { minLength: 30, maxLength: 30 }), (rows) => {
        const networks = read(rows).map(({ network }) => network ?? '');
        expect(networks.toSorted()).toEqual(many.slice(10).map(({ network }) => network));
      }),
    );
  });
});
