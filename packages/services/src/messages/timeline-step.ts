import type { MessageState, ReasonCode, TimelineEntry } from '@signalbox/contracts';
import { sentenceFor } from '@signalbox/core';

/** One step before it has its number and its sentence. */
export interface TimelineStep extends Pick<TimelineEntry, 'kind' | 'actor' | 'result' | 'candidates'> {
  atMs: number;
  code: ReasonCode | 'no_route' | 'all_down' | null;
  state: MessageState | null;
  facts: Record<string, unknown>;
}

/** A step with what most steps leave open filled in. */
export function stepOf(
  step: Pick<TimelineStep, 'kind' | 'actor' | 'result' | 'atMs'> & Partial<TimelineStep>,
): TimelineStep {
  return { code: null, state: null, facts: {}, ...step };
}

/** Numbers the steps and writes the sentence of each. */
export function entriesOf(steps: readonly TimelineStep[]): TimelineEntry[] {
  return steps.map(({ atMs, candidates, ...step }, index) => ({
    seq: index + 1,
    at: new Date(atMs).toISOString(),
    kind: step.kind,
    actor: step.actor,
    result: step.result,
    code: step.code,
    text: sentenceFor(step),
    state: step.state,
    facts: step.facts,
    ...(candidates === undefined ? {} : { candidates }),
  }));
}
