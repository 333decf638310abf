import type { Rig } from '../rig.ts';
import type { Generator } from './generator.ts';
import type { Logs } from './logs.ts';
import type { Random } from './random.ts';
import type { CarrierAccount, SeededWorkspace } from './seed-workspace.ts';

/** What a scenario is given: a fresh workspace on a running system, a generator that notes what it is told, and random choices by seed. */
export type Stage = {
  rig: Rig;
  workspace: SeededWorkspace;
  carriers: readonly CarrierAccount[];
  generator: Generator;
  random: Random;
  signal: AbortSignal;
  say: (sentence: string) => void;
  /** Notes that a promise of this scenario does not hold. */
  breach: (why: string, to?: string) => void;
  /** Proves that the fault really happened: fewer than `least` (1 when not given) is a breach, for then the run has shown nothing. */
  proveInjected: (what: string, count: number, least?: number) => void;
};

/** Looks at the three logs once the run has drained. */
export type Judge = (logs: Logs) => void;

/** One thing that goes wrong, and how the system is set up for it. */
export type Scenario = {
  name: string;
  carriers?: readonly CarrierAccount[];
  /** Sends, breaks, mends; returns what judges the logs of it. */
  run: (stage: Stage) => Promise<Judge>;
};

/** Asks until the answer is yes; throws what it waited for when it takes longer than `withinMs`. */
export async function waitUntil(
  { signal }: Pick<Stage, 'signal'>,
  what: string,
  withinMs: number,
  isSo: () => boolean | Promise<boolean>,
): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await isSo())) {
    signal.throwIfAborted();
    if (performance.now() > end) throw new Error(`waited ${withinMs / 1000} s in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
