import { catchInterruption } from './progress.mjs';
import { runSuite } from './suite/run-suite.ts';
import { watchTether } from './tether.ts';

/** `npm run faults -- [name] [--seed N]`: breaks things on purpose and reconciles the logs; non-zero when a promise was broken. */
watchTether();
catchInterruption();
process.exitCode = await runSuite('faults', process.argv.slice(2));
