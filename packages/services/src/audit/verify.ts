import { AUDIT_ROOT, type AuditVerdict, encodeId } from '@signalbox/contracts';
import { type AuditHead, type AuditRow, readAuditChain, readAuditHead } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { assertLive, LOG_OF_BOTH } from './assert-live.ts';
import { entryOf, hashEntry, spellEntry } from './spell.ts';

const PAGE = 2000;

type Broken = NonNullable<AuditVerdict['broken']>;

/**
 * Walks the whole chain of the workspace and names the first entry that does not fit. Entries that are written meanwhile are not waited
 * for: what is checked is what was there at the beginning.
 */
export async function verifyAudit({ ctx }: { ctx: RequestContext; input: object }): Promise<AuditVerdict> {
  assertLive(ctx, LOG_OF_BOTH);
  const workspace = ctx.workspace.number;
  const head = (await inWorkspace(ctx, (tx) => readAuditHead(tx, workspace))) ?? null;
  let before: AuditHead = { seq: 0, hash: AUDIT_ROOT };
  let broken: Broken | null = null;
  while (head !== null && broken === null && before.seq < head.seq) {
    const after = before.seq;
    const rows = await inWorkspace(ctx, (tx) => readAuditChain(tx, workspace, after, head.seq, PAGE));
    if (rows.length === 0) broken = { seq: before.seq + 1, id: null, how: 'missing' };
    for (const row of rows) {
      broken = faultOf(row, before);
      if (broken !== null) break;
      before = { seq: row.seq, hash: row.hash };
    }
  }
  // The head is kept apart: it tells when the newest entries were dropped or written anew.
  if (broken === null && head !== null && head.hash !== before.hash)
    broken = { seq: head.seq, id: null, how: 'changed' };
  return {
    intact: broken === null,
    entries: before.seq,
    head,
    broken,
    checked_at: new Date(ctx.services.world.nowMs()).toISOString(),
  };
}

function faultOf(row: AuditRow, before: AuditHead): Broken | null {
  if (row.seq !== before.seq + 1) return { seq: before.seq + 1, id: null, how: 'missing' };
  const id = encodeId('auditEntry', row.id);
  if (hashEntry(row.prevHash, row.seq, spellEntry(entryOf(row))) !== row.hash)
    return { seq: row.seq, id, how: 'changed' };
  return row.prevHash === before.hash ? null : { seq: row.seq, id, how: 'moved' };
}
