import type { SuiteContext } from '../../scripts/suite/context.ts';
import type { Rig } from '../rig.ts';
import type { Breach } from './invariants.ts';
import { keepLogs } from './log-files.ts';
import type { Logs } from './logs.ts';
import type { Reconciliation } from './reconcile.ts';

/** What one run came to. `injected` counts the faults that were proved to have happened. */
export type RunResult = Reconciliation & {
  name: string;
  seed: number;
  postgres: string;
  injected: Record<string, number>;
  seconds: number;
  breaches: Breach[];
};

/** True when every promise was kept. */
export function isKept({ lost, unexpected, overDuplicated, phantom, breaches }: RunResult): boolean {
  return [lost, unexpected, overDuplicated, phantom, breaches].every((findings) => findings.length === 0);
}

/** Prints the line of section 12 of the reliability contract for people and as a figure; when a promise was broken, says which and keeps all logs. */
export function report(
  rig: Rig,
  { say, figure }: Pick<SuiteContext, 'say' | 'figure'>,
  result: RunResult,
  logs: Logs,
): void {
  say(lineOf(result));
  figure({
    name: result.name,
    value: result.lost.length + result.unexpected.length,
    unit: 'lost or unexpected',
    conditions: figuresOf(result),
  });
  if (!isKept(result)) tellWhatBroke(rig, say, result, logs);
}

function figuresOf(result: RunResult) {
  const { seed, postgres, messages, attempts, unknown, duplicated, recovered, waiting, injected } = result;
  return {
    seed,
    versions: { node: process.versions.node, postgres },
    injected,
    messages,
    attempts,
    unknown,
    lost: result.lost.length,
    unexpected: result.unexpected.length,
    duplicated,
    duplicated_beyond_class: result.overDuplicated.length,
    recovered,
    phantom: result.phantom.length,
    waiting,
    breaches: result.breaches.length,
    seconds_to_drain: Number(result.seconds.toFixed(1)),
  };
}

function lineOf(result: RunResult): string {
  const { versions, injected, duplicated, ...figures } = figuresOf(result);
  const list = (entries: object) =>
    Object.entries(entries)
      .map(([name, value]) => `${name.replaceAll('_', ' ')} ${value}`)
      .join(', ');
  return `${result.name}: ${list(figures)}, duplicated (${list(duplicated)}), injected (${list(injected)}), ${list(versions)}`;
}

function tellWhatBroke(rig: Rig, say: SuiteContext['say'], result: RunResult, logs: Logs): void {
  const sets = {
    lost: result.lost,
    unexpected: result.unexpected,
    duplicated: result.overDuplicated,
    phantom: result.phantom,
    breach: result.breaches.map(({ invariant, to, why }) => ({ to, why: `${invariant}: ${why}` })),
  };
  for (const [set, findings] of Object.entries(sets)) {
    for (const { to, why } of findings.slice(0, 5)) say(`  ${set} ${to}: ${why}`);
    if (findings.length > 5) say(`  ${set}: and ${findings.length - 5} more`);
  }
  const kept = keepLogs(rig.logs, `${result.name}-${result.seed}`, { ...logs, findings: Object.entries(sets) });
  say(`  All logs are kept in ${kept}`);
}
