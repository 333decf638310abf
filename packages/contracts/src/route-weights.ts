import { z } from 'zod';
import type { SignalBasis } from './learning.ts';
import type { WhatIfAnswer } from './what-if.ts';
import { Channel, Environment, TrafficClass } from './words.ts';

const inEnvironment = { environment: Environment };
const permille = z.int().min(0).max(1000);

/** What learning may do with weights: set them, propose them, or leave them alone. */
export const WeightMode = z.enum(['automatic', 'approval', 'off']);
export type WeightMode = z.infer<typeof WeightMode>;

/** The weight of one route with what may be done with it, all in thousandths. */
export const WeightRow = z.strictObject({
  route_id: z.string(),
  permille,
  /** Nothing but a person moves it. */
  locked: z.boolean(),
  floor_permille: permille,
  ceiling_permille: permille,
});
export type WeightRow = z.infer<typeof WeightRow>;

/** Whose weights they are: one tier of a channel, for a class, in a country or, without one, wherever no country has its own. */
export const WeightScope = z.strictObject({
  channel: Channel,
  class: TrafficClass,
  tier: z.int().min(1).max(9),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country code of two letters')
    .nullable(),
});
export type WeightScope = z.infer<typeof WeightScope>;

/** `weights.list`. */
export const ListWeightSetsInput = z.strictObject({ ...inEnvironment });

/** How a change of weights is spread over time: in equal steps, until it is stopped or there. */
export const RampPlan = z.strictObject({
  steps: z.int().min(2).max(100),
  minutes: z.int().min(2).max(20_160),
  /** It stops when a route on its way up surely succeeds with less than this, in millionths. */
  min_success_ppm: z.int().min(0).max(1_000_000),
});
export type RampPlan = z.infer<typeof RampPlan>;

/** Why a ramp stopped by itself: what became of a route on its way up. */
export const RampStop = z.enum(['breaker_open', 'success_below_floor', 'forging', 'route_off']);
export type RampStop = z.infer<typeof RampStop>;

/** Weights on their way from one change to its end. */
export interface WeightRamp {
  /** The change it carries out. */
  change_id: string;
  state: 'running' | 'paused' | 'stopped';
  from: WeightRow[];
  to: WeightRow[];
  plan: RampPlan;
  /** Steps that are made. */
  step: number;
  /** When the next step is due and, if nothing stops it, the last one. What stands waits: both are null then. */
  next_at: string | null;
  ends_at: string | null;
  /** Why it stopped and by which route; null for one that did not. */
  stopped: { reason: RampStop; route_id: string } | null;
}

/** What a ramp did that a change of weights tells of. */
export type RampMark =
  | { kind: 'started'; plan: RampPlan }
  | { kind: 'step'; step: number; steps: number }
  | { kind: 'stopped'; reason: RampStop; route_id: string }
  | { kind: 'paused' | 'resumed' | 'finished' };

/** `weights.save`: makes the weights of a scope, or changes them (`version` is the one that was read). They sum to 1000. */
export const SaveWeightSetInput = z.strictObject({
  ...inEnvironment,
  scope: WeightScope,
  version: z.int().optional(),
  mode: WeightMode,
  /** Share of the traffic that goes evenly over the routes to go on learning, in millionths. */
  explore_ppm: z.int().min(0).max(200_000),
  weights: z.array(WeightRow).min(1).max(50),
  why: z.string().trim().min(1).max(200),
  /** Left out, the weights are in force at once. */
  ramp: RampPlan.optional(),
});
export type SaveWeightSetInput = z.infer<typeof SaveWeightSetInput>;

/** `weights.try`: what other weights would have brought on the traffic of the last day. */
export const TryWeightsInput = z.strictObject({
  ...inEnvironment,
  scope: WeightScope,
  weights: z
    .array(z.strictObject({ route_id: z.string(), permille }))
    .min(1)
    .max(50),
});
export type TryWeightsInput = z.infer<typeof TryWeightsInput>;

/** The answer of `weights.try`, with the currency of its costs; null when the routes are paid in several. */
export interface TriedWeights {
  answer: WhatIfAnswer;
  currency: string | null;
}

/** `weights.history`, `weights.remove`. */
export const WeightSetInput = z.strictObject({ ...inEnvironment, id: z.string() });

/** `weights.approve`, `weights.reject`, `weights.undo`. */
export const WeightChangeInput = z.strictObject({ ...inEnvironment, change_id: z.string() });

/** `weights.steerRamp`: `finish` puts the end in force at once. To go back, the change is undone. */
export const SteerRampInput = z.strictObject({
  ...inEnvironment,
  id: z.string(),
  act: z.enum(['pause', 'resume', 'finish']),
});
export type SteerRampInput = z.infer<typeof SteerRampInput>;

/** `weights.frontier`: what success costs for some traffic. */
export const FrontierInput = z.strictObject({ ...inEnvironment, scope: WeightScope });

/** Weights with what they would bring by what is believed of the routes now. Shares 0 to 1, money for a part. */
export interface FrontierMix {
  weights: { route_id: string; permille: number }[];
  success: number;
  /** The routes at the ends of their 90 % intervals. */
  low: number;
  high: number;
  cost_micros: number;
}

/** What success costs: the weights that no others beat, the cheapest first, and those in force; or why that cannot be told. */
export type FrontierView =
  | {
      kind: 'points';
      currency: string;
      points: FrontierMix[];
      now: FrontierMix;
      /** Each route alone, and what the belief in it rests on. */
      routes: (Omit<FrontierMix, 'weights'> & { route_id: string; name: string; basis: SignalBasis })[];
    }
  | {
      kind: 'refused';
      reason: 'no_country' | 'too_few_routes' | 'nothing_known' | 'currencies' | 'impossible';
    };

/** A change of weights that was made or proposed. */
export interface WeightChangeView {
  id: string;
  at: string;
  state: 'made' | 'proposed' | 'rejected' | 'superseded';
  /** The version it made; null while it waits. */
  version: number | null;
  actor: { kind: 'user' | 'key' | 'system'; name: string };
  why: string;
  before: WeightRow[];
  after: WeightRow[];
  /** The change this one took back. */
  undoes: string | null;
  /** What it would have brought on the day before, figured when a person saved it; null for what was learned and where it took too long. */
  tried: TriedWeights | null;
  /** What it has to do with a ramp; null for one that held at once. */
  ramp: RampMark | null;
}

/** The weights of a scope. */
export interface WeightSetView {
  id: string;
  scope: WeightScope;
  mode: WeightMode;
  explore_ppm: number;
  weights: WeightRow[];
  version: number;
  updated_at: string;
  /** What learning proposes and nobody has decided on. */
  proposal: WeightChangeView | null;
  /** The change that is spread over time; learning waits while it runs or is paused. */
  ramp: WeightRamp | null;
}
