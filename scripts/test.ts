import { findFreePort } from '@signalbox/db/embedded';
import { readComplaint, runStaticChecks, showComplaints, type Tally } from './checks.ts';
import { catchInterruption, interruption } from './progress.mjs';
import { runBrowserTests } from './test/browser.ts';
import { runSdkTests } from './test/sdks.ts';
import { environmentFor, startThrowAwaySystem } from './test/throw-away-system.ts';
import { runVitest } from './test/vitest.ts';
import { watchTether } from './tether.ts';

/** `npm test`: the whole suite, closed by one plain line with the sum over all runners. */
async function main(): Promise<void> {
  watchTether();
  catchInterruption();
  const tallies: Tally[] = [];
  tallies.push(...(await runStaticChecks()));
  tallies.push(await runVitest('pure', 'Pure tests'));
  tallies.push(await runVitest('db', 'Database tests'));
  tallies.push(...(await testRunningSystem()));
  if (interruption.happened) process.exit(130);
  showComplaints(tallies);
  const sum = (pick: (tally: Tally) => number) => tallies.reduce((total, tally) => total + pick(tally), 0);
  const failed = sum((tally) => tally.failed);
  const skipped = sum((tally) => tally.skipped);
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(`\n${sum((tally) => tally.passed)} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
}

async function testRunningSystem(): Promise<Tally[]> {
  if (interruption.happened) return [];
  // Where the flows open an identity provider, which the system may reach.
  const identityPort = String(await findFreePort());
  return withSystem({ egressAllow: [`127.0.0.1:${identityPort}`] }, async (env) => {
    const flowEnv = { ...env, IDENTITY_PORT: identityPort };
    const tallies = [await runVitest('e2e', 'End-to-end tests', flowEnv)];
    // Pages first, as a newcomer finds them; flows wait for the screen most of the time, so the clients go beside them, to a system of their own.
    tallies.push(await runBrowserTests('pages', flowEnv));
    const [flows, clients] = await Promise.all([
      runBrowserTests('flows', flowEnv),
      withSystem({}, async (clientEnv) => [await runSdkTests(clientEnv)]),
    ]);
    return [...tallies, flows, ...clients];
  });
}

/** Runs tests against a system of their own; one that does not start or stop is a failed test. */
async function withSystem(
  options: { egressAllow?: string[] },
  test: (env: NodeJS.ProcessEnv) => Promise<Tally[]>,
): Promise<Tally[]> {
  try {
    const system = await startThrowAwaySystem({ quiet: false, ...options });
    try {
      return await test(environmentFor(system));
    } finally {
      await system.stop();
    }
  } catch (error) {
    return [{ name: 'A whole system to test', passed: 0, failed: 1, skipped: 0, complaint: readComplaint(error) }];
  }
}

await main();
