import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { openWebhookWire } from '@signalbox/channels';
import { migrateDatabase } from '@signalbox/db';
import { openWebhookSender } from '@signalbox/services/worker';
import type { SuiteContext, SuiteEntry } from '../scripts/suite/context.ts';
import { type CallbackSink, openCallbackSink } from './rig/callbacks.ts';
import { mediansOf, round } from './rig/numbers.ts';
import { processMicros } from './rig/processor-time.ts';
import { openWebhookPlace, storeEvents, type WebhookPlace, webhookBody } from './rig/webhook-place.ts';

const ROUNDS = 3;
const EVENTS = 60_000;
const CHUNK = 500;
const IN_FLIGHT = 32;
const PEER_REQUESTS = 60_000;

/** Stores what is due at once: each event for one of the endpoints. */
async function storeAll(place: WebhookPlace): Promise<void> {
  const { length } = place.endpoints;
  for (let at = 0; at < EVENTS; at += CHUNK)
    await storeEvents(place, CHUNK, (_, index, ids) => ids.filter((_id, event) => event % length === index));
  await place.services.database.sql`analyze webhook_event, webhook_packet, webhook_due`;
}

/** From the first request at the sink to the last, each claimed, signed, answered and written down. */
async function measureOurs(context: SuiteContext, url: string, sink: CallbackSink, count: number) {
  const paths = Array.from({ length: count }, (_, index) => `/${index}`);
  const place = await openWebhookPlace(url, sink.port, paths);
  const { services } = place;
  const wire = openWebhookWire({ allow: [`127.0.0.1:${sink.port}`] });
  try {
    await storeAll(place);
    const { events: before } = await sink.counted();
    const sender = await openWebhookSender({ services, post: wire.post });
    while ((await sink.counted()).events === before) await sleep(2);
    const startedAt = performance.now();
    const { events: first } = await sink.counted();
    const spent = processMicros(process.pid);
    while ((await sink.counted()).events < before + EVENTS) {
      context.signal.throwIfAborted();
      await sleep(5);
    }
    const seconds = (performance.now() - startedAt) / 1000;
    const sent = before + EVENTS - first;
    const micros = (processMicros(process.pid) - spent) / sent;
    await sender.stop(10_000);
    await services.database.sql`delete from webhook_endpoint`;
    return { perSecond: sent / seconds, workerMicros: micros };
  } finally {
    await wire.close();
    await services.close();
  }
}

const BODY = webhookBody(Date.now());

/** The least a process can do with the client of Node: the same body to the same sink, kept alive, nothing signed and nothing written down. */
async function measurePeer(context: SuiteContext, port: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  let left = PEER_REQUESTS;
  const post = () =>
    new Promise<void>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(BODY) };
      request({ host: '127.0.0.1', port, method: 'POST', agent, headers }, (response) => {
        response.resume().once('end', resolve);
      })
        .once('error', reject)
        .end(BODY);
    });
  const work = async () => {
    while (left > 0) {
      context.signal.throwIfAborted();
      left -= 1;
      await post();
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  agent.destroy();
  return (PEER_REQUESTS * 1000) / (performance.now() - startedAt);
}

// One endpoint is bounded by its 32 places and a durable claim for them; many share a claim.
const FIGURES = { 'webhooks.signed': 8, 'webhooks.signed.one-endpoint': 1 } as const;

export default {
  name: 'webhooks.signed',
  figures: Object.keys(FIGURES),
  async run(context) {
    const postgres = await context.startPostgres();
    const sink = await openCallbackSink();
    try {
      await migrateDatabase(postgres.url, Date.now());
      for (const [name, endpoints] of Object.entries(FIGURES)) {
        const rounds: { perSecond: number; workerMicros: number; peerPerSecond: number }[] = [];
        for (let one = 0; one < ROUNDS; one += 1) {
          const peerPerSecond = await measurePeer(context, sink.port);
          rounds.push({ ...(await measureOurs(context, postgres.url, sink, endpoints)), peerPerSecond });
        }
        const { perSecond, workerMicros, peerPerSecond } = mediansOf(rounds);
        context.figure({
          name,
          value: Math.round(perSecond),
          unit: 'webhooks/s, one event a request, each try claimed and recorded',
          conditions: { endpoints, events: EVENTS, rounds: ROUNDS, workerMicros: round(workerMicros) },
          peers: { 'peer.http-request.keep-alive': Math.round(peerPerSecond) },
          ratios: { 'peer.http-request.keep-alive': round(perSecond / peerPerSecond, 2) },
        });
      }
      return true;
    } finally {
      sink.stop();
      await postgres.stop();
    }
  },
} satisfies SuiteEntry;
