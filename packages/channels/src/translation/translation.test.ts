import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askTranslation, readLanguages, readRefusal, readTranslations } from './translate.ts';

const SERVICE = { url: 'https://translate.example.com/v2/' };

describe('a LibreTranslate service', () => {
  it('is asked for many texts in one call, its key in the body', () => {
    const { url, body } = askTranslation(SERVICE, 'k1', { source: 'en', target: 'de', texts: ['Hi', 'Bye'] });
    expect(url).toBe('https://translate.example.com/v2/translate');
    expect(JSON.parse(body ?? '')).toEqual({
      ...{ q: ['Hi', 'Bye'], source: 'en', target: 'de', format: 'text', api_key: 'k1' },
    });
    const open = askTranslation(SERVICE, '', { source: 'en', target: 'de', texts: ['Hi'] });
    expect(JSON.parse(open.body ?? '')).not.toHaveProperty('api_key');
  });

  it('is believed only where it answers every text', () => {
    const answer = (translatedText: unknown, status = 200) => ({ status, body: JSON.stringify({ translatedText }) });
    expect(readTranslations(2, answer(['Hallo', 'Ade']))).toEqual(['Hallo', 'Ade']);
    expect(readTranslations(2, answer(['Hallo']))).toBeNull();
    expect(readTranslations(2, answer(['Hallo', 5]))).toBeNull();
    expect(readTranslations(1, answer('Hallo'))).toBeNull();
    expect(readTranslations(1, answer(['Hallo'], 429))).toBeNull();
    expect(readRefusal({ status: 403, body: '{"error":"Invalid\\nAPI key"}' })).toBe('Invalid API key');
  });

  it('tells its pairs of languages, and nothing breaks on what is no list', () => {
    const body = JSON.stringify([{ code: 'en', targets: ['de', 'pt-BR', 7] }, { code: 'de' }, null]);
    expect(readLanguages({ status: 200, body })).toEqual(
      new Map([
        ['en', ['de', 'pt-BR']],
        ['de', ['en', 'de']],
      ]),
    );
    fc.assert(
      fc.property(fc.json(), fc.nat(3), (json, count) => {
        readLanguages({ status: 200, body: json });
        readRefusal({ status: 400, body: json });
        const said = readTranslations(count, { status: 200, body: json });
        if (said !== null) expect(said).toHaveLength(count);
      }),
    );
  });
});
