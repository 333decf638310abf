import { AUDIT_RULE, type AuditExport, type ExportAuditQuery, encodeId } from '@signalbox/contracts';
import { readAuditChain, readAuditHead } from '@signalbox/db';
import { useApproval, WHOLE_LOG } from '../approvals/assert-approved.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { assertLive, LOG_OF_BOTH } from './assert-live.ts';
import { viewEntry } from './spell.ts';

/** A part of the chain of the workspace, oldest first, with its head and the rule by which anybody can check it. */
export async function exportAudit({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ExportAuditQuery;
}): Promise<AuditExport> {
  assertLive(ctx, LOG_OF_BOTH);
  const { workspace } = ctx;
  return inWorkspace(ctx, async (tx) => {
    const log = { kind: 'exports', action: 'export.audit', environment: null, object: WHOLE_LOG } as const;
    await useApproval(tx, ctx, log, input.after === 0);
    const head = (await readAuditHead(tx, workspace.number)) ?? null;
    const rows = head === null ? [] : await readAuditChain(tx, workspace.number, input.after, head.seq, input.limit);
    const last = rows.at(-1);
    return {
      workspace_id: encodeId('workspace', workspace.id),
      rule: AUDIT_RULE,
      head,
      data: rows.map(viewEntry),
      next_after: last !== undefined && head !== null && last.seq < head.seq ? last.seq : null,
    };
  });
}
