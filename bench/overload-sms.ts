import { setTimeout as sleep } from 'node:timers/promises';
import type { SuiteContext, SuiteEntry } from '../scripts/suite/context.ts';
import { startCampaign } from './rig/campaign.ts';
import { sendCodes } from './rig/codes.ts';
import { round } from './rig/numbers.ts';
import { openSender } from './rig/sending.ts';
import { type Rig, withRig } from './rig.ts';

const SECONDS = 12;
const PER_REQUEST = 100;
// A client that waits for so many answers at once has stopped being one client.
const MOST_OPEN = 2000;

/** What became of a load that does not wait for its answers. */
type Flood = { accepted: number; refused: number; others: number; refusedP99Ms: number };

/** Sends batches at a rate, whatever the answers take, until told to stop. */
function startFlood(rig: Rig, messagesPerSecond: number): { stop: () => Promise<Flood> } {
  const sender = openSender(rig);
  const open = new Set<Promise<void>>();
  const flood: Flood = { accepted: 0, refused: 0, others: 0, refusedP99Ms: 0 };
  const refusedMs: number[] = [];
  const startedAt = performance.now();
  let begun = 0;
  const timer = setInterval(() => {
    const due = ((performance.now() - startedAt) * messagesPerSecond) / 1000 / PER_REQUEST;
    for (; begun < due; begun += 1) {
      if (open.size >= MOST_OPEN) continue;
      const call = sender.client.send(sender.batch('transactional', PER_REQUEST)).then(
        ({ status, ms }) => {
          if (status === 202) flood.accepted += PER_REQUEST;
          else if (status === 503) {
            flood.refused += PER_REQUEST;
            refusedMs.push(ms);
          } else flood.others += PER_REQUEST;
        },
        () => {
          flood.others += PER_REQUEST;
        },
      );
      open.add(call);
      void call.finally(() => open.delete(call));
    }
  }, 5);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(open);
      sender.client.close();
      refusedMs.sort((a, b) => a - b);
      return { ...flood, refusedP99Ms: round(refusedMs[Math.floor(refusedMs.length * 0.99)] ?? 0) };
    },
  };
}

async function drain(rig: Rig): Promise<void> {
  for (let last = -1; ; ) {
    const now = await rig.delivered();
    if (now === last) return;
    last = now;
    await sleep(700);
  }
}

/** Messages delivered a second at most: as many callers as it likes, each waiting for its answer. */
async function measurePeak(rig: Rig): Promise<number> {
  const load = startCampaign(rig, Number.POSITIVE_INFINITY);
  await sleep(2000);
  const before = await rig.delivered();
  await sleep(SECONDS * 1000);
  const delivered = (await rig.delivered()) - before;
  await load.stop();
  await drain(rig);
  return delivered / SECONDS;
}

async function measureFlood(rig: Rig, context: SuiteContext, messagesPerSecond: number) {
  const flood = startFlood(rig, messagesPerSecond);
  await sleep(2000);
  const before = await rig.delivered();
  const codes = await sendCodes(rig, SECONDS, context.seed, context.signal);
  const delivered = (await rig.delivered()) - before;
  const result = await flood.stop();
  await drain(rig);
  return { ...codes, ...result, goodputPerSecond: delivered / SECONDS };
}

export default {
  name: 'overload.sms',
  run: (context) =>
    withRig(context, {}, async (rig) => {
      await sendCodes(rig, 2, context.seed, context.signal);
      const peak = await measurePeak(rig);
      const flood = await measureFlood(rig, context, peak * 2);
      context.figure({
        name: 'overload.sms',
        value: round(flood.goodputPerSecond / peak),
        unit: 'of the peak, at twice its load',
        conditions: { peakPerSecond: Math.round(peak), seconds: SECONDS, perRequest: PER_REQUEST, ...flood },
      });
      return true;
    }),
} satisfies SuiteEntry;
