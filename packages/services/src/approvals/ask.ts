import {
  APPROVAL_WAITS_DAYS,
  type ApprovalRequestView,
  type ApprovalWanted,
  SignalboxError,
} from '@signalbox/contracts';
import { type ApprovalRow, insertApproval, readHeldApproval } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { actorOf } from '../people/person-of.ts';
import { inWorkspace } from '../tenant.ts';
import { APPROVAL_RULES, judgeWanted } from './kinds.ts';
import { needsSecondPerson } from './second-person.ts';
import { approvalFacts, approvalObject, viewApproval } from './view.ts';

const DAY_MS = 86_400_000;

/**
 * Asks for what a second person approves. It is judged by the rules of doing it at once, and refused as that would be; nothing changes yet. Of
 * an export or an address that the person asked for and still waits for, or may see, that request is answered. Throws `conflict` where the workspace
 * wants no second person.
 */
export async function askApproval({
  ctx,
  input: { reason, wanted },
}: {
  ctx: RequestContext;
  input: { reason: string; wanted: ApprovalWanted };
}): Promise<ApprovalRequestView> {
  const nowMs = ctx.services.world.nowMs();
  const workspace = ctx.workspace.number;
  const { action } = wanted;
  const { kind } = APPROVAL_RULES[action];
  const row = await inWorkspace(ctx, async (tx): Promise<ApprovalRow> => {
    if (!(await needsSecondPerson(tx, workspace, kind))) {
      throw new SignalboxError('conflict', {
        detail: 'This workspace wants no second person for this any more: reload the page and do it at once.',
      });
    }
    const { object, before, after, change, ...about } = await judgeWanted(tx, ctx, wanted);
    if (change === null && object !== null) {
      const by = { environment: about.environment, action, object, askedBy: ctx.actor.id, nowMs };
      const held = await readHeldApproval(tx, workspace, by);
      if (held !== undefined) return held;
    }
    const asked: ApprovalRow = {
      ...{ id: ctx.services.ids.next(), ...about, action, state: 'waiting', object, reason },
      wanted: change?.wanted ?? null,
      ...{ before: before as ApprovalRow['before'], after: after as ApprovalRow['after'], asked: actorOf(ctx) },
      ...{ decided: null, comment: null, endedAtMs: null, usableUntilMs: null },
      ...{ createdAtMs: nowMs, expiresAtMs: nowMs + APPROVAL_WAITS_DAYS * DAY_MS },
    };
    await insertApproval(tx, workspace, asked);
    await recordAudit(tx, ctx, {
      action: 'approval.asked',
      object: approvalObject(asked),
      before: null,
      after: approvalFacts(asked),
      environment: asked.environment,
    });
    return asked;
  });
  return viewApproval(row, nowMs);
}
