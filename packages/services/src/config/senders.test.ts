import { expect, test } from 'vitest';
import { bookSenders, type FiledEntry, standingAt } from './senders.ts';

type Filed = Parameters<typeof bookSenders>[0][number];
const filed = (sender: string, more: Partial<Filed> = {}): Filed => ({
  ...{ sender, key: sender, channel: 'sms', country: 'default', class: null, affix: null },
  ...{ status: 'registered', expiresOn: null, ...more },
});
const NOON = Date.parse('2026-11-28T12:00:00Z');
const place = (country: string | null) => ({ channel: 'sms', country, class: 'marketing' }) as const;

test('a country with a sender of its own goes by those alone, every other one by those at default', () => {
  const book = bookSenders([filed('SHOP'), filed('TIENDA', { country: 'MX' })], []);
  const standing = (country: string | null, sender: string) => standingAt(book, place(country), sender, NOON);
  expect([standing('MX', 'TIENDA'), standing('MX', 'SHOP')]).toEqual(['registered', 'missing']);
  expect([standing('BR', 'SHOP'), standing('BR', 'TIENDA'), standing(null, 'SHOP')]).toEqual([
    ...['registered', 'missing', 'registered'],
  ]);
  expect([book?.keeps(place('MX')), book?.keeps(place('BR'))]).toEqual([true, false]);
});

test('a sender is known by its own spelling and with what operators put around it, and by its case', () => {
  const affix: FiledEntry['affix'] = { at: 'end', text: '-AD' };
  const book = bookSenders([filed('ACME', { country: 'SA', affix })], []);
  const standings = ['ACME', 'ACME-AD', 'AD-ACME', 'acme'].map((sender) => standingAt(book, place('SA'), sender, NOON));
  expect(standings).toEqual(['registered', 'registered', 'missing', 'missing']);
});

test('headers of India stand as their ledgers say', () => {
  const header = { kind: 'headers', header: 'ACMEIN', status: 'active', expiresOn: '2026-11-27' } as const;
  const standing = (more: object) => standingAt(bookSenders([], [{ ...header, ...more }]), place('IN'), 'ACMEIN', NOON);
  expect([
    standing({}),
    standing({ expiresOn: '2026-11-28' }),
    standing({ expiresOn: null, status: 'pending' }),
  ]).toEqual([...['expired', 'registered', 'submitted']]);
  expect(bookSenders([], [])).toBeUndefined();
});
