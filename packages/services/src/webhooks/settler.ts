import { encodeId } from '@signalbox/contracts';
import {
  type ClaimedDelivery,
  cancelDeliveries,
  noteWebhookFailure,
  noteWebhookSuccess,
  type SettledTry,
  settleDeliveries,
  type Transaction,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import { instantText } from '../instant-text.ts';
import { eventIdOf, type Published, publishEvents } from './publish.ts';
import { oldestPending } from './times.ts';

/** A try that is over. */
export interface Ended {
  claim: ClaimedDelivery;
  /** Public id of the endpoint. */
  endpointId: string;
  settled: SettledTry;
}

/** Writes how tries ended, all that have gathered in one transaction. */
export interface Settler {
  add(ended: Ended): void;
  /** Resolves when everything added so far is written. */
  drain(): Promise<void>;
}

const FAILING_DAYS = 5;
const RETRY_MS = 500;
// So many at most: a statement of them stays within milliseconds.
const MOST = 1000;
// A success is noted again after this long though this worker saw no failure in between: another one may have.
const NOTE_EVERY_MS = 30_000;

/** Builds the settler. */
export function createSettler(services: Services): Settler {
  const { database, log } = services;
  let waiting: Ended[] = [];
  let running: Promise<void> | undefined;
  const notedMs = new Map<number, number>();

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      try {
        await database.sql.begin((tx) => writeTries(tx, services, batch));
        await noteHealth(batch);
      } catch (error) {
        // What an endpoint answered exists nowhere but here; written twice it changes nothing.
        log.error('Tries of webhooks could not be written; they are kept and tried again.', { error: String(error) });
        waiting = [...batch, ...waiting];
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  async function noteHealth(batch: readonly Ended[]): Promise<void> {
    const nowMs = performance.now();
    const succeeded = new Set<number>();
    for (const { claim, settled } of batch) if (settled.failure === null) succeeded.add(claim.endpoint);
    const failed = batch.filter(({ claim, settled }) => settled.failure !== null && !succeeded.has(claim.endpoint));
    const fresh = [...succeeded].filter((number) => nowMs - (notedMs.get(number) ?? -Infinity) >= NOTE_EVERY_MS);
    if (fresh.length > 0) {
      await noteWebhookSuccess(database.sql, fresh);
      for (const number of fresh) notedMs.set(number, nowMs);
    }
    if (failed.length === 0) return;
    for (const { claim } of failed) notedMs.delete(claim.endpoint);
    await database.sql.begin((tx) => switchOffFailing(tx, services, failed));
  }

  return {
    add(ended) {
      waiting.push(ended);
      running ??= run().finally(() => {
        running = undefined;
      });
    },
    drain: async () => {
      while (running !== undefined) await running;
    },
  };
}

/** Records tries; a delivery that is given up is an event for the other endpoints, unless it was about endpoints itself. */
async function writeTries(tx: Transaction, services: Services, batch: readonly Ended[]): Promise<void> {
  const moved = await settleDeliveries(
    tx,
    batch.map(({ settled }) => settled),
  );
  const exhausted = batch.filter(
    ({ claim, settled }) =>
      settled.state === 'failed' &&
      moved.has(settled.id) &&
      !claim.type.startsWith('webhook.') &&
      settled.failure !== 'gone',
  );
  await publishEvents(
    tx,
    services,
    exhausted.map(({ claim, endpointId, settled }) => ({
      ...aboutEndpoint(services, claim.endpoint, claim.workspace, claim.environment),
      type: 'webhook.exhausted',
      data: {
        webhook_id: endpointId,
        delivery_id: encodeId('delivery', claim.id),
        event_id: eventIdOf(claim.eventId),
        event_type: claim.type,
        tries: claim.tries,
        last_status: settled.status,
        last_failure: settled.failure,
      },
    })),
  );
}

/** Switches off endpoints that are gone or failed for days, ends what waits for them, and tells the other endpoints. */
async function switchOffFailing(tx: Transaction, services: Services, failed: readonly Ended[]): Promise<void> {
  const numbersOf = (list: readonly Ended[]) => [...new Set(list.map(({ claim }) => claim.endpoint))];
  const gone = failed.filter(({ settled }) => settled.failure === 'gone');
  const off = await noteWebhookFailure(tx, numbersOf(failed), numbersOf(gone), FAILING_DAYS, oldestPending(services));
  await cancelDeliveries(
    tx,
    off.map(({ number }) => number),
    oldestPending(services),
  );
  await publishEvents(
    tx,
    services,
    off.map(({ number, id, workspace, environment, url, offReason, failingSinceMs }) => ({
      ...aboutEndpoint(services, number, workspace, environment),
      type: 'webhook.disabled',
      data: {
        webhook_id: encodeId('webhook', id),
        url,
        reason: offReason,
        failing_since: instantText(failingSinceMs),
      },
    })),
  );
}

const aboutEndpoint = (
  services: Services,
  except: number,
  workspace: number,
  environment: Published['environment'],
): Pick<Published, 'id' | 'workspace' | 'environment' | 'atMs' | 'except'> => ({
  id: services.ids.next(),
  workspace,
  environment,
  atMs: services.world.nowMs(),
  except,
});
