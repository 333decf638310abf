import type { AuditAction } from '@signalbox/contracts';
import { type AccountRow, findAccount, readAccount } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import type { Actor } from '../identity.ts';
import { judgeAccountCall } from './second-factor-gate.ts';

type AuthContext = Pick<RequestContext, 'services' | 'requestId' | 'address'>;

const SIGN_IN = '/auth/sign-in/email';
const RESET = '/auth/reset-password';
/** Calls that may end with a new session of somebody who had none in this browser, besides the password itself. */
const SECOND_STEPS: ReadonlySet<string> = new Set([
  '/auth/two-factor/verify-totp',
  '/auth/two-factor/verify-backup-code',
]);
const PASSKEY = '/auth/passkey/sign-in';
/** What a change of a signed-in person is called; everything else the sign-in library offers is a change of the account. */
const ACTIONS: Readonly<Record<string, AuditAction>> = {
  '/auth/sign-out': 'session.signed_out',
  '/auth/change-password': 'account.password_changed',
};
/** Calls that change nothing: a link that is asked for, and a second factor that is not on before its first code. */
const CHANGE_NOTHING: ReadonlySet<string> = new Set([
  '/auth/password-reset',
  '/auth/two-factor/enable',
  '/auth/passkey/registration-options',
  '/auth/passkey/sign-in-options',
  '/auth/single-sign-on',
]);
const NOBODY: Actor = { kind: 'system', id: 'sign-in', name: 'Sign-in' };

/**
 * Answers a call of sign-in, sign-out and what people do with their own account, and writes it into the audit log of each workspace the
 * person belongs to. Who cannot be recorded does not get in: the cookie is in the answer, which is given after the entry.
 */
export async function answerAuth({ ctx, input }: { ctx: AuthContext; input: Request }): Promise<Response> {
  const { auth } = ctx.services;
  const { pathname } = new URL(input.url);
  if (pathname === SIGN_IN) return signIn(ctx, input);
  if (pathname === RESET) return resetPassword(ctx, input);
  if (input.method === 'GET') return comeBack(ctx, input);
  if (pathname === PASSKEY) return recordSignIn(ctx, await auth.handler(input));
  const signedIn = await auth.userOf(input.headers);
  const refusal = signedIn && (await judgeAccountCall(ctx.services, signedIn, pathname));
  if (refusal !== undefined) return Response.json(refusal, { status: 403 });
  const response = await auth.handler(input);
  if (CHANGE_NOTHING.has(pathname)) return response;
  if (!response.ok) return response;
  if (signedIn === undefined) {
    return SECOND_STEPS.has(pathname) ? recordSignIn(ctx, response) : response;
  }
  const action = ACTIONS[pathname] ?? 'account.changed';
  const after = action === 'account.changed' ? { operation: pathname.replace('/auth/', '') } : null;
  await recordFor(ctx, action, signedIn, after);
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

/** A browser that an identity provider sent back is always led to a page, whatever became of the sign-in. */
async function comeBack(ctx: AuthContext, input: Request): Promise<Response> {
  const { auth, consoleUrl } = ctx.services;
  const response = await auth.handler(input);
  if (response.status === 302) return recordSignIn(ctx, response);
  const problem = response.status === 429 ? 'limited' : 'not_reached';
  return new Response(null, { status: 302, headers: { location: `${consoleUrl}/sign-in?problem=${problem}` } });
}

/** Records whom an answer signs in, by the session it hands out; one that asks for the second factor or sends away hands out none. */
async function recordSignIn(ctx: AuthContext, response: Response): Promise<Response> {
  const given = response.headers.getSetCookie().filter((cookie) => !/max-age=0/i.test(cookie));
  if (given.length === 0) return response;
  const cookie = given.map((one) => one.split(';')[0]).join('; ');
  const signedIn = await ctx.services.auth.userOf(new Headers({ cookie }));
  if (signedIn === undefined) return response;
  const { method } = signedIn.session;
  await recordFor(ctx, 'session.signed_in', signedIn, method === 'password' ? null : { by: method });
  return response;
}

/** Whose password a link changes is known before it is used up alone. */
async function resetPassword(ctx: AuthContext, input: Request): Promise<Response> {
  const { auth } = ctx.services;
  const { token } = await fieldsOf(input.clone());
  const userId = typeof token === 'string' ? await auth.ownerOfResetToken(token) : undefined;
  const response = await auth.handler(input);
  if (response.ok && userId !== undefined) {
    await recordFor(ctx, 'account.password_changed', { user: { id: userId } }, { operation: 'reset-password' });
  }
  return response;
}

async function fieldsOf(message: Request | Response): Promise<Record<string, unknown>> {
  const body: unknown = await message.json().catch(() => undefined);
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

/** Whose doing it is, and by which session; what one does that a single sign-on opened is told to no other organisation. */
type Doer = { user: { id: string }; session?: { organisation: number | null } };

async function recordFor(ctx: AuthContext, action: AuditAction, doer: Doer, after: object | null): Promise<void> {
  const { id } = doer.user;
  const account = await readAccount(ctx.services.database.sql, id, doer.session?.organisation ?? null);
  if (account === undefined) return;
  await record(ctx, { kind: 'user', id, name: account.name }, account, action, after);
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
