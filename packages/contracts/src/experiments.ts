import { z } from 'zod';
import type { WeightRow, WeightScope } from './route-weights.ts';
import { Environment } from './words.ts';

const inEnvironment = { environment: Environment };
const ppm = z.int().min(0).max(1_000_000);

/** The two sides of an experiment: the weights in force, and those that are tried against them. */
export const ExperimentArm = z.enum(['control', 'challenger']);
export type ExperimentArm = z.infer<typeof ExperimentArm>;

/** What decides: the share of messages that arrive, honestly and in time, or what one of those costs. */
export const ExperimentMeasure = z.enum(['success', 'cost_per_success']);
export type ExperimentMeasure = z.infer<typeof ExperimentMeasure>;

/** Why an experiment ended. The first four are what became of a route that the challenger gives more to; the next two are guardrails of the whole arm. */
export const ExperimentStop = z.enum([
  'breaker_open',
  'success_below_floor',
  'forging',
  'route_off',
  'success_drop',
  'cost_rise',
  'challenger_better',
  'control_better',
  'outcomes_reached',
  'time_reached',
  'weights_changed',
  'stopped',
]);
export type ExperimentStop = z.infer<typeof ExperimentStop>;

/** What ends an experiment against the challenger before it is decided. */
export const ExperimentGuard = z.strictObject({
  /** A route that gains weight must not surely succeed with less than this, in millionths. */
  min_success_ppm: ppm,
  /** The success of the challenger must not surely lie further below that of the control, in millionths. */
  max_drop_ppm: ppm.min(1000),
  /** A success must not surely cost so much more than with the control, in thousandths of it; null sets no bound. */
  max_cost_rise_permille: z.int().min(1).max(10_000).nullable(),
});
export type ExperimentGuard = z.infer<typeof ExperimentGuard>;

/** `experiments.list`. */
export const ListExperimentsInput = z.strictObject({ ...inEnvironment });

/** `experiments.start`: other weights against those in force (`version` is the one that was read), for a share of the recipients. */
export const StartExperimentInput = z.strictObject({
  ...inEnvironment,
  weights_id: z.string(),
  version: z.int(),
  name: z.string().trim().min(1).max(80),
  /** What the weights that are tried are called. */
  challenger: z.string().trim().min(1).max(80),
  /** The weights that are tried; they sum to 1000. */
  weights: z
    .array(z.strictObject({ route_id: z.string(), permille: z.int().min(0).max(1000) }))
    .min(1)
    .max(50),
  /** How many of a thousand recipients go by them. */
  share_permille: z.int().min(10).max(900),
  measure: ExperimentMeasure,
  /** The smallest difference worth finding, in millionths: points of success, or a share of what a success costs. */
  difference_ppm: ppm.min(1000).max(500_000),
  guard: ExperimentGuard,
  /** It ends undecided after so many outcomes of both arms, or so many days. */
  max_outcomes: z.int().min(1000).max(100_000_000),
  max_days: z.int().min(1).max(28),
});
export type StartExperimentInput = z.infer<typeof StartExperimentInput>;

/** `experiments.stop`, `experiments.adopt`. */
export const ExperimentInput = z.strictObject({ ...inEnvironment, id: z.string() });

/** A figure with the interval it lies in however often it is looked at, 95 %. */
export interface ExperimentFigure {
  value: number;
  low: number;
  high: number;
}

/** What came of one arm. */
export interface ExperimentArmResult {
  /** Outcomes that say something of the routes. */
  outcomes: number;
  /** Share of success, 0 to 1. */
  success: ExperimentFigure;
  /** Micros for a success; null where nothing succeeded yet or prices cannot be compared. */
  cost: ExperimentFigure | null;
}

/** What came of both arms so far. */
export interface ExperimentResult {
  control: ExperimentArmResult;
  challenger: ExperimentArmResult;
  /** Success of the challenger less that of the control. */
  difference: ExperimentFigure;
  /** What a success costs with the challenger as a multiple of the control's; null where one of them has no cost. */
  cost_ratio: ExperimentFigure | null;
}

/** An experiment as people see it. */
export interface ExperimentView {
  id: string;
  name: string;
  weights_id: string;
  scope: WeightScope;
  /** The version of the weights in force, which are the control. */
  version: number;
  control: WeightRow[];
  challenger: { name: string; weights: { route_id: string; permille: number }[] };
  share_permille: number;
  measure: ExperimentMeasure;
  difference_ppm: number;
  guard: ExperimentGuard;
  max_outcomes: number;
  started_at: string;
  started_by: string;
  /** When it ends at the latest. */
  until: string;
  /** Null while it runs. */
  ended: { at: string; reason: ExperimentStop; route_id: string | null } | null;
  /** The currency of its costs; null where prices cannot be compared. */
  currency: string | null;
  /** Null until outcomes have settled. */
  result: ExperimentResult | null;
  judged_at: string | null;
  /** When the challenger was put in force, or proposed where changes are approved. */
  adopted: { at: string; as: 'set' | 'proposed' } | null;
}
