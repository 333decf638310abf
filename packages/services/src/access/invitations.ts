import { createHash } from 'node:crypto';
import {
  type AcceptInvitationInput,
  type CreatedInvitationView,
  decodeId,
  encodeId,
  type Locale,
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
  switchSession,
  type TakenInvitation,
  takeInvitation,
  takeOwnInvitation,
} from '@signalbox/db';
import { type AuditChange, recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { maskMailbox } from './mask-mailbox.ts';
import { invitationView } from './members.ts';
import { writeInvitation } from './system-mail.ts';

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

/**
 * Invites an address to a role. The token is in this answer and in the mail to the address, where system mail is set up, and nowhere else:
 * whoever holds it may join, once, within seven days.
 */
export async function createInvitation({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { email: string; role: Role; locale: Locale };
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
    const { email, role } = input;
    const made = await putInvitation(tx, { id: ids.next(), workspace, email, role, tokenHash: hashToken(token) });
    await recordAudit(tx, ctx, {
      action: 'invitation.created',
      object: objectOf(made),
      before: earlier === undefined ? null : factsOf(earlier),
      after: factsOf(made),
      environment: null,
    });
    return made;
  });
  return { invitation: invitationView(row), token, mailed: await mailInvitation(ctx, input, token) };
}

/** Mails the link, after the commit; false when no mail server took it: the person who invites hands the link over then. */
async function mailInvitation(
  { services, workspace }: RequestContext,
  { email, locale }: { email: string; locale: Locale },
  token: string,
): Promise<boolean> {
  if (services.sendSystemMail === undefined) return false;
  const link = `${services.consoleUrl}/${locale}/join#${token}`;
  try {
    await services.sendSystemMail({ to: email, ...writeInvitation(locale, workspace.name, link) });
    return true;
  } catch (error) {
    services.log.error('The mail of an invitation was not sent.', { error });
    return false;
  }
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

const joinedChange = (userId: string, name: string, taken: TakenInvitation): AuditChange => ({
  action: 'member.joined',
  object: { kind: 'user', id: userId, name },
  before: null,
  after: {
    email: maskMailbox(taken.email),
    role: taken.role,
    invitation_id: encodeId('invitation', taken.id),
  },
});

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
  const { hasAccount, signOn, ...rest } = found;
  return {
    ...rest,
    has_account: hasAccount,
    single_sign_on:
      signOn === null ? null : { organisation_id: encodeId('organisation', signOn.organisationId), name: signOn.name },
  };
}

/**
 * Takes an invitation for the person who is signed in: the account stays as it is, the session goes on in the workspace. The invitation must
 * be of the address the person signs in with; `forbidden` otherwise, and it is not used up.
 */
export async function joinWorkspace({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { token: string; sessionId: string };
}): Promise<{ workspace_id: string }> {
  const userId = ctx.actor.kind === 'user' ? ctx.actor.id : '';
  const joined = await ctx.services.database.sql.begin(async (tx) => {
    const session = { id: input.sessionId, userId };
    const taken = await takeOwnInvitation(tx, { tokenHash: hashToken(input.token), session });
    if (typeof taken === 'string') return taken;
    await switchSession(tx, session, taken.workspaceId);
    // In the log of the workspace that is joined, whichever the session worked in.
    const workspace = { number: taken.workspace, id: taken.workspaceId };
    await recordAudit(tx, { ...ctx, workspace, environment: null }, joinedChange(userId, ctx.actor.name, taken));
    return taken;
  });
  if (joined === 'absent') throw noInvitation();
  if (joined === 'other_address') {
    throw new SignalboxError('forbidden', {
      detail: 'This invitation is of another address. Sign in with the address it was sent to.',
    });
  }
  if (joined === 'out_of_reach') {
    throw new SignalboxError('forbidden', {
      detail: 'You signed in through another organisation. Sign in with your password or passkey to join this one.',
    });
  }
  return { workspace_id: encodeId('workspace', joined.workspaceId) };
}

/**
 * Makes the account of an invited person and uses the invitation up. `conflict` when somebody signs in with the address already: that
 * person joins by `joinWorkspace`.
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
      joinedChange(userId, name, taken),
    );
  });
  if (outcome === 'absent') throw noInvitation();
  if (outcome === 'account_exists') {
    throw new SignalboxError('conflict', {
      detail: 'Somebody signs in with this address already. Sign in with it and open the invitation again.',
    });
  }
  return { email };
}
