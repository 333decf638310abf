import { type Role, type SecondFactorNeed, SignalboxError, SignInMethod, type UuidSource } from '@signalbox/contracts';
import {
  type Database,
  type MembershipRow,
  readFactors,
  readMembership,
  schema,
  takeCode,
  touchSession,
} from '@signalbox/db';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { createAuthMiddleware } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Log, World } from '../clock.ts';
import type { Sealer } from '../secrets.ts';
import { authLogTo } from './auth-log.ts';
import { isAuthRoute } from './auth-routes.ts';
import { createPasskeys } from './passkeys.ts';
import { createPasswordReset } from './password-reset.ts';
import { createSessionMarks, SESSION_FIELDS } from './session-marks.ts';
import { createSignInLimits } from './sign-in-limits.ts';
import type { IdentityClient } from './sign-on/identity-client.ts';
import { createSignOn } from './sign-on/sign-on.ts';
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
  session: SignedInSession;
  user: { id: string; name: string; email: string };
  workspace: { number: number; id: string; name: string };
  role: Role;
  /** What must be done before this workspace answers anything; null when nothing must. */
  secondFactorNeeded: SecondFactorNeed | null;
}

/** The session of a call; its token is in the cookie alone. */
export interface SignedInSession {
  id: string;
  method: SignInMethod;
  /** Whether a second factor was proved when it was opened. */
  hasProved: boolean;
  /** Whose single sign-on opened it, by the number of the organisation: it reaches no other workspace. Null for any other. */
  organisation: number | null;
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
  ids: UuidSource;
  world: World;
  sealer: Sealer;
  /** Speaks with the identity providers of organisations. */
  identityClient: IdentityClient;
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

/** What a session has to do before a workspace of an organisation that requires a second factor answers it. */
async function needOf(database: Database, userId: string, membership: MembershipRow): Promise<SecondFactorNeed | null> {
  if (!membership.requiresSecondFactor || membership.hasProved) return null;
  if (membership.organisation !== null) return 'other_way';
  const { hasAuthenticator, passkeys } = await readFactors(database.sql, userId);
  return hasAuthenticator || passkeys > 0 ? 'prove' : 'set_up';
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
      additionalFields: SESSION_FIELDS,
    },
    databaseHooks: { session: { create: { before: createSessionMarks(database) } } },
    // Names of short-lived proofs are their secrets: only their hashes are stored.
    verification: { storeIdentifier: 'hashed' },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customStorage: createSignInLimits(options.world.nowMs),
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/change-password': { window: 60, max: 10 },
        '/password-reset': { window: 60, max: 5 },
        '/reset-password': { window: 60, max: 10 },
        '/two-factor/*': { window: 60, max: 20 },
        '/passkey/*': { window: 60, max: 30 },
        // Nothing is guessed here, and a whole office comes from one address.
        '/single-sign-on': { window: 60, max: 60 },
        '/single-sign-on/*': { window: 60, max: 120 },
      },
    },
    hooks: { before: fixWhatIsNotChosen(database) },
    plugins: [
      twoFactor({ issuer: 'Signalbox' }),
      reset.plugin,
      createPasskeys({ database, ids: options.ids, origins: options.trustedOrigins }),
      createSignOn({ ...options, consoleUrl, client: options.identityClient }),
    ],
    advanced: {
      cookiePrefix: 'signalbox',
      useSecureCookies: options.trustedOrigins.every((o) => o.startsWith('https:')),
      // Said, because the library skips both under a test runner.
      disableOriginCheck: false,
      disableCSRFCheck: false,
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
      const { id: sessionId, lastSeenAt, method } = found.session;
      if (Date.now() - (lastSeenAt?.getTime() ?? 0) > TOUCH_AFTER_MS) await touchSession(database.sql, sessionId);
      const { role, number, hasProved, organisation } = membership;
      const { id, name, email } = found.user;
      return {
        session: { id: sessionId, method: SignInMethod.parse(method), hasProved, organisation },
        user: { id, name, email },
        workspace: { number, id: membership.id, name: membership.name },
        role,
        secondFactorNeeded: await needOf(database, id, membership),
      };
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
        if (held && !isHeld) await context.internalAdapter.updatePassword(id, await context.password.hash(password));
        // Somebody whom a single sign-on let in has none to change.
        if (!held) await linkPassword(context, id, await context.password.hash(password));
        return { id };
      }
      const hash = await context.password.hash(password);
      const user = await context.internalAdapter.createUser({ email, name, emailVerified: true }, { method: 'admin' });
      await linkPassword(context, user.id, hash);
      return { id: user.id };
    },
  };
}

type Links = { internalAdapter: { linkAccount(account: PasswordAccount): Promise<unknown> } };
type PasswordAccount = { userId: string; providerId: string; accountId: string; password: string };

/** Lets a person sign in with a password. */
async function linkPassword({ internalAdapter }: Links, userId: string, password: string): Promise<void> {
  await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password });
}
