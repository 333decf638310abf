import type { CapRow } from '@signalbox/db';
import { describe, expect, it } from 'vitest';
import { bookCaps, type CappedMessage } from './cap-book.ts';
import { bookLaws } from './laws.ts';

const NOW_MS = Date.UTC(2026, 10, 28, 12);
const ALL = { templates: [], metadata: null };
const row = (more: Partial<CapRow>): CapRow => ({
  ...{
    id: 'one',
    workspace: 1,
    environment: 'live',
    name: 'One',
    enabled: true,
    channels: null,
    classes: ['marketing'],
  },
  ...{ alsoCounts: [], limit: 3, windowSeconds: 3600, calendar: null, minGapSeconds: null, scope: ALL, kept: 0 },
  ...{ keptFor: ALL, overLimit: 'drop', version: 1, updatedAt: new Date(0) },
  ...more,
});
const message = (more: Partial<CappedMessage> = {}): CappedMessage => ({
  ...{ environment: 'live', channel: 'sms', class: 'marketing', country: 'GB', address: '+447912800001', body: 'Hi' },
  ...{ template: null, metadata: null },
  ...more,
});
const book = (...caps: CapRow[]) =>
  bookCaps({
    ...{ caps, regions: undefined, laws: bookLaws([]), homeZone: 'UTC' },
    keyOf: (version) => (version === 7 ? 'spring' : undefined),
  });
const rulesFor = (cap: CapRow, one: CappedMessage) =>
  book(cap)
    .wishesOf(one, NOW_MS)
    .flatMap(({ counters }) => counters.map(({ request: { rule, limit } }) => [rule, limit]));

describe('bookCaps', () => {
  it('asks of a message only what is about it: environment, channel, class, template, metadata', () => {
    const asked = [['cap/one', 3]];
    expect(rulesFor(row({}), message())).toEqual(asked);
    expect(rulesFor(row({ environment: 'sandbox' }), message())).toEqual([]);
    expect(rulesFor(row({ channels: ['email'] }), message())).toEqual([]);
    expect(rulesFor(row({}), message({ class: 'transactional' }))).toEqual([]);
    const ofTemplate = row({ scope: { templates: ['spring'], metadata: null } });
    const written = (version: number) => message({ template: { version, locale: 'en' } });
    expect([message(), written(8), written(7)].map((one) => rulesFor(ofTemplate, one))).toEqual([[], [], asked]);
    const ofCampaign = row({ scope: { templates: [], metadata: { key: 'campaign', value: 'a' } } });
    expect(rulesFor(ofCampaign, message({ metadata: { campaign: 'b' } }))).toEqual([]);
    expect(rulesFor(ofCampaign, message({ metadata: { campaign: 'a' } }))).toEqual(asked);
  });

  it('has what only uses a cap up counted without a limit, and all but what a share is kept for by the rest too', () => {
    const tiring = row({ alsoCounts: ['transactional'], minGapSeconds: 60 });
    const [along] = book(tiring).wishesOf(message({ class: 'transactional' }), NOW_MS);
    expect(along?.cap.isCountedOnly).toBe(true);
    expect(along?.counters.map(({ request }) => [request.limit, request.gapFromMs])).toEqual([[null, null]]);
    const keeping = row({ kept: 1, keptFor: { templates: ['spring'], metadata: null } });
    expect(rulesFor(keeping, message())).toEqual([
      ['cap/one', 3],
      ['cap/one/rest', 2],
    ]);
    expect(rulesFor(keeping, message({ template: { version: 7, locale: 'en' } }))).toEqual([['cap/one', 3]]);
  });

  it('asks the law first, whatever the workspace says', () => {
    const wishes = book(row({ limit: 100 })).wishesOf(message({ country: 'VN', address: '+84912340001' }), NOW_MS);
    expect(wishes.map(({ cap }) => [cap.ruleId, cap.limit, cap.overLimit])).toEqual([
      ['law/VN.cap', 3, 'drop'],
      ['cap/one', 100, 'drop'],
    ]);
  });
});
