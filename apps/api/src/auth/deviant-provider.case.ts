import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { CLIENT, type Claims } from './identity-provider.case.ts';

/** What the provider does otherwise than it should. */
export interface Misdeed {
  /** Changes what the ID token says. */
  token?: (payload: JWTPayload) => JWTPayload;
  /** Signs with a key it does not publish, or not at all. */
  signature?: 'other' | 'none';
  /** Changes what it says of itself. */
  metadata?: (metadata: Record<string, unknown>) => Record<string, unknown>;
  /** Answers the trade of the code with something else. */
  answer?: (response: ServerResponse) => void;
}

/** A provider made by hand, so that it can misbehave; what it is asked is noted. */
export async function openDeviantProvider() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const other = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const asked: { path: string; authorization: string | undefined; body: string }[] = [];
  let person: Claims = { sub: 'nobody' };
  let misdeed: Misdeed = {};
  let nonce = '';
  let issuer = '';

  async function idToken(): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const right: JWTPayload = { iss: issuer, aud: CLIENT.id, iat: now, exp: now + 300, nonce, ...person };
    const payload = misdeed.token?.(right) ?? right;
    if (misdeed.signature === 'none') {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${part({ alg: 'none' })}.${part(payload)}.`;
    }
    const key = misdeed.signature === 'other' ? other.privateKey : privateKey;
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(key);
  }
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', issuer);
    const body = (await request.toArray()).join('');
    asked.push({ path: pathname, authorization: request.headers.authorization, body });
    const json = (value: object) => response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
    if (pathname === '/.well-known/openid-configuration')
      json(misdeed.metadata?.(describe(issuer)) ?? describe(issuer));
    else if (pathname === '/jwks') json({ keys: [jwk] });
    else if (pathname === '/token') {
      if (misdeed.answer !== undefined) misdeed.answer(response);
      else json({ access_token: 'opaque', token_type: 'Bearer', expires_in: 60, id_token: await idToken() });
    } else if (pathname === '/authorize') {
      nonce = searchParams.get('nonce') ?? '';
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', 'a-code');
      back.searchParams.set('state', searchParams.get('state') ?? '');
      response.writeHead(302, { location: back.href }).end();
    } else response.writeHead(404).end();
  }
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  issuer = `http://127.0.0.1:${port}`;
  return {
    issuer,
    host: `127.0.0.1:${port}`,
    asked,
    trust: () => undefined,
    beAs(claims: Claims) {
      person = claims;
    },
    misbehave(next: Misdeed) {
      misdeed = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const describe = (issuer: string): Record<string, unknown> => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
});
