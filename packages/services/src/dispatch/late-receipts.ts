import { hasOrphans, takeOrphans } from '@signalbox/db';
import type { Services } from '../context.ts';
import { noteReceipt } from '../learning/note-outcomes.ts';
import { applyReceipts } from '../receipts/apply-receipts.ts';
import { keepReceipts, type ReferredReceipt } from '../receipts/record-receipts.ts';

/** Receipts of a batch that are not in this worker's memory, and the references that were written with it. */
export interface Late {
  receipts: readonly ReferredReceipt[];
  refs: readonly string[];
}

// Longer than a transaction of another worker takes.
const LOOK_AGAIN_MS = 1000;

/**
 * Applies receipts whose submission another process made or wrote in between, and those that came before the submissions written just
 * now. In a transaction of its own: two workers that hold receipts for each other's messages would wait for each other in a circle.
 */
export function createLateReceipts(services: Services): (late: Late) => Promise<void> {
  const { database, ids, log } = services;
  async function applyLate({ receipts, refs }: Late): Promise<void> {
    const early = refs.length > 0 && (await hasOrphans(database.sql));
    if (receipts.length === 0 && !early) return;
    const { orphans, noted } = await database.sql.begin(async (tx) => {
      const arrived = early ? await takeOrphans(tx, refs, refs.length * 10) : [];
      return applyReceipts(tx, services, [...(await keepReceipts(tx, ids, receipts)), ...arrived]);
    });
    for (const receipt of noted) noteReceipt(services, receipt);
    if (receipts.length > 0) lookAgain(orphans);
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
