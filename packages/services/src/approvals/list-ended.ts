import type { ApprovalRequestView, Role } from '@signalbox/contracts';
import { readEndedApprovals } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { seesApproval } from './decide.ts';
import { viewApproval } from './view.ts';

const MOST = 100;
const DAYS = 30;
const DAY_MS = 86_400_000;

/** What was asked for in the last thirty days and is over, as far as the role sees it, the newest first: what became of it, by whom and why. */
export async function listEndedApprovals({
  ctx,
  input: { role },
}: {
  ctx: RequestContext;
  input: { role: Role };
}): Promise<ApprovalRequestView[]> {
  const nowMs = ctx.services.world.nowMs();
  const since = { sinceMs: nowMs - DAYS * DAY_MS, nowMs };
  const rows = await inWorkspace(ctx, (tx) => readEndedApprovals(tx, ctx.workspace.number, since, MOST));
  return rows.filter((row) => seesApproval(row, { id: ctx.actor.id, role })).map((row) => viewApproval(row, nowMs));
}
