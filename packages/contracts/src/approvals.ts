import type { PersonRequestView } from './person-rights.ts';
import type { WeightChangeView, WeightScope } from './route-weights.ts';
import type { Environment, TrafficClass } from './words.ts';

/** What waits for the word of a person: who asked, since when, and why the one who looks may not decide; null when they may. */
interface WaitingApproval {
  id: string;
  asked_by: string;
  at: string;
  /** `own`: they asked for it themselves and the workspace wants a second person; `role`: their role does not decide it. */
  hindrance: 'own' | 'role' | null;
}

/** A version of a template that was submitted. */
export interface TemplateApproval extends WaitingApproval {
  kind: 'template';
  key: string;
  name: string;
  class: TrafficClass;
  version: number;
  /** The version that is live now; null for a first one. */
  live_version: number | null;
}

/** Weights that learning or a person proposes. */
export interface WeightsApproval extends WaitingApproval {
  kind: 'weights';
  environment: Environment;
  scope: WeightScope;
  change: WeightChangeView;
}

/** An erasure that a person asked for. */
export interface ErasureApproval extends WaitingApproval {
  kind: 'erasure';
  request: PersonRequestView;
}

/** One thing that waits, the oldest first. */
export type ApprovalView = TemplateApproval | WeightsApproval | ErasureApproval;
