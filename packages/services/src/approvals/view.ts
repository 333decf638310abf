import { type ApprovalRequestView, encodeId } from '@signalbox/contracts';
import type { ApprovalRow } from '@signalbox/db';
import { instantText } from '../instant-text.ts';
import { viewActor } from '../people/person-of.ts';

/** A request as it is told at this instant: one that waited too long is expired. */
export function viewApproval(row: ApprovalRow, nowMs: number): ApprovalRequestView {
  const isExpired = row.state === 'waiting' && row.expiresAtMs <= nowMs;
  return {
    id: encodeId('approval', row.id),
    action: row.action,
    state: isExpired ? 'expired' : row.state,
    environment: row.environment,
    object: { id: row.object, name: row.name },
    reason: row.reason,
    before: row.before,
    after: row.after,
    asked_by: viewActor(row.asked),
    decided_by: row.decided === null ? null : viewActor(row.decided),
    comment: row.comment,
    created_at: new Date(row.createdAtMs).toISOString(),
    expires_at: new Date(row.expiresAtMs).toISOString(),
    ended_at: instantText(isExpired ? row.expiresAtMs : row.endedAtMs),
    usable_until: instantText(row.usableUntilMs),
  };
}

/** A request as the audit log names it. */
export const approvalObject = ({ id, name, action }: Pick<ApprovalRow, 'id' | 'name' | 'action'>) =>
  ({ kind: 'approval', id: encodeId('approval', id), name: name === '' ? action : name }) as const;

/** What the audit log keeps of a request; what changes is told again by the entry of the change. */
export const approvalFacts = (row: ApprovalRow): object => ({
  action: row.action,
  object: row.object,
  state: row.state,
  asked_by: row.asked.id,
  reason: row.reason,
  ...(row.comment === null ? {} : { comment: row.comment }),
  ...(row.state === 'waiting' ? { before: row.before, after: row.after } : {}),
});
