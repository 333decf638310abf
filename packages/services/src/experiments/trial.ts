import type { Channel, Environment, TrafficClass } from '@signalbox/contracts';
import { type ExperimentPlace, placeInExperiment } from '@signalbox/core';
import type { KnowledgeStore, RunningExperiment } from '../learning/knowledge.ts';

/** Where a recipient stands in the experiment on its traffic. */
export interface Trial extends ExperimentPlace {
  experiment: RunningExperiment;
}

/** Where what runs is known. */
interface Knowing {
  knowledge: Pick<KnowledgeStore, 'current'>;
}

/** A message, as far as its place in an experiment hangs on it. */
export interface TrialQuestion {
  workspace: number;
  environment: Environment;
  channel: Channel;
  class: TrafficClass;
  country: string | null;
  address: string;
  /** Nobody in particular is meant. */
  anonymous?: boolean;
}

// By then every process has heard of an experiment: what was claimed before may have been decided without it.
const HEARD_MS = 10_000;

/** Where a recipient stands; undefined while no experiment runs on its traffic, which costs a look at an empty map. */
export function trialOf({ knowledge }: Knowing, question: TrialQuestion): Trial | undefined {
  const experiment = knowledge.current().experimentOf(question);
  if (experiment === undefined || question.anonymous === true) return undefined;
  return { experiment, ...placeInExperiment(question.address, experiment.id, experiment.sharePermille) };
}

/** Where a submission counts: as its recipient stands, if it was claimed when every process knew. */
export function countedTrial(services: Knowing, question: TrialQuestion, claimedAtMs: number): Trial | undefined {
  const trial = trialOf(services, question);
  return trial !== undefined && claimedAtMs >= trial.experiment.startedAtMs + HEARD_MS ? trial : undefined;
}
