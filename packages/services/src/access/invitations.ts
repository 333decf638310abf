import { createHash } from 'node:crypto';
import {
  type AcceptInvitationInput,
  type CreatedInvitationView,
  decodeId,
  encodeId,
  type OpenInvitationView,
  type Role,
  SignalboxError,
} from '@signalbox/contracts';
import {
  deleteInvitation,
  findInvitation,
  type InvitationRow,
  putInvitation,
  readInvitations,
  readMembers,
  takeInvitation,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { maskMailbox } from './mask-mailbox.ts';
import { invitationView } from './members.ts';

// The token has 256 random bits, so no slow hash is needed.
const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

const noInvitation = (): SignalboxError =>
  new SignalboxError('not_found', {
    detail: 'This invitation was used or withdrawn, or it is older than seven days. Ask for a new one.',
  });

const objectOf = ({ id, email }: InvitationRow) =>
  ({ kind: 'invitation', id: encodeId('invitation', id), name: maskMailbox(email) }) as const;
const factsOf = ({ email, role, expiresAt }: InvitationRow) => ({
  email: maskMailbox(email),
  role,
  expires_at: expiresAt.toISOString(),
});

/** Invites an address to a role. The token is in this answer and nowhere else: whoever holds it may join, once, within seven days. */
export async function createInvitation({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { email: string; role: Role };
}): Promise<CreatedInvitationView> {
  const { ids, world } = ctx.services;
  const bytes = new Uint8Array(32);
  world.fillRandom(bytes);
  const token = Buffer.from(bytes).toString('base64url');
  const workspace = ctx.workspace.number;
  const row = await inWorkspace(ctx, async (tx) => {
    const members = await readMembers(tx, workspace);
    if (members.some((member) => member.email === input.email)) {
      throw refuseField('email', 'taken', 'This person belongs to the workspace already; change the role instead.');
    }
    const earlier = (await readInvitations(tx, workspace)).find((one) => one.email === input.email);
    const made = await putInvitation(tx, { id: ids.next(), workspace, ...input, tokenHash: hashToken(token) });
    await recordAudit(tx, ctx, {
      action: 'invitation.created',
      object: objectOf(made),
      before: earlier === undefined ? null : factsOf(earlier),
      after: factsOf(made),
      environment: null,
    });
    return made;
  });
  return { invitation: invitationView(row), token };
}

/** Withdraws an invitation: its link leads nowhere from now on. */
export async function withdrawInvitation({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string };
}): Promise<null> {
  const id = decodeId('invitation', input.id);
  const absent = () => new SignalboxError('not_found', { detail: 'There is no invitation with this id.' });
  if (id === undefined) throw absent();
  await inWorkspace(ctx, async (tx) => {
    const before = await deleteInvitation(tx, ctx.workspace.number, id);
    if (before === undefined) throw absent();
    await recordAudit(tx, ctx, {
      action: 'invitation.withdrawn',
      object: objectOf(before),
      before: factsOf(before),
      after: null,
      environment: null,
    });
  });
  return null;
}

/** What a token invites to. Nobody is signed in here: the token is the proof. */
export async function readInvitation({
  ctx,
  input,
}: {
  ctx: Pick<RequestContext, 'services'>;
  input: { token: string };
}): Promise<OpenInvitationView> {
  const found = await findInvitation(ctx.services.database.sql, hashToken(input.token));
  if (found === undefined) throw noInvitation();
  return found;
}

/**
 * Makes the account of an invited person and uses the invitation up. `conflict` when somebody signs in with the address already: one
 * address belongs to one account.
 */
export async function acceptInvitation({
  ctx,
  input,
}: {
  ctx: Pick<RequestContext, 'services' | 'requestId' | 'address'>;
  input: AcceptInvitationInput;
}): Promise<{ email: string }> {
  const { auth, database, ids } = ctx.services;
  // Looked up before the password is hashed: whoever guesses tokens must not cost that much.
  const { email } = await readInvitation({ ctx, input });
  const passwordHash = await auth.hashPassword(input.password);
  const userId = encodeId('user', ids.next());
  const { name } = input;
  const given = { tokenHash: hashToken(input.token), userId, name, passwordHash };
  const outcome = await takeInvitation(database.sql, given, (tx, taken) => {
    const workspace = { number: taken.workspace, id: taken.workspaceId };
    return recordAudit(
      tx,
      { ...ctx, workspace, environment: null, actor: { kind: 'user', id: userId, name } },
      {
        action: 'member.joined',
        object: { kind: 'user', id: userId, name },
        before: null,
        after: {
          email: maskMailbox(taken.email),
          role: taken.role,
          invitation_id: encodeId('invitation', taken.id),
        },
      },
    );
  });
  if (outcome === 'absent') throw noInvitation();
  if (outcome === 'account_exists') {
    throw new SignalboxError('conflict', {
      detail: 'Somebody signs in with this address already. Ask for an invitation of another address.',
    });
  }
  return { email };
}
