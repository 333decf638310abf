import { join } from 'node:path';
import { root } from './env.ts';
import { CommandFailure, runQuietly, showStep } from './progress.mjs';
import { buildEnvironment } from './system/build.ts';
import { checkGlobals } from './walls/globals.ts';
import { checkImports } from './walls/imports.ts';

/** A static check: resolves when all is well, rejects with the complaint to show. */
type Check = { name: string; run: () => Promise<unknown> };

/** What a check or a test runner came to, in tests. */
export type Tally = { name: string; passed: number; failed: number; skipped: number; complaint: string };

const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const run = (name: string, args: string[]) => runQuietly(bin(name), args, { cwd: root, env: buildEnvironment() });

/** The checks that read the code without running it, quickest first. */
export const staticChecks: Check[] = [
  { name: 'format and lint', run: () => run('biome', ['check', '--error-on-warnings', '--colors=off', '.']) },
  { name: 'walls', run: checkWalls },
  { name: 'unused files, exports and dependencies', run: () => run('knip', ['--no-progress']) },
  {
    name: 'types',
    run: () =>
      run('turbo', ['run', 'types', '--output-logs=errors-only', '--ui=stream', '--log-prefix=none', '--continue']),
  },
];

async function checkWalls(): Promise<void> {
  const breaches = [...(await checkImports(root)), ...(await checkGlobals(root))];
  const lines = breaches.map(({ rule, where, sentence }) => `${rule}: ${where}\n    ${sentence}`);
  if (lines.length > 0) throw new Error(lines.join('\n'));
}

/** Runs the checks side by side, each counting as one test; their complaints come with the tally. */
export async function runStaticChecks(): Promise<Tally[]> {
  const running = new Set(staticChecks.map(({ name }) => name));
  const all = staticChecks.map(async ({ name, run: check }): Promise<Tally> => {
    try {
      await check();
      return { name, passed: 1, failed: 0, skipped: 0, complaint: '' };
    } catch (error) {
      return { name, passed: 0, failed: 1, skipped: 0, complaint: readComplaint(error) };
    } finally {
      running.delete(name);
    }
  });
  return showStep(
    'Static checks',
    () => Promise.all(all),
    () => [...running].join(', '),
    (tallies) => tallies.every(({ failed }) => failed === 0),
  );
}

/** What to show of an error: all a failed program wrote, else the message. */
export function readComplaint(error: unknown): string {
  if (error instanceof CommandFailure) return error.output.trim() || error.message;
  return error instanceof Error ? error.message : String(error);
}

/** Prints what failed and why. */
export function showComplaints(tallies: Tally[]): void {
  for (const { name, complaint } of tallies) {
    if (complaint) console.log(`\n--- ${name} ---\n${complaint}`);
  }
}
