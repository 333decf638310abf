import {
  type LaneJob,
  LaneJob as LaneJobSchema,
  OTP_WAKE_CHANNEL,
  SWEEP_QUEUE,
  type TrafficClass,
} from '@signalbox/contracts';
import type { Services } from '../context.ts';
import { openHealth } from '../health/open-health.ts';
import { recordInbound } from '../inbound/record-inbound.ts';
import { createInFlight, type InFlight } from './in-flight.ts';
import { createLedgerWriter } from './ledger-writer.ts';
import { createPlanBook } from './plan-book.ts';
import { createProviderDesk, type OpenChannel } from './provider-desk.ts';
import { releaseOnChange } from './release-on-change.ts';
import { runLaneJobs } from './run-lane-job.ts';
import type { WorkerContext } from './worker-context.ts';
import { takeLease } from './worker-lease.ts';

/** A worker: live providers, a lease, and the verbs its jobs call. */
export interface Worker {
  ctx: WorkerContext;
  /** Decides and dispatches lane jobs; resolves when every answer is written. */
  runLane(lane: TrafficClass, jobs: readonly LaneJob[]): Promise<void>;
  inFlight(): number;
  /** Stops listening, gives adapters the time to finish, writes what they answer, and gives the lease back. */
  stop(withinMs: number): Promise<void>;
}

/** Opens a worker on open services. `onLeaseLost` is called when another process has declared this one dead. */
export async function openWorker(options: {
  services: Services;
  name: string;
  openChannel: OpenChannel;
  onLeaseLost: () => void;
}): Promise<Worker> {
  const { services, name } = options;
  const { database, log } = services;
  const lease = await takeLease({
    database,
    name,
    log,
    onLost: options.onLeaseLost,
    onDeath: () => services.queue.enqueue(database.sql, SWEEP_QUEUE, [{ data: {} }]),
  });
  const ledger = createLedgerWriter(services);
  const desk = createProviderDesk(services, name, options.openChannel, {
    receipts: (provider, receipts) => ledger.addReceipts(provider, receipts),
    replies: (provider, replies) => recordInbound({ ctx: { services }, input: { provider, replies } }),
  });
  const health = await openHealth(services, name);
  const plans = createPlanBook(
    services,
    { isUp: desk.isUp, gateOf: health.gateOf },
    () => desk.epoch() + health.epoch(),
  );
  const ctx: WorkerContext = { services, desk, health, plans, ledger, lease };
  const inFlight = createInFlight();
  await desk.open();
  releaseOnChange(services);
  const wake = await wakeOtpLane(ctx, inFlight);
  return {
    ctx,
    runLane: (lane, jobs) => runLaneJobs(ctx, lane, inFlight, jobs),
    inFlight: () => inFlight.total(),
    async stop(withinMs) {
      await wake.unlisten().catch(() => undefined);
      await desk.stop(withinMs);
      await ledger.drain();
      await health.stop();
      await lease.end();
    },
  };
}

/** Codes are taken the moment they are committed; whatever is gathered while one group is decided forms the next. */
async function wakeOtpLane(ctx: WorkerContext, inFlight: InFlight) {
  const { database, log } = ctx.services;
  let waiting: LaneJob[] = [];
  let running = 0;
  const run = async () => {
    while (waiting.length > 0) {
      const jobs = waiting;
      waiting = [];
      // The durable job behind the wake-up tries again what fails here.
      await runLaneJobs(ctx, 'otp', inFlight, jobs).catch((error) =>
        log.warn('Codes could not be dispatched at once.', { error: String(error) }),
      );
    }
  };
  return database.sql.listen(OTP_WAKE_CHANNEL, (payload) => {
    const job = LaneJobSchema.safeParse(JSON.parse(payload));
    if (!job.success) return;
    waiting.push(job.data);
    if (running >= OTP_RUNNERS) return;
    running += 1;
    void run().finally(() => {
      running -= 1;
    });
  });
}

const OTP_RUNNERS = 8;
