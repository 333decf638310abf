import { isDeepStrictEqual } from 'node:util';
import {
  APPROVAL_LASTS_HOURS,
  type ApprovalChange,
  type ApprovalRequestView,
  type DecideApprovalInput,
  decodeId,
  type Role,
  roleMay,
  SignalboxError,
} from '@signalbox/contracts';
import { type ApprovalRow, endApproval, lockApproval, type SqlRunner, type Transaction } from '@signalbox/db';
import { assertMay } from '../access/assert-may.ts';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { actorOf } from '../people/person-of.ts';
import { inWorkspace } from '../tenant.ts';
import { APPROVAL_RULES, judgeWanted } from './kinds.ts';
import { approvalFacts, approvalObject, viewApproval } from './view.ts';

const HOUR_MS = 3_600_000;

/**
 * What the second person says of a request: a change takes force in the same transaction, an export may be fetched for a while by whoever
 * asked, or it is rejected and why. Throws `not_found` for a request the role does not see, `forbidden` for one's own and for a role that does
 * not decide it, `conflict` for one that is over, or whose object changed since it was asked.
 */
export async function decideApproval({
  ctx,
  input: { role, decision },
}: {
  ctx: RequestContext;
  input: { role: Role; decision: DecideApprovalInput };
}): Promise<ApprovalRequestView> {
  const nowMs = ctx.services.world.nowMs();
  const row = await inWorkspace(ctx, async (tx) => {
    const found = await lockWaiting(tx, ctx, decision.id, role);
    assertMay(role, APPROVAL_RULES[found.action].decides);
    if (found.asked.id === ctx.actor.id) {
      throw new SignalboxError('forbidden', {
        detail: 'You asked for this, and this workspace has it approved by a second person: ask somebody else.',
      });
    }
    const ended = { ...found, decided: actorOf(ctx), endedAtMs: nowMs };
    if (decision.decision === 'reject') {
      return end(tx, ctx, { ...ended, state: 'rejected', comment: decision.comment }, 'approval.rejected');
    }
    if (found.wanted !== null) await takeForce(tx, ctx, found, found.wanted);
    const usableUntilMs = found.wanted === null ? nowMs + APPROVAL_LASTS_HOURS * HOUR_MS : null;
    return end(tx, ctx, { ...ended, state: 'approved', usableUntilMs }, 'approval.approved');
  });
  // A sender is in force for the next decision of every process.
  if (row.state === 'approved' && row.wanted !== null) await ctx.services.config.refresh();
  return viewApproval(row, nowMs);
}

/** Takes a request back; only whoever asked does. */
export async function withdrawApproval({
  ctx,
  input: { role, id },
}: {
  ctx: RequestContext;
  input: { role: Role; id: string };
}): Promise<ApprovalRequestView> {
  const nowMs = ctx.services.world.nowMs();
  const row = await inWorkspace(ctx, async (tx) => {
    const found = await lockWaiting(tx, ctx, id, role);
    if (found.asked.id !== ctx.actor.id) {
      throw new SignalboxError('forbidden', { detail: 'Only who asked for it takes it back; you may reject it.' });
    }
    return end(tx, ctx, { ...found, state: 'withdrawn', endedAtMs: nowMs }, 'approval.withdrawn');
  });
  return viewApproval(row, nowMs);
}

/** Whether somebody sees a request: what they asked for themselves, and what their role may look at. */
export function seesApproval(row: ApprovalRow, by: { id: string; role: Role }): boolean {
  const { sees } = APPROVAL_RULES[row.action];
  return sees === null || row.asked.id === by.id || roleMay(by.role, sees);
}

async function lockWaiting(tx: SqlRunner, ctx: RequestContext, given: string, role: Role): Promise<ApprovalRow> {
  const id = decodeId('approval', given);
  const found = id === undefined ? undefined : await lockApproval(tx, ctx.workspace.number, id);
  if (found === undefined || !seesApproval(found, { id: ctx.actor.id, role })) {
    throw new SignalboxError('not_found', { detail: 'Nothing was asked for under this id.' });
  }
  const { state } = viewApproval(found, ctx.services.world.nowMs());
  if (state !== 'waiting') {
    throw new SignalboxError('conflict', { detail: `The request is ${state}; only one that waits is decided.` });
  }
  return found;
}

/** Does what was asked for, if what stands there is still what the person saw who asked. */
async function takeForce(
  tx: Transaction,
  ctx: RequestContext,
  row: ApprovalRow,
  wanted: ApprovalChange,
): Promise<void> {
  const { before, change } = await judgeWanted(tx, ctx, wanted);
  if (!isDeepStrictEqual(row.before, before === null ? null : JSON.parse(JSON.stringify(before)))) {
    throw new SignalboxError('conflict', {
      detail: 'What this request changes was changed since it was asked: reject it, and have it asked for again.',
    });
  }
  await change?.apply();
}

async function end(
  tx: SqlRunner,
  ctx: RequestContext,
  row: ApprovalRow,
  action: 'approval.approved' | 'approval.rejected' | 'approval.withdrawn',
): Promise<ApprovalRow> {
  await endApproval(tx, ctx.workspace.number, row);
  await recordAudit(tx, ctx, {
    action,
    object: approvalObject(row),
    before: { state: 'waiting' },
    after: approvalFacts(row),
    environment: row.environment,
  });
  return row;
}
