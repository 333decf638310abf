import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bookNetworks,
  bookPrices,
  bookRates,
  convert,
  type GivenPrice,
  holdsAt,
  mergePrices,
  overlap,
  type PriceSpan,
  readRate,
  reportConcentration,
  spellRate,
} from './index.ts';

const span = (id: string, micros: number, fromMs: number, untilMs: number | null, more: Partial<PriceSpan> = {}) => ({
  id,
  route: 1,
  country: 'MX',
  network: '',
  prefix: '',
  priceMicros: micros,
  currency: 'USD',
  fromMs,
  untilMs,
  ...more,
});
const given = (line: number, micros: number | null, fromMs: number, untilMs: number | null = null): GivenPrice => ({
  line,
  route: 1,
  country: 'MX',
  network: '',
  prefix: '',
  price: micros === null ? null : { micros, currency: 'USD' },
  fromMs,
  untilMs,
});
const micros = (price: { micros: number }) => price.micros;
/** What holds after a merge. */
const heldAfter = (current: readonly PriceSpan[], merge: ReturnType<typeof mergePrices>): PriceSpan[] => [
  ...current.filter((one) => !merge.removed.includes(one)),
  ...merge.added.map((one, index) => ({ ...one, id: `new${index}` })),
];

describe('the price in force', () => {
  const book = bookPrices([
    span('everywhere', 1, 0, null, { country: '' }),
    span('country', 2, 0, null),
    span('short', 3, 0, null, { country: '', prefix: '52' }),
    span('long', 4, 0, null, { country: '', prefix: '5255' }),
    span('network', 5, 100, 200, { country: '', network: '33420' }),
  ]);
  const at = (place: object, ms = 150) => book.at(1, { country: 'MX', network: null, prefixes: [], ...place }, ms)?.id;

  it('is that of the network, else of the longest prefix, else of the country, else of everywhere, and of its own time', () => {
    expect(at({ network: '33420', prefixes: ['5255', '52'] })).toBe('network');
    expect(at({ network: '33420', prefixes: ['5255', '52'] }, 200)).toBe('long');
    expect(at({ prefixes: ['52'] })).toBe('short');
    expect(at({})).toBe('country');
    expect(at({ country: 'BR' })).toBe('everywhere');
    expect(book.at(2, { country: 'MX', network: null, prefixes: [] }, 150)).toBeUndefined();
  });

  it('changes at no instant that is not told', () => {
    expect([book.nextChangeMs(-1), book.nextChangeMs(0), book.nextChangeMs(100), book.nextChangeMs(200)]).toEqual([
      0,
      100,
      200,
      Number.POSITIVE_INFINITY,
    ]);
  });
});

describe('a price list', () => {
  it('says what is new, dearer, cheaper, ended and unchanged', () => {
    const current = [span('a', 100, 0, null)];
    const marks = (rows: GivenPrice[]) => mergePrices(current, rows, micros, false).differences.map(({ mark }) => mark);
    expect(marks([given(2, 120, 10)])).toEqual(['dearer']);
    expect(marks([given(2, 80, 10)])).toEqual(['cheaper']);
    expect(marks([given(2, null, 10)])).toEqual(['ended']);
    expect(marks([given(2, 100, 10)])).toEqual(['unchanged']);
    expect(marks([given(2, 100, 10, 50)])).toEqual(['changed']);
    expect(marks([{ ...given(2, 100, 10), country: 'BR' }])).toEqual(['new']);
    expect(mergePrices([], [given(3, null, 10)], micros, false).orphans).toEqual([3]);
  });

  it('cuts what held around it: before and after it stay as they were', () => {
    const current = [span('a', 100, 0, 1000)];
    const merge = mergePrices(current, [given(2, 120, 300, 600)], micros, false);
    expect(heldAfter(current, merge).map(({ priceMicros, fromMs, untilMs }) => [priceMicros, fromMs, untilMs])).toEqual(
      [
        [100, 0, 300],
        [100, 600, 1000],
        [120, 300, 600],
      ],
    );
  });

  it('that is whole ends the areas it leaves out, and none of other routes', () => {
    const current = [
      span('a', 100, 0, null),
      span('b', 100, 0, null, { country: 'BR' }),
      span('c', 100, 0, null, { route: 2 }),
    ];
    const merge = mergePrices(current, [given(2, 100, 500)], micros, true);
    expect(merge.differences.map(({ mark, country, line }) => [mark, country, line])).toEqual([
      ['unchanged', 'MX', 2],
      ['ended', 'BR', null],
    ]);
    expect(heldAfter(current, merge).find(({ country }) => country === 'BR')).toMatchObject({
      fromMs: 0,
      untilMs: 500,
    });
  });

  it('whatever the rows: spans never overlap, what is not named stays, and the price inside each row is its own', () => {
    const time = fc.integer({ min: 0, max: 50 });
    const cuts = fc.uniqueArray(time, { minLength: 2, maxLength: 6 }).map((list) => list.sort((a, b) => a - b));
    const pairs = (list: readonly number[]) =>
      list.flatMap((from, index) =>
        index % 2 === 0 && list[index + 1] !== undefined ? [[from, list[index + 1] as number]] : [],
      );
    fc.assert(
      fc.property(cuts, cuts, (was, is) => {
        const current = pairs(was).map(([from, until], index) =>
          span(`old${index}`, 100 + index, from as number, until as number),
        );
        const rows = pairs(is).map(([from, until], index) =>
          given(index + 2, 200 + index, from as number, until as number),
        );
        const held = heldAfter(current, mergePrices(current, rows, micros, false));
        held.forEach((one, index) => {
          for (const other of held.slice(index + 1)) expect(overlap(one, other)).toBe(false);
        });
        for (let ms = 0; ms <= 50; ms += 1) {
          const row = rows.find((one) => holdsAt(one, ms));
          const old = current.find((one) => holdsAt(one, ms));
          expect(held.find((one) => holdsAt(one, ms))?.priceMicros).toBe(row?.price?.micros ?? old?.priceMicros);
        }
      }),
    );
  });
});

