import type { InboundReceipt } from '@signalbox/contracts';
import {
  hasOrphans,
  insertReceipts,
  type NewReceipt,
  type OrphanReceipt,
  type Transaction,
  takeOrphans,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import { applyReceipts } from '../receipts/apply-receipts.ts';

/** A receipt with the reference it is matched by. */
export type DraftReceipt = Omit<NewReceipt, 'id'> & { ref: string; reason: InboundReceipt['reason'] };

/** Receipts of a batch that are not in this worker's memory, and the references that were written with it. */
export interface Late {
  receipts: readonly DraftReceipt[];
  refs: readonly string[];
}

// Longer than a transaction of another worker takes.
const LOOK_AGAIN_MS = 1000;

/**
 * Applies receipts whose submission another process made or wrote in between, and those that came before the submissions written just
 * now. In a transaction of its own: two workers that hold receipts for each other's messages would wait for each other in a circle.
 */
export function createLateReceipts({ database, ids, log, world }: Services): (late: Late) => Promise<void> {
  async function applyLate({ receipts, refs }: Late): Promise<void> {
    const early = refs.length > 0 && (await hasOrphans(database.sql));
    if (receipts.length === 0 && !early) return;
    const orphans = await database.sql.begin(async (tx) => {
      const arrived = early ? await takeOrphans(tx, refs, refs.length * 10) : [];
      return applyReceipts(tx, [...(await keepReceipts(tx, receipts)), ...arrived], world.nowMs());
    });
    if (receipts.length > 0) lookAgain(orphans);
  }

  /** Receipts whose submission this process does not know, or knew wrongly, get a row of their own. */
  async function keepReceipts(tx: Transaction, receipts: readonly DraftReceipt[]): Promise<OrphanReceipt[]> {
    if (receipts.length === 0) return [];
    const kept = receipts.map((receipt) => ({ ...receipt, id: ids.next() }));
    await insertReceipts(tx, kept);
    return kept.map(({ id, workspace, ref, verdict, reason }) => ({ receiptId: id, workspace, ref, verdict, reason }));
  }

  /** The submission of an orphan may have been committed by another worker while this one looked for it: asked once more, then left to the sweep. */
  function lookAgain(orphans: readonly string[]): void {
    if (orphans.length === 0) return;
    setTimeout(() => {
      applyLate({ receipts: [], refs: orphans }).catch((error) =>
        log.warn('Receipts that came early wait for the next sweep.', { error: String(error) }),
      );
    }, LOOK_AGAIN_MS).unref();
  }

  return applyLate;
}
