import {
  decodeId,
  encodeId,
  PASSKEYS_MAX,
  PasskeyOptionsRequest,
  PasskeySignInOptionsRequest,
  PasskeySignInRequest,
  RegisterPasskeyRequest,
  RemovePasskeyRequest,
  type UuidSource,
} from '@signalbox/contracts';
import { parseAddress } from '@signalbox/core';
import {
  type Database,
  deletePasskey,
  findPasskey,
  insertPasskey,
  lockFactors,
  type PasskeyCredential,
  readPasskeyHandles,
  type Transaction,
  takePasskeyUse,
} from '@signalbox/db';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint, formCsrfMiddleware, sessionMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { SessionMarks } from './session-marks.ts';

/** What passkeys need. */
export interface PasskeyOptions {
  database: Database;
  ids: UuidSource;
  /** Where people reach the console, the first as it is configured: a passkey is bound to that name for ever. */
  origins: readonly string[];
}

/** Ed25519, ES256 and RS256 (RFC 9053, RFC 8812): what authenticators have, and this runtime verifies without experiments. */
const ALGORITHMS = [-8, -7, -257];
/** How long a browser may take over a passkey. */
const CHALLENGE_MS = 300_000;
const COOKIE = 'passkey';

// Loaded with the first passkey: half of what the api would load at its start.
const webauthn = () => import('@simplewebauthn/server');

const refuse = (code: string, message: string): APIError => new APIError('BAD_REQUEST', { code, message });
const tooLate = () => refuse('PASSKEY_TOO_LATE', 'The passkey was not used in time. Begin again.');
const notVerified = () => refuse('PASSKEY_NOT_VERIFIED', 'This passkey could not be verified.');
const unknown = () => refuse('PASSKEY_UNKNOWN', 'This passkey is not known here any more.');

/** The name passkeys are bound to: that of the console. A browser takes no bare address; this machine has a name. */
function relyingPartyOf(consoleUrl: string): string {
  const { hostname } = new URL(consoleUrl);
  return hostname === '127.0.0.1' || hostname === '[::1]' ? 'localhost' : hostname;
}

/** The address of the console under which passkeys work; null when it is a bare number, for which no browser makes any. */
export function passkeysAt(consoleUrl: string): string | null {
  const name = relyingPartyOf(consoleUrl);
  if (parseAddress(name.replace(/^\[|\]$/g, '')) !== undefined) return null;
  const url = new URL(consoleUrl);
  url.hostname = name;
  return url.origin;
}

/**
 * Passkeys as a part of better-auth: registered behind the password, discovered by the browser, removed behind the password. Each one checks
 * the person (a finger, a face, a PIN), so that it is two factors in one. A session is made anew whenever one comes or goes; all others end.
 */
