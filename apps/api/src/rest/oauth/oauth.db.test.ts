import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLocalJWKSet, decodeJwt, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type Tenant, type TestApi } from '../../testing.ts';

const ISSUER = 'http://api.test';
const REVOKED_WITHIN_MS = 1000;
let api: TestApi;
let shop: Tenant;
let cookie: string;
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('shop');
  cookie = await api.signIn(shop);
});
afterAll(() => api.stop());

interface Client {
  id: string;
  secret: string;
}

/** A key made in the console, as a client. */
async function addClient(scopes: string[] | null, networks: string[] | null = null): Promise<Client> {
  const key = { name: 'client', environment: 'live', scopes, allowed_networks: networks, expires_in_days: null };
  const made = (await api.mutate('keys.create', key, { cookie })).json.result.data;
  return { id: made.key.id, secret: made.secret };
}

const ask = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  api.call('POST', '/oauth/token', {
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
const grant = ({ id, secret }: Client, more: Record<string, string> = {}) =>
  ask({ grant_type: 'client_credentials', client_id: id, client_secret: secret, ...more });
const tokenOf = async (client: Client, more: Record<string, string> = {}): Promise<string> =>
  (await grant(client, more)).json.access_token;
const list = (token: string) => api.call('GET', '/v1/messages', { key: token });
const text = { to: '+525512345678', channel: 'sms', class: 'transactional', content: { text: 'Hello' } };

describe('a client', () => {
  it('is given a token for its key, by HTTP Basic or in the form, and passes with it as with the key', async () => {
    const client = await addClient(null);
    const answered = await grant(client);
    expect(answered.status).toBe(200);
    expect(answered.headers.get('cache-control')).toBe('no-store');
    expect(answered.json).toMatchObject({ token_type: 'Bearer', expires_in: 900, access_token: expect.any(String) });
    const sent = await api.call('POST', '/v1/messages', { key: answered.json.access_token, body: text });
    expect(sent.status).toBe(202);
    const basic = Buffer.from(`${client.id}:${encodeURIComponent(client.secret)}`).toString('base64');
    const second = await ask({ grant_type: 'client_credentials' }, { authorization: `Basic ${basic}` });
    expect((await list(second.json.access_token)).json.data[0].id).toBe(sent.json.id);
  });

  it('may ask for less than its key carries, and for nothing more', async () => {
    const client = await addClient(['messages:read', 'messages:send']);
    const narrow = await grant(client, { scope: 'messages:read' });
    expect(narrow.json.scope).toBe('messages:read');
    expect((await list(narrow.json.access_token)).status).toBe(200);
    const sent = await api.call('POST', '/v1/messages', { key: narrow.json.access_token, body: text });
    expect([sent.status, sent.json.code]).toEqual([403, 'forbidden']);
    const beyond = await grant(client, { scope: 'messages:read webhooks:write' });
    expect([beyond.status, beyond.json.error]).toEqual([400, 'invalid_scope']);
  });

  it.each([
    ['no grant', { client_id: 'key_x' }, 400, 'invalid_request'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['no client', { grant_type: 'client_credentials' }, 401, 'invalid_client'],
    [
      'a secret of nobody',
      { grant_type: 'client_credentials', client_id: 'key_x', client_secret: 'x' },
      401,
      'invalid_client',
    ],
  ])('is refused in the words of RFC 6749: %s', async (_name, fields, status, error) => {
    const refused = await ask(fields as unknown as Record<string, string>);
    expect([refused.status, refused.json.error]).toEqual([status, error]);
    expect(refused.json.error_description).toMatch(/\w.*\.$/);
    expect(refused.headers.get('www-authenticate')).toBe(status === 401 ? 'Basic realm="signalbox"' : null);
  });

  it('is refused when the secret is that of another client, or a token in place of a key', async () => {
    const [one, other] = [await addClient(null), await addClient(null)];
    expect((await grant({ id: one.id, secret: other.secret })).json.error).toBe('invalid_client');
    expect((await grant({ id: one.id, secret: await tokenOf(one) })).json.error).toBe('invalid_client');
  });

  it('holds to the networks of its key, with the key and with its tokens', async () => {
    const client = await addClient(null, ['203.0.113.0/24']);
    const refused = await grant(client);
    expect([refused.status, refused.json.error_description]).toEqual([
      401,
      'This client may not be used from 127.0.0.1.',
    ]);
  });
});

describe('a token', () => {
  it('R-11: dies with its key within a second, though it was warm', async () => {
    const client = await addClient(null);
    const token = await tokenOf(client);
    expect((await list(token)).status).toBe(200);
    await api.mutate('keys.revoke', { id: client.id }, { cookie });
    const revokedMs = performance.now();
    while ((await list(token)).status !== 401) {
      expect(performance.now() - revokedMs).toBeLessThan(REVOKED_WITHIN_MS);
      await sleep(10);
    }
  });

  it('is checked by anybody with the published keys, and says who it is for and until when', async () => {
    const client = await addClient(['messages:read']);
    const token = await tokenOf(client);
    const keys = createLocalJWKSet((await api.call('GET', '/.well-known/jwks.json')).json);
    const { payload } = await jwtVerify(token, keys, { issuer: ISSUER, audience: ISSUER, typ: 'at+jwt' });
    expect(payload).toMatchObject({ sub: client.id, client_id: client.id, scope: 'messages:read' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(900);
    const metadata = (await api.call('GET', '/.well-known/oauth-authorization-server')).json;
    expect(metadata).toMatchObject({ issuer: ISSUER, token_endpoint: `${ISSUER}/oauth/token` });
  });

  it('S-09: is worth nothing when it is forged, changed, unsigned, for somebody else or too old', async () => {
    const client = await addClient(null);
    const token = await tokenOf(client);
    const [head = '', , signature = ''] = token.split('.');
    const claims = decodeJwt(token);
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { privateKey } = generateKeyPairSync('ed25519');
    const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string };
    const forge = (more: object) =>
      new SignJWT({ ...claims, ...more }).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid }).sign(privateKey);
    const worthless = [
      `${head}.${encode({ ...claims, scope: undefined, exp: 4_000_000_000 })}.${signature}`,
      `${encode({ alg: 'none', typ: 'at+jwt' })}.${encode(claims)}.x`,
      await forge({}),
      `${token.slice(0, -4)}AAAA`,
    ];
    for (const bad of worthless) {
      const refused = await list(bad);
      expect([refused.status, refused.json.code]).toEqual([401, 'unauthenticated']);
    }
    const { tokens, world } = api.services;
    const old = { prefix: String(claims.prefix), keyId: client.id, scopes: null, expiresAtMs: world.nowMs() - 1000 };
    const expired = await list(await tokens.sign(old, 'req_old'));
    expect([expired.status, expired.json.detail]).toEqual([401, expect.stringContaining('/oauth/token')]);
  });
});
