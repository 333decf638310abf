import { describe, expect, it } from 'vitest';
import { zonesOfCountry } from '../zones/index.ts';
import { type HoursLayer, judgeHours, type OpenSpan } from './hours.ts';

const ALL = [1, 2, 3, 4, 5, 6, 7];
const minute = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
/** A span as people write it; one that ends before it begins goes on into the next day. */
const span = (from: string, to: string, days = ALL): OpenSpan => {
  const [fromMinute, toMinute] = [minute(from), minute(to)];
  return { days, fromMinute, toMinute: toMinute <= fromMinute ? toMinute + 1440 : toMinute };
};
const layerOf = (spans: OpenSpan[], more: Partial<HoursLayer> = {}): HoursLayer => ({
  name: 'workspace',
  rule: 'country/XX',
  version: 1,
  spans,
  closedDates: [],
  ...more,
});
const at = (text: string): number => Date.parse(text);
const text = (ms: number | null): string | null =>
  ms === null ? null : new Date(ms).toISOString().replace(/:00\.000Z$/, 'Z');
/** Whether it is open, and when that changes. */
const judge = (layers: HoursLayer | HoursLayer[], zones: string | readonly string[], now: string) => {
  const { open, untilMs } = judgeHours([layers].flat(), [zones].flat(), at(now));
  return [open, text(untilMs)];
};

describe('the edges of hours', () => {
  const day = layerOf([span('09:00', '21:00')]);

  it('open at the first instant, and close ten minutes before the end, so that what leaves has arrived', () => {
    expect(judge(day, 'UTC', '2026-11-27T08:59:59.999Z')).toEqual([false, '2026-11-27T09:00Z']);
    expect(judge(day, 'UTC', '2026-11-27T09:00Z')).toEqual([true, '2026-11-27T20:50Z']);
    expect(judge(day, 'UTC', '2026-11-27T20:49:59.999Z')).toEqual([true, '2026-11-27T20:50Z']);
    expect(judge(day, 'UTC', '2026-11-27T20:50Z')).toEqual([false, '2026-11-28T09:00Z']);
  });

  it('give a short opening a short margin', () => {
    expect(judge(layerOf([span('09:00', '09:30')]), 'UTC', '2026-11-27T09:00Z')).toEqual([true, '2026-11-27T09:25Z']);
  });

  it('do not part a night that is written as two spans, nor a day without an end', () => {
    const night = layerOf([span('20:00', '24:00'), span('00:00', '02:00')]);
    expect(judge(night, 'UTC', '2026-11-27T23:55Z')).toEqual([true, '2026-11-28T01:50Z']);
    expect(judge(layerOf([span('00:00', '24:00')]), 'UTC', '2026-11-27T23:55Z')).toEqual([true, null]);
  });

  it('are never open where nothing is', () => {
    expect(judge(layerOf([]), 'UTC', '2026-11-27T12:00Z')).toEqual([false, null]);
    expect(judge([day, layerOf([span('21:00', '22:00')])], 'UTC', '2026-11-27T12:00Z')).toEqual([false, null]);
  });
});

describe('zones that are not whole hours from UTC', () => {
  const day = layerOf([span('09:00', '21:00')]);
  it.each([
    ['Asia/Kolkata', '2026-11-27T03:30Z'],
    ['Asia/Kathmandu', '2026-11-27T03:15Z'],
    ['Pacific/Chatham', '2026-11-26T19:15Z'],
  ])('%s opens at %s', (zone, opens) => {
    expect(judge(day, zone, '2026-11-26T17:00Z')).toEqual([false, opens]);
    expect(judge(day, zone, opens)[0]).toBe(true);
  });
});

describe('the days on which clocks change', () => {
  // New York: 2026-03-08 02:00 becomes 03:00 (07:00Z), 2026-11-01 02:00 becomes 01:00 (06:00Z).
  const NY = 'America/New_York';

  it('an opening in the skipped hour opens when the clocks have passed it', () => {
    expect(judge(layerOf([span('02:30', '05:00')]), NY, '2026-03-08T06:00Z')).toEqual([false, '2026-03-08T07:00Z']);
  });

  it('a closing in the skipped hour closes before it', () => {
    expect(judge(layerOf([span('00:00', '02:30')]), NY, '2026-03-08T05:00Z')).toEqual([true, '2026-03-08T06:50Z']);
  });

  it('an opening that lies in the skipped hour does not happen that day', () => {
    expect(judge(layerOf([span('02:10', '02:50')]), NY, '2026-03-08T05:00Z')).toEqual([false, '2026-03-09T06:10Z']);
  });

  it('an hour that is repeated stays open both times', () => {
    expect(judge(layerOf([span('00:00', '05:00')]), NY, '2026-11-01T05:30Z')).toEqual([true, '2026-11-01T09:50Z']);
    expect(judge(layerOf([span('00:00', '05:00')]), NY, '2026-11-01T06:30Z')).toEqual([true, '2026-11-01T09:50Z']);
  });

  it('a window over midnight is as long as the clocks make it, in both directions', () => {
    const night = layerOf([span('22:00', '06:00')]);
    expect(judge(night, NY, '2026-03-08T04:00Z')).toEqual([true, '2026-03-08T09:50Z']);
    expect(judge(night, NY, '2026-11-01T04:00Z')).toEqual([true, '2026-11-01T10:50Z']);
    expect(judge(night, NY, '2026-03-07T20:00Z')).toEqual([false, '2026-03-08T03:00Z']);
    expect(judge(night, NY, '2026-10-31T20:00Z')).toEqual([false, '2026-11-01T02:00Z']);
  });

  it('the next opening is found over a change, and the offset that is named is the one of the instant', () => {
    const day = layerOf([span('09:00', '21:00')]);
    expect(judge(day, NY, '2026-03-08T03:00Z')).toEqual([false, '2026-03-08T13:00Z']);
    expect(judgeHours([day], [NY], at('2026-03-08T03:00Z')).offsetMinutes).toBe(-300);
    expect(judge(day, NY, '2026-11-01T03:00Z')).toEqual([false, '2026-11-01T14:00Z']);
  });

  it('half an hour of change is half an hour: Lord Howe', () => {
    // 2026-04-05 02:00 (+11) becomes 01:30 (+10:30) at 15:00Z the day before.
    const early = layerOf([span('01:00', '03:00')]);
    expect(judge(early, 'Australia/Lord_Howe', '2026-04-04T14:00Z')).toEqual([true, '2026-04-04T16:20Z']);
  });
});

