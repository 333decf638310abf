import { describe, expect, it } from 'vitest';
import { countryName } from './country.ts';
import { spanOf } from './duration.ts';
import { decimalToMicros, formatMicros, microsToDecimal } from './money.ts';
import { formatPhone, isE164, tidyPhone } from './phone.ts';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');

describe('money', () => {
  it('never rounds the price of one message away and keeps two digits for sums', () => {
    expect(plain(formatMicros(7_500, 'USD', 'en'))).toBe('USD 0.0075');
    expect(plain(formatMicros(1, 'USD', 'en'))).toBe('USD 0.000001');
    expect(plain(formatMicros(0, 'USD', 'en'))).toBe('USD 0.00');
    expect(plain(formatMicros(1_234_567_891, 'EUR', 'en'))).toBe('EUR 1,234.57');
  });
  it('goes to an input field and back without a change, for every digit', () => {
    for (const micros of [0, 1, 10, 7_500, 999_999, 1_000_000, 1_000_001, 123_456_789])
      expect(decimalToMicros(microsToDecimal(micros))).toBe(micros);
  });
  it('refuses what is not a price', () => {
    for (const text of ['', '-1', '1.2345678', 'abc', '1e3', '1.', '.5']) expect(decimalToMicros(text)).toBeUndefined();
    expect(decimalToMicros('0,0075')).toBe(7_500);
  });
});

describe('countries', () => {
  it('are named in the language of the reader, and what is no country stays as it is', () => {
    expect(countryName('en', 'MX')).toBe('Mexico');
    expect(countryName('pt-BR', 'DE')).toBe('Alemanha');
    expect(countryName('zh', 'JP')).toBe('日本');
    for (const text of ['', 'M', 'Mexico', '52']) expect(countryName('en', text)).toBe(text);
  });
});

describe('phone numbers', () => {
  it('are grouped behind their country code and lose no digit', () => {
    expect(formatPhone('+525512345678')).toBe('+52 551 234 5678');
    expect(formatPhone('+14155550123')).toBe('+1 415 555 0123');
    expect(formatPhone('+8613800138000')).toBe('+86 138 0013 8000');
    expect(formatPhone('+35312345678')).toBe('+353 1234 5678');
    for (const number of ['+525512345678', '+12025550100', '+9715012345', '+6591234567'])
      expect(formatPhone(number).replaceAll(' ', '')).toBe(number);
  });
  it('leaves what is not a number alone', () => {
    expect(formatPhone('ana@example.com')).toBe('ana@example.com');
    expect(formatPhone('+0123')).toBe('+0123');
  });
  it('are read as people type them', () => {
    expect(tidyPhone(' 0052 (55) 1234-5678 ')).toBe('+525512345678');
    expect(isE164('+525512345678')).toBe(true);
    expect(isE164('5512345678')).toBe(false);
    expect(isE164('+1234567890123456')).toBe(false);
  });
});

describe('time spans', () => {
  it('use the largest unit that fits', () => {
    expect(spanOf(840)).toEqual({ value: 840, unit: 'ms' });
    expect(spanOf(2_440)).toEqual({ value: 2.4, unit: 's' });
    expect(spanOf(180_000)).toEqual({ value: 3, unit: 'min' });
    expect(spanOf(5 * 3_600_000)).toEqual({ value: 5, unit: 'h' });
    expect(spanOf(3 * 86_400_000)).toEqual({ value: 3, unit: 'd' });
  });
});
