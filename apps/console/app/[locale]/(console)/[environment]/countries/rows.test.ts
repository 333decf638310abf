import type { CountryView } from '@signalbox/contracts';
import { expect, test } from 'vitest';
import { effective, restOf } from './rows.ts';

test('a country shows what it says itself, else what all other countries say, and tells which', () => {
  const rest: CountryView = { ...restOf([]), currency: 'USD' };
  const mexico: CountryView = { ...restOf([]), country: 'MX' };
  const currency = (row: CountryView) => effective(row, rest, (of) => of.currency);
  expect(currency(mexico)).toEqual({ value: 'USD', inherited: true });
  expect(currency({ ...mexico, currency: 'MXN' })).toEqual({ value: 'MXN', inherited: false });
  expect(currency(rest)).toEqual({ value: 'USD', inherited: false });
  expect(effective(mexico, restOf([]), (of) => of.currency)).toEqual({ value: null, inherited: false });
});

test('where nothing is said of all other countries they are open', () => {
  expect(restOf([])).toMatchObject({ country: 'default', enabled: true, version: 0 });
});
