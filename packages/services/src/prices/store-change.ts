import { encodeId, type PriceCounts } from '@signalbox/contracts';
import type { PriceDifference, PriceMerge } from '@signalbox/core';
import { deletePrices, insertPriceChange, insertPrices, type PriceRow, type Transaction } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';

/** How many prices get which mark. */
export function countMarks(differences: readonly Pick<PriceDifference, 'mark'>[]): PriceCounts {
  const counts: PriceCounts = { new: 0, dearer: 0, cheaper: 0, changed: 0, ended: 0, unchanged: 0 };
  for (const { mark } of differences) counts[mark] += 1;
  return counts;
}

/** Puts a price list in force, with its place in the history and its audit entry; returns the id of the change, or null where nothing changes. */
export async function storeChange(
  tx: Transaction,
  ctx: RequestContext,
  { merge, fileName, nowMs }: { merge: PriceMerge; fileName: string; nowMs: number },
): Promise<string | null> {
  if (merge.removed.length + merge.added.length === 0) return null;
  const { services, actor, environment } = ctx;
  const workspace = ctx.workspace.number;
  const id = services.ids.next();
  const added = merge.added.map((span): PriceRow => ({ ...span, id: services.ids.next(), workspace }));
  const counts = countMarks(merge.differences);
  await deletePrices(
    tx,
    workspace,
    merge.removed.map((row) => row.id),
  );
  await insertPrices(tx, added);
  await insertPriceChange(tx, {
    id,
    workspace,
    environment,
    atMs: nowMs,
    actorKind: actor.kind,
    actorName: actor.name,
    fileName,
    counts,
    removed: merge.removed.map((span) => ({ ...span, workspace })),
    added: added.map((row) => row.id),
    undoes: null,
    undoneBy: null,
  });
  await recordAudit(tx, ctx, {
    action: 'prices.imported',
    object: { kind: 'prices', id: encodeId('priceChange', id), name: fileName },
    before: null,
    after: counts,
  });
  return id;
}
