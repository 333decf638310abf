import { z } from 'zod';
import type { ExclusionCode } from './facts.ts';
import type { BreakerReason } from './health.ts';
import type { ForgeryPattern, RouteHonesty, SignalBasis } from './learning.ts';
import type { NetworkFact } from './networks.ts';
import { Locale } from './people.ts';
import type { ModelBasis, ModelState } from './success-model.ts';
import { Channel, Environment, TrafficClass } from './words.ts';

const inEnvironment = { environment: Environment };
const Instant = z.iso.datetime({ offset: true, error: 'must be an RFC 3339 instant such as 2026-11-23T09:00:00Z' });

/** `routes.pause`: a route carries nothing from now, or from a later instant, until an instant or until it is lifted. */
export const PauseRouteInput = z.strictObject({
  ...inEnvironment,
  id: z.string(),
  from: Instant.optional().describe('When it begins; now when it is left out.'),
  until: Instant.optional().describe('When it ends by itself; without it, when it is lifted.'),
  reason: z.string().trim().min(1).max(200),
});
export type PauseRouteInput = z.infer<typeof PauseRouteInput>;

/** `routes.liftPause`: ends a pause now, or calls off one that is to come. */
export const LiftPauseInput = z.strictObject({ ...inEnvironment, pause_id: z.string() });

/** A time in which a route carries nothing. */
export interface PauseView {
  id: string;
  from: string;
  until: string | null;
  reason: string;
  created_by: string;
  active: boolean;
}

/** The breaker of a route that is not closed. Shares in thousandths. */
export interface BreakerView {
  /** Null is the route as a whole. */
  country: string | null;
  state: 'open' | 'half_open';
  admit_permille: number;
  since: string;
  /** While open: when it is probed. */
  until: string | null;
  reason: BreakerReason | null;
}

/** What is believed of a route for one class in one country. Shares from 0 to 1, times in milliseconds, money in millionths. */
export interface RouteCellView {
  class: TrafficClass;
  country: string | null;
  /** A network of the country; null for the country as a whole. `thin` where little is known of it, so that decisions go by the country. */
  network: { code: string; name: string; thin: boolean } | null;
  success: number;
  low: number;
  high: number;
  basis: SignalBasis;
  /** Submissions it rests on, weighted by age. */
  trials: number;
  within: number | null;
  p50_ms: number | null;
  p95_ms: number | null;
  conversion: number | null;
  cost_per_delivered_micros: number | null;
  cost_per_converted_micros: number | null;
  throttled: number;
  faults: number;
  outlier: 'ejected' | 'drifting' | null;
}

/** The health of a route. */
export interface RouteHealthView {
  id: string;
  name: string;
  provider_name: string;
  channel: Channel;
  tier: number;
  currency: string;
  enabled: boolean;
  up: boolean;
  breakers: BreakerView[];
  honesty: { verdict: RouteHonesty['verdict']; score: number; traces: ForgeryPattern[] } | null;
  cells: RouteCellView[];
  pauses: PauseView[];
}

/** What an alert is about. */
export const AlertKind = z.enum(['breaker_open', 'forging', 'outlier', 'model_drift', 'experiment_stopped']);
export type AlertKind = z.infer<typeof AlertKind>;

/** Something an operator should know of a route. */
export interface RouteAlertView {
  id: string;
  route_id: string;
  route_name: string;
  country: string | null;
  kind: AlertKind;
  started_at: string;
  ended_at: string | null;
  reason: string | null;
}

/** `routing.health`. */
export const RoutingHealthInput = z.strictObject({ ...inEnvironment });
export interface RoutingHealth {
  routes: RouteHealthView[];
  alerts: RouteAlertView[];
}

/** `routing.alertMail`: which alerts of an environment the person who asks gets by mail. */
export const AlertMailInput = z.strictObject({ ...inEnvironment });
export interface AlertMailView {
  kinds: AlertKind[];
  /** Whether this installation sends mails at all. */
  can_mail: boolean;
}

/** `routing.setAlertMail`: none named is none sent. The mails are in the language given. */
export const SetAlertMailInput = z.strictObject({
  ...inEnvironment,
  kinds: z.array(AlertKind).max(AlertKind.options.length),
  locale: Locale,
});
export type SetAlertMailInput = z.infer<typeof SetAlertMailInput>;

/** `routing.explain`: the decision that a message of this kind would meet now. */
export const ExplainRoutingInput = z.strictObject({
  ...inEnvironment,
  channel: Channel,
  class: TrafficClass,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country code of two letters')
    .nullable(),
  /** Digits of the number with its country code, where routes go by prefixes. */
  number: z
    .string()
    .regex(/^\+?[1-9]\d{0,14}$/, 'must be digits, beginning with the country code')
    .optional(),
});
export type ExplainRoutingInput = z.infer<typeof ExplainRoutingInput>;

/** One route in a decision. Shares from 0 to 1, money in millionths. */
export interface ExplainedRoute {
  route_id: string;
  route_name: string;
  provider_name: string;
  tier: number;
  weight: number;
  price_micros: number;
  currency: string;
  excluded: ExclusionCode | null;
  excluded_text: string | null;
  probability: number;
  /** The part of it that is there for learning. */
  exploring: number;
  /** What a message by it is worth to the objective; null while nothing is known of it. */
  score_micros: number | null;
  signal: {
    success: number;
    low: number;
    high: number;
    basis: SignalBasis;
    within: number | null;
    p50_ms: number | null;
    /** What success is multiplied by because receipts are not wholly believed. */
    factor: number;
    forging: boolean;
  } | null;
  /** What the success model foretells, or that it falls back to the signal and why; null where it is not in use. */
  model: { success: number; basis: ModelBasis } | null;
}

/** A decision with everything it follows from. */
export interface ExplainedRouting {
  blocked: 'no_route' | 'all_down' | null;
  config_version: number;
  /** Version of the weights in force; null where the routes have those of their own. */
  weights_version: number | null;
  /** The version of the success model, and how it stands; null where it is not in use. */
  model: { version: number; state: ModelState } | null;
  /** What the class wants: what a success is worth (null: what the cheapest one costs), what a second of wait and the price count. */
  objective: {
    success_micros: number | null;
    latency_micros_per_second: number;
    cost_permille: number;
    deadline_ms: number | null;
    min_success: number;
  } | null;
  /** The network of the number, and how it is known; null where it is not. */
  network: NetworkFact | null;
  routes: ExplainedRoute[];
}
