import { runStaticChecks, showComplaints } from './checks.ts';
import { catchInterruption, interruption } from './progress.mjs';
import { runVitest } from './test/vitest.ts';
import { watchTether } from './tether.ts';

/** `npm run verify`: everything that takes seconds and needs neither a database nor a browser. */
watchTether();
catchInterruption();
const tallies = [...(await runStaticChecks()), await runVitest('pure', 'Pure tests')];
if (interruption.happened) process.exit(130);
showComplaints(tallies);
const failed = tallies.filter((tally) => tally.failed > 0).map(({ name }) => name);
console.log(failed.length === 0 ? '\nAll is well.' : `\nNot well: ${failed.join('; ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
