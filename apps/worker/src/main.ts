import { randomFillSync } from 'node:crypto';
import { createServer } from 'node:http';
import { openChannel, openWebhookWire } from '@signalbox/channels';
import { createEgress } from '@signalbox/channels/egress';
import { openServices } from '@signalbox/services';
import { openWebhookSender, openWorker, startBacklogMeter, startLearner } from '@signalbox/services/worker';
import { readEnv, type WorkerEnv } from './env.ts';
import { healthPages } from './health.ts';
import { jobTable, startJobs } from './jobs.ts';
import { openLog } from './log.ts';

const DRAIN_MS = 20_000;
// A lookup service answers for up to 500 numbers at once.
const LOOKUP_ANSWER_BYTES = 524_288;

async function main(env: WorkerEnv): Promise<void> {
  const log = openLog(env.logLevel);
  const outgoing = createEgress({ allow: env.egressAllow, timeoutMs: 15_000, maxAnswerBytes: LOOKUP_ANSWER_BYTES });
  const services = await openServices({
    databaseUrl: env.databaseUrl,
    masterKey: env.masterKey,
    role: 'worker',
    publicUrl: env.publicUrl,
    consoleOrigins: [],
    outgoing,
    egressAllow: env.egressAllow,
    world: { nowMs: Date.now, fillRandom: (bytes) => void randomFillSync(bytes) },
    log,
  });
  const worker = await openWorker({
    services,
    name: env.name,
    openChannel: (input) => openChannel({ ...input, egressAllow: env.egressAllow }),
    onLeaseLost: () => {
      log.error('Another worker has declared this one dead; it ends so that nothing is sent twice.');
      process.exit(1);
    },
  });
  const wire = openWebhookWire({ allow: env.egressAllow });
  const webhooks = await openWebhookSender({ services, post: wire.post });
  let draining = false;
  const health = createServer(healthPages({ services, worker, webhooks, isDraining: () => draining }));
  await startJobs(services, jobTable(services, worker, webhooks, env.retentionDays));
  const meter = startBacklogMeter(services);
  const learner = startLearner(services);
  await new Promise<void>((resolve, reject) => {
    health.once('error', reject);
    health.listen(env.port, env.host, resolve);
  });
  log.info('The worker is ready.', { port: env.port, name: env.name });

  const stop = async (signal: string) => {
    // A second signal does not wait.
    if (draining) process.exit(1);
    draining = true;
    log.info('The worker drains.', { signal });
    meter.stop();
    learner.stop();
    await services.queue.stop(DRAIN_MS);
    await Promise.all([worker.stop(DRAIN_MS), webhooks.stop(DRAIN_MS)]);
    await wire.close();
    health.close();
    await services.close();
    await outgoing.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}

try {
  await main(readEnv());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
