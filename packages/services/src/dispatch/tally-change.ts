import { type MessageState, uuidTimeMs } from '@signalbox/contracts';
import type { TallyChange } from '@signalbox/db';

const HOUR_MS = 3_600_000;

/** The facts of a message its place in the tally depends on. */
export interface TalliedMessage {
  id: string;
  environment: string;
  channel: string;
  class: string;
  country: string | null;
}

/** Adds up changes by place: one row for each, whatever the size of the batch. */
export function tallyChange(
  entries: readonly { message: TalliedMessage; workspace: number; state: MessageState; delta: number }[],
): TallyChange[] {
  const groups = new Map<string, TallyChange>();
  for (const { message, workspace, state, delta } of entries) {
    const hourMs = Math.floor(uuidTimeMs(message.id) / HOUR_MS) * HOUR_MS;
    const country = message.country ?? '';
    const key = `${workspace}|${message.environment}|${hourMs}|${message.channel}|${message.class}|${country}|${state}`;
    const group = groups.get(key);
    if (group !== undefined) group.delta += delta;
    else {
      const { environment, channel, class: trafficClass } = message;
      groups.set(key, { workspace, environment, hourMs, channel, class: trafficClass, country, state, delta });
    }
  }
  return [...groups.values()].filter((group) => group.delta !== 0);
}
