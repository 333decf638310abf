/** Everything of better-auth that is reached from outside, by method and path; what is not named is not there. */
export const AUTH_ROUTES = [
  'POST /auth/sign-in/email',
  'POST /auth/sign-out',
  'POST /auth/change-password',
  'POST /auth/password-reset',
  'POST /auth/reset-password',
  'POST /auth/two-factor/enable',
  'POST /auth/two-factor/disable',
  'POST /auth/two-factor/verify-totp',
  'POST /auth/two-factor/verify-backup-code',
  'POST /auth/two-factor/generate-backup-codes',
  'POST /auth/passkey/registration-options',
  'POST /auth/passkey/register',
  'POST /auth/passkey/remove',
  'POST /auth/passkey/sign-in-options',
  'POST /auth/passkey/sign-in',
  'POST /auth/single-sign-on',
] as const;

/** Where an identity provider sends people back to: the one call that is a plain visit of a browser. */
const COME_BACK = /^GET \/auth\/single-sign-on\/org_[0-9a-z]{26}$/;

const taken: ReadonlySet<string> = new Set(AUTH_ROUTES);

/** Whether a request is one of these, by the letter: no other spelling of a path is. */
export function isAuthRoute(request: Request): boolean {
  const route = `${request.method} ${new URL(request.url).pathname}`;
  return taken.has(route) || COME_BACK.test(route);
}