describe('days and dates', () => {
  it('a Sunday of its own: Texas from noon', () => {
    const texas = layerOf([span('09:00', '21:00', [1, 2, 3, 4, 5, 6]), span('12:00', '21:00', [7])]);
    expect(judge(texas, 'America/Chicago', '2026-11-29T15:30Z')).toEqual([false, '2026-11-29T18:00Z']);
    expect(judge(texas, 'America/Chicago', '2026-11-28T15:30Z')).toEqual([true, '2026-11-29T02:50Z']);
  });

  it('a Sunday beside a holiday: France from Saturday evening to Tuesday morning', () => {
    const france = layerOf([span('08:00', '20:00', [1, 2, 3, 4, 5, 6])], { closedDates: ['2026-05-25'] });
    expect(judge(france, 'Europe/Paris', '2026-05-23T18:30Z')).toEqual([false, '2026-05-26T06:00Z']);
  });

  it('a Friday and Saturday weekend, in the zone of the recipient', () => {
    const gulf = layerOf([span('09:00', '18:00', [7, 1, 2, 3, 4])]);
    expect(judge(gulf, 'Asia/Kuwait', '2026-11-26T16:00Z')).toEqual([false, '2026-11-29T06:00Z']);
  });

  it('what began before midnight belongs to the day it began on', () => {
    const night = layerOf([span('22:00', '02:00', [5])], { closedDates: ['2026-11-28'] });
    expect(judge(night, 'UTC', '2026-11-28T01:00Z')).toEqual([true, '2026-11-28T01:50Z']);
    const closed = layerOf([span('22:00', '02:00', [5])], { closedDates: ['2026-11-27'] });
    expect(judge(closed, 'UTC', '2026-11-28T01:00Z')).toEqual([false, '2026-12-04T22:00Z']);
  });
});

describe('several zones and several layers', () => {
  it('a number of the United States opens when Hawaii and closes when New York says so', () => {
    const day = layerOf([span('09:00', '21:00')]);
    const zones = zonesOfCountry('US');
    expect(judge(day, zones, '2026-11-27T12:00Z')).toEqual([false, '2026-11-27T19:00Z']);
    expect(judge(day, zones, '2026-11-27T20:00Z')).toEqual([true, '2026-11-28T01:50Z']);
    expect(judgeHours([day], zones, at('2026-11-27T20:00Z')).zone).toBe('America/New_York');
    expect(['America/Adak', 'Pacific/Honolulu']).toContain(judgeHours([day], zones, at('2026-11-27T16:00Z')).zone);
  });

  it('hours too short for a country of eleven zones never open', () => {
    expect(judge(layerOf([span('09:00', '18:00')]), zonesOfCountry('RU'), '2026-11-27T12:00Z')).toEqual([false, null]);
  });

  it('law, workspace and person must all agree, and the one that opens last is named', () => {
    const layers = [
      layerOf([span('08:00', '21:00')], { name: 'legal', rule: 'legal/MX' }),
      layerOf([span('09:00', '20:00')]),
      layerOf([span('18:00', '23:00')], { name: 'person', rule: 'person/1' }),
    ];
    expect(judge(layers, 'UTC', '2026-11-27T08:30Z')).toEqual([false, '2026-11-27T18:00Z']);
    expect(judgeHours(layers, ['UTC'], at('2026-11-27T08:30Z')).layer.rule).toBe('person/1');
    expect(judge(layers, 'UTC', '2026-11-27T18:00Z')).toEqual([true, '2026-11-27T19:50Z']);
  });
});

describe('zonesOfCountry', () => {
  it('knows every zone a number may be in, one where the law knows one, and none for what is no country', () => {
    expect(zonesOfCountry('IN')).toEqual(['Asia/Kolkata']);
    expect(zonesOfCountry('CN')).toEqual(['Asia/Shanghai']);
    expect(zonesOfCountry('ID')).toEqual(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Asia/Pontianak']);
    expect(zonesOfCountry('US')).toHaveLength(29);
    expect(zonesOfCountry('XK')).toEqual(['Europe/Belgrade']);
    expect(zonesOfCountry('QQ')).toEqual([]);
  });
});
