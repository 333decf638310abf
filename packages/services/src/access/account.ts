import {
  type AccountView,
  type AuditAction,
  decodeId,
  type EndedSessionsView,
  encodeId,
  SignalboxError,
} from '@signalbox/contracts';
import {
  endOtherSessionRows,
  endSessionRow,
  readPasskeys,
  readProfile,
  readSessions,
  renamePasskeyRow,
  renameUser,
  type SessionRef,
  type SqlRunner,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import type { SignedInSession } from './auth.ts';
import { passkeysAt } from './passkeys.ts';

/** A call of a signed-in person, and by which session. Both come from the cookie, never from what was sent. */
type OwnContext = RequestContext & { session: SignedInSession };

const refOf = ({ actor, session }: OwnContext): SessionRef => ({ id: session.id, userId: actor.id });

const gone = (): SignalboxError => new SignalboxError('not_found', { detail: 'This account is no longer there.' });

/**
 * The account of the person who asks, with passkeys and open sessions. Their tokens stay in the database. A session that a single sign-on
 * opened sees what that one opened: other organisations of the person are none of its business.
 */
export async function readOwnAccount({ ctx }: { ctx: OwnContext; input: object }): Promise<AccountView> {
  const { sql } = ctx.services.database;
  const isOwn = ctx.session.organisation === null;
  const [profile, passkeys, sessions] = await Promise.all([
    readProfile(sql, refOf(ctx)),
    isOwn ? readPasskeys(sql, ctx.actor.id) : [],
    readSessions(sql, refOf(ctx)),
  ]);
  if (profile === undefined) throw gone();
  return {
    name: profile.name,
    email: profile.email,
    has_second_factor: profile.hasSecondFactor,
    passkeys_at: passkeysAt(ctx.services.consoleUrl),
    passkeys: passkeys.map((row) => ({
      id: encodeId('passkey', row.id),
      name: row.name,
      created_at: row.createdAt.toISOString(),
      last_used_at: row.lastUsedAt?.toISOString() ?? null,
      is_backed_up: row.isBackedUp,
    })),
    signed_in_through: profile.signedInThrough,
    sessions: sessions.map((row) => ({
      id: row.id,
      user_agent: row.userAgent,
      address: row.address,
      signed_in_at: row.signedInAt.toISOString(),
      last_seen_at: row.lastSeenAt.toISOString(),
      method: row.method,
      is_current: row.id === ctx.session.id,
    })),
  };
}

/** What a change of the own account is in the audit log. */
interface OwnChange {
  action: AuditAction;
  before: object | null;
  after: object | null;
}

/** Changes something of the own account, which no tenant may, and records it in the same transaction; null when nothing was changed. */
async function changeOwn(ctx: OwnContext, change: (tx: SqlRunner) => Promise<OwnChange | null>): Promise<void> {
  await inWorkspace(ctx, async (tx, asOwner) => {
    await asOwner();
    const done = await change(tx);
    if (done === null) return;
    const object = { kind: 'user', id: ctx.actor.id, name: ctx.actor.name } as const;
    await recordAudit(tx, ctx, { ...done, object, environment: null });
  });
}

/** What is of the person and not of one organisation is left alone by a session that a single sign-on opened. */
function assertOwn({ session }: OwnContext): void {
  if (session.organisation === null) return;
  throw new SignalboxError('forbidden', {
    detail: 'You signed in through your organisation: your name and your ways to sign in come from there.',
  });
}

/** Gives a passkey of the person who asks another name. */
export async function renameOwnPasskey({
  ctx,
  input,
}: {
  ctx: OwnContext;
  input: { passkey_id: string; name: string };
}): Promise<null> {
  assertOwn(ctx);
  const id = decodeId('passkey', input.passkey_id);
  const { name } = input;
  await changeOwn(ctx, async (tx) => {
    const before = id === undefined ? undefined : await renamePasskeyRow(tx, { userId: ctx.actor.id, id, name });
    if (before === undefined) throw new SignalboxError('not_found', { detail: 'You have no passkey with this id.' });
    return { action: 'account.changed', before: { passkey: before }, after: { passkey: name } };
  });
  return null;
}

/** Gives the person who asks another name. */
export async function renameOwnAccount({ ctx, input }: { ctx: OwnContext; input: { name: string } }): Promise<null> {
  assertOwn(ctx);
  await changeOwn(ctx, async (tx) => {
    const before = await renameUser(tx, ctx.actor.id, input.name);
    if (before === undefined) throw gone();
    return { action: 'account.changed', before: { name: before }, after: { name: input.name } };
  });
  return null;
}

/** Ends a session of the person who asks, at once. One of somebody else is as one that is not there. */
export async function endOwnSession({ ctx, input }: { ctx: OwnContext; input: { session_id: string } }): Promise<null> {
  await changeOwn(ctx, async (tx) => {
    const before = await endSessionRow(tx, refOf(ctx), input.session_id);
    if (before === undefined) {
      throw new SignalboxError('not_found', { detail: 'This session has ended already, or is not yours.' });
    }
    return { action: 'session.revoked', before, after: null };
  });
  return null;
}

/** Ends every session of the person who asks but the one that asks. */
export async function endOtherSessions({ ctx }: { ctx: OwnContext; input: object }): Promise<EndedSessionsView> {
  let ended = 0;
  await changeOwn(ctx, async (tx) => {
    ended = await endOtherSessionRows(tx, refOf(ctx));
    return ended === 0 ? null : { action: 'session.revoked', before: { sessions: ended + 1 }, after: { sessions: 1 } };
  });
  return { ended };
}
