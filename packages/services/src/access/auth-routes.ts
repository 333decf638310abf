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
] as const;

const taken: ReadonlySet<string> = new Set(AUTH_ROUTES);

/** Whether a request is one of AUTH_ROUTES, by the letter: no other spelling of a path is. */
export function isAuthRoute(request: Request): boolean {
  return taken.has(`${request.method} ${new URL(request.url).pathname}`);
}
