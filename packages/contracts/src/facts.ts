import type { CalendarUnit, OverCap } from './caps.ts';
import type { DltFact } from './dlt.ts';
import type { ExperimentArm } from './experiments.ts';
import type { Objective, RouteSignal } from './learning.ts';
import type { Reach, ReachChoice } from './lookups.ts';
import type { NetworkFact } from './networks.ts';
import type { LegalBasis } from './packs.ts';
import type { ReasonCode } from './reasons.ts';
import type { RegistryMeaning, RegistrySilence } from './registries.ts';
import type { SenderStatus } from './senders.ts';
import type { ModelBasis, ModelState } from './success-model.ts';
import type { Channel, Environment, Protocol, TrafficClass } from './words.ts';

/** Health gate of a route. */
export type BreakerState = 'closed' | 'open' | 'half_open';

/** Everything known of one route when a decision is made. Prices are integer millionths per part. */
export interface RouteFact {
  routeId: string;
  name: string;
  providerId: string;
  providerName: string;
  protocol: Protocol;
  channel: Channel;
  /** 1 is primary, larger numbers are backups that carry traffic only when every lower tier is excluded. */
  tier: number;
  /** Share inside the tier, 0 to 1000; 0 takes the route out. */
  weight: number;
  priceMicros: number;
  currency: string;
  /** ISO 3166-1 alpha-2; empty means every country. */
  countries: readonly string[];
  /** E.164 prefixes as digits without "+"; empty means every number. */
  prefixes: readonly string[];
  /** Empty means every class. */
  classes: readonly TrafficClass[];
  enabled: boolean;
  connection: 'up' | 'down';
  breaker: BreakerState;
  /** Of a message that needs the ids of India's ledgers: whether the provider passes them on, with a chain where it asks for one. */
  dlt?: 'ready' | 'off' | 'no_chain';
  // What follows is said only where it is known: decisions stored before it was are replayed as they were.
  /** Share of its weight a half-open route carries, in thousandths; 100 when it is not said, 0 while its probes are out. */
  admitPermille?: number;
  /** Taken out by a person or a maintenance window: what fits waits or goes elsewhere. */
  draining?: boolean;
  /** Much worse than its peers of late. */
  ejected?: boolean;
  /** Its supplier carries the largest share of the country that one may have. */
  concentrated?: boolean;
  /** What is known of it for this traffic; null or not said while nothing is. */
  signal?: RouteSignal | null;
  /** What the success model foretells of this message by it, and whether it does or falls back to the signal; not said where the model is not in use. */
  model?: { successPpm: number; basis: ModelBasis };
  /** A person froze its weight: the model moves nothing of it. Said only where the model is in use. */
  locked?: boolean;
  /** The entry of the price list the price is from; not said where the route has its own price only. */
  pricedBy?: string;
  /** The price in the currency of the limit, where that is another one and the rates of both are known. */
  priceInLimitMicros?: number;
}

/** The facts of one routing decision; messages with equal facts share one plan and one stored record. */
export interface RoutingFacts {
  configVersion: number;
  environment: Environment;
  channel: Channel;
  class: TrafficClass;
  /** ISO 3166-1 alpha-2 of the number, or null for mail. */
  country: string | null;
  /** Those route prefixes, longest first, that the number starts with. */
  matchedPrefixes: readonly string[];
  /** The network of the number; not said where it is not known. */
  network?: NetworkFact;
  /** Highest price per part the caller allows, or null. */
  maxPriceMicrosPerPart: number | null;
  /** Currency of that limit, or null. */
  maxPriceCurrency: string | null;
  /** Routes this message was already tried on: a failover never goes back. */
  triedRouteIds: readonly string[];
  /** The principal entity whose ids must travel with the message; left out of those that carry none. */
  dltEntity?: string;
  /** What the class wants; scores and the floor of success follow from it. */
  objective?: Objective;
  /** Share of the traffic that goes evenly over all routes that may carry, to go on learning, in millionths. */
  explorePpm?: number;
  /** The currency costs are compared in, by the rates of the workspace; not said where all routes charge in one. */
  comparedIn?: string;
  /** Version of the weights in force for the tier that comes first; not said where routes have weights of their own only. */
  weightsVersion?: number;
  /** The experiment that runs on those weights and the arm its recipient is in; not said while none runs. */
  experiment?: { id: string; arm: ExperimentArm };
  /** The version of the success model the decision goes by, or falls back from; not said where it is not in use. */
  model?: { version: number; state: ModelState };
  routes: readonly RouteFact[];
}

