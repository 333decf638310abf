import { encodeId, type InvitationView, type MembersView, type Role, SignalboxError } from '@signalbox/contracts';
import {
  changeRoleRow,
  deleteLoneUser,
  type InvitationRow,
  type MemberChange,
  type MemberRow,
  readInvitations,
  readMemberSignIns,
  removeMemberRow,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { maskMailbox } from './mask-mailbox.ts';

/** An invitation as the console shows it. */
export const invitationView = (row: InvitationRow): InvitationView => ({
  id: encodeId('invitation', row.id),
  email: row.email,
  role: row.role,
  created_at: row.createdAt.toISOString(),
  expires_at: row.expiresAt.toISOString(),
  is_expired: row.isExpired,
});

/** The people of the workspace and its open invitations. */
export async function listMembers({ ctx }: { ctx: RequestContext; input: object }): Promise<MembersView> {
  const workspace = ctx.workspace.number;
  return inWorkspace(ctx, async (tx, asOwner) => {
    const invitations = await readInvitations(tx, workspace);
    // How people sign in is behind the wall.
    await asOwner();
    const members = await readMemberSignIns(tx, workspace);
    return {
      members: members.map((row) => ({
        user_id: row.userId,
        name: row.name,
        email: row.email,
        role: row.role,
        joined_at: row.joinedAt.toISOString(),
        has_second_factor: row.hasSecondFactor,
        has_password: row.hasPassword,
      })),
      invitations: invitations.map(invitationView),
    };
  });
}

/** What the member was before a change that was done; a refusal when it was not. */
function assertDone(change: MemberChange, path: string): MemberRow {
  if (change.kind === 'done') return change.before;
  if (change.kind === 'absent')
    throw new SignalboxError('not_found', { detail: 'There is no such person in this workspace.' });
  throw refuseField(path, 'last_owner', 'This is the last owner of the workspace; make somebody else an owner first.');
}

const objectOf = ({ userId, name }: MemberRow) => ({ kind: 'user', id: userId, name }) as const;
const factsOf = ({ email, role }: MemberRow) => ({ email: maskMailbox(email), role });

/** Gives a person another role; it holds for the next call of every open session. The last owner is refused as a field at fault. */
export async function changeRole({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { user_id: string; role: Role };
}): Promise<null> {
  const { user_id: userId, role } = input;
  await inWorkspace(ctx, async (tx) => {
    const before = assertDone(await changeRoleRow(tx, ctx.workspace.number, { userId, role }), 'role');
    await recordAudit(tx, ctx, {
      action: 'member.role_changed',
      object: objectOf(before),
      before: factsOf(before),
      after: factsOf({ ...before, role }),
      environment: null,
    });
  });
  return null;
}

/** Takes a person out of the workspace: sessions end at once, and an account that belongs nowhere any more is deleted. */
export async function removeMember({ ctx, input }: { ctx: RequestContext; input: { user_id: string } }): Promise<null> {
  await inWorkspace(ctx, async (tx, asOwner) => {
    const before = assertDone(await removeMemberRow(tx, ctx.workspace.number, input.user_id), 'user_id');
    await asOwner();
    await deleteLoneUser(tx, input.user_id);
    await recordAudit(tx, ctx, {
      action: 'member.removed',
      object: objectOf(before),
      before: factsOf(before),
      after: null,
      environment: null,
    });
  });
  return null;
}
