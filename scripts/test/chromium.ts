import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../env.ts';
import { runQuietly, showStep } from '../progress.mjs';

const systemPaths = [
  // The browser without a window costs a quarter less of a processor than the whole one that hides its window.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The Chromium for the browser tests: CHROMIUM_PATH, one of the system, Playwright's own; else one is installed if this
 * machine allows it. Throws one sentence that says how to get one; browser tests are never skipped in silence.
 */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (canRun(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which is no program.`);
  }
  const found = await lookAround();
  if (found) return found;
  await showStep('Installing Chromium', install);
  const installed = await lookAround();
  if (installed) return installed;
  throw new Error(
    'The browser tests need Chromium: run "apt-get install chromium" (or install Chrome) and try again, or set CHROMIUM_PATH.',
  );
}

async function lookAround(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test');
  return [...systemPaths, chromium.executablePath()].find((path) => path && canRun(path));
}

async function install(): Promise<void> {
  const ignore = () => {};
  await runQuietly(join(root, 'node_modules/.bin/playwright'), ['install', 'chromium']).catch(ignore);
  if ((await lookAround()) || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runQuietly('apt-get', ['update'], { env }).catch(ignore);
  for (const kind of ['chromium-headless-shell', 'chromium']) {
    await runQuietly('apt-get', ['install', '-y', '--no-install-recommends', kind], { env }).catch(ignore);
    if (await lookAround()) return;
  }
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
