/** Why a call under /auth did not come about. */
export type AuthFailure =
  | 'wrong'
  | 'password'
  | 'code'
  | 'again'
  | 'locked'
  | 'link'
  | 'no_mail'
  | 'limited'
  | 'unreachable';

/** How a call under /auth ended: with what the api answered, or with the reason it did not come about. */
export type AuthOutcome<T> = { done: true; answer: T } | { done: false; failure: AuthFailure };

// The codes of the sign-in library that have words of their own here.
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
};

/** Calls the api's /auth, which sets and takes away the cookie of the session itself. */
export async function callAuth<T>(path: string, body: object): Promise<AuthOutcome<T>> {
  const answer = await fetch(`/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  if (answer === undefined || answer.status >= 500) return { done: false, failure: 'unreachable' };
  const given = (await answer.json().catch(() => ({}))) as T & { code?: string };
  if (answer.ok) return { done: true, answer: given };
  const failure = FAILURES[given.code ?? ''] ?? (answer.status === 429 ? 'limited' : 'wrong');
  return { done: false, failure };
}
