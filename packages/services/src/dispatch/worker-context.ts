import type { Services } from '../context.ts';
import type { Health } from '../health/open-health.ts';
import type { LedgerWriter } from './ledger-writer.ts';
import type { PlanBook } from './plan-book.ts';
import type { ProviderDesk } from './provider-desk.ts';
import type { WorkerLease } from './worker-lease.ts';

/** What the verbs of the worker may use. */
export interface WorkerContext {
  services: Services;
  desk: ProviderDesk;
  health: Health;
  plans: PlanBook;
  ledger: LedgerWriter;
  lease: WorkerLease;
}
