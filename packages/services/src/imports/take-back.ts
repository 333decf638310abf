import { encodeId } from '@signalbox/contracts';
import { judgeUndo } from '@signalbox/core';
import {
  addUndone,
  findImport,
  findOptInList,
  type ImportRow,
  moveImport,
  type OptInListRow,
  passTurnstile,
  readConsentsBeside,
  readImportRanges,
  removeMembersOf,
  saveListMembers,
  type Transaction,
  takeStepToUndo,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import { appendEvents } from '../consent/append.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';

const SOURCE = 'import undone';

/** Takes back what an import stored, step by step: one that was taken back is not again, whoever goes on. */
export async function takeBack(ctx: RequestContext, row: ImportRow): Promise<void> {
  const workspace = ctx.workspace.number;
  const place = { workspace, environment: ctx.environment, id: row.id };
  const list = await inWorkspace(ctx, (tx) => findOptInList(tx, workspace, ctx.environment, row.list));
  if (list === undefined) return;
  const ranges = await inWorkspace(ctx, (tx) => readImportRanges(tx, workspace, row.id));
  for (const { n } of ranges.filter(({ isUndone }) => !isUndone))
    await inWorkspace(ctx, (tx) => takeBackStep(tx, ctx, { row, list, ranges, n }));
  await inWorkspace(ctx, async (tx) => {
    const now = await findImport(tx, { ...place, lock: true });
    if (now?.state !== 'undoing') return;
    await moveImport(tx, workspace, { id: row.id, state: 'undone', isEnd: true });
    await recordAudit(tx, ctx, {
      action: 'import.undone',
      object: { kind: 'import', id: encodeId('contactImport', row.id), name: row.fileName },
      before: { ...row.counts },
      after: { ...(now.undone ?? { withdrawn: 0, left: 0 }) },
    });
  });
}

/** A step, in one transaction behind the turnstile: a claim that commits later has seen the withdrawals. */
async function takeBackStep(
  tx: Transaction,
  ctx: RequestContext,
  of: { row: ImportRow; list: OptInListRow; ranges: readonly { n: number; first: number; last: number }[]; n: number },
): Promise<void> {
  const { list, n, ranges, row } = of;
  const workspace = ctx.workspace.number;
  const range = ranges.find((one) => one.n === n);
  await passTurnstile(tx, workspace, true);
  if (range === undefined || !(await takeStepToUndo(tx, workspace, row.id, n))) return;
  const { channel, purpose, topic } = list;
  const beside = { environment: ctx.environment, channel, purpose, first: range.first, last: range.last };
  const entries = (await readConsentsBeside(tx, workspace, beside)).filter(({ source }) => source !== SOURCE);
  const byPerson = Map.groupBy(entries, ({ address }) => address);
  const isOurs = (seq: number) => ranges.some(({ first, last }) => first <= seq && seq <= last);
  const imported = entries.filter(({ seq }) => range.first <= seq && seq <= range.last);
  const judged = imported.map((entry) => ({
    entry,
    verdict: judgeUndo(byPerson.get(entry.address) ?? [], entry, isOurs),
  }));
  const back = judged.filter(({ verdict }) => verdict === 'withdraw');
  const agreed = judged.filter(({ verdict }) => verdict === 'agreed_before').map(({ entry }) => entry);
  // Who was on the list before is again by the consent of then; who only agreed elsewhere leaves it.
  const before = new Map(
    entries
      .filter((one) => one.list === list.id && one.state === 'granted' && !isOurs(one.seq))
      .map((one) => [one.address, one]),
  );
  const publicId = encodeId('contactImport', row.id);
  await removeMembersOf(
    tx,
    workspace,
    list.id,
    agreed.filter(({ address }) => !before.has(address)),
  );
  const again = agreed.flatMap(({ address }) => before.get(address) ?? []);
  await saveListMembers(
    tx,
    workspace,
    again.map(({ address, atMs, id, locale, source }) => ({
      ...{
        address,
        state: 'confirmed',
        source,
        sinceMs: atMs,
        confirmByMs: null,
        message: null,
        proof: null,
        consent: id,
      },
      list: list.id,
      locale: locale ?? 'en',
    })),
  );
  const withdrawn = await appendEvents(
    tx,
    ctx,
    back.map(({ entry: { address, locale } }) => ({
      ...{ channel, address, state: 'withdrawn', source: SOURCE, atMs: ctx.services.world.nowMs(), purpose, topic },
      ...{ list: list.id, locale, wordingText: null, wordingVersion: null, jurisdiction: null },
      proof: { import: publicId },
      occasion: `undo ${publicId}`,
    })),
  );
  await addUndone(tx, workspace, row.id, {
    withdrawn: withdrawn.filter(({ added }) => added).length,
    left: judged.length - back.length,
  });
}
