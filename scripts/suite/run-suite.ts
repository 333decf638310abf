import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '@signalbox/db/embedded';
import { readComplaint } from '../checks.ts';
import { root } from '../env.ts';
import { interruption } from '../progress.mjs';
import { startThrowAwaySystem } from '../test/throw-away-system.ts';
import type { SuiteContext, SuiteEntry } from './context.ts';

/**
 * Runs the files of bench/ or faults/, all or those whose name begins with what was given; answers the exit code.
 * `--seed N` repeats a run, `--seeds N` makes so many, each with the next seed.
 */
export async function runSuite(folder: 'bench' | 'faults', args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      seed: { type: 'string' },
      seeds: { type: 'string' },
      scale: { type: 'string' },
      full: { type: 'boolean' },
      list: { type: 'boolean' },
    },
  });
  const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
  if (!Number.isSafeInteger(seed) || seed < 0) return refuse(`--seed must be a whole number, not "${values.seed}".`);
  const scale = Number(values.scale ?? 1);
  if (!(scale > 0 && scale <= 1000)) return refuse(`--scale must be a number above 0, not "${values.scale}".`);
  const seeds = Number(values.seeds ?? 1);
  if (!Number.isSafeInteger(seeds) || seeds < 1) return refuse(`--seeds must be a count, not "${values.seeds}".`);
  const entries = await loadEntries(join(root, folder));
  const names = entries.flatMap(namesOf);
  if (values.list) {
    for (const name of names) console.log(name);
    return 0;
  }
  const wanted = entries.filter(
    (entry) =>
      positionals.length === 0 || namesOf(entry).some((name) => positionals.some((start) => name.startsWith(start))),
  );
  if (wanted.length === 0)
    return refuse(`Nothing in ${folder}/ is named "${positionals.join(' ')}"; there is: ${names.join(', ')}.`);
  let failures = 0;
  for (let round = 0; round < seeds; round += 1) {
    console.error(`seed ${seed + round}`);
    const kept = createKept(seed + round);
    try {
      for (const entry of wanted) {
        if (interruption.happened) return 130;
        if (entry.long && positionals.length === 0 && !values.full) {
          console.error(`· ${entry.name} takes long: name it, or say --full.`);
          continue;
        }
        if (await runEntry(entry, seed + round, scale, kept.keep)) continue;
        failures += 1;
        await kept.end();
      }
    } finally {
      await kept.end();
    }
  }
  return failures === 0 ? 0 : 1;
}

/** What entries share: opened once by each that opens in the same way, and opened anew after an end. */
function createKept(seed: number): { keep: SuiteContext['keep']; end: () => Promise<void> } {
  let opened = new Map<unknown, Promise<unknown>>();
  let ends: (() => Promise<unknown>)[] = [];
  return {
    keep<T>(open: (ends: (() => Promise<unknown>)[], seed: number) => Promise<T>) {
      const known = opened.get(open) ?? open(ends, seed);
      opened.set(open, known);
      return known as Promise<T>;
    },
    async end() {
      const ending = ends.reverse();
      opened = new Map();
      ends = [];
      for (const end of ending) await end();
    },
  };
}

const namesOf = (entry: SuiteEntry): string[] => entry.figures ?? [entry.name];

function refuse(sentence: string): number {
  console.error(sentence);
  return 1;
}

async function loadEntries(folder: string): Promise<SuiteEntry[]> {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /^[a-z0-9-]+\.ts$/.test(file)) : [];
  const modules = await Promise.all(
    files.sort().map(async (file) => (await import(join(folder, file))) as { default?: SuiteEntry }),
  );
  return modules.flatMap(({ default: entry }) => (entry ? [entry] : []));
}

async function runEntry(entry: SuiteEntry, seed: number, scale: number, keep: SuiteContext['keep']): Promise<boolean> {
  const cleanups: (() => Promise<void>)[] = [];
  const abort = new AbortController();
  const onSignal = () => abort.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const startedAt = performance.now();
  try {
    const kept = (await entry.run(makeContext({ seed, scale, keep }, abort.signal, cleanups))) !== false;
    console.error(`${kept ? '✓' : '✗'} ${entry.name}  ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    return kept;
  } catch (error) {
    console.error(`✗ ${entry.name}: ${readComplaint(error)}`);
    return false;
  } finally {
    for (const cleanup of cleanups.reverse()) await cleanup();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

function makeContext(
  given: Pick<SuiteContext, 'seed' | 'scale' | 'keep'>,
  signal: AbortSignal,
  cleanups: (() => Promise<void>)[],
): SuiteContext {
  return {
    ...given,
    signal,
    figure: (figure) => console.log(JSON.stringify(figure)),
    say: (sentence) => console.error(sentence),
    startSystem: async (options) => {
      const system = await startThrowAwaySystem({ quiet: true, ...options });
      cleanups.push(system.stop);
      return system;
    },
    startPostgres: async (settings = {}) => {
      const home = mkdtempSync(join(tmpdir(), 'signalbox-suite-'));
      // Root's database account must walk through it; what lies inside has modes of its own.
      chmodSync(home, 0o711);
      const server = await startPostgres({ home, settings });
      const stop = async () => {
        await server.stop();
        rmSync(home, { recursive: true, force: true });
      };
      cleanups.push(stop);
      return { url: server.localUrl, adminUrl: server.adminUrl, pid: server.pid, stop };
    },
  };
}
