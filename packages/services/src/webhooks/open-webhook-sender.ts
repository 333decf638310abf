import { type PostWebhook, WEBHOOK_CHANNEL, type WebhookReply } from '@signalbox/contracts';
import { judgeTry, readRetryAfter, type TryAnswer } from '@signalbox/core';
import {
  claimDues,
  findDueEndpoints,
  readWebhookEvents,
  type StoredWebhookEvent,
  type WebhookRow,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import type { Ended, Flight } from './delivery.ts';
import { webhookHeaders } from './headers.ts';
import { holdDues } from './hold-dues.ts';
import { createKeptEvents } from './kept-events.ts';
import { createLanes } from './lanes.ts';
import { repeated } from './repeated.ts';
import { keyOf, type SigningKey, secretPlace, signWebhook } from './secret.ts';
import { createSettler } from './settler.ts';
import { createShelves, postsOf } from './shelves.ts';

/** Sends what is due to webhook endpoints until it is stopped. Any number of workers may run one: each try is made by one of them. */
export interface WebhookSender {
  /** Remembers events that this process has just stored, so that they need not be read to be sent. */
  keep(events: readonly StoredWebhookEvent[]): void;
  inFlight(): number;
  /** Takes nothing new, waits for the tries under way at most the time given, and writes how they ended. */
  stop(withinMs: number): Promise<void>;
}

// Longer than this worker trusts its claim and a try may take (15 s): what a worker that died has claimed is due again after it.
const LEASE_SECONDS = 60;
// What has not begun by then is given back: to a worker that is quicker, or to this one with a new lease.
const TRUST_MS = 30_000;
const SLOW_MS = 1000;
const LOOK_EVERY_MS = 250;
// Retries come due without a wake-up: they are looked for.
const POLL_EVERY_MS = 1000;
const KEPT_CHARACTERS = 2000;
// Tries whose end is not written yet; beyond, none begins. What an endpoint answered is in memory until then.
const MOST_UNWRITTEN = 10_000;

/** Opens the sender of one worker. */
export async function openWebhookSender({
  services,
  post,
}: {
  services: Services;
  post: PostWebhook;
}): Promise<WebhookSender> {
  const { database, config, log, world } = services;
  const lanes = createLanes();
  const kept = createKeptEvents((ids) => readWebhookEvents(database.sql, ids));
  const shelves = createShelves(kept);
  const settler = createSettler(services, () => send());
  const keys = createKeys(services);
  // Tries under way that do not hang, in the order they began.
  const young = new Set<Flight>();
  let sendsSoon = false;
  let stopping = false;
  let stopped = false;

  const isLive = (number: number): boolean => config.current().webhooks.get(number)?.enabled === true;

  const claim = repeated({
    trouble: (error) => log.warn('Webhooks could not be claimed; they are looked for again.', { error: String(error) }),
    mayGoOn: () => !stopping,
    async step() {
      const share = lanes.share(performance.now(), isLive);
      if (share.rooms.size === 0) return false;
      const claimed = await claimDues(database.sql, share.rooms, LEASE_SECONDS);
      const claimedMs = performance.now();
      lanes.took(
        share,
        claimed.map((due) => ({ endpoint: due.endpoint, posts: postsOf(due), together: due.together })),
      );
      const held = await holdDues(services, claimed, claimedMs);
      for (const due of held) if (due.left === 0) settler.leave(due);
      shelves.add(held.filter((due) => due.left > 0));
      for (const { endpoint } of held) restock(endpoint);
      if (held.length > 0) load.ask();
      return claimed.length > 0;
    },
  });

  const load = repeated({
    trouble: (error) =>
      log.warn('Events of webhooks could not be read; they are asked for again.', { error: String(error) }),
    mayGoOn: () => !stopping,
    async step() {
      const { endpoints, empty } = await shelves.load(lanes.isQuick);
      for (const due of empty) settler.leave(due);
      for (const number of endpoints) restock(number);
      send();
      return endpoints.length > 0;
    },
  });

  function restock(number: number): void {
    const { stock, ready } = shelves.countOf(number);
    lanes.stocked(number, stock, ready, performance.now());
  }

  /** Gives back what an endpoint has here and has not begun. */
  function putBack(number: number): void {
    for (const due of shelves.clear(number)) settler.leave(due);
    restock(number);
  }

  /** Lets tries begin as long as there is room for them. */
  function send(): void {
    const startedMs = performance.now();
    const atMs = world.nowMs();
    while (!stopping && settler.waiting() < MOST_UNWRITTEN) {
      const number = lanes.next();
      if (number === undefined) return;
      const ready = shelves.peek(number);
      const endpoint = config.current().webhooks.get(number);
      if (ready === undefined || endpoint?.enabled !== true || startedMs - ready.due.claimedMs > TRUST_MS) {
        putBack(number);
        continue;
      }
      shelves.take(number);
      ready.due.open += 1;
      const { proven } = lanes.begin(number, startedMs);
      begin({ post: ready, endpoint, signature: '', startedMs, atMs, proven, slow: false });
      if (lanes.isLow(number, startedMs)) claim.ask();
      if (shelves.isLow(number, lanes.isQuick(number))) load.ask();
    }
  }

  /** Places that come free in the same moment are filled together: receivers on the same machine, or behind the same proxy, wake up once. */
  function sendSoon(): void {
    if (sendsSoon) return;
    sendsSoon = true;
    setImmediate(() => {
      sendsSoon = false;
      send();
    });
  }

  function begin(flight: Flight): void {
    young.add(flight);
    try {
      const { endpoint, atMs } = flight;
      const { publicId, body } = flight.post.sent;
      const timestamp = Math.floor(atMs / 1000);
      flight.signature = signWebhook(keys.of(endpoint, atMs), publicId, timestamp, body);
      post({ url: endpoint.url, headers: webhookHeaders(publicId, timestamp, flight.signature), body }, (reply) => {
        if (stopped) return;
        const ended = endOf(flight, reply, world.nowMs());
        settler.add(ended);
        land(flight, { ok: ended.verdict.failure === null, pauseMs: ended.verdict.pauseMs });
      });
    } catch (error) {
      // It is due again when its lease ends.
      log.error('A webhook could not be signed.', { webhook: flight.endpoint.number, error: String(error) });
      setImmediate(land, flight, { ok: false, pauseMs: 0 });
    }
  }

  function land(flight: Flight, end: { ok: boolean; pauseMs: number }): void {
    const { proven, slow, endpoint } = flight;
    const nowMs = performance.now();
    young.delete(flight);
    lanes.ended(endpoint.number, { ...end, proven, slow }, nowMs);
    if (lanes.isShut(endpoint.number, nowMs)) putBack(endpoint.number);
    sendSoon();
  }

  async function poll(): Promise<void> {
    const live = [...config.current().webhooks.values()].filter((row) => row.enabled).map((row) => row.number);
    lanes.keepOnly(isLive);
    lanes.wake(await findDueEndpoints(database.sql, live));
    claim.ask();
  }

  const lookTimer = setInterval(() => {
    const nowMs = performance.now();
    for (const flight of young) {
      if (nowMs - flight.startedMs < SLOW_MS) break;
      flight.slow = true;
      young.delete(flight);
      lanes.slowed(flight.endpoint.number, flight.proven);
    }
    for (const number of shelves.endpoints()) if (!isLive(number)) putBack(number);
    for (const number of shelves.olderThan(nowMs - TRUST_MS)) putBack(number);
    lanes.look(nowMs);
    claim.ask();
    load.ask();
    send();
  }, LOOK_EVERY_MS);
  const polled = repeated({
    trouble: (error) => log.warn('Due webhooks could not be looked for.', { error: String(error) }),
    mayGoOn: () => false,
    step: () => poll().then(() => false),
  });
  const pollTimer = setInterval(polled.ask, POLL_EVERY_MS);
  const listening = await database.sql.listen(WEBHOOK_CHANNEL, (payload) => {
    const entries = payload.split(',');
    lanes.wake(entries.map((entry) => Number.parseInt(entry, 10)));
    for (const entry of entries) if (entry.endsWith('!')) lanes.probe(Number.parseInt(entry, 10));
    claim.ask();
  });

  return {
    inFlight: lanes.inFlight,
    keep: kept.keep,
    async stop(withinMs) {
      stopping = true;
      clearInterval(lookTimer);
      clearInterval(pollTimer);
      await listening.unlisten().catch(() => undefined);
      await Promise.all([claim.done(), load.done()]);
      const deadlineMs = performance.now() + withinMs;
      while (lanes.inFlight() > 0 && performance.now() < deadlineMs)
        await new Promise((resolve) => setTimeout(resolve, 20));
      for (const number of shelves.endpoints()) putBack(number);
      await settler.drain();
      stopped = true;
    },
  };
}

/** How a try ended: an answer of any status, or none. */
function endOf(flight: Flight, reply: WebhookReply, nowMs: number): Ended {
  const { due } = flight.post;
  const once = due.origin === 'test';
  const verdict = judgeTry({ tries: due.n, once, answer: answerOf(reply, nowMs), draw: due.draw });
  const durationMs = performance.now() - flight.startedMs;
  return reply.kind === 'answered'
    ? { flight, verdict, durationMs, status: reply.status, detail: null, response: storable(reply.body) }
    : { flight, verdict, durationMs, status: null, detail: reply.detail.slice(0, KEPT_CHARACTERS), response: null };
}

function answerOf(reply: WebhookReply, nowMs: number): TryAnswer {
  if (reply.kind === 'unanswered') return reply;
  return { kind: 'answered', status: reply.status, retryAfterMs: readRetryAfter(reply.headers['retry-after'], nowMs) };
}

/** The beginning of an answer, as text the database takes. */
const storable = (body: string): string =>
  body === '' ? body : body.slice(0, KEPT_CHARACTERS).toWellFormed().replaceAll('\u0000', '\ufffd');

/** The keys an endpoint signs with, opened once for each row of the configuration. */
function createKeys({ sealer }: Services) {
  const opened = new WeakMap<WebhookRow, { current: SigningKey; previous: SigningKey | null }>();
  return {
    of(endpoint: WebhookRow, nowMs: number): SigningKey[] {
      let keys = opened.get(endpoint);
      if (keys === undefined) {
        const open = (sealed: string) => keyOf(sealer.open(sealed, secretPlace(endpoint.id)));
        const { secret, previousSecret } = endpoint;
        keys = { current: open(secret), previous: previousSecret === null ? null : open(previousSecret) };
        opened.set(endpoint, keys);
      }
      const both = keys.previous !== null && nowMs < (endpoint.previousUntilMs ?? 0);
      return both && keys.previous !== null ? [keys.current, keys.previous] : [keys.current];
    },
  };
}
