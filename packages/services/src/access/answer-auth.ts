import type { AuditAction } from '@signalbox/contracts';
import { type AccountRow, findAccount, readAccount } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import type { Actor } from '../identity.ts';

type AuthContext = Pick<RequestContext, 'services' | 'requestId' | 'address'>;

const SIGN_IN = '/auth/sign-in/email';
const RESET = '/auth/reset-password';
/** Where a sign-in that waits for its second factor ends. */
const SECOND_STEPS: ReadonlySet<string> = new Set([
  '/auth/two-factor/verify-totp',
  '/auth/two-factor/verify-backup-code',
]);
/** What a change of a signed-in person is called; everything else the sign-in library offers is a change of the account. */
const ACTIONS: Readonly<Record<string, AuditAction>> = {
  '/auth/sign-out': 'session.signed_out',
  '/auth/change-password': 'account.password_changed',
};
/** Calls that change nothing: a link that is asked for, and a second factor that is not on before its first code. */
const CHANGE_NOTHING: ReadonlySet<string> = new Set(['/auth/password-reset', '/auth/two-factor/enable']);
const NOBODY: Actor = { kind: 'system', id: 'sign-in', name: 'Sign-in' };

/**
 * Answers a call of sign-in, sign-out and what people do with their own account, and writes it into the audit log of each workspace the
 * person belongs to. Who cannot be recorded does not get in: the cookie is in the answer, which is given after the entry.
 */
export async function answerAuth({ ctx, input }: { ctx: AuthContext; input: Request }): Promise<Response> {
  const { auth } = ctx.services;
  const { pathname } = new URL(input.url);
  if (input.method !== 'POST' || CHANGE_NOTHING.has(pathname)) return auth.handler(input);
  if (pathname === SIGN_IN) return signIn(ctx, input);
  if (pathname === RESET) return resetPassword(ctx, input);
  const signedIn = await auth.userOf(input.headers);
  const response = await auth.handler(input);
  if (!response.ok) return response;
  if (signedIn === undefined) {
    if (SECOND_STEPS.has(pathname)) await recordSignIn(ctx, response);
    return response;
  }
  const action = ACTIONS[pathname] ?? 'account.changed';
  const after = action === 'account.changed' ? { operation: pathname.replace('/auth/', '') } : null;
  await recordFor(ctx, action, signedIn.user.id, after);
  return response;
}

async function signIn(ctx: AuthContext, input: Request): Promise<Response> {
  const { auth, database, log } = ctx.services;
  const { email } = await fieldsOf(input.clone());
  const response = await auth.handler(input);
  if (response.ok) {
    await recordSignIn(ctx, response);
  } else if (response.status === 401 && typeof email === 'string') {
    // Not waited for: the time of the answer must not tell whether somebody signs in with this address.
    findAccount(database.sql, email)
      .then((account) => account && record(ctx, NOBODY, account, 'session.sign_in_failed', null))
      .catch((error) => log.error('A sign-in that failed could not be recorded.', { error }));
  }
  return response;
}

/** Records whom an answer signs in; one that asks for the second factor names nobody. */
async function recordSignIn(ctx: AuthContext, response: Response): Promise<void> {
  const { user } = await fieldsOf(response.clone());
  const { id } = (user ?? {}) as { id?: string };
  if (id !== undefined) await recordFor(ctx, 'session.signed_in', id, null);
}

/** Whose password a link changes is known before it is used up alone. */
async function resetPassword(ctx: AuthContext, input: Request): Promise<Response> {
  const { auth } = ctx.services;
  const { token } = await fieldsOf(input.clone());
  const userId = typeof token === 'string' ? await auth.ownerOfResetToken(token) : undefined;
  const response = await auth.handler(input);
  if (response.ok && userId !== undefined) {
    await recordFor(ctx, 'account.password_changed', userId, { operation: 'reset-password' });
  }
  return response;
}

async function fieldsOf(message: Request | Response): Promise<Record<string, unknown>> {
  const body: unknown = await message.json().catch(() => undefined);
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

async function recordFor(ctx: AuthContext, action: AuditAction, userId: string, after: object | null): Promise<void> {
  const account = await readAccount(ctx.services.database.sql, userId);
  if (account === undefined) return;
  await record(ctx, { kind: 'user', id: userId, name: account.name }, account, action, after);
}

async function record(
  ctx: AuthContext,
  actor: Actor,
  { userId, name, workspaces }: AccountRow,
  action: AuditAction,
  after: object | null,
): Promise<void> {
  const object = { kind: 'user', id: userId, name } as const;
  // In the order of their numbers, so that two sign-ins never wait for each other in a circle.
  await ctx.services.database.sql.begin((tx) =>
    Promise.all(
      workspaces.map((workspace) =>
        recordAudit(tx, { ...ctx, actor, workspace, environment: null }, { action, object, before: null, after }),
      ),
    ),
  );
}
