import { type AccountView, type AuditAction, type EndedSessionsView, SignalboxError } from '@signalbox/contracts';
import {
  endOtherSessionRows,
  endSessionRow,
  readProfile,
  readSessions,
  renameUser,
  type SqlRunner,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';

/** A call of a signed-in person, and by which session. Both come from the cookie, never from what was sent. */
type OwnContext = RequestContext & { sessionId: string };

const gone = (): SignalboxError => new SignalboxError('not_found', { detail: 'This account is no longer there.' });

/** The account of the person who asks, with the open sessions. Their tokens stay in the database. */
export async function readOwnAccount({ ctx }: { ctx: OwnContext; input: object }): Promise<AccountView> {
  const { sql } = ctx.services.database;
  const [profile, sessions] = await Promise.all([readProfile(sql, ctx.actor.id), readSessions(sql, ctx.actor.id)]);
  if (profile === undefined) throw gone();
  return {
    name: profile.name,
    email: profile.email,
    has_second_factor: profile.hasSecondFactor,
    sessions: sessions.map((row) => ({
      id: row.id,
      user_agent: row.userAgent,
      address: row.address,
      signed_in_at: row.signedInAt.toISOString(),
      last_seen_at: row.lastSeenAt.toISOString(),
      is_current: row.id === ctx.sessionId,
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

/** Gives the person who asks another name. */
export async function renameOwnAccount({ ctx, input }: { ctx: OwnContext; input: { name: string } }): Promise<null> {
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
    const before = await endSessionRow(tx, ctx.actor.id, input.session_id);
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
    ended = await endOtherSessionRows(tx, ctx.actor.id, ctx.sessionId);
    return ended === 0 ? null : { action: 'session.revoked', before: { sessions: ended + 1 }, after: { sessions: 1 } };
  });
  return { ended };
}
