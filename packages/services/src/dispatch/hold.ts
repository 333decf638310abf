import type { ReasonCode } from '@signalbox/contracts';

/** Why and until when a message is held, as the event of it tells. Times are milliseconds since 1970. */
export interface Hold {
  /** Whose hours hold it, as the evidence names them: the row of the country they come from; or the registry that has not answered. */
  source: string;
  /** The zone that decides, and what its local time is ahead of UTC. */
  zone: string;
  offsetMinutes: number;
  /** From when it may go. */
  untilMs: number;
  /** When it is judged afresh: a little later, or at the end of its validity when that comes first. */
  releaseAtMs: number;
}

const REGISTRY = 'registry/';

/** How a registry that holds messages is named in their holds, and in what is counted of it. */
export const registrySource = (key: string): string => `${REGISTRY}${key}`;

/** The rule that holds a message. */
export const ruleOfHold = ({ source }: Hold): 'registry' | 'quiet_hours' =>
  source.startsWith(REGISTRY) ? 'registry' : 'quiet_hours';

/** The reason of a message that is held, or that was ended because its hold lasted too long. */
export const reasonOfHold = (hold: Hold): ReasonCode =>
  ruleOfHold(hold) === 'registry' ? 'policy.registry_unanswered' : 'policy.quiet_hours';

/** A hold as it is stored with its event. The sweep searches by `release_at_ms`. */
export const holdData = ({ source, zone, offsetMinutes, untilMs, releaseAtMs }: Hold): object => ({
  source,
  zone,
  offset_minutes: offsetMinutes,
  until_ms: untilMs,
  release_at_ms: releaseAtMs,
});

/** The hold in the data of an event of state `held`. */
export function holdIn(data: Record<string, unknown> | null): Hold | null {
  if (data === null) return null;
  return {
    source: String(data.source),
    zone: String(data.zone),
    offsetMinutes: Number(data.offset_minutes),
    untilMs: Number(data.until_ms),
    releaseAtMs: Number(data.release_at_ms),
  };
}
