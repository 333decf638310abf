import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { connectSession, encodeText, parseReceipt, type SubmitSm } from '../src/index.ts';
import type { LinkCase } from './link-case.ts';
import { driveNpmSmpp } from './npm-smpp.ts';

/** What one run gave: whole-system rate, and processor time of this process (the client) and of the carrier per message, in microseconds. */
export type LinkFigures = LinkCase & {
  messagesPerSecond: number;
  cpuMicrosPerMessage: number;
  carrierCpuMicrosPerMessage: number;
  seconds: number;
};

/** Sends `messages` and resolves when all answers (and receipts) are in; used for the connection to `port`. */
export type Drive = (port: number, the: LinkCase) => Promise<{ run: () => Promise<void>; close: () => Promise<void> }>;

/** Our own client session against our own sink in a second process, on loopback. */
export function measureLink(the: LinkCase): Promise<LinkFigures> {
  return measure(the, driveOurs);
}

/** The same loop on the npm package `smpp` as client, against the same sink. */
export function measureNpmSmppLink(the: LinkCase): Promise<LinkFigures> {
  return measure(the, driveNpmSmpp);
}

async function measure(the: LinkCase, drive: Drive): Promise<LinkFigures> {
  const path = fileURLToPath(new URL('./sink.ts', import.meta.url));
  const carrier = fork(path, the.receipts ? ['--receipts'] : [], { execArgv: [], serialization: 'json' });
  try {
    const [{ port }] = (await once(carrier, 'message')) as [{ port: number }];
    const warm = await drive(port, { ...the, messages: Math.min(the.messages, 20_000) });
    await warm.run();
    await warm.close();
    const { run, close } = await drive(port, the);
    const carrierBefore = await carrierCpu(carrier);
    const cpuBefore = process.cpuUsage();
    const startedAt = performance.now();
    await run();
    const seconds = (performance.now() - startedAt) / 1000;
    const cpu = process.cpuUsage(cpuBefore);
    const carrierMicros = (await carrierCpu(carrier)) - carrierBefore;
    await close();
    return {
      ...the,
      messagesPerSecond: Math.round(the.messages / seconds),
      cpuMicrosPerMessage: (cpu.user + cpu.system) / the.messages,
      carrierCpuMicrosPerMessage: carrierMicros / the.messages,
      seconds,
    };
  } finally {
    carrier.kill();
  }
}

async function carrierCpu(carrier: ReturnType<typeof fork>): Promise<number> {
  carrier.send('cpu');
  const [{ cpuMicros }] = (await once(carrier, 'message')) as [{ cpuMicros: number }];
  return cpuMicros;
}

const BATCH = 1_000;

async function driveOurs(port: number, the: LinkCase) {
  const { promise: bound, resolve: onBound } = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  let answered = 0;
  let receipts = 0;
  let started = 0;
  const finish = (): void => {
    if (answered === the.messages && (!the.receipts || receipts === the.messages)) done.resolve();
  };
  const session = connectSession({
    host: '127.0.0.1',
    port,
    bind: 'transceiver',
    systemId: 'bench',
    password: 'bench',
    window: the.window,
    onState: ({ state }) => state === 'bound' && onBound(),
    onDeliver: (pdus) => {
      for (const pdu of pdus) {
        const reading = parseReceipt(pdu);
        if (reading.kind === 'receipt' && reading.receipt.state === 'delivered') receipts++;
      }
      finish();
    },
  });
  const text = encodeText('Your order 4711 has been shipped and will arrive on Tuesday.', 'gsm7');
  const feed = (): void => {
    const count = Math.min(BATCH, the.messages - started);
    if (count <= 0) return;
    const batch = Array.from({ length: count }, (_, i): SubmitSm => makeSubmit(started + i, text));
    started += count;
    let open = count;
    session.submit(batch, {}, (_index, result) => {
      if (result.kind !== 'response' || result.status !== 0) done.reject(new Error(`unexpected ${result.kind}`));
      answered++;
      if (--open === 0) feed();
      if (answered === the.messages) finish();
    });
  };
  await bound;
  const run = async (): Promise<void> => {
    for (let queued = 0; queued < the.window + BATCH; queued += BATCH) feed();
    await done.promise;
  };
  return { run, close: () => session.close() };
}

function makeSubmit(number: number, text: Uint8Array): SubmitSm {
  return {
    sourceAddrTon: 5,
    sourceAddr: 'SIGNALBOX',
    destAddrTon: 1,
    destAddrNpi: 1,
    destinationAddr: String(447_700_000_000 + number),
    registeredDelivery: 1,
    dataCoding: 0,
    shortMessage: text,
  };
}

if (import.meta.main) {
  for (const [window, messages] of [
    [10, 50_000],
    [100, 300_000],
    [1_000, 300_000],
  ] as const) {
    console.log(JSON.stringify({ name: 'ours', ...(await measureLink({ window, messages, receipts: true })) }));
    const few = { window, messages: 30_000, receipts: true };
    console.log(JSON.stringify({ name: 'npm-smpp', ...(await measureNpmSmppLink(few)) }));
  }
}
