import { randomFillSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createEgress } from '@signalbox/channels/egress';
import { openServices } from '@signalbox/services';
import { createTransport } from 'nodemailer';
import { createApp } from './app.ts';
import { answerBrokenRequest, createEntry } from './entry.ts';
import { type ApiEnv, readEnv } from './env.ts';
import { openLog } from './log.ts';
import { startMailJobs } from './mail-jobs.ts';
import { openMetrics } from './metrics.ts';
import { createProblemWriter } from './rest/problem.ts';
import { createStop } from './stop.ts';
import { createSystemMail, MAIL_TIMEOUTS } from './system-mail.ts';
import type { World } from './world.ts';

/** Builds the world, opens the one server, and ends in order when told to. */
async function main(env: ApiEnv): Promise<void> {
  const log = openLog(env.logLevel);
  const { systemMail } = env;
  const outgoing = createEgress({ allow: env.egressAllow, timeoutMs: 10_000 });
  const services = await openServices({
    databaseUrl: env.databaseUrl,
    masterKey: env.masterKey,
    role: 'api',
    issuer: env.publicUrl,
    publicUrl: env.publicUrl,
    consoleOrigins: env.consoleOrigins,
    egressAllow: env.egressAllow,
    region: env.region,
    outgoing,
    sendSystemMail:
      systemMail && createSystemMail(createTransport({ url: systemMail.url, ...MAIL_TIMEOUTS }), systemMail.from),
    world: { nowMs: Date.now, fillRandom: (bytes) => void randomFillSync(bytes) },
    log,
  });
  await startMailJobs(services);
  const stop = createStop(log);
  const { publicUrl, consoleOrigins, simulatorUrl, trustedHops } = env;
  const world: World = {
    services,
    log,
    metrics: openMetrics(),
    problem: createProblemWriter(`${publicUrl}/docs`),
    settings: { publicUrl, consoleOrigins, simulatorUrl, trustedHops },
    isDraining: stop.hasBegun,
  };
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000, connectionsCheckingInterval: 5_000 },
    createEntry(world, getRequestListener(createApp(world).fetch)),
  );
  server.on('clientError', (error, socket) => answerBrokenRequest(world, error, socket));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.port, env.host, resolve);
  });
  stop.arm(server, async () => {
    await services.close();
    await outgoing.close();
  });
  const { port } = server.address() as AddressInfo;
  log.info('The api takes calls.', { url: publicUrl, host: env.host, port, region: services.region });
}

try {
  await main(readEnv());
} catch (error) {
  process.stderr.write(`The api cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
