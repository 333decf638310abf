/** What a person signs in with. */
export interface Credentials {
  email: string;
  password: string;
}

/** Why a sign-in did not come about. */
export type SignInFailure = 'wrong' | 'limited' | 'unreachable';

/** Signs in against the api's /auth, which sets the cookie of the session; undefined when it did. */
export async function signIn(credentials: Credentials): Promise<SignInFailure | undefined> {
  const answer = await fetch('/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  }).catch(() => undefined);
  if (answer?.ok) return undefined;
  if (answer === undefined || answer.status >= 500) return 'unreachable';
  return answer.status === 429 ? 'limited' : 'wrong';
}