/**
 * Why a route is not a candidate. Checked in this order; the first that holds is named. The last but one group (`forging`, `ejected`, `concentration`, `success_below_floor`)
 * never takes the last route from a message.
 */
export type ExclusionCode =
  | 'other_channel'
  | 'disabled'
  | 'draining'
  | 'other_class'
  | 'other_country'
  | 'other_prefix'
  | 'already_tried'
  | 'dlt_off'
  | 'dlt_no_chain'
  | 'price_above_limit'
  | 'weight_zero'
  | 'breaker_open'
  | 'connection_down'
  | 'forging'
  | 'ejected'
  | 'concentration'
  | 'success_below_floor'
  | 'backup_not_needed';

/** A route judged: excluded with one reason, or open with its probability in millionths. */
export interface RouteCandidate {
  routeId: string;
  name: string;
  providerId: string;
  providerName: string;
  tier: number;
  weight: number;
  priceMicros: number;
  currency: string;
  connection: 'up' | 'down';
  excluded: ExclusionCode | null;
  /** The whole chance of the route, its part of the exploration included. */
  probabilityPpm: number;
  /** Chance to be chosen for the sake of learning, part of the above. */
  explorePpm: number;
  /** What a message by it is worth to the objective, in millionths; null without an objective or a signal. */
  scoreMicros: number | null;
}

/** The plan of a routing decision: every route of the workspace, judged, in the order of preference. */
export interface RoutingPlan {
  candidates: readonly RouteCandidate[];
  /** Why nothing can be chosen, or null: held while every fitting route is down, failed when none fits. */
  blocked: 'no_route' | 'all_down' | null;
}

/** What a workspace says of the country of a message, by the row that counts. */
export interface GeoFact {
  /** ISO 3166-1 alpha-2, or null for mail and for numbers that belong to no country. */
  country: string | null;
  /** Whose row counts: the country's own, or the one of all other countries. */
  row: string;
  enabled: boolean;
  /** Channels that are open; null is all of them. */
  channels: readonly Channel[] | null;
}

/** Who says when a message is welcome: the law of a country, the workspace, or the person. All of them must agree. */
export type HoursLayerName = 'legal' | 'workspace' | 'person';

/** How the hours stood that hold for a message. The local time of the decision is its instant plus the offset. */
export interface HoursFact {
  open: boolean;
  /** What decides: whose hours, by which rule in which version, in which of the zones the recipient may be in. */
  layer: HoursLayerName;
  rule: string;
  version: number;
  zone: string;
  offsetMinutes: number;
  /** How many zones the recipient may be in. */
  zones: number;
  /** Until when this holds, in milliseconds since 1970: when they close or next open. Null when neither comes within two weeks. */
  untilMs: number | null;
  /** Of hours that are closed: when the opening that follows ends; else null. */
  thenUntilMs: number | null;
  /** What stands behind hours that are law; null for those of a workspace or a person. */
  law: LegalBasis | null;
}

/** How a sender stands on the registry of senders; `missing` when it is not on file. */
export type SenderStanding = SenderStatus | 'missing';

/** What a rule of the recipient's country has against the sender. */
export interface SenderFact {
  sender: string;
  /** The rule, such as `law/US.sender`, or `country/MX` where the workspace asks for registered senders; and the version of the pack a law was read in. */
  rule: string;
  version: number | null;
  /** Null where the workspace asks and not the law. */
  law: LegalBasis | null;
  /** How it stands on the registry of senders, when that is the fault; absent from what was stored before there was one. */
  standing?: SenderStanding;
  /** What the sender must begin or end with; null when its kind is not possible there at all. */
  affix: { at: 'start' | 'end'; text: string } | null;
}

