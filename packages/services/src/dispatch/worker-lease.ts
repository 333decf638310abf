import type { Database } from '@signalbox/db';
import type { Log } from '../clock.ts';

const RENEW_MS = 3_000;
/** A worker that has not renewed for this long is dead: its open attempts are taken from it. */
export const LEASE_SECONDS = 15;
// Stops well before others may take over, on the monotonic clock: a process that was asleep must not write to a carrier.
const TRUST_MS = 10_000;

/** The right of this process to act on its claims. The number is the fencing token in every attempt it claims. */
export interface WorkerLease {
  readonly number: number;
  /** True while the lease was renewed recently by the monotonic clock: asked right before bytes are handed to a carrier. */
  isFresh(): boolean;
  end(): Promise<void>;
}

/** Takes a lease and keeps renewing it; `onLost` is called when another process has declared this one dead. */
export async function takeLease(database: Database, name: string, log: Log, onLost: () => void): Promise<WorkerLease> {
  const [row] = await database.sql<{ number: number }[]>`
    insert into worker_lease (name, started_at, renewed_at) values (${name}, now(), now()) returning number`;
  if (row === undefined) throw new Error('the worker lease was not given');
  const { number } = row;
  let renewedAt = performance.now();
  let renewing = false;
  const timer = setInterval(() => {
    if (renewing) return;
    renewing = true;
    const asked = performance.now();
    database.sql`update worker_lease set renewed_at = now() where number = ${number} and ended_at is null`
      .then((result) => {
        if (result.count === 0) onLost();
        else renewedAt = asked;
      })
      .catch((error) => log.warn('The worker lease could not be renewed.', { error: String(error) }))
      .finally(() => {
        renewing = false;
      });
  }, RENEW_MS);
  return {
    number,
    isFresh: () => performance.now() - renewedAt < TRUST_MS,
    async end() {
      clearInterval(timer);
      await database.sql`update worker_lease set ended_at = now() where number = ${number} and ended_at is null`;
    },
  };
}
