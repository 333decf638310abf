import { VerificationLocale } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { segmentText } from '../content/index.ts';
import { codeText, maskCode } from './code-text.ts';

const GSM7: readonly VerificationLocale[] = ['en', 'es', 'pt-BR', 'de', 'fr', 'id'];
const LONGEST = { appName: 'A'.repeat(30), code: '1234567890', minutes: 10 };

describe('the text of a code', () => {
  it.each(GSM7)('%s is one part of GSM-7, with the longest name and code', (locale) => {
    const { text } = codeText(locale, { ...LONGEST, domain: null });
    expect(segmentText(text)).toMatchObject({ encoding: 'gsm7', forcing: [], parts: [{ text }] });
  });

  it.each(GSM7)('%s stays one part with the line browsers read, for hosts of up to 24 characters', (locale) => {
    const { text } = codeText(locale, {
      appName: 'Signalbox Shop',
      code: '123456',
      minutes: 10,
      domain: 'accounts.shop.example.com'.slice(1),
    });
    expect(segmentText(text).parts).toHaveLength(1);
  });

  it.each(VerificationLocale.options)('%s in UCS-2 or not, a usual name and code make one part', (locale) => {
    const { text } = codeText(locale, { appName: 'Tienda', code: '123456', minutes: 5, domain: null });
    expect(segmentText(text).parts).toHaveLength(1);
  });

  it.each(VerificationLocale.options)(
    '%s names the sender and the code, and its subject keeps the code to itself',
    (locale) => {
      const said = codeText(locale, { appName: 'Tienda', code: '904817', minutes: 5, domain: null });
      expect(said.text).toContain('904817');
      expect(said.text).toContain('Tienda');
      expect(said.text).toContain('5');
      expect(said.subject).toContain('Tienda');
      expect(said.subject).not.toMatch(/\d/);
    },
  );

  it('ends with the origin-bound line: host and code, one space, nothing behind', () => {
    const { text } = codeText('en', { appName: 'Shop', code: '904817', minutes: 5, domain: 'shop.example' });
    expect(text.split('\n').at(-1)).toBe('@shop.example #904817');
  });

  it.each(VerificationLocale.options)('%s masked has as many parts as the text that is sent', (locale) => {
    const say = (code: string) => codeText(locale, { ...LONGEST, code, domain: 'shop.example' }).text;
    expect(segmentText(say(maskCode('904817'))).parts).toHaveLength(segmentText(say('904817')).parts.length);
    expect(say(maskCode('904817'))).not.toContain('904817');
  });
});
