import type { Role } from '@signalbox/contracts';
import { type Database, readMembership, schema } from '@signalbox/db';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { Log } from '../clock.ts';
import { authLogTo } from './auth-log.ts';

/** Sign-in of people, by better-auth: `handler` serves `/auth/*`, `userOf` reads the session cookie of any other request. */
export interface Auth {
  handler(request: Request): Promise<Response>;
  /** The signed-in user and the workspace, or undefined. */
  userOf(headers: Headers): Promise<SignedIn | undefined>;
  /** Hashes a password as sign-in checks it (scrypt, some tens of milliseconds). */
  hashPassword(password: string): Promise<string>;
  /** Makes a user with a password, or sets the password of the user who has the address; for set-up, never for requests. */
  ensureUser(input: { email: string; password: string; name: string }): Promise<{ id: string }>;
}

/**
 * A signed-in person with the workspace the session works in, and as what. Read anew for each call: a change of role holds at once, and a
 * workspace the person was taken out of is left at once.
 */
export interface SignedIn {
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
}

/** Builds Auth. Sessions last a week and renew daily; passwords are hashed by scrypt; sign-up is closed. */
export function createAuth(options: AuthOptions): Auth {
  const { database } = options;
  const auth = betterAuth({
    appName: 'Signalbox',
    basePath: '/auth',
    baseURL: options.trustedOrigins[0] ?? 'http://127.0.0.1:3000',
    secret: options.secret,
    trustedOrigins: options.trustedOrigins,
    telemetry: { enabled: false },
    logger: { level: 'warn', log: authLogTo(options.log) },
    database: drizzleAdapter(database.orm, { provider: 'pg', schema }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    session: { expiresIn: 7 * 86_400, updateAge: 86_400 },
    rateLimit: { enabled: true, window: 60, max: 300, customRules: { '/sign-in/email': { window: 60, max: 20 } } },
    advanced: {
      cookiePrefix: 'signalbox',
      useSecureCookies: options.trustedOrigins.every((o) => o.startsWith('https:')),
    },
  });
  return {
    handler: (request) => auth.handler(request),
    async userOf(headers) {
      const found = await auth.api.getSession({ headers });
      if (!found) return undefined;
      const membership = await readMembership(database.sql, { id: found.session.id, userId: found.user.id });
      if (membership === undefined) return undefined;
      const { role, ...workspace } = membership;
      const { id, name, email } = found.user;
      return { session: { id: found.session.id }, user: { id, name, email }, workspace, role };
    },
    async hashPassword(password) {
      return (await auth.$context).password.hash(password);
    },
    async ensureUser({ email, password, name }) {
      const context = await auth.$context;
      const existing = await context.internalAdapter.findUserByEmail(email);
      const hash = await context.password.hash(password);
      if (existing) {
        await context.internalAdapter.updatePassword(existing.user.id, hash);
        return { id: existing.user.id };
      }
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
