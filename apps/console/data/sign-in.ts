import { type AuthFailure, callAuth } from './auth-call.ts';

/** What a person signs in with. */
export interface Credentials {
  email: string;
  password: string;
}

/** How a sign-in ended: `second_factor` when the password is right and a code is asked for before the session begins. */
export type SignInOutcome = 'done' | 'second_factor' | AuthFailure;

/** Signs in with e-mail and password. */
export async function signIn(credentials: Credentials): Promise<SignInOutcome> {
  const outcome = await callAuth<{ twoFactorRedirect?: boolean }>('sign-in/email', credentials);
  if (!outcome.done) return outcome.failure;
  return outcome.answer.twoFactorRedirect === true ? 'second_factor' : 'done';
}

/** Ends a sign-in that waits for its second factor, with a code of the authenticator or a backup code. */
export async function enterSecondFactor(kind: 'totp' | 'backup-code', code: string): Promise<'done' | AuthFailure> {
  const outcome = await callAuth(`two-factor/verify-${kind}`, { code });
  return outcome.done ? 'done' : outcome.failure;
}
