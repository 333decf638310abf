import { describe, expect, it } from 'vitest';
import { preferredLocale } from './locales.ts';

describe('the first language of a person', () => {
  it('is the one the browser likes best among those we have, whatever its region', () => {
    expect(preferredLocale('pt-PT,pt;q=0.9,en;q=0.8')).toBe('pt-BR');
    expect(preferredLocale('fr,es-MX;q=0.9,en;q=0.1')).toBe('es');
    expect(preferredLocale('en;q=0.2, zh-TW;q=0.7')).toBe('zh');
  });
  it('is English when we have none of theirs', () => {
    for (const header of [null, '', '*', 'fr,de;q=0.5']) expect(preferredLocale(header)).toBe('en');
  });
});
