import { SignalboxError } from '@signalbox/contracts';
import { type ApprovalRow, readHeldApproval, type SqlRunner } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { needsSecondPerson } from './second-person.ts';
import { approvalFacts, approvalObject } from './view.ts';

/** What the audit log is called as the object of an export. */
export const WHOLE_LOG = 'audit_log';

/** What is looked at, and said where nobody approved it. */
const WORDS = {
  exports: { what: 'exports of personal data', waits: 'This export' },
  reveals: { what: 'reveals of addresses', waits: 'This' },
} as const;

interface LookedAt extends Pick<ApprovalRow, 'action' | 'environment'> {
  kind: keyof typeof WORDS;
  object: string;
}

/**
 * Lets personal data be seen: at once, or where the workspace has it approved by a second person, to whoever asked for this one and only while
 * the approval lasts. Answers with that approval; null where none is needed. Throws `forbidden`.
 */
export async function assertApproved(
  tx: SqlRunner,
  ctx: RequestContext,
  { kind, ...thing }: LookedAt,
): Promise<ApprovalRow | null> {
  const workspace = ctx.workspace.number;
  if (!(await needsSecondPerson(tx, workspace, kind))) return null;
  const by = { ...thing, askedBy: ctx.actor.id, nowMs: ctx.services.world.nowMs() };
  const held = ctx.actor.kind === 'user' ? await readHeldApproval(tx, workspace, by) : undefined;
  if (held?.state === 'approved') return held;
  const { what, waits } = WORDS[kind];
  throw new SignalboxError('forbidden', {
    detail:
      held === undefined
        ? `This workspace has ${what} approved by a second person: ask for it in the console.`
        : `${waits} waits for a second person: it is open to you once it is approved.`,
  });
}

/**
 * The same of something that writes no entry of its own into the audit log: that an approval was used stands there, once a file, whose other parts
 * follow the first.
 */
export async function useApproval(tx: SqlRunner, ctx: RequestContext, of: LookedAt, isFirst = true): Promise<void> {
  const held = await assertApproved(tx, ctx, of);
  if (held === null || !isFirst) return;
  await recordAudit(tx, ctx, {
    action: 'approval.used',
    object: approvalObject(held),
    before: null,
    after: approvalFacts(held),
    environment: held.environment,
  });
}
