import { catchInterruption } from './progress.mjs';
import { runSuite } from './suite/run-suite.ts';
import { watchTether } from './tether.ts';

/** `npm run bench -- [name]`: measures, one JSON line per figure on standard output. */
watchTether();
catchInterruption();
process.exitCode = await runSuite('bench', process.argv.slice(2));
