import { type Database, endDeadLeases } from '@signalbox/db';
import type { Log } from '../clock.ts';

const RENEW_MS = 3_000;
/** A worker that has not renewed for this long is dead: its open attempts are taken from it. */
const LEASE_SECONDS = 15;
// Stops well before others may take over, on the monotonic clock: a process that was asleep must not write to a carrier.
const TRUST_MS = 10_000;

/** The right of this process to act on its claims. The number is the fencing token in every attempt it claims. */
export interface WorkerLease {
  readonly number: number;
  /** True while the lease was renewed recently by the monotonic clock: asked right before bytes are handed to a carrier. */
  isFresh(): boolean;
  end(): Promise<void>;
}

/** What the renewals of a lease say about its holder. Times in milliseconds of a monotonic clock. */
export interface LeaseRecord {
  /** A renewal that was asked for at one time was answered at another. */
  renewed(askedMs: number, answeredMs: number): void;
  isFresh(nowMs: number): boolean;
  /**
   * Whether the holder may declare others dead: only who could renew all through the time of a lease. While the database was away nobody
   * could, and nobody is dead for it.
   */
  mayJudge(): boolean;
}

/** Opens the record of a lease taken at a time. */
export function openLeaseRecord(takenMs: number): LeaseRecord {
  let renewedMs = takenMs;
  let answeredMs = takenMs;
  let steadySinceMs = takenMs;
  return {
    renewed(asked, answered) {
      if (answered - renewedMs > TRUST_MS) steadySinceMs = answered;
      renewedMs = asked;
      answeredMs = answered;
    },
    isFresh: (nowMs) => nowMs - renewedMs < TRUST_MS,
    mayJudge: () => answeredMs - steadySinceMs >= LEASE_SECONDS * 1000,
  };
}

/** What a worker does about leases, its own and others'. */
export interface LeaseHolder {
  database: Database;
  name: string;
  log: Log;
  /** Another process has declared this one dead. */
  onLost: () => void;
  /** This process has declared others dead: their claims are to be taken over. */
  onDeath: () => Promise<void>;
}

/** Takes a lease, keeps renewing it, and watches the leases of others. */
export async function takeLease({ database, name, log, onLost, onDeath }: LeaseHolder): Promise<WorkerLease> {
  const [row] = await database.sql<{ number: number }[]>`
    insert into worker_lease (name, started_at, renewed_at) values (${name}, now(), now()) returning number`;
  if (row === undefined) throw new Error('the worker lease was not given');
  const { number } = row;
  const record = openLeaseRecord(performance.now());
  let renewing = false;

  async function renew(): Promise<void> {
    const asked = performance.now();
    const result = await database.sql`
      update worker_lease set renewed_at = now() where number = ${number} and ended_at is null`;
    if (result.count === 0) return onLost();
    record.renewed(asked, performance.now());
    if (!record.mayJudge()) return;
    const dead = await endDeadLeases(database.sql, LEASE_SECONDS);
    if (dead.length > 0) await onDeath();
  }

  const timer = setInterval(() => {
    if (renewing) return;
    renewing = true;
    renew()
      .catch((error) => log.warn('The worker lease could not be renewed.', { error: String(error) }))
      .finally(() => {
        renewing = false;
      });
  }, RENEW_MS);
  return {
    number,
    isFresh: () => record.isFresh(performance.now()),
    async end() {
      clearInterval(timer);
      await database.sql`update worker_lease set ended_at = now() where number = ${number} and ended_at is null`;
    },
  };
}
