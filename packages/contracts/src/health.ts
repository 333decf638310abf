import type { BreakerState } from './facts.ts';

/** When a breaker opens and how it closes again. Shares are thousandths, times milliseconds. */
export interface BreakerSettings {
  /** Results are looked at over this time, in slots of `slotMs`. */
  windowMs: number;
  slotMs: number;
  /** Fewer results than this in the window say nothing. */
  minimum: number;
  /** Opens when at least this share are faults, and surely more than `toleratedPermille` are. */
  faultPermille: number;
  toleratedPermille: number;
  /** Opens when at least this share were slow. */
  slowPermille: number;
  /** Faults of a route as it usually is and as it is when it broke; `suddenScore` thousandths of a nat in favour of the latter open it at once. */
  usualPermille: number;
  brokenPermille: number;
  suddenScore: number;
  /** First wait before probes; it doubles each time they fail, up to the longest. */
  openMs: number;
  openMaxMs: number;
  /** Good probes that let the first stage begin, and how many faults send it back. */
  probes: number;
  probeFaults: number;
  /** Shares of its weight a route carries on its way back, each for `stageMs` at least. */
  stages: readonly number[];
  stageMs: number;
  /** Good results that end a stage; without that many it ends after six times its length. */
  stageMinimum: number;
}

/** Results of a while. Throttling is not told to a breaker: it lowers the pace. Faults are thousandths by the health weight of their reason. */
export interface BreakerObservation {
  atMs: number;
  /** Answers that are no fault of provider or network; a refused number is one. */
  good: number;
  /** Answers, and submissions whose answer is overdue, that are. */
  faultMilli: number;
  /** Of the good ones, those that took longer than the class bears. */
  slow: number;
  /** Submissions handed over since the last observation: they are the probes of a half-open route. */
  sent: number;
}

export type BreakerReason = 'sudden_faults' | 'faults' | 'slow' | 'probes_failed';

/** All a breaker remembers; plain values, to be stored. */
export interface BreakerMemory {
  state: BreakerState;
  /** Since when it is in this state, and while open, until when. */
  sinceMs: number;
  untilMs: number;
  /** Why it opened last, or null. */
  reason: BreakerReason | null;
  /** Openings in a row: it is forgotten when the route stayed closed for ten times the longest wait. */
  opened: number;
  /** Thousandths of a nat that speak for a broken route (CUSUM). */
  evidence: number;
  slots: readonly { fromMs: number; good: number; faultMilli: number; slow: number }[];
  /** 0 while it probes, then the stages of the way back. */
  stage: number;
  stageSinceMs: number;
  stageGood: number;
  stageFaultMilli: number;
  probesOut: number;
}

/** What a breaker tells the plan: see RouteFact. */
export interface BreakerFact {
  breaker: BreakerState;
  admitPermille: number;
}

/** What happened at a step, or null. */
export type BreakerEvent = { kind: 'opened'; reason: BreakerReason } | { kind: 'half_opened' } | { kind: 'closed' };

/** Results of one route in one country and class, to be compared with its peers. */
export interface PeerCount {
  routeId: string;
  /** Submissions with a known fate, whoever is at fault. */
  resolved: number;
  delivered: number;
}

/** A route that does worse than its peers. `ejected`: leave it out; `drifting`: let its weight fall. Shares in millionths. */
export interface Outlier {
  routeId: string;
  kind: 'ejected' | 'drifting';
  observedPpm: number;
  peersPpm: number;
}