/** What a rule has against the content. */
export interface ScreeningFact {
  /** The rule, such as `law/VN.label`, and the version it was read in. */
  rule: string;
  version: number;
  /** What stands behind a rule that is law or an operator's; null for one of the installation itself. */
  law: LegalBasis | null;
  /** The words of which one is missing, and where; null when something is there that must not be. */
  missing: { at: 'start' | 'end' | 'anywhere'; anyOf: readonly string[] } | null;
  /** What was found and where: UTF-16 units of the field, the end excluded. Of a number only its last digits are told. Null when words are missing. */
  found: {
    what: 'card' | 'word' | 'link' | 'phone';
    field: 'subject' | 'text' | 'html';
    text: string;
    start: number;
    end: number;
    /** The list that holds the word. */
    list: string | null;
  } | null;
}

/** What a message was counted by: the counter, and whether it is that of the person or of the person with this very text. */
export interface CapCount {
  rule: string;
  of: 'person' | 'text';
}

/** How a cap stood for a message: what its reservation answered. Of several it is the one that decides, else the one that is nearest its limit. */
export interface CapFact {
  /** `cap/` and the UUID of a cap of the workspace, `country/` and a country, or `law/` and a rule of a pack. */
  ruleId: string;
  /** What the workspace calls it; null for those of countries and of the law. */
  name: string | null;
  /** Null for a cap that only keeps messages apart. */
  limit: number | null;
  /** The window: the last so many seconds, or a stretch of the calendar in a zone; both null without a limit. */
  windowSeconds: number | null;
  calendar: CalendarUnit | null;
  zone: string | null;
  /** Whose zone it is: of the recipient where it is known, else of the workspace. */
  zoneOf: 'recipient' | 'workspace' | null;
  gapSeconds: number | null;
  /** How much of the limit is kept for messages that matter more than this one. */
  kept: number;
  /** Of one that is granted with this message. */
  used: number;
  granted: boolean;
  /** What refused it: the limit, the share that is kept, or the message before; null when it was granted. */
  because: 'limit' | 'kept' | 'gap' | null;
  overLimit: OverCap;
  /** Of one that was refused: from when the cap would take it, in milliseconds since 1970; null when never. */
  nextMs: number | null;
  /** The message uses the cap up and is not held by it. */
  isCountedOnly: boolean;
  /** Every counter that counted the message; empty when it was refused. */
  counted: readonly CapCount[];
  /** What stands behind a cap that is law; null for those of a workspace. */
  law: LegalBasis | null;
}

/** What the last minutes of a block of numbers came to, beside the threshold it is judged by. */
export interface BlockFact {
  /** All of the number but its last four digits, or but its last six. */
  rule: 'near' | 'wide';
  /** Digits without "+". */
  prefix: string;
  /** Verifications a code was sent for since `sinceMs`, and those of them whose code was typed. */
  sent: number;
  converted: number;
  sinceMs: number;
  /** More than so many are suspicious when less than `limitPercent` of them converted. */
  limitSent: number;
  limitPercent: number;
}

/** What is known about the range of numbers that a code goes to. */
export interface FraudFact {
  /** The listed prefix that counts, the longest the number begins with; null when none is listed. Times are milliseconds since 1970. */
  listed: {
    id: string;
    prefix: string;
    action: 'block' | 'allow';
    origin: 'rule' | 'person';
    reason: string;
    sinceMs: number;
    untilMs: number | null;
  } | null;
  /** The blocks the number lies in, the smaller first; empty where nothing is counted. */
  blocks: readonly BlockFact[];
  /** Whether a code to this number was typed before; null when nothing hung on it, so that nobody asked. */
  known: boolean | null;
}

/** One limit on what codes may cost, and what is spent of it in the window that `windowStartMs` begins. Money is integer millionths. */
export interface SpendLimitFact {
  scope: 'workspace' | 'country';
  windowSeconds: number;
  windowStartMs: number;
  limitMicros: number;
  /** Of the limit; a price in another currency is never granted. */
  currency: string;
  /** Spent in the window, with this message when it was granted. */
  usedMicros: number;
  granted: boolean;
}

