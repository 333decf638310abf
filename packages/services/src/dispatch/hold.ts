import { encodeId, isUuid, type ReasonCode } from '@signalbox/contracts';

/** Why and until when a message is held, as the event of it tells. Times are milliseconds since 1970. */
export interface Hold {
  /** Whose hours hold it, as the evidence names them: the row of the country they come from; or the registry that has not answered; or the cap it is over. */
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

/** How the wish of a person, an entry of the ledger, is named in the holds of messages. */
export const wishSource = ({ id }: { id: string }): string => `person/${encodeId('consent', id)}`;

const CAP = 'cap/';

/** A rule as it is called outside: caps of the workspace by their public id. What was stored of caps before they had one names a UUID alone. */
export function shownRule(rule: string): string {
  const uuid = rule.startsWith(CAP) ? rule.slice(CAP.length) : rule;
  return isUuid(uuid) ? encodeId('cap', uuid) : rule;
}

/** The rule that holds a message. */
export const ruleOfHold = ({ source }: Hold): 'registry' | 'quiet_hours' | 'frequency_cap' =>
  source.startsWith(REGISTRY) ? 'registry' : source.startsWith(CAP) ? 'frequency_cap' : 'quiet_hours';

const REASON_OF = {
  registry: 'policy.registry_unanswered',
  quiet_hours: 'policy.quiet_hours',
  frequency_cap: 'policy.frequency_capped',
} as const satisfies Record<ReturnType<typeof ruleOfHold>, ReasonCode>;

/** The reason of a message that is held, or that was ended because its hold lasted too long. */
export const reasonOfHold = (hold: Hold): ReasonCode => REASON_OF[ruleOfHold(hold)];

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
