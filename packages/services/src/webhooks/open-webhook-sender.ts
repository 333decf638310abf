import {
  encodeId,
  type PostWebhook,
  WEBHOOK_CHANNEL,
  WEBHOOK_TEST_EVENT,
  type WebhookReply,
} from '@signalbox/contracts';
import { judgeTry, readRetryAfter, type TryAnswer } from '@signalbox/core';
import {
  type ClaimedDelivery,
  claimDeliveries,
  findDueEndpoints,
  releaseDeliveries,
  type SettledTry,
  type WebhookRow,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import { webhookHeaders } from './headers.ts';
import { createLanes } from './lanes.ts';
import { eventIdOf } from './publish.ts';
import { keyOf, secretPlace, signWebhook } from './secret.ts';
import { createSettler } from './settler.ts';
import { oldestPending } from './times.ts';

/** Sends what is due to webhook endpoints until it is stopped. Any number of workers may run one: each try is made by one of them. */
export interface WebhookSender {
  inFlight(): number;
  /** Takes nothing new, waits for the tries under way at most the time given, and writes how they ended. */
  stop(withinMs: number): Promise<void>;
}

// Longer than a try may take (15 s): the claim of a worker that died is due again after it.
const LEASE_SECONDS = 60;
// A process that was asleep between its claim and the first byte gives way well before others may take over.
const TRUST_MS = 30_000;
const SLOW_MS = 1000;
const LOOK_EVERY_MS = 250;
// Retries come due without a wake-up: they are looked for.
const POLL_EVERY_MS = 1000;
const KEPT_CHARACTERS = 2000;

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
  const settler = createSettler(services);
  const keys = createKeys(services);
  const underWay = new Map<ClaimedDelivery, { startedMs: number; slow: boolean }>();
  let stopping = false;
  let pumping: Promise<void> | undefined;
  let again = false;
  let scheduled = false;

  const isLive = (number: number): boolean => config.current().webhooks.get(number)?.enabled === true;

  async function claimAll(): Promise<void> {
    do {
      again = false;
      const share = lanes.share(performance.now(), isLive);
      if (share.rooms.size === 0) return;
      const claims = await claimDeliveries(database.sql, share.rooms, oldestPending(services), LEASE_SECONDS);
      const claimedMs = performance.now();
      lanes.took(
        share,
        claims.map((claim) => claim.endpoint),
      );
      for (const claim of claims) void send(claim, claimedMs);
      if (claims.length > 0) again = true;
    } while (again && !stopping);
  }

  function pump(): void {
    if (stopping) return;
    again = true;
    pumping ??= claimAll()
      .catch((error) => log.warn('Webhooks could not be claimed; they are looked for again.', { error: String(error) }))
      .finally(() => {
        pumping = undefined;
      });
  }

  /** Room that comes free in the same moment is shared out once. */
  function pumpSoon(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      pump();
    });
  }

  async function send(claim: ClaimedDelivery, claimedMs: number): Promise<void> {
    const startedMs = performance.now();
    const flight = { startedMs, slow: false };
    underWay.set(claim, flight);
    let end: { ok: boolean | null; pauseMs: number } = { ok: null, pauseMs: 0 };
    try {
      const endpoint = config.current().webhooks.get(claim.endpoint);
      if (endpoint === undefined || !endpoint.enabled || startedMs - claimedMs > TRUST_MS) {
        await releaseDeliveries(database.sql, [claim]);
      } else {
        end = await tryOnce(claim, endpoint);
      }
    } catch (error) {
      // The claim is due again when its lease ends.
      log.error('A webhook could not be sent.', { webhook: claim.endpoint, error: String(error) });
    } finally {
      underWay.delete(claim);
      lanes.ended(claim.endpoint, { ...end, slow: flight.slow }, performance.now());
      pumpSoon();
    }
  }

  async function tryOnce(claim: ClaimedDelivery, endpoint: WebhookRow): Promise<{ ok: boolean; pauseMs: number }> {
    const startedMs = performance.now();
    const atMs = world.nowMs();
    const id = eventIdOf(claim.eventId);
    const timestamp = Math.floor(atMs / 1000);
    const signature = signWebhook(keys.of(endpoint, atMs), id, timestamp, claim.body);
    const reply = await post({
      url: endpoint.url,
      headers: webhookHeaders(id, timestamp, signature),
      body: claim.body,
    });
    const answer = answerOf(reply, world.nowMs());
    const once = claim.type === WEBHOOK_TEST_EVENT;
    const verdict = judgeTry({ tries: claim.tries, once, answer, draw: drawFrom(services) });
    const settled: SettledTry = {
      id: claim.id,
      workspace: claim.workspace,
      tries: claim.tries,
      state: verdict.state,
      waitMs: verdict.waitMs,
      atMs,
      durationMs: performance.now() - startedMs,
      status: reply.kind === 'answered' ? reply.status : null,
      failure: verdict.failure,
      url: endpoint.url,
      signature,
      detail: reply.kind === 'answered' ? null : reply.detail.slice(0, KEPT_CHARACTERS),
      response: reply.kind === 'answered' ? storable(reply.body) : null,
    };
    settler.add({ claim, endpointId: encodeId('webhook', endpoint.id), settled });
    return { ok: verdict.failure === null, pauseMs: verdict.pauseMs };
  }

  async function poll(): Promise<void> {
    const webhooks = [...config.current().webhooks.values()].filter((row) => row.enabled);
    lanes.keepOnly(isLive);
    lanes.wake(
      await findDueEndpoints(
        database.sql,
        webhooks.map((row) => row.number),
        oldestPending(services),
      ),
    );
    pump();
  }

  const lookTimer = setInterval(() => {
    const nowMs = performance.now();
    for (const [claim, flight] of underWay) {
      if (flight.slow || nowMs - flight.startedMs < SLOW_MS) continue;
      flight.slow = true;
      lanes.slowed(claim.endpoint);
    }
    pump();
  }, LOOK_EVERY_MS);
  let polling = false;
  const pollTimer = setInterval(() => {
    if (polling || stopping) return;
    polling = true;
    poll()
      .catch((error) => log.warn('Due webhooks could not be looked for.', { error: String(error) }))
      .finally(() => {
        polling = false;
      });
  }, POLL_EVERY_MS);
  const listening = await database.sql.listen(WEBHOOK_CHANNEL, (payload) => {
    const entries = payload.split(',');
    lanes.wake(entries.map((entry) => Number.parseInt(entry, 10)));
    for (const entry of entries) if (entry.endsWith('!')) lanes.probe(Number.parseInt(entry, 10));
    pump();
  });

  return {
    inFlight: lanes.inFlight,
    async stop(withinMs) {
      stopping = true;
      clearInterval(lookTimer);
      clearInterval(pollTimer);
      await listening.unlisten().catch(() => undefined);
      await pumping;
      const deadlineMs = performance.now() + withinMs;
      while (underWay.size > 0 && performance.now() < deadlineMs)
        await new Promise((resolve) => setTimeout(resolve, 20));
      await settler.drain();
    },
  };
}

function answerOf(reply: WebhookReply, nowMs: number): TryAnswer {
  if (reply.kind === 'unanswered') return reply;
  return { kind: 'answered', status: reply.status, retryAfterMs: readRetryAfter(reply.headers['retry-after'], nowMs) };
}

/** The beginning of an answer, as text the database takes. */
const storable = (body: string): string => body.slice(0, KEPT_CHARACTERS).toWellFormed().replaceAll('\u0000', '\ufffd');

function drawFrom({ world }: Services): number {
  const bytes = new Uint8Array(4);
  world.fillRandom(bytes);
  return new DataView(bytes.buffer).getUint32(0) / 2 ** 32;
}

/** The keys an endpoint signs with, opened once for each row of the configuration. */
function createKeys({ sealer }: Services) {
  const opened = new WeakMap<WebhookRow, { current: Buffer; previous: Buffer | null }>();
  return {
    of(endpoint: WebhookRow, nowMs: number): Buffer[] {
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
