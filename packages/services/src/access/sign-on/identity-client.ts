import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  type CustomFetch,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
} from 'openid-client';
import type { Outgoing } from '../../outgoing.ts';

/** Whom we are to an identity provider. `version` changes with any of the others. */
export interface IdentityTarget {
  organisation: number;
  version: number;
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** What ties the return of a browser to its way out (RFC 6749, RFC 7636, OpenID Connect Core): all of it random. */
export interface SignOnTies {
  state: string;
  nonce: string;
  verifier: string;
}

/** OpenID Connect with the providers of organisations. Every call rejects when the provider is not reached or says something else than it must. */
export interface IdentityClient {
  /** Asks an address whether a provider is there; resolves with what the provider calls itself. */
  discover(issuer: string): Promise<string>;
  /** Where a browser goes to sign in. */
  addressOf(target: IdentityTarget, ties: SignOnTies, redirectUri: string): Promise<string>;
  /**
   * Trades the code in the address a browser came back to for claims: of the ID token, whose signature, issuer, audience, times and nonce are
   * verified, and what of `wanted` is not in it of the provider's UserInfo.
   */
  claimsOf(
    target: IdentityTarget,
    ties: SignOnTies,
    address: URL,
    isWanting: (claims: Readonly<Record<string, unknown>>) => boolean,
  ): Promise<Record<string, unknown>>;
}

/** How long what was discovered is gone by. */
const KNOWN_FOR_MS = 600_000;
const ANSWER_SECONDS = 10;
const SCOPE = 'openid email profile';

/** Builds the client; everything it asks goes out by the port that is given. */
export function createIdentityClient(outgoing: Outgoing, nowMs: () => number): IdentityClient {
  const known = new Map<number, { version: number; sinceMs: number; config: Promise<Configuration> }>();
  const fetchBy = fetchOver(outgoing);

  function find(issuer: string, clientId: string, auth: ClientAuth): Promise<Configuration> {
    return discovery(new URL(issuer), clientId, undefined, auth, {
      [customFetch]: fetchBy,
      timeout: ANSWER_SECONDS,
      // Whether an address may be plain http is judged by the port, which the operator has told so.
      execute: [allowInsecureRequests, enableNonRepudiationChecks],
    });
  }
  function configOf(target: IdentityTarget): Promise<Configuration> {
    const { organisation, version } = target;
    const held = known.get(organisation);
    if (held?.version === version && nowMs() - held.sinceMs < KNOWN_FOR_MS) return held.config;
    const config = find(target.issuer, target.clientId, authBy(target.clientSecret));
    known.set(organisation, { version, sinceMs: nowMs(), config });
    // What failed is asked again by the next sign-in.
    config.catch(() => known.get(organisation)?.config === config && known.delete(organisation));
    return config;
  }

  return {
    discover: async (issuer) => (await find(issuer, 'signalbox', None())).serverMetadata().issuer,
    async addressOf(target, ties, redirectUri) {
      const url = buildAuthorizationUrl(await configOf(target), {
        redirect_uri: redirectUri,
        scope: SCOPE,
        state: ties.state,
        nonce: ties.nonce,
        code_challenge: await calculatePKCECodeChallenge(ties.verifier),
        code_challenge_method: 'S256',
      });
      if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error('the provider names no web address');
      return url.href;
    },
    async claimsOf(target, ties, address, isWanting) {
      const config = await configOf(target);
      const tokens = await authorizationCodeGrant(config, address, {
        pkceCodeVerifier: ties.verifier,
        expectedState: ties.state,
        expectedNonce: ties.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('the provider gave no ID token');
      if (!isWanting(claims) || config.serverMetadata().userinfo_endpoint === undefined) return { ...claims };
      return { ...(await fetchUserInfo(config, tokens.access_token, claims.sub)), ...claims };
    },
  };
}

/**
 * As the provider says it takes the secret; in the header where it says nothing (OpenID Connect Discovery, section 3). In the body where both
 * go: some providers do not undo the encoding that RFC 6749 asks for in the header.
 */
function authBy(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_post') ? post : basic)(server, client, body, headers);
  };
}

function fetchOver(outgoing: Outgoing): CustomFetch {
  return async (url, { method, headers, body, signal }) => {
    const answer = await outgoing.request({
      url,
      method: method === 'POST' ? 'POST' : 'GET',
      headers: { ...headers },
      ...(body === undefined || body === null ? {} : { body: String(body) }),
      ...(signal === undefined || signal === null ? {} : { signal }),
    });
    return new Response(answer.status === 204 ? null : answer.body, { status: answer.status, headers: answer.headers });
  };
}
