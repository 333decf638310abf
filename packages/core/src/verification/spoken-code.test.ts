import { VerificationLocale, VOICE_TEXT_MAX } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskCode } from './code-text.ts';
import { spokenCode } from './spoken-code.ts';

const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 10 });

describe('a code that is spoken', () => {
  it.each(VerificationLocale.options)(
    '%s says who calls first, then each digit by itself, twice, in order',
    (locale) => {
      fc.assert(
        fc.property(digits, (code) => {
          const text = spokenCode(locale, { appName: 'Tienda', code });
          expect(text.match(/\d+/g)).toEqual([...code, ...code]);
          expect(text.indexOf('Tienda')).toBeLessThan(text.search(/\d/));
          expect(text.length).toBeLessThan(VOICE_TEXT_MAX);
        }),
      );
    },
  );

  it.each(VerificationLocale.options)('%s keeps no digit once the code is masked', (locale) => {
    expect(spokenCode(locale, { appName: 'Tienda', code: maskCode('904817') })).not.toMatch(/\d/);
  });
});