/** What a code costs by the route chosen for it, and the limits it counts against. */
export interface SpendFact {
  amountMicros: number;
  currency: string;
  limits: readonly SpendLimitFact[];
}

/** What a service said of the phone a text goes to, where it is out of reach or nobody's, and what the rule of the workspace does with that. */
export interface ReachFact {
  reach: Exclude<Reach, 'reachable'>;
  /** When it was asked, milliseconds since 1970. */
  atMs: number;
  does: ReachChoice;
}

/** What a registry that marketing is checked against says of a recipient. Times are milliseconds since 1970. */
export interface RegistryFact {
  key: string;
  name: string;
  meaning: RegistryMeaning;
  /** Its answer, when it came and until when it holds; null while there is none. */
  answer: { listed: boolean; atMs: number; untilMs: number } | null;
  /** What is done without an answer, and when it is asked for again. */
  unanswered: RegistrySilence;
  againAtMs: number;
}

/** A version of a template that was taken back after a message had been written by it. */
export interface TemplateFact {
  key: string;
  version: number;
  state: 'paused' | 'rejected';
}

/** The facts of one policy decision about one message. Times are milliseconds since 1970 by the database clock. */
export interface PolicyFacts {
  class: TrafficClass;
  channel: Channel;
  nowMs: number;
  expiresAtMs: number;
  /** What the workspace says of the country; null when it says nothing of any. */
  geo: GeoFact | null;
  suppression: { id: string; reason: string; createdAtMs: number } | null;
  /** The newest entry of the consent ledger; looked up for marketing only. */
  consent: { id: string; state: 'granted' | 'withdrawn'; source: string; atMs: number } | null;
  /** The topic of the message, of which the consent was judged; left out where it names none. */
  topic?: string;
  /** The version of a template the message was written by, where it may not be sent by any more; null where it may, or there is none. */
  template: TemplateFact | null;
  /** The rule of the country that the sender breaks; null when none does. */
  sender: SenderFact | null;
  /** The rule that the content breaks; null when none does. */
  screening: ScreeningFact | null;
  /** The hours of the recipient; null when none hold for this class and channel. */
  hours: HoursFact | null;
  /** How an operator in India would judge the text; null when it goes elsewhere, or the workspace has no entity there. */
  dlt: DltFact | null;
  /** What the atomic reservation answered; null when no cap applies or an earlier rule already stopped or held the message. */
  cap: CapFact | null;
  /** What a service said of the phone; null where it was not asked, can be reached, or no rule asks. */
  reach: ReachFact | null;
  /** What the registries say that the message is checked against; empty where none is. */
  registries: readonly RegistryFact[];
  /** What is known of the range of the number; null for what is no code to a number, and where nothing is listed or counted. */
  fraud: FraudFact | null;
  /** What the reservation of money answered; null where codes may cost what they do, and before a route is chosen. */
  spend: SpendFact | null;
}

/** The rules of policy, in the order they are asked. */
export const POLICY_RULE_NAMES = [
  'validity',
  'geo_permission',
  'suppression',
  'consent',
  'registry',
  'template',
  'fraud',
  'dlt',
  'country_sender',
  'content_screening',
  'number_reach',
  'quiet_hours',
  'frequency_cap',
  'budget',
] as const;
export type PolicyRule = (typeof POLICY_RULE_NAMES)[number];

/** What one rule said. Every rule leaves a line, also those that passed or did not apply. */
export interface RuleTrace {
  rule: PolicyRule;
  result: 'pass' | 'hold' | 'stop' | 'not_applicable';
  reason: ReasonCode | null;
}

/** What policy decided: send, hold until an instant (milliseconds since 1970) at which it is judged afresh, or stop with a final state. */
export type PolicyVerdict =
  | { kind: 'send'; trace: readonly RuleTrace[] }
  | { kind: 'hold'; untilMs: number; reason: ReasonCode; trace: readonly RuleTrace[] }
  | { kind: 'stop'; state: 'suppressed' | 'expired'; reason: ReasonCode; trace: readonly RuleTrace[] };
