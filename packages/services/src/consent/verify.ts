import { AUDIT_ROOT, type ConsentVerdict, encodeId } from '@signalbox/contracts';
import { type ConsentRow, readConsentChain, readConsentHead } from '@signalbox/db';
import { assertLive } from '../audit/assert-live.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { digestOf, hashOf, isPerson, isWording } from './spell.ts';

const PAGE = 2000;

type Broken = NonNullable<ConsentVerdict['broken']>;
interface Link {
  seq: number;
  hash: string;
}

/** Walks the whole consent ledger of the workspace and names the first entry that does not fit; what is written meanwhile is not waited for. */
export async function verifyConsents({ ctx }: { ctx: RequestContext; input: object }): Promise<ConsentVerdict> {
  assertLive(ctx, 'The consent ledger is one chain over both environments: check it with a key of live.');
  const workspace = ctx.workspace.number;
  const head = (await inWorkspace(ctx, (tx) => readConsentHead(tx, workspace))) ?? null;
  let before: Link = { seq: 0, hash: AUDIT_ROOT };
  let broken: Broken | null = null;
  let erased = 0;
  while (head !== null && broken === null && before.seq < head.seq) {
    const after = before.seq;
    const rows = await inWorkspace(ctx, (tx) => readConsentChain(tx, workspace, after, head.seq, PAGE));
    if (rows.length === 0) broken = { seq: before.seq + 1, id: null, how: 'missing' };
    for (const row of rows) {
      broken = faultOf(row, before);
      if (broken !== null) break;
      before = { seq: row.seq, hash: row.hash };
      if (row.salt === null) erased += 1;
    }
  }
  // The head is kept apart: it tells when the newest entries were dropped or written anew.
  if (broken === null && head !== null && head.hash !== before.hash)
    broken = { seq: head.seq, id: null, how: 'changed' };
  return {
    intact: broken === null,
    entries: before.seq,
    erased,
    head,
    broken,
    checked_at: new Date(ctx.services.world.nowMs()).toISOString(),
  };
}

function faultOf(row: ConsentRow, before: Link): Broken | null {
  const { seq } = row;
  if (seq !== before.seq + 1) return { seq: before.seq + 1, id: null, how: 'missing' };
  const id = encodeId('consent', row.id);
  if (hashOf(row.prevHash, seq, digestOf(row)) !== row.hash) return { seq, id, how: 'changed' };
  if (row.prevHash !== before.hash) return { seq, id, how: 'moved' };
  if (!isPerson(row)) return { seq, id, how: 'person' };
  return isWording(row) ? null : { seq, id, how: 'wording' };
}
