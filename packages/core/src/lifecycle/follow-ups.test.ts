import type { Channel, FollowUpEvent } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { channelEnd } from './channel-end.ts';
import { type ChannelProspect, followUps } from './follow-ups.ts';

const told = (receipts: ChannelProspect['receipts'], place = 0, mode: 'failover' | 'parallel' = 'failover') => {
  const channels: ChannelProspect[] = [
    { channel: 'sms', receipts },
    { channel: 'email', receipts: 'all' },
  ];
  return followUps(mode, channels, place, 300).map(({ when, next, afterSeconds }) => [when, next, afterSeconds]);
};
const END: [FollowUpEvent, Channel | null, number | null][] = [
  ['ended', 'email', 0],
  ['ended_for_person', null, null],
  ['held', null, null],
];

describe('what follows a channel', () => {
  it('is the next one without a receipt in time, where receipts come', () => {
    expect(told('all')).toEqual([['delivered', null, null], ['no_receipt', 'email', 300], ...END]);
  });

  it('is nothing once a provider without receipts took it; where only some have none, either', () => {
    expect(told('none')).toEqual([['delivered', null, null], ['taken', null, null], ...END]);
    expect(told('some')).toEqual([
      ['delivered', null, null],
      ['no_receipt', 'email', 300],
      ['taken', null, null],
      ...END,
    ]);
  });

  it('is nothing after the last one, and nothing of those that go together', () => {
    expect(told('all', 1)).toEqual([['any', null, null]]);
    expect(told('all', 0, 'parallel')).toEqual([['any', null, null]]);
  });

  it('is told as the ends of messages are judged', () => {
    expect(channelEnd('delivered', null)).toBe('delivered');
    expect(channelEnd('failed', 'recipient.unknown')).toBe('goes_on');
    expect(channelEnd('suppressed', 'policy.quiet_hours')).toBe('goes_on');
    expect(channelEnd('undelivered', 'recipient.opted_out')).toBe('stops');
    expect(channelEnd('held', 'policy.quiet_hours')).toBe('open');
  });
});
