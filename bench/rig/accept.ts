import type { Rig } from '../rig.ts';
import { sendAll } from './http-client.ts';
import { quantileOf } from './numbers.ts';
import { assertAccepted, type Sender } from './sending.ts';

/** How many connections send at the same time. */
export const CONNECTIONS = 64;

/** What accepting one message a request came to: medians and tails in milliseconds, processor time in microseconds a request. */
export type Accepted = {
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  apiMicros: number;
  postgresMicros: number;
};

/** One message a request for some seconds: every answer came after its commit. Closes the sender. */
export async function acceptFor(rig: Rig, sender: Sender, seconds: number, signal: AbortSignal): Promise<Accepted> {
  try {
    const before = rig.micros();
    const startedAt = performance.now();
    const next = () => (performance.now() - startedAt < seconds * 1000 ? sender.single('transactional') : undefined);
    const answers = await sendAll(sender.client, CONNECTIONS, signal, next);
    const took = (performance.now() - startedAt) / 1000;
    const after = rig.micros();
    assertAccepted(answers);
    const times = answers.map(({ ms }) => ms);
    return {
      requestsPerSecond: answers.length / took,
      p50Ms: quantileOf(times, 0.5),
      p99Ms: quantileOf(times, 0.99),
      apiMicros: (after.api - before.api) / answers.length,
      postgresMicros: (after.postgres - before.postgres) / answers.length,
    };
  } finally {
    sender.client.close();
  }
}
