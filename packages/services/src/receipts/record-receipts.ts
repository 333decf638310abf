import type { InboundReceipt, UuidSource } from '@signalbox/contracts';
import { insertReceipts, type NewReceipt, type OrphanReceipt, type SqlRunner, takeOrphans } from '@signalbox/db';
import type { Services } from '../context.ts';
import { refOf } from '../dispatch/ref-registry.ts';
import { noteReceipt } from '../learning/note-outcomes.ts';
import { applyReceipts } from './apply-receipts.ts';

/** The provider something came in from. */
export interface InboundProvider {
  number: number;
  workspace: number;
}

/** Stores receipts and applies them to their messages in one transaction; resolves once they are durable. For processes that did not submit. */
export async function recordReceipts({
  ctx,
  input,
}: {
  ctx: { services: Services };
  input: { provider: InboundProvider; receipts: readonly InboundReceipt[] };
}): Promise<void> {
  const { services } = ctx;
  const { provider, receipts } = input;
  if (receipts.length === 0) return;
  const { number, workspace } = provider;
  const { noted } = await services.database.sql.begin(async (tx) => {
    const given = receipts.map((receipt) => ({
      ...receipt,
      provider: number,
      workspace,
      ref: refOf(number, receipt.ref),
    }));
    return applyReceipts(tx, services, await keepReceipts(tx, services.ids, given));
  });
  for (const receipt of noted) noteReceipt(services, receipt);
}

/** A receipt with the reference it is matched by. */
export type ReferredReceipt = Omit<NewReceipt, 'id'> & { ref: string } & Pick<InboundReceipt, 'reason' | 'network'>;

/** Stores receipts in rows of their own, as they came, and returns them ready to be applied. */
export async function keepReceipts(
  tx: SqlRunner,
  ids: UuidSource,
  receipts: readonly ReferredReceipt[],
): Promise<OrphanReceipt[]> {
  if (receipts.length === 0) return [];
  const kept = receipts.map((receipt) => ({ ...receipt, id: ids.next() }));
  await insertReceipts(tx, kept);
  return kept.map(({ id, workspace, ref, verdict, reason, network }) => ({
    receiptId: id,
    workspace,
    ref,
    verdict,
    reason,
    ...(network === undefined ? {} : { network }),
  }));
}

const ORPHAN_BATCH = 2000;

/** Tries again to match receipts that found no message; those that still find none go back. Returns how many were looked at. */
export async function matchOrphans({ ctx }: { ctx: { services: Services } }): Promise<number> {
  const { services } = ctx;
  const { looked, noted } = await services.database.sql.begin(async (tx) => {
    const orphans = await takeOrphans(tx, null, ORPHAN_BATCH);
    return { looked: orphans.length, noted: (await applyReceipts(tx, services, orphans)).noted };
  });
  for (const receipt of noted) noteReceipt(services, receipt);
  return looked;
}
