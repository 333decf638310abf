import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openWebhookWire } from '@signalbox/channels';
import { migrateDatabase } from '@signalbox/db';
import { openWebhookSender } from '@signalbox/services/worker';
import type { SuiteContext, SuiteEntry } from '../scripts/suite/context.ts';
import { openWebhookPlace, storeEvents } from './rig/webhook-place.ts';

const ENDPOINTS = 100;
const HANGING = 10;
const EVENTS = 10_000;
// As a shop's messages change: some at a time, to everybody. Below what the machine can send, so that what is late is late because of others.
const EVENTS_A_STEP = 25;
const STEP_MS = 160;
const STALL_MS = 30_000;

type Counted = { answered: number; hanging: number };
type Delays = { receivers: number; p95Ms: number; maxMs: number };

async function openSink() {
  const child = fork(fileURLToPath(new URL('./rig/fanout-sink.ts', import.meta.url)), { execArgv: [] });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const ask = async <T>(what: string) => {
    child.send(what);
    const [told] = await once(child, 'message');
    return told as T;
  };
  const counted = () => ask<Counted>('count');
  return { port, counted, delays: () => ask<Delays>('delays'), stop: () => void child.kill() };
}

/** Stores the events at their pace; then waits until every endpoint that answers has all of them. */
async function publishAndWait(
  context: SuiteContext,
  place: Awaited<ReturnType<typeof openWebhookPlace>>,
  counted: () => Promise<Counted>,
): Promise<number> {
  const events = Math.round((EVENTS * context.scale) / EVENTS_A_STEP) * EVENTS_A_STEP;
  const startedAt = performance.now();
  for (let at = 0; at < events; at += EVENTS_A_STEP) {
    context.signal.throwIfAborted();
    await storeEvents(place, EVENTS_A_STEP, (_endpoint, _index, ids) => ids);
    await sleep(Math.max(0, startedAt + (at / EVENTS_A_STEP + 1) * STEP_MS - performance.now()));
  }
  const wanted = events * (ENDPOINTS - HANGING);
  let last = -1;
  let movedAt = performance.now();
  for (;;) {
    context.signal.throwIfAborted();
    const { answered } = await counted();
    if (answered >= wanted) return events;
    if (answered !== last) movedAt = performance.now();
    else if (performance.now() - movedAt > STALL_MS) throw new Error(`${wanted - answered} webhooks did not come`);
    last = answered;
    await sleep(20);
  }
}

export default {
  name: 'webhooks.fanout',
  long: true,
  async run(context) {
    const postgres = await context.startPostgres();
    const sink = await openSink();
    try {
      await migrateDatabase(postgres.url, Date.now());
      const paths = Array.from({ length: ENDPOINTS }, (_, index) => `/${index < HANGING ? 'hang' : 'well'}/${index}`);
      const place = await openWebhookPlace(postgres.url, sink.port, paths);
      const wire = openWebhookWire({ allow: [`127.0.0.1:${sink.port}`] });
      const sender = await openWebhookSender({ services: place.services, post: wire.post });
      try {
        const events = await publishAndWait(context, place, sink.counted);
        const { receivers, p95Ms, maxMs } = await sink.delays();
        const { hanging } = await sink.counted();
        if (receivers !== ENDPOINTS - HANGING) throw new Error('an endpoint that answers got nothing');
        context.figure({
          name: 'webhooks.fanout',
          value: p95Ms,
          unit: 'ms from an event to the endpoint, 95 of 100 events, the slowest of the endpoints that answer',
          conditions: {
            events,
            eventsPerSecond: (EVENTS_A_STEP * 1000) / STEP_MS,
            endpoints: ENDPOINTS,
            hanging: HANGING,
            triesThatHung: hanging,
            longestMs: maxMs,
          },
        });
      } finally {
        wire.close();
        await sender.stop(1000);
        await place.services.close();
      }
      return true;
    } finally {
      sink.stop();
      await postgres.stop();
    }
  },
} satisfies SuiteEntry;
