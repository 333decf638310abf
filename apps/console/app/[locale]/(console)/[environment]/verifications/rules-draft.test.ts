import { FRAUD_DEFAULTS, type FraudRulesView, OwnCountryRules } from '@signalbox/contracts';
import { expect, test } from 'vitest';
import { draftOf, fieldOf, rulesOf } from './rules-draft.ts';

const usd = (amount_micros: number) => ({ amount_micros, currency: 'USD' });
const FULL: FraudRulesView = {
  all_codes: { codes_per_minute: 900, spend_per_hour: null, spend_per_day: usd(500_000_000) },
  each_country: { ...FRAUD_DEFAULTS.each_country, wide: { sent: 60, percent: 0 }, spend_per_hour: usd(7_500) },
  countries: [
    OwnCountryRules.parse({ country: 'MX', near: { sent: 10, percent: 0 }, spend_per_day: usd(1_000_000) }),
    OwnCountryRules.parse({ country: 'BR', near: { sent: 30, percent: 10 }, block_hours: 24 }),
  ],
  version: 3,
  updated_at: '2026-11-27T00:00:00Z',
};

test('rules that are opened and saved again say what they said', () => {
  const { updated_at: _updatedAt, ...said } = FULL;
  expect(rulesOf(draftOf(FULL, 'MXN'), 3)).toEqual(said);
});

test.each([
  ['all_codes.spend_per_day.currency', ['per_day', 'currency']],
  ['all_codes.codes_per_minute', ['codes_per_minute']],
  ['rules.each_country.near.sent', ['each_country', 'near', 'sent']],
  ['countries.1.spend_per_hour.amount_micros', ['countries', 1, 'per_hour', 'amount']],
  ['countries.0.country', ['countries', 0, 'country']],
])('the fault %s is shown at its field', (path, field) => {
  expect(fieldOf(path)).toEqual(field);
});
