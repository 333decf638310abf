import { z } from 'zod';
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
}
