import { type Role, SignalboxError } from '@signalbox/contracts';
import { type Database, readMembership, schema, takeCode, touchSession } from '@signalbox/db';
import { betterAuth, type GenericEndpointContext } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { createAuthMiddleware } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Log } from '../clock.ts';
import { authLogTo } from './auth-log.ts';
import { isAuthRoute } from './auth-routes.ts';
import { createPasswordReset } from './password-reset.ts';
import type { SendSystemMail } from './system-mail.ts';

/** Sign-in of people, by better-auth: `handler` serves the calls under `/auth/` that auth-routes.ts names (`not_found` is thrown for any other), `userOf` reads the session cookie of any other request. */
export interface Auth {
  handler(request: Request): Promise<Response>;
  /** The signed-in user and the workspace, or undefined. */
  userOf(headers: Headers): Promise<SignedIn | undefined>;
  /** Hashes a password as sign-in checks it (scrypt, some tens of milliseconds). */
  hashPassword(password: string): Promise<string>;
  /** Makes a user with a password, or sets the password of the user who has the address; for set-up, never for requests. */
  ensureUser(input: { email: string; password: string; name: string }): Promise<{ id: string }>;
  /** Whose password the link with this token changes; undefined when it leads nowhere. */
  ownerOfResetToken(token: string): Promise<string | undefined>;
  /** Resolves when every mail that was begun is handed over or given up. */
  idle(): Promise<void>;
}

/**
 * A signed-in person with the workspace the session works in, and as what. Read anew for each call: a change of role holds at once, and a
 * workspace the person was taken out of is left at once.
 */
export interface SignedIn {
  /** Names the session; its token is in the cookie alone. */
  session: { id: string };
  user: { id: string; name: string; email: string };
  workspace: { number: number; id: string; name: string };
  role: Role;
}

/** What Auth must be told. */
export interface AuthOptions {
  database: Database;
  /** Signs cookies: derived from the master key. */
  secret: string;
  log: Log;
  /** Addresses the console is reached at; other origins may not call with cookies. */
  trustedOrigins: string[];
  /** How mails of the system leave; undefined where none do. */
  sendMail: SendSystemMail | undefined;
}

/** A session is noted as in use when that was not done for so long. */
const TOUCH_AFTER_MS = 60_000;

/** The cookie of a sign-in that waits for its second factor. */
const WAITING_COOKIE = 'two_factor';

/**
 * What a caller must not choose. A new password ends every other session; a browser is never trusted to go without the second factor, a
 * backup code is never used up without a sign-in, and a code of the authenticator signs in once (RFC 6238, section 5.2).
 */
const fixWhatIsNotChosen = (database: Database) =>
  createAuthMiddleware(async (ctx) => {
    const { path } = ctx;
    const given: Record<string, unknown> = typeof ctx.body === 'object' && ctx.body !== null ? ctx.body : {};
    if (path === '/change-password') return { context: { body: { ...given, revokeOtherSessions: true } } };
    if (!path.startsWith('/two-factor/verify-')) return undefined;
    const fixed = { ...given, trustDevice: false, disableSession: false };
    if (path !== '/two-factor/verify-totp' || typeof given.code !== 'string') return { context: { body: fixed } };
    const { internalAdapter, createAuthCookie, secret } = ctx.context;
    const waiting = await ctx.getSignedCookie(createAuthCookie(WAITING_COOKIE).name, secret);
    const proof = waiting ? await internalAdapter.findVerificationValue(waiting) : null;
    const isNew = proof === null || (await takeCode(database.sql, proof.value, given.code.slice(0, 20)));
    // One that was typed before goes on as one that fits nothing, so that it counts as a try.
    return { context: { body: isNew ? fixed : { ...fixed, code: 'typed before' } } };
  });

