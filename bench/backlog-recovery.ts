import type { SuiteEntry } from '../scripts/suite/context.ts';
import { fillBacklog } from './rig/backlog.ts';
import { sendCodes } from './rig/codes.ts';
import { round } from './rig/numbers.ts';
import { runPipeline } from './rig/pipeline.ts';
import { residentMib } from './rig/processor-time.ts';
import { withRig } from './rig.ts';

const MILLION = 1_000_000;
const CODES_SECONDS = 8;
// An operator some way off: its window gives window / round trip texts a second at most, which is what a backlog can drain at.
const WINDOW = 100;
const LATENCY_MS = 10;

export default {
  name: 'backlog.recovery',
  run: (context) =>
    withRig(context, { window: WINDOW }, async (rig) => {
      const messages = Math.round(MILLION * context.scale);
      await rig.sink.settings({ latency_ms: LATENCY_MS });
      await runPipeline(rig, { messages: 20_000, perRequest: 100, connections: 24 }, context.signal);
      await rig.sink.stop();
      const before = await rig.delivered();
      await fillBacklog(rig, messages, context.signal);
      await rig.sink.start();
      await rig.sink.settings({ latency_ms: LATENCY_MS });
      const startedAt = performance.now();
      const codes = await sendCodes(rig, CODES_SECONDS, context.seed, context.signal);
      await rig.waitForDelivered(before + messages);
      const perSecond = messages / ((performance.now() - startedAt) / 1000);
      const linkPerSecond = (WINDOW / LATENCY_MS) * 1000;
      context.figure({
        name: 'backlog.recovery',
        value: Math.round(perSecond),
        unit: 'messages/s drained',
        conditions: {
          queued: messages,
          window: WINDOW,
          carrierLatencyMs: LATENCY_MS,
          shareOfLink: round(perSecond / linkPerSecond, 2),
          workerPeakMib: residentMib(rig.workerPid).peak,
          codesBeside: { perSecond: 100, ...codes },
        },
        peers: { 'window / latency': linkPerSecond },
        ratios: { 'window / latency': round(perSecond / linkPerSecond, 2) },
      });
      return true;
    }),
} satisfies SuiteEntry;
