import { randomBytes } from 'node:crypto';
import { type Locale, PasswordResetRequest } from '@signalbox/contracts';
import { type Database, hasPassword, keepResetLink } from '@signalbox/db';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import type { Log } from '../clock.ts';
import { type SendSystemMail, writeReset } from './system-mail.ts';

const LINK_LIVES_MS = 3_600_000;
/** Links that are open for one person at a time: nobody fills an inbox by asking again. */
const LINKS_MAX = 5;

/** What the reset of passwords needs. */
export interface PasswordResetOptions {
  database: Database;
  /** Where the console is reached; the links lead there. */
  consoleUrl: string;
  /** Undefined where system mail is not set up: every request is then refused alike. */
  sendMail: SendSystemMail | undefined;
  log: Log;
}

/** The reset of passwords as a part of better-auth; `idle` resolves when every mail that was begun is handed over or given up. */
export interface PasswordReset {
  plugin: BetterAuthPlugin;
  idle(): Promise<void>;
}

/** What of better-auth the reset uses: people by their address, and short-lived proofs. */
interface Proofs {
  findUserByEmail(email: string): Promise<{ user: { id: string; email: string } } | null>;
  createVerificationValue(proof: { identifier: string; value: string; expiresAt: Date }): Promise<{ id: string }>;
}

/**
 * Builds the request for a link, `POST /auth/password-reset`. It is answered before anybody is looked up, so that neither words nor time
 * tell who has an account. The link is used up by better-auth's own `POST /auth/reset-password`.
 */
export function createPasswordReset(options: PasswordResetOptions): PasswordReset {
  const { database, consoleUrl, log } = options;
  const underWay = new Set<Promise<void>>();

  async function mailLink(proofs: Proofs, email: string, locale: Locale, sendMail: SendSystemMail): Promise<void> {
    const found = await proofs.findUserByEmail(email);
    // Whoever has no password signs in through the organisation alone: a link must not be a second way in.
    if (found === null || !(await hasPassword(database.sql, found.user.id))) return;
    const token = randomBytes(32).toString('base64url');
    const { id } = await proofs.createVerificationValue({
      identifier: `reset-password:${token}`,
      value: found.user.id,
      expiresAt: new Date(Date.now() + LINK_LIVES_MS),
    });
    if (!(await keepResetLink(database.sql, { id, userId: found.user.id }, LINKS_MAX))) return;
    // Behind the hash, so that the token reaches no log of a server or proxy.
    await sendMail({ to: found.user.email, ...writeReset(locale, `${consoleUrl}/${locale}/reset#${token}`) });
  }

  const requestReset = createAuthEndpoint(
    '/password-reset',
    { method: 'POST', body: PasswordResetRequest },
    async (ctx) => {
      const { sendMail } = options;
      if (sendMail === undefined) {
        throw new APIError('BAD_REQUEST', {
          code: 'MAIL_NOT_SET_UP',
          message: 'This installation sends no mail of its own: SYSTEM_MAIL_URL is not set.',
        });
      }
      const { email, locale } = ctx.body;
      const { internalAdapter } = ctx.context;
      const task = mailLink(internalAdapter, email, locale, sendMail)
        .catch((error: unknown) => log.error('The mail with a link for a new password was not sent.', { error }))
        .finally(() => underWay.delete(task));
      underWay.add(task);
      return ctx.json({ status: true });
    },
  );
  return {
    plugin: { id: 'signalbox-password-reset', endpoints: { requestReset } },
    async idle() {
      await Promise.all(underWay);
    },
  };
}
