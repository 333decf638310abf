import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../env.ts';
import { takeLock } from '../lock.mjs';
import { CommandFailure, runQuietly, showStep } from '../progress.mjs';

/** The programs a running system is made of, in the order they start. */
export const apps = ['simulator', 'api', 'worker', 'console'] as const;
export type App = (typeof apps)[number];

/** Builds the named apps with turbo, which skips what did not change; two builds of one checkout never overlap. */
export async function buildApps(names: readonly App[], options: { quiet?: boolean } = {}): Promise<void> {
  const release = await takeLock(join(root, '.tools', 'build.lock'), (pid) => {
    if (!options.quiet) console.log(`· Waiting for process ${pid}, which builds in this checkout`);
  });
  try {
    let latest = '';
    const build = () => runTurbo(names, (line) => (latest = line.slice(0, 80)));
    if (options.quiet) await build();
    else await showStep(`Building ${names.join(', ')}`, build, () => latest);
  } finally {
    release();
  }
}

async function runTurbo(names: readonly App[], onLine: (line: string) => void): Promise<void> {
  // Types of pages deleted since `next dev` last ran would fail the build.
  if (names.includes('console')) rmSync(join(root, 'apps/console/.next/dev'), { recursive: true, force: true });
  const args = [
    'run',
    'build',
    ...names.map((name) => `--filter=@signalbox/${name}`),
    '--output-logs=new-only',
    '--ui=stream',
  ];
  try {
    await runQuietly(join(root, 'node_modules/.bin/turbo'), args, { cwd: root, env: buildEnvironment(), onLine });
  } catch (error) {
    if (error instanceof CommandFailure) throw new Error(`The build failed:\n${error.said}`, { cause: error });
    throw error;
  }
}

/** Nothing a build starts may report to the outside. */
export function buildEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    TURBO_TELEMETRY_DISABLED: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    FORCE_COLOR: '0',
    NO_COLOR: '1',
  };
}
