import { STRICT_MATCHING } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { findMatch, indexTemplates, rankTemplates } from './find-template.ts';
import { registryOf } from './registry.case.ts';

const index = indexTemplates(registryOf(2000), STRICT_MATCHING);
const TEXT =
  'Dear Asha Rao, your parcel 445566 from shop 1206 is ready since Friday evening. Call 18001234567 or see https://acme.in/t?1 - Acme';

describe('finding the template of a text among 2,000', () => {
  it('finds the one that matches', () => {
    expect(findMatch(index, TEXT)?.row).toBe(1206);
  });

  it('ranks the one that is meant first although it does not match, and those like it behind', () => {
    const ranked = rankTemplates(index, TEXT.replace('is ready', 'is now ready'), 5);
    expect(ranked.map(({ row }) => row)[0]).toBe(1206);
    expect(ranked[0]?.alignment.marks.map(({ found }) => found)).toEqual(['now ']);
    expect(ranked).toHaveLength(5);
  });

  it('takes the template that says more when several match', () => {
    const generic = registryOf(1, 'Dear {#var#} - Acme').map((one) => ({ ...one, row: 99 }));
    const text = 'Dear Asha, your parcel 4 from shop 1 is cancelled since today. Call 140 or see acme.in/x - Acme';
    const both = indexTemplates([...generic, ...registryOf(3)], { ...STRICT_MATCHING, variable_limit: 100 });
    expect(findMatch(both, text)?.row).toBe(1);
    expect(findMatch(both, text, (row) => row !== 1)?.row).toBe(99);
  });

  it('finds it as quickly where operators ignore case, spaces and signs', () => {
    const rule = { ...STRICT_MATCHING, ignore_case: true, ignore_spaces: true, ignore_punctuation: true };
    const loose = indexTemplates(registryOf(2000), rule);
    const written = TEXT.toUpperCase().replace('HTTPS://ACME.IN/T?1', 'https://acme.in/t?1').replace('. CALL', ' CALL');
    expect(findMatch(loose, written)?.row).toBe(1206);
    const start = performance.now();
    findMatch(loose, written);
    expect(performance.now() - start).toBeLessThan(100);
  });

  it('checks a text against 2,000 templates in under 100 ms', () => {
    const wrong = TEXT.replace('is ready', 'is now ready');
    for (let run = 0; run < 5; run += 1) rankTemplates(index, wrong, 5);
    const times = Array.from({ length: 15 }, () => {
      const start = performance.now();
      rankTemplates(index, wrong, 5);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    expect(times[7]).toBeLessThan(100);
  });
});
