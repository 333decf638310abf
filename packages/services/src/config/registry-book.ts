import type { RegistryFact } from '@signalbox/contracts';
import { REGISTRY_AGAIN_MAX_MS, REGISTRY_AGAIN_MS } from '@signalbox/core';
import type { LoadedMessage, RegistryRow } from '@signalbox/db';

/** A message, as far as registries hang on it. */
type Asking = Pick<LoadedMessage, 'class' | 'channel' | 'country' | 'answers'>;

/** When a message is judged: its turn, and whether hours that are closed hold it anyway. */
export interface RegistryMoment {
  nowMs: number;
  turn: number;
  isWaiting: boolean;
}

/** The registries of a workspace that are switched on, in memory. */
export interface RegistryBook {
  named(key: string): RegistryRow | undefined;
  /** Those a message is to be checked against; none of what is no marketing. */
  of(message: Pick<Asking, 'class' | 'channel' | 'country'>): readonly RegistryRow[];
  /** Those of them that have not answered. */
  missing(message: Asking): readonly RegistryRow[];
  /** What policy is to know of them. */
  facts(message: Asking, moment: RegistryMoment): readonly RegistryFact[];
}

const NONE: readonly never[] = [];

/** Books the registries of one workspace. */
export function bookRegistries(rows: readonly RegistryRow[]): RegistryBook {
  const of: RegistryBook['of'] = ({ class: trafficClass, channel, country }) =>
    trafficClass === 'marketing'
      ? rows.filter((row) => row.channels.includes(channel) && (row.country === null || row.country === country))
      : NONE;
  const answerOf = ({ answers }: Asking, { key }: RegistryRow) => answers?.find(({ registry }) => registry === key);
  return {
    named: (key) => rows.find((row) => row.key === key),
    of,
    missing: (message) => of(message).filter((row) => answerOf(message, row) === undefined),
    facts(message, { nowMs, turn, isWaiting }) {
      return of(message).map((row): RegistryFact => {
        const { key, name, meaning, unanswered } = row;
        const found = answerOf(message, row);
        const answer = found === undefined ? null : { listed: found.listed, atMs: found.atMs, untilMs: found.untilMs };
        return {
          ...{ key, name, meaning, answer },
          // Who waits for hours is not asked for yet: what is not asked is not stopped for want of an answer.
          unanswered: isWaiting ? 'hold' : unanswered,
          againAtMs: nowMs + Math.min(REGISTRY_AGAIN_MAX_MS, turn * REGISTRY_AGAIN_MS),
        };
      });
    },
  };
}