export function createPasskeys(options: PasskeyOptions): BetterAuthPlugin {
  const { database, ids, origins } = options;
  const consoleUrl = origins[0] ?? 'http://localhost';
  const rpID = relyingPartyOf(consoleUrl);
  const expected = {
    expectedOrigin: [...origins, passkeysAt(consoleUrl) ?? consoleUrl],
    expectedRPID: rpID,
    requireUserVerification: true,
  };
  const pendingOf = (sessionId: string): string => `passkey-registration:${sessionId}`;

  const registrationOptions = createAuthEndpoint(
    '/passkey/registration-options',
    { method: 'POST', body: PasskeyOptionsRequest, use: [sessionMiddleware] },
    async (ctx) => {
      const { session, user } = ctx.context.session;
      await ctx.context.password.checkPassword(user.id, ctx);
      const known = await readPasskeyHandles(database.sql, user.id);
      if (known.length >= PASSKEYS_MAX) throw refuse('PASSKEYS_TOO_MANY', `One person has at most ${PASSKEYS_MAX}.`);
      const { generateRegistrationOptions } = await webauthn();
      const made = await generateRegistrationOptions({
        rpName: 'Signalbox',
        rpID,
        userID: new TextEncoder().encode(user.id),
        userName: user.email,
        userDisplayName: user.name,
        excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        supportedAlgorithmIDs: ALGORITHMS,
        timeout: CHALLENGE_MS,
      });
      await ctx.context.internalAdapter.createVerificationValue({
        identifier: pendingOf(session.id),
        value: JSON.stringify({ challenge: made.challenge }),
        expiresAt: new Date(Date.now() + CHALLENGE_MS),
      });
      return ctx.json(made);
    },
  );

  const register = createAuthEndpoint(
    '/passkey/register',
    { method: 'POST', body: RegisterPasskeyRequest, use: [sessionMiddleware] },
    async (ctx) => {
      const { session, user } = ctx.context.session;
      const { internalAdapter } = ctx.context;
      const pending = await internalAdapter.consumeVerificationValue(pendingOf(session.id));
      if (!pending) throw tooLate();
      const { verifyRegistrationResponse } = await webauthn();
      const response = ctx.body.response as unknown as RegistrationResponseJSON;
      const checked = await verifyRegistrationResponse({
        response,
        expectedChallenge: JSON.parse(pending.value).challenge,
        supportedAlgorithmIDs: ALGORITHMS,
        ...expected,
      }).catch(() => undefined);
      if (!checked?.verified) throw notVerified();
      const { credential, credentialBackedUp } = checked.registrationInfo;
      const passkey = {
        id: ids.next(),
        userId: user.id,
        name: ctx.body.name,
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: credential.transports ?? [],
        isBackedUp: credentialBackedUp,
      };
      await database.sql.begin((tx) => store(tx, passkey));
      const proof: Partial<SessionMarks> = { method: 'passkey', secondFactor: true };
      const fresh = await internalAdapter.createSession(user.id, false, proof);
      await setSessionCookie(ctx, { session: fresh, user });
      return ctx.json({ passkey_id: encodeId('passkey', passkey.id) });
    },
  );

  const remove = createAuthEndpoint(
    '/passkey/remove',
    { method: 'POST', body: RemovePasskeyRequest, use: [sessionMiddleware] },
    async (ctx) => {
      const { session, user } = ctx.context.session;
      const id = decodeId('passkey', ctx.body.passkey_id);
      await ctx.context.password.checkPassword(user.id, ctx);
      const left = id === undefined ? undefined : await database.sql.begin((tx) => takeAway(tx, user.id, id));
      if (left === undefined) throw unknown();
      const { method, secondFactor } = session as Partial<SessionMarks>;
      const isProved = method !== 'passkey' || left > 0;
      const proof = isProved ? { method, secondFactor } : { method: 'password', secondFactor: false };
      const fresh = await ctx.context.internalAdapter.createSession(user.id, false, proof);
      await setSessionCookie(ctx, { session: fresh, user });
      return ctx.json({ status: true });
    },
  );

  const signInOptions = createAuthEndpoint(
    '/passkey/sign-in-options',
    { method: 'POST', body: PasskeySignInOptionsRequest, use: [formCsrfMiddleware] },
    async (ctx) => {
      const { generateAuthenticationOptions } = await webauthn();
      const made = await generateAuthenticationOptions({ rpID, userVerification: 'required', timeout: CHALLENGE_MS });
      await ctx.context.internalAdapter.createVerificationValue({
        identifier: `passkey-sign-in:${made.challenge}`,
        value: 'waits',
        expiresAt: new Date(Date.now() + CHALLENGE_MS),
      });
      const cookie = ctx.context.createAuthCookie(COOKIE, { maxAge: CHALLENGE_MS / 1000 });
      await ctx.setSignedCookie(cookie.name, made.challenge, ctx.context.secret, cookie.attributes);
      return ctx.json(made);
    },
  );

  const signIn = createAuthEndpoint(
    '/passkey/sign-in',
    { method: 'POST', body: PasskeySignInRequest, use: [formCsrfMiddleware] },
    async (ctx) => {
      const { internalAdapter } = ctx.context;
      const cookie = ctx.context.createAuthCookie(COOKIE);
      const challenge = await ctx.getSignedCookie(cookie.name, ctx.context.secret);
      ctx.setCookie(cookie.name, '', { ...cookie.attributes, maxAge: 0 });
      if (!challenge || !(await internalAdapter.consumeVerificationValue(`passkey-sign-in:${challenge}`))) {
        throw tooLate();
      }
      const response = ctx.body.response as unknown as AuthenticationResponseJSON;
      const passkey = await findPasskey(database.sql, response.id);
      if (passkey === undefined || !isOf(response, passkey)) throw unknown();
      const { verifyAuthenticationResponse } = await webauthn();
      const checked = await verifyAuthenticationResponse({
        response,
        expectedChallenge: challenge,
        credential: { ...credentialOf(passkey) },
        ...expected,
      }).catch(() => undefined);
      if (!checked?.verified) throw notVerified();
      const { newCounter, credentialBackedUp } = checked.authenticationInfo;
      const use = {
        id: passkey.id,
        counterBefore: passkey.counter,
        counter: newCounter,
        isBackedUp: credentialBackedUp,
      };
      if (!(await takePasskeyUse(database.sql, use))) throw notVerified();
      const user = await internalAdapter.findUserById(passkey.userId);
      if (!user) throw unknown();
      const proof: Partial<SessionMarks> = { method: 'passkey', secondFactor: true };
      const session = await internalAdapter.createSession(user.id, false, proof);
      await setSessionCookie(ctx, { session, user });
      return ctx.json({ status: true });
    },
  );

  return {
    id: 'signalbox-passkeys',
    endpoints: { registrationOptions, register, remove, signInOptions, signIn },
  };
}

async function store(tx: Transaction, passkey: Parameters<typeof insertPasskey>[1]): Promise<void> {
  // Locked, so that several at once do not pass the limit together.
  const { passkeys } = await lockFactors(tx, passkey.userId);
  if (passkeys >= PASSKEYS_MAX || !(await insertPasskey(tx, passkey))) throw notVerified();
}

/** Takes a passkey away and tells how many are left; undefined when the person has no such one. */
async function takeAway(tx: Transaction, userId: string, id: string): Promise<number | undefined> {
  const factors = await lockFactors(tx, userId);
  if ((await deletePasskey(tx, userId, id)) === undefined) return undefined;
  const left = factors.passkeys - 1;
  if (factors.isRequired && left === 0 && !factors.hasAuthenticator) {
    throw refuse('LAST_SECOND_FACTOR', 'Your organisation requires a second factor, and this is your last one.');
  }
  return left;
}

/** Whether an answer is of the person the passkey was made for (WebAuthn level 3, section 7.2, step 6). */
const isOf = ({ response }: AuthenticationResponseJSON, { userId }: PasskeyCredential): boolean =>
  typeof response?.userHandle === 'string' && Buffer.from(response.userHandle, 'base64url').toString() === userId;

const credentialOf = ({ credentialId, publicKey, counter, transports }: PasskeyCredential) => ({
  id: credentialId,
  publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')),
  counter,
  transports,
});
