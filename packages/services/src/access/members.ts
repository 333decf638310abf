import { encodeId, type InvitationView, type MembersView, type Role, SignalboxError } from '@signalbox/contracts';
import {
  changeRoleRow,
  deleteLoneUser,
  type InvitationRow,
  type MemberChange,
  readInvitations,
  readMembers,
  removeMemberRow,
} from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';

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
  return inWorkspace(ctx, async (tx) => {
    const [members, invitations] = await Promise.all([readMembers(tx, workspace), readInvitations(tx, workspace)]);
    return {
      members: members.map((row) => ({
        user_id: row.userId,
        name: row.name,
        email: row.email,
        role: row.role,
        joined_at: row.joinedAt.toISOString(),
      })),
      invitations: invitations.map(invitationView),
    };
  });
}

function assertDone(change: MemberChange, path: string): void {
  if (change === 'absent')
    throw new SignalboxError('not_found', { detail: 'There is no such person in this workspace.' });
  if (change === 'last_owner') {
    throw refuseField(
      path,
      'last_owner',
      'This is the last owner of the workspace; make somebody else an owner first.',
    );
  }
}

/** Gives a person another role; it holds for the next call of every open session. The last owner is refused as a field at fault. */
export async function changeRole({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { user_id: string; role: Role };
}): Promise<null> {
  const change = { userId: input.user_id, role: input.role };
  assertDone(await inWorkspace(ctx, (tx) => changeRoleRow(tx, ctx.workspace.number, change)), 'role');
  return null;
}

/** Takes a person out of the workspace: sessions end at once, and an account that belongs nowhere any more is deleted. */
export async function removeMember({ ctx, input }: { ctx: RequestContext; input: { user_id: string } }): Promise<null> {
  const change = await inWorkspace(ctx, async (tx, asOwner) => {
    const removed = await removeMemberRow(tx, ctx.workspace.number, input.user_id);
    if (removed !== 'done') return removed;
    await asOwner();
    await deleteLoneUser(tx, input.user_id);
    return removed;
  });
  assertDone(change, 'user_id');
  return null;
}
