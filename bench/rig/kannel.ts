import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '@signalbox/db/embedded';
import { root } from '../../scripts/env.ts';
import { openCallbackSink } from './callbacks.ts';
import { answersWell, startChild } from './child.ts';
import { openHttpClient, sendAll } from './http-client.ts';
import { processMicros } from './processor-time.ts';
import { nextNumber, textOf } from './sending.ts';

/** One round through Kannel; processor time is that of its two programs. */
export type KannelRound = { endToEndPerSecond: number; acceptedPerSecond: number; totalMicros: number };

/** A running Kannel with a carrier of its own and a program that takes its callbacks. */
export type Kannel = {
  run: (messages: number, signal: AbortSignal) => Promise<KannelRound>;
  stop: () => Promise<void>;
};

const BEARERBOX = '/usr/sbin/bearerbox';
const SMSBOX = '/usr/sbin/smsbox';
const CONNECTIONS = 64;
const STALL_MS = 20_000;

/** Whether Debian's package is there. */
export function hasKannel(): boolean {
  return existsSync(BEARERBOX) && existsSync(SMSBOX);
}

/**
 * Starts Kannel at its best (design: performance, section 4): everything in memory, a window of 1000 on one transceiver bind,
 * receipts for every text and a callback for each.
 */
export async function startKannel(): Promise<Kannel> {
  const folder = mkdtempSync(join(tmpdir(), 'signalbox-kannel-'));
  const ends: (() => Promise<unknown>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const end of ends.reverse()) await end();
  };
  try {
    return { ...(await startParts(folder, ends)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(folder: string, ends: (() => Promise<unknown>)[]) {
  const ports = { smpp: 0, sink: 0, admin: 0, box: 0, sendsms: 0 };
  for (const name of Object.keys(ports) as (keyof typeof ports)[]) ports[name] = await findFreePort();
  const config = join(folder, 'kannel.conf');
  writeFileSync(config, configOf(folder, ports));
  const plain = { PATH: process.env.PATH, HOME: folder };
  const start = async (name: string, file: string, args: string[], env: NodeJS.ProcessEnv, url: string) => {
    const isReady = () => answersAtAll(url);
    const child = await startChild({ name, file, args, env, logFile: join(folder, `${name}.out`), isReady });
    ends.push(child.stop);
    return child;
  };
  const sinkEnv = { ...plain, SINK_SMPP_PORT: `${ports.smpp}`, SINK_HTTP_PORT: `${ports.sink}`, SINK_RECEIPTS: 'both' };
  const sinkUrl = `http://127.0.0.1:${ports.sink}`;
  await start('sink', process.execPath, [join(root, 'apps/simulator/dist/sink.js')], sinkEnv, `${sinkUrl}/livez`);
  const callbacks = await openCallbackSink();
  ends.push(async () => callbacks.stop());
  const bearerbox = await start(
    'bearerbox',
    BEARERBOX,
    ['-v', '4', config],
    plain,
    `http://127.0.0.1:${ports.admin}/status`,
  );
  await waitForBind(sinkUrl);
  const smsbox = await start('smsbox', SMSBOX, ['-v', '4', config], plain, `http://127.0.0.1:${ports.sendsms}/`);
  const run = async (messages: number, signal: AbortSignal): Promise<KannelRound> => {
    const client = openHttpClient(ports.sendsms);
    const back = encodeURIComponent(`http://127.0.0.1:${callbacks.port}/`);
    let left = messages;
    const next = () => {
      if (left === 0) return undefined;
      left -= 1;
      const text = encodeURIComponent(textOf('transactional'));
      const query = `username=bench&password=bench&to=${nextNumber().slice(1)}&text=${text}&dlr-mask=3&dlr-url=${back}`;
      return `GET /cgi-bin/sendsms?${query} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`;
    };
    const spent = () => processMicros(bearerbox.pid) + processMicros(smsbox.pid);
    const { events: before } = await callbacks.counted();
    const spentBefore = spent();
    const startedAt = performance.now();
    try {
      const answers = await sendAll(client, CONNECTIONS, signal, next);
      const acceptedSeconds = (performance.now() - startedAt) / 1000;
      const bad = answers.find(({ status }) => status !== 202);
      if (bad) throw new Error(`Kannel answered ${bad.status}`);
      await callbacks.waitFor(before + messages, signal);
      return {
        endToEndPerSecond: messages / ((performance.now() - startedAt) / 1000),
        acceptedPerSecond: messages / acceptedSeconds,
        totalMicros: (spent() - spentBefore) / messages,
      };
    } finally {
      client.close();
    }
  };
  return { run };
}

async function waitForBind(sinkUrl: string): Promise<void> {
  const end = performance.now() + STALL_MS;
  while (performance.now() < end) {
    const stats = (await (await fetch(`${sinkUrl}/stats`)).json()) as { binds: number };
    if (stats.binds > 0) return;
    await sleep(50);
  }
  throw new Error('Kannel did not bind to the carrier in time');
}

/** Kannel's pages answer with errors to an empty call: any answer shows that it listens. */
async function answersAtAll(url: string): Promise<boolean> {
  if (await answersWell(url)) return true;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await answer.body?.cancel();
    return true;
  } catch {
    return false;
  }
}

function configOf(folder: string, ports: { smpp: number; admin: number; box: number; sendsms: number }): string {
  return `
group = core
admin-port = ${ports.admin}
admin-interface = 127.0.0.1
admin-password = bench
smsbox-port = ${ports.box}
smsbox-interface = 127.0.0.1
box-allow-ip = 127.0.0.1
log-file = ${join(folder, 'bearerbox.log')}
log-level = 4
dlr-storage = internal

group = smsc
smsc = smpp
smsc-id = sink
host = 127.0.0.1
port = ${ports.smpp}
transceiver-mode = 1
smsc-username = bench
smsc-password = bench
system-type = ""
max-pending-submits = 1000

group = smsbox
bearerbox-host = 127.0.0.1
bearerbox-port = ${ports.box}
sendsms-port = ${ports.sendsms}
sendsms-interface = 127.0.0.1
global-sender = SIGNALBOX
log-file = ${join(folder, 'smsbox.log')}
log-level = 4
max-pending-requests = 512

group = sendsms-user
username = bench
password = bench
max-messages = 1
`;
}
