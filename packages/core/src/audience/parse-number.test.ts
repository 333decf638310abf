import { describe, expect, it } from 'vitest';
import { parseNumber } from './parse-number.ts';

describe('parseNumber', () => {
  it.each([
    ['+525512345678', '+525512345678', 'MX'],
    [' +52 (55) 1234-5678 ', '+525512345678', 'MX'],
    ['+52.55.1234.5678', '+525512345678', 'MX'],
    ['+1 213-373-4253', '+12133734253', 'US'],
    ['+1\u00a0416\u2011555\u20111234', '+14165551234', 'CA'],
    ['\u202a+18765551234\u202c', '+18765551234', 'JM'],
    ['+44 (0)20 7946 0958', '+442079460958', 'GB'],
    ['+7 727 250 00 00', '+77272500000', 'KZ'],
    ['+91 98123 45678', '+919812345678', 'IN'],
    ['+6834002', '+6834002', 'NU'],
  ])('reads %j as %s of %s', (text, e164, country) => {
    expect(parseNumber(text)).toMatchObject({ ok: true, e164, country });
  });

  it('drops the 1 that Mexican mobiles no longer have, so that one phone is one address', () => {
    expect(parseNumber('+52 1 55 1234 5678')).toEqual(parseNumber('+525512345678'));
  });

  it('keeps a number that needs no change as the very same text', () => {
    const parsed = parseNumber('+919812345678');
    expect(parsed.ok && parsed.e164).toBe('+919812345678');
  });

  it.each([
    ['+525512345678', 'fixed_line_or_mobile'],
    ['+919812345678', 'mobile'],
    ['+442079460958', 'fixed_line'],
    ['+78005553535', 'toll_free'],
    ['+19002345678', 'premium_rate'],
  ])('tells the kind of line: %s is %s', (text, type) => {
    expect(parseNumber(text)).toMatchObject({ ok: true, type });
  });

  it('names no country for codes that the world shares', () => {
    expect(parseNumber('+80012345678')).toMatchObject({
      ok: true,
      country: null,
      callingCode: '800',
      type: 'toll_free',
    });
  });

  it.each([
    ['', 'number_empty', /such as \+52/],
    ['  - ', 'number_empty', /such as \+52/],
    ['+1800FLOWERS', 'number_letters', /digits/],
    ['+525512345678 ext. 4', 'number_letters', /no extension/],
    ['+52551234567８', 'number_character', /digits 0 to 9/],
    ['+٥٢٥٥١٢٣٤٥٦٧٨', 'number_character', /digits 0 to 9/],
    ['+52+5512345678', 'number_character', /"\+"/],
    ['+52\n5512345678', 'number_character', /U\+000A/],
    ['+525512345678;x=1', 'number_letters', /digits/],
    ['0052 55 1234 5678', 'number_prefix_00', /Write "\+"/],
    ['5512345678', 'number_plus_missing', /Begin with "\+"/],
    ['12345', 'number_plus_missing', /Begin with "\+"/],
    ['+', 'number_calling_code', /calling code/],
    ['+999123456789', 'number_calling_code', /calling code/],
    ['+0525512345678', 'number_calling_code', /calling code/],
    ['+52551234567', 'number_too_short', /Mexico has 10 digits after \+52; this one has 9/],
    ['+5255123456789', 'number_too_long', /Mexico has 10 digits after \+52; this one has 11/],
    ['+1234567890123456', 'number_too_long', /at most 15 digits/],
    [`+${'1'.repeat(5000)}`, 'number_too_long', /at most 15 digits/],
    ['+520012345678', 'number_not_in_plan', /Mexico/],
    ['+12003734253', 'number_not_in_plan', /after \+1/],
  ])('refuses %j as %s with the cure', (text, code, message) => {
    const parsed = parseNumber(text);
    expect(parsed).toMatchObject({ ok: false, code });
    expect(parsed.ok ? '' : parsed.message).toMatch(message);
  });

  it('never repeats the number in a refusal, so that a message may be logged', () => {
    for (const text of ['+520076543219', '+52557654321', '0052557654321', '+9997654321', '5557654321']) {
      const parsed = parseNumber(text);
      expect(parsed.ok ? 'accepted' : parsed.message).not.toContain(text.slice(-7));
    }
  });
});
