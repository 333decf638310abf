import {
  countryRules,
  FRAUD_DEFAULTS,
  type FraudRules,
  OwnCountryRules,
  SetFraudRulesRequest,
} from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { spendWindows } from './spend.ts';

const usd = (amount_micros: number) => ({ amount_micros, currency: 'USD' });
const OFF = { sent: 10, percent: 0 };
const rules: FraudRules = {
  all_codes: { codes_per_minute: 600, spend_per_hour: null, spend_per_day: usd(9) },
  each_country: { ...FRAUD_DEFAULTS.each_country, spend_per_hour: usd(3) },
  countries: [OwnCountryRules.parse({ country: 'MX', spend_per_hour: usd(5), near: OFF })],
};
const AT = Date.UTC(2026, 10, 27, 13, 45);

describe('rules of a country', () => {
  it('stand in place of those of each country where they say something, and of nothing else', () => {
    expect(countryRules(rules, 'MX')).toEqual({ ...rules.each_country, spend_per_hour: usd(5), near: OFF });
    expect(countryRules(rules, 'BR')).toBe(rules.each_country);
    expect(countryRules(rules, null)).toBe(rules.each_country);
  });

  it('nothing set is the defaults, and what is sent back as it was read says the same', () => {
    const nothing = SetFraudRulesRequest.parse({});
    expect(nothing).toEqual({ ...FRAUD_DEFAULTS, countries: [] });
    expect(SetFraudRulesRequest.parse(rules)).toEqual(rules);
  });
});

describe('limits on what codes cost', () => {
  it('of the workspace and of the country, in hours and days of UTC', () => {
    expect(spendWindows(rules, 'MX', AT)).toEqual([
      {
        scope: 'workspace',
        windowSeconds: 86_400,
        windowStartMs: Date.UTC(2026, 10, 27),
        limitMicros: 9,
        currency: 'USD',
      },
      {
        scope: 'country',
        windowSeconds: 3600,
        windowStartMs: Date.UTC(2026, 10, 27, 13),
        limitMicros: 5,
        currency: 'USD',
      },
    ]);
  });

  it('of the workspace alone for a mail, and none where none is set', () => {
    expect(spendWindows(rules, null, AT).map(({ scope }) => scope)).toEqual(['workspace']);
    expect(spendWindows({ ...FRAUD_DEFAULTS, countries: [] }, 'MX', AT)).toEqual([]);
  });
});
