import type { RunningSystem, SystemOptions } from '../system/start-system.ts';

/** One measured value; `peers` are other programs' values for the same work, measured in the same run. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  conditions: Record<string, unknown>;
  peers?: Record<string, number>;
  /** This value divided by each peer's. */
  ratios?: Record<string, number>;
};

/** What a benchmark or a fault run is given. */
export type SuiteContext = {
  /** Seed of every random choice; printed at the start, settable by --seed. */
  seed: number;
  /** Sizes of the long runs are multiplied by it; --scale. */
  scale: number;
  /** Aborted by Ctrl-C: end soon and clean up. */
  signal: AbortSignal;
  /** Prints one figure as a JSON line on standard output. */
  figure: (figure: Figure) => void;
  /** A remark for people, on standard error. */
  say: (sentence: string) => void;
  /** A fresh whole system (or only some of its programs) on free ports in a temporary folder; ended with the run at the latest. */
  startSystem: (options?: Pick<SystemOptions, 'apps' | 'throwAway' | 'databaseUrl'>) => Promise<RunningSystem>;
  /**
   * What several entries of a run share, opened by the first that asks: kept to the end of the round of this seed, or until an entry
   * fails. What `open` adds to `ends` is called in reverse order, at Ctrl-C too.
   */
  keep: <T>(open: (ends: (() => Promise<unknown>)[], seed: number) => Promise<T>) => Promise<T>;
  /** A fresh PostgreSQL 18 of its own; ended with the run at the latest. */
  startPostgres: (
    settings?: Record<string, string>,
  ) => Promise<{ url: string; adminUrl: string; pid: number; stop: () => Promise<void> }>;
};

/** A file of bench/ or faults/ exports this by default; `run` throws, or answers false, when a promise was broken. */
export type SuiteEntry = {
  name: string;
  /** Names of all figures it gives, when they are others than its own: each can be asked for. */
  figures?: string[];
  /** Takes long: runs when it is named, or with --full. */
  long?: boolean;
  run: (context: SuiteContext) => Promise<boolean | undefined>;
};
