import { FINAL_STATES, MessageState, REASONS, type ReasonCode } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { channelEnd } from './channel-end.ts';

const CODES = Object.keys(REASONS) as ReasonCode[];
const ENDED = FINAL_STATES.filter((state) => state !== 'delivered' && state !== 'canceled');

describe('the next channel', () => {
  it('is not needed after a delivery, and never follows a canceled message, whatever the reason', () => {
    for (const reason of [null, ...CODES]) {
      expect(channelEnd('delivered', reason)).toBe('delivered');
      expect(channelEnd('canceled', reason)).toBe('stops');
    }
  });

  it('waits while the message before it has not ended', () => {
    const open = MessageState.options.filter((state) => !FINAL_STATES.includes(state));
    for (const state of open) expect(channelEnd(state, 'network.failure')).toBe('open');
  });

  it('goes after every other end, but for reasons that hold for the person or the whole message', () => {
    for (const state of ENDED) {
      const stopped = CODES.filter((reason) => channelEnd(state, reason) === 'stops');
      expect(stopped).toEqual([
        'recipient.opted_out',
        'policy.frequency_capped',
        'policy.template_stopped',
        'policy.preference_blocked',
        'platform.expired',
        'platform.canceled',
      ]);
      expect(channelEnd(state, null)).toBe('goes_on');
    }
  });
});
