import {
  decodeId,
  encodeId,
  type PriceChangeList,
  PriceCounts,
  type PricesUndone,
  SignalboxError,
} from '@signalbox/contracts';
import { areaOf, overlap } from '@signalbox/core';
import {
  deletePrices,
  insertPriceChange,
  insertPrices,
  lockPriceChange,
  lockPrices,
  markUndone,
  type PriceRow,
  readPriceChanges,
  readPricesOf,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';

const MOST = 100;

/** The newest changes of prices of the environment. */
export async function listPriceChanges({ ctx }: { ctx: RequestContext; input: object }): Promise<PriceChangeList> {
  const place = { workspace: ctx.workspace.number, environment: ctx.environment };
  const rows = await inWorkspace(ctx, (tx) => readPriceChanges(tx, place, MOST));
  const spell = (id: string | null) => (id === null ? null : encodeId('priceChange', id));
  return {
    data: rows.map((row) => ({
      id: encodeId('priceChange', row.id),
      at: new Date(row.atMs).toISOString(),
      actor: { kind: row.actorKind, name: row.actorName },
      file_name: row.fileName,
      counts: PriceCounts.parse(row.counts),
      undoes: spell(row.undoes),
      undone_by: spell(row.undoneBy),
    })),
  };
}

/**
 * Takes a change of prices back: what it removed holds again, what it brought is gone; decisions that were made by its prices keep them in their records.
 * It is a change of its own in the history. Throws `not_found` for one that is not here or taken back already, `conflict` when a later change touched the same prices.
 */
export async function undoPrices({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string };
}): Promise<PricesUndone> {
  const id = decodeId('priceChange', input.id);
  const { services, actor, environment } = ctx;
  const place = { workspace: ctx.workspace.number, environment };
  const undoing = services.ids.next();
  await inWorkspace(ctx, async (tx) => {
    await lockPrices(tx, place, [], 0);
    const change = id === undefined ? undefined : await lockPriceChange(tx, { ...place, id });
    if (change === undefined || change.undoneBy !== null || change.undoes !== null) throw notFound();
    const gone = await deletePrices(tx, place.workspace, change.added);
    if (gone !== change.added.length) throw overtaken();
    const routes = [...new Set(change.removed.map(({ route }) => route))];
    const held = Map.groupBy(await readPricesOf(tx, place.workspace, routes, 0), areaKey);
    // What ended without a successor may have got one since.
    if (change.removed.some((row) => held.get(areaKey(row))?.some((other) => overlap(row, other)))) throw overtaken();
    await insertPrices(tx, change.removed);
    const { counts, fileName } = change;
    await insertPriceChange(tx, {
      id: undoing,
      ...place,
      atMs: services.world.nowMs(),
      actorKind: actor.kind,
      actorName: actor.name,
      fileName,
      counts,
      removed: [],
      added: [],
      undoes: change.id,
      undoneBy: null,
    });
    await markUndone(tx, place.workspace, change.id, undoing);
    await recordAudit(tx, ctx, {
      action: 'prices.undone',
      object: { kind: 'prices', id: encodeId('priceChange', change.id), name: fileName },
      before: counts,
      after: null,
    });
  });
  await services.tariffs.refresh();
  return { change_id: encodeId('priceChange', undoing) };
}

const areaKey = (row: PriceRow): string => `${row.route} ${areaOf(row)}`;

const notFound = (): SignalboxError =>
  new SignalboxError('not_found', { detail: 'There is no such change of prices to take back in this environment.' });

const overtaken = (): SignalboxError =>
  new SignalboxError('conflict', { detail: 'A later change touched the same prices; take that one back first.' });