/** A session that takes the place of another, as after a new password, goes on in its workspace: the page on the screen is of that one. */
async function stayInWorkspace(
  made: { userId: string } & Record<string, unknown>,
  call: GenericEndpointContext | null,
): Promise<{ data: Record<string, unknown> } | undefined> {
  const before = call?.context.session?.session;
  if (before === undefined || before.userId !== made.userId) return undefined;
  return { data: { ...made, activeWorkspace: before.activeWorkspace } };
}

/** Builds Auth. Sessions last a week and renew daily; passwords are hashed by scrypt; sign-up is closed. */
export function createAuth(options: AuthOptions): Auth {
  const { database, log, sendMail } = options;
  const consoleUrl = options.trustedOrigins[0] ?? 'http://127.0.0.1:3000';
  const reset = createPasswordReset({ database, consoleUrl, sendMail, log });
  const auth = betterAuth({
    appName: 'Signalbox',
    basePath: '/auth',
    baseURL: consoleUrl,
    secret: options.secret,
    trustedOrigins: options.trustedOrigins,
    telemetry: { enabled: false },
    logger: { level: 'warn', log: authLogTo(log) },
    database: drizzleAdapter(database.orm, { provider: 'pg', schema }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      revokeSessionsOnPasswordReset: true,
    },
    session: {
      expiresIn: 7 * 86_400,
      updateAge: 86_400,
      additionalFields: {
        lastSeenAt: { type: 'date', required: false, input: false },
        activeWorkspace: { type: 'number', required: false, input: false },
      },
    },
    databaseHooks: { session: { create: { before: stayInWorkspace } } },
    // Names of short-lived proofs are their secrets: only their hashes are stored.
    verification: { storeIdentifier: 'hashed' },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/change-password': { window: 60, max: 10 },
        '/password-reset': { window: 60, max: 5 },
        '/reset-password': { window: 60, max: 10 },
        '/two-factor/*': { window: 60, max: 20 },
      },
    },
    hooks: { before: fixWhatIsNotChosen(database) },
    plugins: [twoFactor({ issuer: 'Signalbox' }), reset.plugin],
    advanced: {
      cookiePrefix: 'signalbox',
      useSecureCookies: options.trustedOrigins.every((o) => o.startsWith('https:')),
    },
  });
  return {
    async handler(request) {
      if (isAuthRoute(request)) return auth.handler(request);
      throw new SignalboxError('not_found', { detail: 'There is nothing at this path.' });
    },
    async userOf(headers) {
      const found = await auth.api.getSession({ headers });
      if (!found) return undefined;
      const membership = await readMembership(database.sql, { id: found.session.id, userId: found.user.id });
      if (membership === undefined) return undefined;
      const { id: sessionId, lastSeenAt } = found.session;
      if (Date.now() - (lastSeenAt?.getTime() ?? 0) > TOUCH_AFTER_MS) await touchSession(database.sql, sessionId);
      const { role, ...workspace } = membership;
      const { id, name, email } = found.user;
      return { session: { id: sessionId }, user: { id, name, email }, workspace, role };
    },
    async ownerOfResetToken(token) {
      const { internalAdapter } = await auth.$context;
      return (await internalAdapter.findVerificationValue(`reset-password:${token}`))?.value;
    },
    idle: () => reset.idle(),
    async hashPassword(password) {
      return (await auth.$context).password.hash(password);
    },
    async ensureUser({ email, password, name }) {
      const context = await auth.$context;
      const existing = await context.internalAdapter.findUserByEmail(email);
      if (existing) {
        const { id } = existing.user;
        const held = await context.internalAdapter.findCredentialAccount(id);
        // A password that is set anew ends the sessions, also when it is the same one.
        const isHeld = held?.password ? await context.password.verify({ hash: held.password, password }) : false;
        if (!isHeld) await context.internalAdapter.updatePassword(id, await context.password.hash(password));
        return { id };
      }
      const hash = await context.password.hash(password);
      const user = await context.internalAdapter.createUser({ email, name, emailVerified: true }, { method: 'admin' });
      await context.internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: hash,
      });
      return { id: user.id };
    },
  };
}
