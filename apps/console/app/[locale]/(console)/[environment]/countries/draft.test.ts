import type { CountryView } from '@signalbox/contracts';
import { expect, test } from 'vitest';
import { draftOf, fieldOf, settingsOf } from './draft.ts';
import { restOf } from './rows.ts';

const FULL: CountryView = {
  country: 'MX',
  enabled: true,
  currency: 'MXN',
  languages: ['es-MX'],
  channels: ['sms'],
  senders: { sms: { default: 'SHOP', registered_only: true }, email: null, voice: null },
  opening_hours: [{ channels: ['sms'], days: [1, 2], from: '09:00', to: '18:00' }],
  closed_dates: ['2026-12-25'],
  max_price: { amount_micros: 45_000, currency: 'USD' },
  valid_for_seconds: 90,
  marketing_per_day: 0,
  marketing_now: null,
  version: 3,
  updated_at: '2026-11-27T00:00:00Z',
};

test('a row that is opened and saved again says what it said', () => {
  const { country: _country, updated_at: _updatedAt, marketing_now: _now, ...said } = FULL;
  expect(settingsOf(draftOf(FULL), 3)).toEqual(said);
});

test('what is left empty is inherited, and a row that is not stored yet names no version', () => {
  const { country: _country, updated_at: _updatedAt, version: _version, marketing_now: _now, ...nothing } = restOf([]);
  expect(settingsOf(draftOf(restOf([])), 0)).toEqual(nothing);
});

test.each([
  ['country', ['country']],
  ['settings.currency', ['currency']],
  ['settings.max_price.amount_micros', ['price']],
  ['settings.max_price.currency', ['price_currency']],
  ['settings.valid_for_seconds', ['valid_for_minutes']],
  ['senders.sms.default', ['senders', 'sms', 'default']],
  ['settings.opening_hours.1.to', ['opening_hours', 1, 'to']],
  ['settings.opening_hours', ['opening_hours']],
  ['settings.closed_dates.0', ['closed_dates']],
])('the fault %s is shown at its field', (path, field) => {
  expect(fieldOf(path.startsWith('senders') ? `settings.${path}` : path)).toEqual(field);
});
