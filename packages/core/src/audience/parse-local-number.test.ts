import { describe, expect, test } from 'vitest';
import { parseLocalNumber } from './parse-local-number.ts';

const read = (text: string, country: string) => {
  const number = parseLocalNumber(text, country);
  return number.ok ? number.e164 : number.code;
};

describe('a number as people of a country write it', () => {
  test.each([
    ['55 1234 5678', 'MX', '+525512345678'],
    ['020 7946 0958', 'GB', '+442079460958'],
    ['(415) 555-2671', 'US', '+14155552671'],
    ['1 415 555 2671', 'US', '+14155552671'],
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['098765 43210', 'IN', '+919876543210'],
    ['8 912 345-67-89', 'RU', '+79123456789'],
    ['0044 20 7946 0958', 'MX', '+442079460958'],
    ['525512345678', 'MX', '+525512345678'],
    ['+44 20 7946 0958', 'MX', '+442079460958'],
  ])('%s in %s', (text, country, e164) => {
    expect(read(text, country)).toBe(e164);
  });

  test.each([
    ['12', 'MX', 'number_too_short'],
    ['', 'MX', 'number_empty'],
    ['call me', 'MX', 'number_letters'],
    ['55 1234 5678', 'XX', 'number_plus_missing'],
  ])('%s in %s is refused', (text, country, code) => {
    expect(read(text, country)).toBe(code);
  });
});
