import type { Channel, ChannelMode, FollowUpEvent } from '@signalbox/contracts';

/** A channel of a send, as its place in the order and its routes tell of it. */
export interface ChannelProspect {
  channel: Channel;
  /** Whether acceptance is followed by receipts on its routes: on all, on some, or on none of them. */
  receipts: 'all' | 'some' | 'none';
}

/** What follows when a channel comes to something: the channel that goes then, or null for none, and after how long. */
export interface FollowUpStep {
  when: FollowUpEvent;
  next: Channel | null;
  afterSeconds: number | null;
}

/**
 * What would follow each end of the channel at a place of a send; the same rules that `channelEnd` and the wait for receipts keep. What its
 * provider took is done where no receipts come: waiting for one would send twice.
 */
export function followUps(
  mode: ChannelMode,
  channels: readonly ChannelProspect[],
  place: number,
  timeoutSeconds: number | null,
): FollowUpStep[] {
  const own = channels[place];
  const following = channels[place + 1]?.channel;
  if (mode === 'parallel' || own === undefined || following === undefined) return [step('any')];
  return [
    step('delivered'),
    ...(own.receipts === 'none' ? [] : [step('no_receipt', following, timeoutSeconds)]),
    ...(own.receipts === 'all' ? [] : [step('taken')]),
    step('ended', following, 0),
    step('ended_for_person'),
    step('held'),
  ];
}

const step = (when: FollowUpEvent, next: Channel | null = null, afterSeconds: number | null = null): FollowUpStep => ({
  when,
  next,
  afterSeconds,
});
