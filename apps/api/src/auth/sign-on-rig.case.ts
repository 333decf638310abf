import { encodeId, type SessionView, type SignInRulesView } from '@signalbox/contracts';
import { expect } from 'vitest';
import { type Called, CONSOLE_ORIGIN, type Tenant } from '../testing.ts';
import { type AuthRig, cookiesOf, openAuthRig } from './auth-rig.case.ts';
import { CLIENT, type Claims, visit } from './identity-provider.case.ts';

/** The rig of the sign-in with a single sign-on set for the shop. */
export interface SignOnRig extends AuthRig {
  /** The session of the owner of the shop. */
  owner: string;
  rules(cookie?: string): Promise<SignInRulesView>;
  /** Sets the single sign-on of the shop, or of the workspace of another owner, changed as given. */
  save(change?: object, of?: { tenant: Tenant; cookie: string }): Promise<Called>;
  /** Somebody new at the provider. */
  newcomer(claims?: object): Claims;
  begin(options?: { headers?: Record<string, string>; next?: string; organisation?: string }): Promise<Called>;
  /** Comes back from the provider to the api itself, which stands behind the console. */
  comeBack(address: URL, cookie: string): Promise<Response>;
  /** Goes to the provider as a person and comes back; the answer of the api at the end. */
  signOn(claims: Claims, options?: Parameters<SignOnRig['begin']>[0]): Promise<Response>;
  me(cookie: string): Promise<SessionView | undefined>;
}

/** Where an answer leads to. */
export const placeOf = (response: Response): string => response.headers.get('location') ?? '';

/** Visits a provider until it sends back to the console. */
export const visitProvider = (address: string): Promise<URL> => visit(address, (at) => at.origin === CONSOLE_ORIGIN);

/** What the rig asks of a provider. */
interface Peer {
  issuer: string;
  host: string;
  trust(redirectUri: string): void;
  beAs(claims: Claims): void;
}

/** Opens the rig, with a provider that lets anybody of shop.example in as a viewer. */
export async function openSignOnRig(provider: Peer): Promise<SignOnRig> {
  const rig = await openAuthRig([provider.host]);
  const owner = await rig.api.signIn(rig.shop);
  let people = 0;
  const more: Omit<SignOnRig, keyof AuthRig> = {
    owner,
    async rules(cookie = owner) {
      const { status, json } = await rig.api.query('signIn.rules', undefined, { cookie });
      expect([status, json.error]).toEqual([200, undefined]);
      return json.result.data;
    },
    async save(change = {}, { tenant, cookie } = { tenant: rig.shop, cookie: owner }) {
      const known = (await more.rules(cookie)).single_sign_on;
      const input = {
        version: known?.version ?? null,
        name: 'Shop login',
        issuer: provider.issuer,
        client_id: CLIENT.id,
        ...(known === null ? { client_secret: CLIENT.secret } : {}),
        domains: ['shop.example'],
        enabled: true,
        proves_second_factor: false,
        joins: { workspace_id: encodeId('workspace', tenant.id), role: 'viewer', claim: null },
        ...change,
      };
      return rig.api.mutate('signIn.saveSingleSignOn', input, { cookie });
    },
    newcomer(claims = {}) {
      people += 1;
      const email = `person${people}@shop.example`;
      return { sub: `subject-${people}`, email, email_verified: true, name: `Person ${people}`, ...claims };
    },
    async begin({ headers = {}, next, organisation } = {}) {
      const organisation_id = organisation ?? (await more.rules()).organisation.id;
      return rig.auth('single-sign-on', { organisation_id, locale: 'en', next }, '', headers);
    },
    comeBack: (address, cookie) =>
      fetch(`${rig.api.url}${address.pathname}${address.search}`, { redirect: 'manual', headers: { cookie } }),
    async signOn(claims, options) {
      provider.beAs(claims);
      const begun = await more.begin(options);
      expect([begun.status, begun.json.code]).toEqual([200, undefined]);
      return more.comeBack(await visitProvider(begun.json.url), cookiesOf(begun));
    },
    me: async (cookie) => (await rig.api.query('session.me', undefined, { cookie })).json.result?.data,
  };
  provider.trust((await more.rules()).redirect_uri);
  const saved = await more.save();
  expect([saved.status, saved.json.error]).toEqual([200, undefined]);
  return { ...rig, ...more };
}
