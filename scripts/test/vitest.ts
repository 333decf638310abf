import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readComplaint, type Tally } from '../checks.ts';
import { root } from '../env.ts';
import { runQuietly, showStep } from '../progress.mjs';

type Report = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number };

/** Runs one project of vitest.config.ts and counts its tests; a runner that falls over counts as one failure. */
export async function runVitest(project: string, title: string, env: NodeJS.ProcessEnv = {}): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'signalbox-report-'));
  const file = join(folder, 'report.json');
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  let latest = '';
  const run = () =>
    runQuietly(join(root, 'node_modules/.bin/vitest'), args, {
      cwd: root,
      env: { ...process.env, ...env, NO_COLOR: '1', FORCE_COLOR: '0' },
      onLine: (line: string) => {
        latest = line.trim().slice(0, 80);
      },
    });
  try {
    const failure = await showStep(title, run, () => latest).then(
      () => undefined,
      (error: unknown) => error,
    );
    return tally(title, readReport(file), failure);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function tally(name: string, report: Report | undefined, failure: unknown): Tally {
  const failed = report?.numFailedTests ?? 0;
  return {
    name,
    passed: report?.numPassedTests ?? 0,
    // Errors outside any test (a file that does not load, a promise nobody caught) fail the run without a failed test.
    failed: failure !== undefined && failed === 0 ? 1 : failed,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    complaint: failure === undefined ? '' : readComplaint(failure),
  };
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
