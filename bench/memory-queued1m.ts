import { setTimeout as sleep } from 'node:timers/promises';
import type { SuiteEntry } from '../scripts/suite/context.ts';
import { fillBacklog } from './rig/backlog.ts';
import { residentMib } from './rig/processor-time.ts';
import { withRig } from './rig.ts';

const MILLION = 1_000_000;
const SETTLE_MS = 15_000;

export default {
  name: 'memory.queued1m',
  run: (context) =>
    withRig(context, {}, async (rig) => {
      const messages = Math.round(MILLION * context.scale);
      await rig.sink.stop();
      // Warm: code compiled, pools open.
      await fillBacklog(rig, 20_000, context.signal);
      await sleep(5000);
      const before = { worker: residentMib(rig.workerPid).now, api: residentMib(rig.apiPid).now };
      const acceptedPerSecond = Math.round(await fillBacklog(rig, messages, context.signal));
      await sleep(SETTLE_MS);
      const worker = residentMib(rig.workerPid);
      const api = residentMib(rig.apiPid);
      context.figure({
        name: 'memory.queued1m',
        value: worker.peak,
        unit: 'MiB, most the worker ever held',
        conditions: {
          queued: messages,
          operator: 'down',
          acceptedPerSecond,
          workerBefore: before.worker,
          workerAfter: worker.now,
          workerGrowth: worker.now - before.worker,
          apiBefore: before.api,
          apiAfter: api.now,
          apiPeak: api.peak,
        },
      });
      return true;
    }),
} satisfies SuiteEntry;
