import type { TrafficClass } from './words.ts';

/** A histogram of durations: number of a bucket (see `bucketOf` in core) to count. Two of them are merged by adding. */
export type DurationHistogram = Readonly<Record<number, number>>;

/** The traffic that figures are kept of: one route, one country and network, one class. */
export interface SignalCell {
  routeId: string;
  /** ISO 3166-1 alpha-2, or null for mail. */
  country: string | null;
  /** Network as MCC and MNC, or null while it is not known. */
  network: string | null;
  class: TrafficClass;
}

/** A receipt that says "delivered" sooner after the submission than this came before a phone can have answered. Milliseconds. */
export const HASTY_RECEIPT_MS = 500;

/**
 * What became of the submissions of one cell in one span of time. Whole numbers only, so that rows are added in any order, by any worker, with the same
 * result. A receipt counts in the span of its SUBMISSION: what a span still waits for is `accepted` less `resolved`.
 */
export interface SignalRow extends SignalCell {
  /** Start of the span, milliseconds since 1970. */
  fromMs: number;
  /** Submissions that were accepted or whose answer was lost: they wait for a receipt. */
  accepted: number;
  /** Those of them that got a final receipt, or whose wait for one was ended. */
  resolved: number;
  delivered: number;
  /** Final negative receipts, whoever is at fault. */
  failed: number;
  /** Faults of provider or network among those, in thousandths of a failure (the health weight of the reason). */
  failedMilli: number;
  /** Waits that ended without a receipt. */
  silent: number;
  /** Refusals at submission that are faults of provider or network, in thousandths. */
  refusedMilli: number;
  /** Refusals for pace: no fault. */
  throttled: number;
  /** Accepted messages after which a reaction is looked for: a code that is entered. */
  expectant: number;
  /** Those of them that were reacted to, whether their receipt had come or not. */
  converted: number;
  /** Of the expectant those called delivered sooner than a phone can answer, and of these those that were reacted to. */
  hasty: number;
  hastyConverted: number;
  /** What was paid, in millionths of the currency of the route, and for how many parts. */
  costMicros: number;
  parts: number;
  /** Time from submission to receipt. */
  deliveredAfter: DurationHistogram;
  failedAfter: DurationHistogram;
  /** Time from submission to a proven arrival: a reaction less what people usually take for it. */
  provenAfter: DurationHistogram;
}

/** What is counted in a row, each by a number of its own that adds up. */
export const SIGNAL_COUNTS = [
  'accepted',
  'resolved',
  'delivered',
  'failed',
  'failedMilli',
  'silent',
  'refusedMilli',
  'throttled',
  'expectant',
  'converted',
  'hasty',
  'hastyConverted',
  'parts',
  'costMicros',
] as const satisfies readonly (keyof SignalRow)[];
export type SignalCount = (typeof SIGNAL_COUNTS)[number];

/** How figures are read from rows. Times in milliseconds. */
export interface SignalSettings {
  /** Length of one span. */
  spanMs: number;
  /** After this time a row counts half. */
  halfLifeMs: number;
  /** Rows older than this are not read. */
  horizonMs: number;
  /** After this time a submission without a receipt is not expected to get one: what is older teaches how late receipts come. */
  settledAfterMs: number;
  /** After this time most reactions that will come have come. */
  reactedAfterMs: number;
  /** What is believed of a route nobody tried, in millionths, and how many submissions that belief is worth. */
  priorSuccessPpm: number;
  priorStrength: number;
  /** Least and most that the figures of a coarser level weigh against a cell's own, in submissions; how much follows from how alike the cells turn out to be. */
  backingStrength: number;
  backingStrengthMost: number;
  /** A figure that rests on fewer submissions is thin: the answer names the coarser level it leans on. */
  thinBelow: number;
  /** Share of a failure that a silent submission counts, in thousandths. */
  silentMilli: number;
}

/**
 * What the figure of a cell rests on. `cell` when its own submissions suffice; else the level it leans on: all classes of the
 * network, all of the country, all of the route, or the prior of the settings.
 */
export type SignalBasis = 'cell' | 'network' | 'country' | 'route' | 'prior';

/** A cell somebody wants figures of. */
export interface CellQuestion extends SignalCell {
  /** Time a message of this class is worth waiting for, or null. */
  deadlineMs: number | null;
}

/** What is believed of one cell. Shares in millionths, times in milliseconds, money in millionths of a unit. */
export interface CellEstimate extends SignalCell {
  basis: SignalBasis;
  /** The belief as a beta distribution over the share of success, in thousandths of a submission. */
  alphaMilli: number;
  betaMilli: number;
  successPpm: number;
  /** 90 % interval of it. */
  lowPpm: number;
  highPpm: number;
  /** Submissions the figure rests on, weighted by age, in thousandths; those of the cell alone. */
  trialsMilli: number;
  /** Submissions that still wait for a receipt, weighted by age, in thousandths. */
  pendingMilli: number;
  /** Where the times of receipts were learned: on this route, or from the prior. */
  delayBasis: 'route' | 'prior';
  p50Ms: number | null;
  p95Ms: number | null;
  /** Of those that arrive, the share that does so within the deadline asked for; null without a deadline or without times. */
  withinPpm: number | null;
  conversionPpm: number | null;
  costPerDeliveredMicros: number | null;
  costPerConvertedMicros: number | null;
  /** Weighted by age, in thousandths. */
  throttledMilli: number;
  faultsMilli: number;
}

