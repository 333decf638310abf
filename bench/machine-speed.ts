import { spawn } from 'node:child_process';
import { generateKeyPairSync, hash, sign } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SuiteEntry } from '../scripts/suite/context.ts';
import { medianOf, round } from './rig/numbers.ts';

const WARM_UP = 200;
const TIMES = 1000;
const PER_HASH = 100;
const TEXT = 'x'.repeat(64);

/** The median time of one call, in microseconds. */
async function microsOf(call: () => unknown): Promise<number> {
  for (let one = 0; one < WARM_UP; one += 1) await call();
  const times: number[] = [];
  for (let one = 0; one < TIMES; one += 1) {
    const startedAt = performance.now();
    await call();
    times.push((performance.now() - startedAt) * 1000);
  }
  return medianOf(times);
}

/** Writes a block to a file and waits until the disk has it, as a commit does. */
async function flushMicros(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'signalbox-bench-'));
  const file = openSync(join(folder, 'log'), 'w');
  const block = Buffer.alloc(8192, 1);
  try {
    return await microsOf(() => {
      writeSync(file, block, 0, block.length, 0);
      fdatasyncSync(file);
    });
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true });
  }
}

/** From this process to a sleeping one and back: what a step between two programs costs before anything is done. */
async function wakeUpMicros(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'process.stdin.pipe(process.stdout)'], { stdio: 'pipe' });
  try {
    return await microsOf(async () => {
      child.stdin.write('.');
      await once(child.stdout, 'data');
    });
  } finally {
    child.kill();
  }
}

export default {
  name: 'machine.speed',
  async run(context) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const data = Buffer.from(TEXT);
    const signMicros = await microsOf(() => sign('sha256', data, privateKey));
    const hashesMicros = await microsOf(() => {
      for (let one = 0; one < PER_HASH; one += 1) hash('sha256', TEXT);
    });
    context.figure({
      name: 'machine.speed',
      value: round(signMicros),
      unit: 'us, one RSA-2048 signature',
      conditions: {
        sha256Micros: round(hashesMicros / PER_HASH, 2),
        flushMicros: round(await flushMicros()),
        wakeUpMicros: round(await wakeUpMicros()),
      },
    });
    return true;
  },
} satisfies SuiteEntry;
