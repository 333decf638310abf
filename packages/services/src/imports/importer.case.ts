import { ImportJob } from '@signalbox/contracts';
import { openStageServices } from '../dispatch/testing.ts';
import { runImport } from './run-import.ts';

// A worker that reads one file and nothing else, in a process that can be killed and measured: importer.case.ts <database url> <job>
const [url = '', job = '{}'] = process.argv.slice(2);
const services = await openStageServices(url, 'worker');
await services.config.refresh();
await runImport({ ctx: { services }, input: ImportJob.parse(JSON.parse(job)) });
await services.close();
process.exit(0);
