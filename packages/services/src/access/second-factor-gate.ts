import { readFactors } from '@signalbox/db';
import type { Services } from '../context.ts';
import type { SignedIn } from './auth.ts';

const SET_UP: ReadonlySet<string> = new Set([
  '/auth/two-factor/enable',
  '/auth/two-factor/verify-totp',
  '/auth/passkey/registration-options',
  '/auth/passkey/register',
]);
const CHANGES_FACTORS: ReadonlySet<string> = new Set([
  ...SET_UP,
  '/auth/two-factor/disable',
  '/auth/two-factor/generate-backup-codes',
  '/auth/passkey/remove',
]);
/** Signing in and out is nobody's account yet, or no longer. */
const OPEN =
  /^\/auth\/(sign-(in\/email|out)|passkey\/sign-in(-options)?|password-reset|reset-password|single-sign-on)$/;

/** Why a call under /auth is not taken: the code and the sentence of its refusal. */
export interface GateRefusal {
  code: 'SECOND_FACTOR_REQUIRED' | 'SECOND_FACTOR_FIRST' | 'LAST_SECOND_FACTOR';
  message: string;
}

/**
 * Judges whether a signed-in person may do something with the own account, where an organisation requires a second factor. Whoever has one
 * changes the ways to sign in only in a session that has proved it: else a stolen password would be enough to make one's own. Nobody gives
 * up the last one, and whoever has none can set one up and do nothing else.
 */
export async function judgeAccountCall(
  { database }: Pick<Services, 'database'>,
  { user, session, secondFactorNeeded }: SignedIn,
  pathname: string,
): Promise<GateRefusal | undefined> {
  if (OPEN.test(pathname)) return undefined;
  if (secondFactorNeeded !== null && !(secondFactorNeeded === 'set_up' && SET_UP.has(pathname))) {
    return {
      code: 'SECOND_FACTOR_REQUIRED',
      message: 'Your organisation requires a second factor before anything else.',
    };
  }
  if (!CHANGES_FACTORS.has(pathname)) return undefined;
  const { hasAuthenticator, passkeys, isRequired } = await readFactors(database.sql, user.id);
  if (!isRequired) return undefined;
  if (!session.hasProved && (hasAuthenticator || passkeys > 0)) {
    return { code: 'SECOND_FACTOR_FIRST', message: 'Sign in with your second factor first.' };
  }
  if (pathname === '/auth/two-factor/disable' && passkeys === 0) {
    return {
      code: 'LAST_SECOND_FACTOR',
      message: 'Your organisation requires a second factor, and this is your last one.',
    };
  }
  return undefined;
}
