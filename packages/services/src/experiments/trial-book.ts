import { addToExperiments, type Database, type ExperimentAdd, type ExperimentCount } from '@signalbox/db';
import type { Log } from '../clock.ts';
import { writeEvery } from '../timed-writer.ts';
import type { Trial } from './trial.ts';

/** Counts what becomes of submissions in experiments. Call it when what is counted is committed. */
export interface TrialBook {
  add(trial: Trial, claimedAtMs: number, counts: Readonly<Partial<Record<ExperimentCount, number>>>): void;
  /** Writes what has gathered. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

const FLUSH_MS = 2_000;

/** Length of the spans that submissions are counted in. */
export const TRIAL_SPAN_MS = 600_000;

type Counts = Partial<Record<ExperimentCount, number>>;

/** Figures are gathered in memory and written every two seconds by one statement, as those of the routes are (see `createSignalBook`). */
export function createTrialBook(database: Database, log: Log): TrialBook {
  let adds = new Map<string, ExperimentAdd & { counts: Counts }>();

  function countsOf(place: Omit<ExperimentAdd, 'counts'>): Counts {
    const name = `${place.experiment}|${place.spanMs}|${place.arm}|${place.group}`;
    let own = adds.get(name);
    if (own === undefined) {
      own = { ...place, counts: {} };
      adds.set(name, own);
    }
    return own.counts;
  }

  function merge(into: Counts, counts: Readonly<Counts>): void {
    for (const name of Object.keys(counts) as ExperimentCount[]) into[name] = (into[name] ?? 0) + (counts[name] ?? 0);
  }

  async function write(): Promise<void> {
    if (adds.size === 0) return;
    const taken = [...adds.values()];
    adds = new Map();
    try {
      await database.sql.begin((tx) => addToExperiments(tx, taken));
    } catch (error) {
      log.warn('Figures of experiments could not be written; they are kept and tried again.', { error: String(error) });
      for (const { counts, ...place } of taken) merge(countsOf(place), counts);
    }
  }

  return {
    add({ experiment, arm, group }, claimedAtMs, counts) {
      const spanMs = Math.floor(claimedAtMs / TRIAL_SPAN_MS) * TRIAL_SPAN_MS;
      const { number, workspace } = experiment;
      merge(countsOf({ experiment: number, workspace, spanMs, arm, group }), counts);
    },
    ...writeEvery(FLUSH_MS, write),
  };
}