/** How a route forges receipts. The first is proof, the others show how it is done. */
export type ForgeryPattern =
  /** People react to fewer of the messages it calls delivered than to those of its peers. */
  | 'claims_without_reactions'
  /** Receipts come sooner than a phone can answer. */
  | 'too_fast'
  /** Many receipts come after one and the same time. */
  | 'same_delay'
  /** It hardly ever reports a failure where its peers do. */
  | 'never_negative';

/** One trace of forgery: what was seen and what the peers led to expect, both in millionths. */
export interface ForgeryTrace {
  pattern: ForgeryPattern;
  observedPpm: number;
  expectedPpm: number;
}

/** How far the receipts of a route are believed. */
export interface RouteHonesty {
  routeId: string;
  /** `unproven` while there are too few reactions to tell. */
  verdict: 'honest' | 'unproven' | 'doubtful' | 'forging';
  /** Best estimate of the share of claimed deliveries that are real, in millionths. */
  scorePpm: number;
  /** What success is multiplied by: the share in favour of the route, so that it falls only as proof gathers. */
  factorPpm: number;
  /** Reactions expected of its claims by those of its peers, and those that came, weighted by age, in thousandths. */
  expectedMilli: number;
  reactedMilli: number;
  traces: readonly ForgeryTrace[];
}

/**
 * What a class of traffic wants, as money per message, so that every wish is one plain number: a success in time is worth `successMicros`, each second of wait
 * costs `latencyMicrosPerSecond`, and the price counts by `costPermille`. All in the currency of the workspace.
 */
export interface Objective {
  /** Null means cost per success: a success is then worth what the cheapest one costs among the routes at hand (Dinkelbach 1967). */
  successMicros: number | null;
  latencyMicrosPerSecond: number;
  costPermille: number;
  /** After this time an arrival is no success any more, or null. */
  deadlineMs: number | null;
  /** A route that is surely below this share of success is left out while another qualifies, in millionths. */
  minSuccessPpm: number;
}

/** What is known of a route for the traffic of one decision, as it is stored with the decision. Shares in millionths. */
export interface RouteSignal {
  successPpm: number;
  lowPpm: number;
  highPpm: number;
  basis: SignalBasis;
  /** Of those that arrive, within the deadline of the objective; null without one. */
  withinPpm: number | null;
  p50Ms: number | null;
  p95Ms: number | null;
  /** See RouteHonesty: what success is multiplied by. */
  factorPpm: number;
  /** Its receipts are proven to be forged: it is used when nothing else is left. */
  forging: boolean;
  /** Price of the message in the currency of the objective, in millionths. */
  costMicros: number;
}

/** A weight and what may be done with it. Weights of one scope are thousandths that sum to 1000. */
export interface BoundWeight {
  routeId: string;
  permille: number;
  /** A person froze it: nothing moves it. */
  locked: boolean;
  floorPermille: number;
  ceilingPermille: number;
}

/** One route as the learning of weights sees it. */
export interface WeightCandidate extends BoundWeight {
  signal: RouteSignal;
  /** The belief in its success as a beta distribution, in thousandths of a submission. */
  alphaMilli: number;
  betaMilli: number;
}

/** How weights are learned. */
export interface WeightSettings {
  /** `approval` proposes and changes nothing. */
  mode: 'automatic' | 'approval' | 'off';
  /** Possible worlds drawn for one step. */
  draws: number;
  /** A weight moves by no more than this in one step, in thousandths. */
  maxStepPermille: number;
  /** A step in which no weight moves by this much is not made: each step is a new version of the configuration. */
  minStepPermille: number;
}

/** Everything one step of learning is made from; the same input gives the same step, bit for bit. */
export interface WeightQuestion {
  country: string | null;
  network: string | null;
  class: TrafficClass;
  objective: Objective;
  candidates: readonly WeightCandidate[];
  settings: WeightSettings;
  seed: string;
}

/** One route in a step of learning. */
export interface WeightMove {
  routeId: string;
  beforePermille: number;
  /** In so many of a thousand possible worlds it is the best route. */
  bestPermille: number;
  /** Where the bounds and the speed allow it to stand after this step. */
  afterPermille: number;
  /** Expected worth of a message by this route, in millionths. */
  scoreMicros: number;
}

/** The outcome of one step of learning, an entry of the history. */
export interface WeightStep {
  /**
   * `moved`: the weights in `moves` are in force. `proposed`: they wait for a person. `kept`: too small a change. `thin`: nothing but priors is known.
   * `off`: learning is switched off. `impossible`: locks, floors and ceilings cannot sum to 1000.
   */
  outcome: 'moved' | 'proposed' | 'kept' | 'thin' | 'off' | 'impossible';
  moves: readonly WeightMove[];
  /** Routes whose figures lean on something coarser than their own traffic. */
  leaning: readonly { routeId: string; basis: SignalBasis }[];
}
