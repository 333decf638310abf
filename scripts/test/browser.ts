import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readComplaint, type Tally } from '../checks.ts';
import { root } from '../env.ts';
import { runQuietly, showStep } from '../progress.mjs';
import { findChromium } from './chromium.ts';

type Stats = { expected: number; unexpected: number; flaky: number; skipped: number };

// Flows change what the next one finds; pages are only looked at, two at a time.
const KINDS = {
  pages: { name: 'Browser tests: pages', args: ['--project=pages', '--workers=2'] },
  flows: { name: 'Browser tests: flows', args: ['--project=flows'] },
} as const;

/** Runs the console's Playwright tests of a kind against a running system and counts them; one that passes only when tried again counts as failed. */
export async function runBrowserTests(kind: keyof typeof KINDS, env: NodeJS.ProcessEnv): Promise<Tally> {
  const { name, args } = KINDS[kind];
  const folder = mkdtempSync(join(tmpdir(), 'signalbox-report-'));
  const file = join(folder, 'report.json');
  let latest = '';
  const run = async () => {
    const chromium = await findChromium();
    await showStep(
      name,
      () =>
        runQuietly(join(root, 'apps/console/node_modules/.bin/playwright'), ['test', '--reporter=list,json', ...args], {
          cwd: join(root, 'apps/console'),
          env: { ...process.env, ...env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file, FORCE_COLOR: '0' },
          onLine: (line: string) => {
            latest = line.trim().slice(0, 80);
          },
        }),
      () => latest,
    );
  };
  try {
    const failure = await run().then(
      () => undefined,
      (error: unknown) => error,
    );
    return tally(name, readStats(file), failure);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function tally(name: string, stats: Stats | undefined, failure: unknown): Tally {
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
  return {
    name,
    passed: stats?.expected ?? 0,
    failed: failure !== undefined && failed === 0 ? 1 : failed,
    skipped: stats?.skipped ?? 0,
    complaint:
      failure === undefined ? (failed > 0 ? 'A flow passed only when tried again.' : '') : readComplaint(failure),
  };
}

function readStats(file: string): Stats | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { stats: Stats }).stats : undefined;
}
