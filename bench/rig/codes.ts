import { setTimeout as sleep } from 'node:timers/promises';
import type { Rig } from '../rig.ts';
import { quantileOf, round } from './numbers.ts';
import { openSender } from './sending.ts';

/** How one-time codes fared: the time from the call to the carrier, and that of the call itself, in milliseconds. */
export type CodesRound = { submitP50Ms: number; submitP99Ms: number; acceptP50Ms: number; acceptP99Ms: number };

const PER_SECOND = 100;

/** A small generator with a seed (mulberry32), so that a run can be repeated with the same arrivals. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Sends codes for some seconds, 100 a second at random instants (Poisson), whatever the answers take. The instant of sending travels in the text. */
export async function sendCodes(rig: Rig, seconds: number, seed: number, signal: AbortSignal): Promise<CodesRound> {
  const random = randomFrom(seed);
  const sender = openSender(rig);
  const under: Promise<{ status: number; ms: number }>[] = [];
  await rig.sink.reset();
  try {
    const startedAt = performance.now();
    for (let atMs = 0; atMs < seconds * 1000; atMs += (-Math.log(1 - random()) * 1000) / PER_SECOND) {
      signal.throwIfAborted();
      const wait = startedAt + atMs - performance.now();
      if (wait > 0.5) await sleep(wait);
      under.push(sender.client.send(sender.single('otp')));
    }
    const answers = await Promise.all(under);
    const refused = answers.filter(({ status }) => status !== 202).length;
    if (refused > 0) throw new Error(`${refused} of ${answers.length} codes were refused`);
    const delays = await delaysOf(rig, answers.length, signal);
    const times = answers.map(({ ms }) => ms);
    return {
      submitP50Ms: round(delays.p50 / 1000),
      submitP99Ms: round(delays.p99 / 1000),
      acceptP50Ms: round(quantileOf(times, 0.5)),
      acceptP99Ms: round(quantileOf(times, 0.99)),
    };
  } finally {
    sender.client.close();
  }
}

async function delaysOf(rig: Rig, count: number, signal: AbortSignal) {
  for (let tries = 0; ; tries += 1) {
    signal.throwIfAborted();
    const seen = (await rig.sink.stats()).delay_us.otp;
    if (seen !== undefined && seen.count >= count) return seen;
    if (tries > 100)
      throw new Error(`${count - (seen?.count ?? 0)} of ${count} codes did not reach the carrier within 10 s`);
    await sleep(100);
  }
}
