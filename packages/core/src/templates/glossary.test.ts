import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeTerms, says } from './glossary.ts';

const GLOSSARY = [
  { term: 'Order', locale: 'de', translation: 'Bestellung' },
  { term: 'order', locale: 'de-CH', translation: 'Auftrag' },
  { term: 'Acme Pay', locale: null, translation: null },
  { term: 'Order', locale: 'zh', translation: '订单' },
];
const termsOf = (translation: string, locale: string, standard = 'Your order is paid by Acme Pay.') =>
  judgeTerms(translation, standard, locale, GLOSSARY).map(({ term, expected }) => `${term}: ${expected}`);

describe('the glossary', () => {
  it('marks terms that a translation calls something else, by the entry of the nearest language', () => {
    expect(termsOf('Ihre Bestellungen: Acme Pay', 'de')).toEqual([]);
    expect(termsOf('Ihr Auftrag: Acme Pay', 'de-AT')).toEqual(['Order: Bestellung']);
    expect(termsOf('Ihr Auftrag: Acme Pay', 'de-CH')).toEqual([]);
    expect(termsOf('您的订单已付款（Acme Pay）', 'zh')).toEqual([]);
    expect(termsOf('Su pedido: Pago Acme', 'es')).toEqual(['Acme Pay: Acme Pay']);
  });

  it('keeps what is never translated letter by letter', () => {
    expect(termsOf('Su pedido: ACME pay', 'es')).toEqual(['Acme Pay: Acme Pay']);
  });

  it('asks nothing of a term that the default language does not say as a word', () => {
    expect(termsOf('Nichts', 'de', 'Reorder borders')).toEqual([]);
    expect(says('An ORDER.', 'order')).toBe(true);
    expect(says('您的订单', '订单')).toBe(true);
  });

  it('finds nothing wrong with a text that stays as it is where nothing is translated', () => {
    const term = fc.string({ minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(term), fc.string(), (terms, text) => {
        const kept = terms.map((one) => ({ term: one, locale: null, translation: null }));
        for (const { term: wrong } of judgeTerms(text, text, 'es', kept)) expect(text).not.toContain(wrong);
      }),
    );
  });
});
