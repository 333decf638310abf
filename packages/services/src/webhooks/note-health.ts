import { encodeId } from '@signalbox/contracts';
import { cancelDues, noteWebhookFailure, noteWebhookSuccess, type Transaction } from '@signalbox/db';
import type { Services } from '../context.ts';
import { instantText } from '../instant-text.ts';
import type { Ended } from './delivery.ts';
import { publishEvents } from './publish.ts';
import { aboutEndpoint } from './record-tries.ts';
import { oldestPending } from './times.ts';

const FAILING_DAYS = 5;
// A success is noted again after this long though this worker saw no failure in between: another one may have.
const NOTE_EVERY_MS = 30_000;

/** Builds what notes from recorded tries which endpoints fail, and switches off those that are gone or failed for days. */
export function noteHealth(services: Services): (tries: readonly Ended[]) => Promise<void> {
  const { database } = services;
  const notedMs = new Map<number, number>();
  return async (tries) => {
    const nowMs = performance.now();
    const succeeded = new Set<number>();
    for (const { flight, verdict } of tries) if (verdict.failure === null) succeeded.add(flight.endpoint.number);
    const failed = tries.filter(
      ({ flight, verdict }) => verdict.failure !== null && !succeeded.has(flight.endpoint.number),
    );
    const fresh = [...succeeded].filter((number) => nowMs - (notedMs.get(number) ?? -Infinity) >= NOTE_EVERY_MS);
    if (fresh.length > 0) {
      await noteWebhookSuccess(database.sql, fresh);
      for (const number of fresh) notedMs.set(number, nowMs);
    }
    if (failed.length === 0) return;
    for (const { flight } of failed) notedMs.delete(flight.endpoint.number);
    await database.sql.begin((tx) => switchOffFailing(tx, services, failed));
  };
}

/** Switches off endpoints that are gone or failed for days, ends what waits for them, and tells the other endpoints. */
async function switchOffFailing(tx: Transaction, services: Services, failed: readonly Ended[]): Promise<void> {
  const numbersOf = (list: readonly Ended[]) => [...new Set(list.map(({ flight }) => flight.endpoint.number))];
  const gone = failed.filter(({ verdict }) => verdict.failure === 'gone');
  const off = await noteWebhookFailure(tx, numbersOf(failed), numbersOf(gone), FAILING_DAYS, oldestPending(services));
  await cancelDues(
    tx,
    off.map(({ number }) => number),
  );
  await publishEvents(
    tx,
    services,
    off.map((endpoint) => ({
      ...aboutEndpoint(services, endpoint),
      type: 'webhook.disabled',
      data: {
        webhook_id: encodeId('webhook', endpoint.id),
        url: endpoint.url,
        reason: endpoint.offReason,
        failing_since: instantText(endpoint.failingSinceMs),
      },
    })),
  );
}
