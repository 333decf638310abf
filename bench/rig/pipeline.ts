import { setTimeout as sleep } from 'node:timers/promises';
import type { Rig } from '../rig.ts';
import { subscribe } from './callbacks.ts';
import { sendAll } from './http-client.ts';
import { quantileOf } from './numbers.ts';
import { assertAccepted, openSender } from './sending.ts';

/** What one round through the whole house gave; processor time in microseconds per message. */
export type PipelineRound = {
  /** Until the last receipt is stored and the last callback, where there are any, is answered. */
  endToEndPerSecond: number;
  /** Until the last receipt is stored. */
  deliveredPerSecond: number;
  /** Requests that told of receipts; 0 when nobody was called back. */
  callbackRequests: number;
  acceptedPerSecond: number;
  httpP50Ms: number;
  httpP99Ms: number;
  apiMicros: number;
  workerMicros: number;
  postgresMicros: number;
  totalMicros: number;
};

/** How a round is driven. `perRequest` 1 uses POST /v1/messages, more the batch call. */
export type PipelinePlan = {
  messages: number;
  perRequest: number;
  connections: number;
  class?: 'transactional' | 'marketing';
  /** Whether somebody is called back, with a signature, for each receipt. */
  callbacks?: { eventsPerRequest: number };
};

/** Sends `messages` over the api and waits until the last receipt is stored, and told to whom the plan calls back. */
export async function runPipeline(rig: Rig, plan: PipelinePlan, signal: AbortSignal): Promise<PipelineRound> {
  const { messages, perRequest, connections, class: trafficClass = 'transactional' } = plan;
  const sender = openSender(rig);
  const subscription =
    plan.callbacks === undefined
      ? undefined
      : await subscribe(rig, rig.callbacks, plan.callbacks.eventsPerRequest, signal);
  const before = await rig.delivered();
  const calledBefore = await rig.callbacks.counted();
  let left = Math.ceil(messages / perRequest);
  const total = left * perRequest;
  const next = () => {
    if (left === 0) return undefined;
    left -= 1;
    return perRequest === 1 ? sender.single(trafficClass) : sender.batch(trafficClass, perRequest);
  };
  const spent = rig.micros();
  const startedAt = performance.now();
  try {
    const answers = await sendAll(sender.client, connections, signal, next);
    const acceptedSeconds = (performance.now() - startedAt) / 1000;
    assertAccepted(answers);
    await rig.waitForDelivered(before + total);
    const deliveredSeconds = (performance.now() - startedAt) / 1000;
    if (subscription !== undefined) await rig.callbacks.waitFor(calledBefore.events + total, signal);
    const seconds = (performance.now() - startedAt) / 1000;
    // The clock of the processor ticks every 10 ms.
    await sleep(20);
    const now = rig.micros();
    const per = (name: keyof typeof now) => (now[name] - spent[name]) / total;
    const times = answers.map(({ ms }) => ms);
    if (subscription !== undefined) await rig.callbacks.assertSigned(subscription.secret);
    return {
      endToEndPerSecond: total / seconds,
      deliveredPerSecond: total / deliveredSeconds,
      callbackRequests: (await rig.callbacks.counted()).requests - calledBefore.requests,
      acceptedPerSecond: total / acceptedSeconds,
      httpP50Ms: quantileOf(times, 0.5),
      httpP99Ms: quantileOf(times, 0.99),
      apiMicros: per('api'),
      workerMicros: per('worker'),
      postgresMicros: per('postgres'),
      totalMicros: per('api') + per('worker') + per('postgres'),
    };
  } finally {
    sender.client.close();
    await subscription?.end();
  }
}

/** A round's numbers as they are shown. */
export function showRound(round: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(round).map(([name, value]) => [name, Number(value.toFixed(name.endsWith('PerSecond') ? 0 : 1))]),
  );
}
