import { z } from 'zod';
import { Channel, Environment, TrafficClass } from './words.ts';

const inEnvironment = { environment: Environment };

/** What kind of sender a message shows: none of the caller's choice, a name, a short or a long number. */
export const SENDER_FORMS = ['none', 'name', 'short', 'long'] as const;
export type SenderForm = (typeof SENDER_FORMS)[number];

/** What the success model tells submissions apart by. */
export interface SuccessContext {
  /** What the route is called in the model. */
  route: string;
  class: TrafficClass;
  /** ISO 3166-1 alpha-2; empty for mail. */
  country: string;
  /** MCC and MNC; empty while it is not known. */
  network: string;
  /** 1, 2, or 3 for three and more. */
  parts: number;
  sender: SenderForm;
  /** Hour of the day, 0 to 23, UTC: where it lies in the day of a country is learned with the country. */
  hour: number;
}

/** A version of the success model: what it adds to the signals of a route, by feature. It never changes. */
export interface SuccessModel {
  /** By the name of a feature: what it adds to the logit, and how sure that is (one over its variance). */
  weights: Readonly<Record<string, readonly [mean: number, precision: number]>>;
  /** The correction of its output: the calibrated logit is `slope` times the raw one plus `offset`. */
  calibration: { slope: number; offset: number };
  /** What was foretold of late, before it was corrected, and what came: what the correction is learned from. */
  bins: readonly ReliabilityBin[];
}

/** Outcomes whose foretold success lay in one range of the logit. Counts fade. */
export interface ReliabilityBin {
  /** Number of the range. */
  at: number;
  outcomes: number;
  /** Sums of what was foretold and of what came. */
  foretold: number;
  succeeded: number;
}

/** Of how far the outcomes of a route are foretold: the state of the drift alarm (Page-Hinkley). */
export interface DriftState {
  /** Outcomes the mean rests on. */
  outcomes: number;
  /** The log loss it had so far. */
  meanLoss: number;
  /** How far the losses since have run above it. */
  excess: number;
  /** Outcomes that must still pass without another alarm before the one that stands is over; 0 while none stands. */
  calmLeft: number;
}

/** How well the model foretold one scope, beside the signals, on outcomes it had not seen. Counts fade. */
export interface ScopeRecord {
  outcomes: number;
  /** Sums of log loss. */
  modelLoss: number;
  signalsLoss: number;
  /** How much likelier the outcomes were by the model than by the signals, as a logarithm, since the signals were last ahead; never below 0. */
  evidence: number;
  bins: readonly ReliabilityBin[];
  /** By the number of a route. */
  drift: Readonly<Record<string, DriftState>>;
}

/** Why the model says something of a route, or does not: too little is known of it, or its outcomes are not what was foretold any more. */
export type ModelBasis = 'model' | 'thin' | 'drift';

/** How the model stands in a decision; it is `worse` when the signals foretold better of late, so that decisions go by them. */
export type ModelState = 'used' | 'thin' | 'drift' | 'worse';

/** `models.list`. */
export const ListModelsInput = z.strictObject({ ...inEnvironment });

/** `models.switch`: whether decisions about the traffic of a class in a country (null for mail) go by the model. */
export const SwitchModelInput = z.strictObject({
  ...inEnvironment,
  channel: Channel,
  class: TrafficClass,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country code of two letters')
    .nullable(),
  in_use: z.boolean(),
});
export type SwitchModelInput = z.infer<typeof SwitchModelInput>;

/** What stands in the way of going by the model in a scope; `proven` when nothing does. */
export type ModelStanding = 'gathering' | 'not_proven' | 'proven' | 'worse';

/** How the model stands for the traffic of a class in a country. */
export interface ModelScopeView {
  channel: Channel;
  class: TrafficClass;
  country: string | null;
  standing: ModelStanding;
  in_use: boolean;
  switched: { at: string; by: string } | null;
  /** Outcomes it was judged by, weighted by age, and how many it takes. */
  outcomes: number;
  outcomes_needed: number;
  /** Mean log loss, the less the better; null before anything was judged. */
  model_loss: number | null;
  signals_loss: number | null;
  /** How far the proof has come, 0 to 1. */
  proof: number;
  /** Mean distance between what was foretold and what came, 0 to 1; null before anything was judged. */
  calibration_error: number | null;
  calibration: { foretold: number; came: number; outcomes: number }[];
  /** Routes whose outcomes are not what was foretold any more: decisions go by their signals. */
  drifting: { route_id: string; route_name: string }[];
  judged_at: string | null;
}

/** One version of the model of a channel. */
export interface ModelVersionView {
  channel: Channel;
  version: number;
  made_at: string;
  /** Outcomes it learned from beyond the version before it. */
  outcomes: number;
  /** How the version in force foretold those outcomes, and the signals; null where neither was there yet. */
  model_loss: number | null;
  signals_loss: number | null;
  features: number;
}

/** Answer of `models.list`: scopes, and the newest versions. */
export interface ModelsView {
  scopes: ModelScopeView[];
  versions: ModelVersionView[];
}
