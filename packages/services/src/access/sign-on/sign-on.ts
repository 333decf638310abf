import { randomBytes } from 'node:crypto';
import { decodeId, encodeId, Locale, SingleSignOnRequest, type UuidSource } from '@signalbox/contracts';
import { judgeClaims, readClaim, type SignOnRefusal } from '@signalbox/core';
import { type Database, findOwnWorkspace, findSingleSignOn, type StoredSingleSignOn } from '@signalbox/db';
import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth';
import { APIError, createAuthEndpoint, formCsrfMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import type { Log, World } from '../../clock.ts';
import type { Sealer } from '../../secrets.ts';
import { type SessionMarks, shownWorkspaceId } from '../session-marks.ts';
import type { IdentityClient, IdentityTarget, SignOnTies } from './identity-client.ts';
import { type LetInRefusal, letIn } from './let-in.ts';

/** What the single sign-on needs. */
export interface SignOnOptions {
  database: Database;
  ids: UuidSource;
  world: World;
  sealer: Sealer;
  /** Where the console is reached: providers send people back there. */
  consoleUrl: string;
  client: IdentityClient;
  log: Log;
}

/** What is kept of a sign-in while the person is at the provider. */
const Pending = z.object({
  organisation: z.int(),
  nonce: z.string(),
  verifier: z.string(),
  locale: Locale,
  next: z.string().optional(),
  workspace: z.string().optional(),
});
type Pending = z.infer<typeof Pending>;

/** Why a sign-in through a provider did not come about, as the sign-in page says it. */
type Problem = SignOnRefusal | LetInRefusal | 'too_late' | 'declined' | 'not_reached';

const AWAY_MS = 600_000;
const COOKIE = 'single_sign_on';
const random = (): string => randomBytes(32).toString('base64url');

/** Where a provider sends people of an organisation back to. One for each, so that no provider can pass on what another one gave (RFC 9700, 4.4). */
export const redirectUriOf = (consoleUrl: string, organisationId: string): string =>
  `${consoleUrl}/auth/single-sign-on/${encodeId('organisation', organisationId)}`;

/** The place of a client secret, which it is sealed for. */
export const secretPlaceOf = (organisationId: string): string => `single-sign-on/${organisationId}/client-secret`;

/** Only a page of the console follows a sign-in. */
const isPage = (address: string): boolean => /^\/(en|zh|es|pt-BR)(\/|\?|$)/.test(address) && !/[\\\s]/.test(address);

/**
 * The single sign-on as a part of better-auth: `POST /auth/single-sign-on` gives the address of the provider, `GET /auth/single-sign-on/{id}`
 * is where it sends people back to. A session it opens reaches the workspaces of that organisation alone: its owners say by whom it is opened.
 */
export function createSignOn(options: SignOnOptions): BetterAuthPlugin {
  const { database, consoleUrl, client, log } = options;
  const targetOf = (signOn: StoredSingleSignOn): IdentityTarget => ({
    ...signOn,
    clientSecret: options.sealer.open(signOn.clientSecret, secretPlaceOf(signOn.organisationId)),
  });

  const begin = createAuthEndpoint(
    '/single-sign-on',
    { method: 'POST', body: SingleSignOnRequest, use: [formCsrfMiddleware] },
    async (ctx) => {
      const { organisation_id, locale, next } = ctx.body;
      const id = decodeId('organisation', organisation_id);
      const signOn = id === undefined ? undefined : await findSingleSignOn(database.sql, id);
      if (signOn === undefined) throw refuse('SIGN_ON_ABSENT', 'This single sign-on is not there any more.');
      // The cookie must be there when the provider sends the browser back.
      if ((ctx.headers?.get('origin') ?? consoleUrl) !== new URL(consoleUrl).origin) {
        throw refuse('SIGN_ON_ELSEWHERE', `Open the console at ${consoleUrl} to sign in so.`);
      }
      const ties: SignOnTies = { state: random(), nonce: random(), verifier: random() };
      const redirectUri = redirectUriOf(consoleUrl, signOn.organisationId);
      const url = await client.addressOf(targetOf(signOn), ties, redirectUri).catch((error: unknown) => {
        log.warn('An identity provider was not reached.', { organisation: organisation_id, error });
        throw refuse('SIGN_ON_NOT_REACHED', 'The identity provider does not answer.');
      });
      const { nonce, verifier } = ties;
      const workspace = shownWorkspaceId(ctx.headers);
      const pending: Pending = { organisation: signOn.organisation, nonce, verifier, locale, next, workspace };
      await ctx.context.internalAdapter.createVerificationValue({
        identifier: `single-sign-on:${ties.state}`,
        value: JSON.stringify(pending),
        expiresAt: new Date(Date.now() + AWAY_MS),
      });
      const cookie = ctx.context.createAuthCookie(COOKIE, { maxAge: AWAY_MS / 1000 });
      await ctx.setSignedCookie(cookie.name, ties.state, ctx.context.secret, cookie.attributes);
      return ctx.json({ url });
    },
  );

  const comeBack = createAuthEndpoint('/single-sign-on/:organisation', { method: 'GET' }, async (ctx) => {
    const pending = await takePending(ctx);
    const home = pending === undefined ? '' : `/${pending.locale}`;
    const goTo = (path: string) => ctx.redirect(`${consoleUrl}${path}`);
    const turnAway = (problem: Problem) => goTo(`${home}/sign-in?problem=${problem}`);
    if (pending === undefined) throw turnAway('too_late');
    const id = decodeId('organisation', String(ctx.params?.organisation ?? ''));
    const signOn = id === undefined ? undefined : await findSingleSignOn(database.sql, id);
    if (signOn?.organisation !== pending.organisation) throw turnAway('too_late');
    if (ctx.query?.error !== undefined) throw turnAway('declined');

    const claims = await readClaims(signOn, pending, ctx);
    if (claims === undefined) throw turnAway('not_reached');
    const person = judgeClaims(signOn, claims);
    if (!person.ok) throw turnAway(person.why);
    const { headers } = ctx;
    const entered = await letIn(
      {
        sql: database.sql,
        services: options,
        requestId: headers?.get('x-request-id') ?? '',
        address: headers?.get('x-forwarded-for') ?? null,
      },
      { signOn, person, subject: String(claims.sub) },
    );
    if (typeof entered === 'string') throw turnAway(entered);
    const marks: SessionMarks = {
      method: 'single_sign_on',
      secondFactor: person.secondFactor,
      organisation: signOn.organisation,
      activeWorkspace: (await workspaceOf(database, entered.userId, pending)) ?? null,
    };
    const { internalAdapter } = ctx.context;
    const user = await internalAdapter.findUserById(entered.userId);
    if (!user) throw turnAway('not_invited');
    const session = await internalAdapter.createSession(user.id, false, { ...marks });
    await setSessionCookie(ctx, { session, user });
    throw goTo(pending.next !== undefined && isPage(pending.next) ? pending.next : home);
  });

  async function readClaims(
    signOn: StoredSingleSignOn,
    { nonce, verifier }: Pending,
    ctx: GenericEndpointContext,
  ): Promise<Record<string, unknown> | undefined> {
    const address = new URL(redirectUriOf(consoleUrl, signOn.organisationId));
    for (const [name, value] of Object.entries(ctx.query ?? {})) address.searchParams.set(name, String(value));
    const ties = { state: String(ctx.query?.state), nonce, verifier };
    const isWanting = (claims: Readonly<Record<string, unknown>>): boolean =>
      claims.email === undefined || (signOn.roleClaim !== null && readClaim(claims, signOn.roleClaim) === undefined);
    try {
      return await client.claimsOf(targetOf(signOn), ties, address, isWanting);
    } catch (error) {
      log.warn('A single sign-on did not come about.', {
        organisation: encodeId('organisation', signOn.organisationId),
        error,
      });
      return undefined;
    }
  }

  return { id: 'signalbox-single-sign-on', endpoints: { beginSignOn: begin, comeBack } };
}

const refuse = (code: string, message: string): APIError => new APIError('BAD_REQUEST', { code, message });

/** What was kept when this browser went to the provider; only once, and only to the browser that went. */
async function takePending(ctx: GenericEndpointContext): Promise<Pending | undefined> {
  const cookie = ctx.context.createAuthCookie(COOKIE);
  const state = await ctx.getSignedCookie(cookie.name, ctx.context.secret);
  ctx.setCookie(cookie.name, '', { ...cookie.attributes, maxAge: 0 });
  if (!state || state !== ctx.query?.state) return undefined;
  const kept = await ctx.context.internalAdapter.consumeVerificationValue(`single-sign-on:${state}`);
  return kept ? Pending.parse(JSON.parse(kept.value)) : undefined;
}

async function workspaceOf(database: Database, userId: string, pending: Pending): Promise<number | undefined> {
  return pending.workspace === undefined ? undefined : findOwnWorkspace(database.sql, userId, pending.workspace);
}
