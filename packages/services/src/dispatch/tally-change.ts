import { FINAL_STATES, type MessageState, uuidTimeMs } from '@signalbox/contracts';
import type { TalliedRow, TallyChange } from '@signalbox/db';

const HOUR_MS = 3_600_000;

/** States a message is counted under; those before a provider took it are not counted. */
export const TALLIED: ReadonlySet<MessageState> = new Set<MessageState>(['sent', ...FINAL_STATES]);

interface Entry {
  message: TalliedRow;
  workspace: number;
  state: MessageState;
  delta: number;
}

/** Adds up changes by place: one row for each, whatever the size of the batch. */
export function tallyChange(entries: readonly Entry[]): TallyChange[] {
  const groups = new Map<string, TallyChange>();
  // Neighbours in a batch mostly belong together: the group last met in a state is asked before a name is spelled.
  const last = new Map<MessageState, TallyChange>();
  for (const entry of entries) {
    const hourMs = Math.floor(uuidTimeMs(entry.message.id) / HOUR_MS) * HOUR_MS;
    let group = last.get(entry.state);
    if (group === undefined || !isPlaceOf(group, entry, hourMs)) {
      group = groupOf(groups, entry, hourMs);
      last.set(entry.state, group);
    }
    group.delta += entry.delta;
  }
  return [...groups.values()].filter((group) => group.delta !== 0);
}

const isPlaceOf = (group: TallyChange, { message, workspace }: Entry, hourMs: number): boolean =>
  group.hourMs === hourMs &&
  group.workspace === workspace &&
  group.country === (message.country ?? '') &&
  group.class === message.class &&
  group.channel === message.channel &&
  group.environment === message.environment;

function groupOf(groups: Map<string, TallyChange>, { message, workspace, state }: Entry, hourMs: number): TallyChange {
  const { environment, channel, class: trafficClass } = message;
  const country = message.country ?? '';
  const key = `${workspace}|${environment}|${hourMs}|${channel}|${trafficClass}|${country}|${state}`;
  let group = groups.get(key);
  if (group === undefined) {
    group = { workspace, environment, hourMs, channel, class: trafficClass, country, state, delta: 0 };
    groups.set(key, group);
  }
  return group;
}
