import { shownWorkspaceHeaders } from './shown-workspace.ts';

/** Why a sign-in through an identity provider did not come about, as the api says it to the sign-in page. */
export const SIGN_ON_PROBLEMS = [
  'too_late',
  'declined',
  'not_reached',
  'no_address',
  'not_verified',
  'wrong_domain',
  'no_role',
  'not_invited',
  'other_person',
  'limited',
] as const;

/** Why a call under /auth did not come about. */
export type AuthFailure =
  | 'wrong'
  | 'password'
  | 'code'
  | 'again'
  | 'locked'
  | 'link'
  | 'no_mail'
  | 'unreachable'
  | 'passkey'
  | 'passkey_canceled'
  | 'passkey_known'
  | 'passkey_unknown'
  | 'passkey_late'
  | 'passkeys_many'
  | 'factor_first'
  | 'factor_last'
  | 'factor_required'
  | 'sign_on_absent'
  | 'sign_on_elsewhere'
  | (typeof SIGN_ON_PROBLEMS)[number];

/** How a call under /auth ended: with what the api answered, or with the reason it did not come about. */
export type AuthOutcome<T> = { done: true; answer: T } | { done: false; failure: AuthFailure };

// The codes of the sign-in that have words of their own here.
const FAILURES: Readonly<Record<string, AuthFailure>> = {
  INVALID_PASSWORD: 'password',
  INVALID_CODE: 'code',
  INVALID_BACKUP_CODE: 'code',
  INVALID_TWO_FACTOR_COOKIE: 'again',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'again',
  UNAUTHORIZED: 'again',
  ACCOUNT_TEMPORARILY_LOCKED: 'locked',
  INVALID_TOKEN: 'link',
  MAIL_NOT_SET_UP: 'no_mail',
  PASSKEY_NOT_VERIFIED: 'passkey',
  PASSKEY_UNKNOWN: 'passkey_unknown',
  PASSKEY_TOO_LATE: 'passkey_late',
  PASSKEYS_TOO_MANY: 'passkeys_many',
  SECOND_FACTOR_FIRST: 'factor_first',
  LAST_SECOND_FACTOR: 'factor_last',
  SECOND_FACTOR_REQUIRED: 'factor_required',
  SIGN_ON_ABSENT: 'sign_on_absent',
  SIGN_ON_ELSEWHERE: 'sign_on_elsewhere',
  SIGN_ON_NOT_REACHED: 'not_reached',
};

/**
 * Calls the api's /auth, which sets and takes away the cookie of the session itself. It tells the workspace of the page: whoever signs in on
 * top of it goes on there.
 */
export async function callAuth<T>(path: string, body: object): Promise<AuthOutcome<T>> {
  const answer = await fetch(`/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...shownWorkspaceHeaders() },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  if (answer === undefined || answer.status >= 500) return { done: false, failure: 'unreachable' };
  const given = (await answer.json().catch(() => ({}))) as T & { code?: string };
  if (answer.ok) return { done: true, answer: given };
  const failure = FAILURES[given.code ?? ''] ?? (answer.status === 429 ? 'limited' : 'wrong');
  return { done: false, failure };
}

/** Ends the session of this browser. */
export const signOut = (): Promise<AuthOutcome<unknown>> => callAuth('sign-out', {});