describe('exchange rates', () => {
  const rates = bookRates('USD', [
    { currency: 'EUR', fromMs: 100, nanos: 1_100_000_000 },
    { currency: 'EUR', fromMs: 200, nanos: 1_200_000_000 },
    { currency: 'VND', fromMs: 0, nanos: 39_400 },
  ]);

  it('count from their day on, and none is guessed', () => {
    expect(rates.nanosAt('EUR', 99)).toBeUndefined();
    expect([rates.nanosAt('EUR', 150), rates.nanosAt('EUR', 200)]).toEqual([1_100_000_000, 1_200_000_000]);
    expect(convert(rates, 1_000_000, ['EUR', 'USD'], 150)).toBe(1_100_000);
    expect(convert(rates, 1_100_000, ['USD', 'EUR'], 150)).toBe(1_000_000);
    expect(convert(rates, 400_000_000, ['VND', 'USD'], 150)).toBe(15_760);
    expect(convert(rates, 5, ['GBP', 'USD'], 150)).toBeUndefined();
    expect(convert(rates, 5, ['GBP', 'GBP'], 150)).toBe(5);
  });

  it('are read and spelled without loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_000_000_000_000_000 }), (nanos) => readRate(spellRate(nanos)) === nanos),
    );
    expect([readRate('1.0862'), spellRate(1_086_200_000), spellRate(1_000_000_000)]).toEqual([
      1_086_200_000,
      '1.0862',
      '1',
    ]);
  });
});

describe('dependence on suppliers', () => {
  it('is told as shares with an index, the largest first, and full from the limit on', () => {
    const report = reportConcentration(
      [
        { provider: 1, messages: 40 },
        { provider: 2, messages: 60 },
      ],
      600,
    );
    expect(report).toEqual({
      messages: 100,
      index: 5200,
      rows: [
        { provider: 2, messages: 60, ppm: 600_000, full: true },
        { provider: 1, messages: 40, ppm: 400_000, full: false },
      ],
    });
  });

  it('says nothing of a window with few messages, and nothing without a limit', () => {
    expect(reportConcentration([{ provider: 1, messages: 99 }], 500).rows[0]?.full).toBe(false);
    expect(reportConcentration([{ provider: 1, messages: 500 }], null).rows[0]?.full).toBe(false);
    expect(reportConcentration([], 500)).toEqual({ messages: 0, index: 0, rows: [] });
  });
});

describe('the network of a number', () => {
  const book = bookNetworks([
    { prefix: '234', network: '62120', country: 'NG', name: 'Airtel' },
    { prefix: '234803', network: '62130', country: 'NG', name: 'MTN' },
    { prefix: '225', network: '61203', country: 'CI', name: 'Orange' },
  ]);
  const networkOf = book.at;

  it('is that of the longest range it lies in; a mail address has none', () => {
    expect(networkOf('+2348031234567')).toEqual({ code: '62130', name: 'MTN', source: 'prefix' });
    expect(networkOf('+2348021234567')?.name).toBe('Airtel');
    expect(networkOf('+525512345678')).toBeUndefined();
    expect(networkOf('234803@example.com')).toBeUndefined();
  });

  it('is what was learned of the number, named by any range of that network', () => {
    const learned = { code: '62120', source: 'receipt' as const };
    expect(book.of('+2348031234567', learned)).toEqual({ code: '62120', name: 'Airtel', source: 'receipt' });
    expect(book.of('+2348031234567', { ...learned, code: '62160' })?.name).toBe('');
    expect(book.of('+2348031234567', null)?.source).toBe('prefix');
  });

  it('may be another that has ranges in the country, never one of abroad, which serves a phone that travels', () => {
    expect(book.isHome('NG', '62120')).toBe(true);
    expect(book.isHome('NG', '61203')).toBe(false);
    expect(book.isHome('NG', '6212')).toBe(false);
    expect(book.isHome(null, '62120')).toBe(false);
  });
});
