import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CONSOLE_ORIGIN } from '../testing.ts';
import { cookiesOf } from './auth-rig.case.ts';
import { type Misdeed, openDeviantProvider } from './deviant-provider.case.ts';
import { CLIENT } from './identity-provider.case.ts';
import { openSignOnRig, placeOf, type SignOnRig } from './sign-on-rig.case.ts';

let provider: Awaited<ReturnType<typeof openDeviantProvider>>;
let rig: SignOnRig;
/** A listener inside that nothing of the api may reach. */
const trap = createServer((socket) => socket.destroy());
let trapped = 0;
let trapPort = 0;
beforeAll(async () => {
  trap.on('connection', () => {
    trapped += 1;
  });
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
  trapPort = (trap.address() as AddressInfo).port;
  provider = await openDeviantProvider();
  rig = await openSignOnRig(provider);
});
afterEach(() => provider.misbehave({}));
afterAll(async () => {
  await rig.stop();
  await provider.close();
  await new Promise((resolve) => trap.close(resolve));
});

/** Lets go of what was discovered: a change of the settings is another version. */
const discoverAnew = async (): Promise<number> => (await rig.save()).status;

describe('S-16: a provider that says something else than it must', () => {
  it('lets people in when it says what it must, and gets the secret in the header and the verifier in the body', async () => {
    const answered = await rig.signOn(rig.newcomer());
    expect(await rig.me(cookiesOf(answered))).toMatchObject({ role: 'viewer' });
    const trade = provider.asked.findLast(({ path }) => path === '/token');
    const [, basic = ''] = trade?.authorization?.split(' ') ?? [];
    expect(decodeURIComponent(Buffer.from(basic, 'base64').toString())).toBe(`${CLIENT.id}:${CLIENT.secret}`);
    expect(new URLSearchParams(trade?.body).get('code_verifier')).toMatch(/^[\w-]{43,}$/);
    expect(trade?.body).not.toContain(CLIENT.secret);
  });

  it.each<[string, Misdeed]>([
    ['an ID token of another sign-in', { token: (payload) => ({ ...payload, nonce: 'of-another' }) }],
    ['an ID token without a nonce', { token: ({ nonce, ...payload }) => payload }],
    ['an ID token for another client', { token: (payload) => ({ ...payload, aud: 'another-client' }) }],
    ['an ID token of another issuer', { token: (payload) => ({ ...payload, iss: 'https://accounts.example' }) }],
    ['an ID token that has run out', { token: (payload) => ({ ...payload, iat: 1, exp: 2 }) }],
    ['an ID token of nobody', { token: ({ sub, ...payload }) => payload }],
    ['a signature by a key it does not publish', { signature: 'other' }],
    ['no signature', { signature: 'none' }],
    [
      'no ID token',
      {
        answer: (response) =>
          void response.setHeader('content-type', 'application/json').end('{"access_token":"a","token_type":"Bearer"}'),
      },
    ],
    [
      'a page in place of an answer',
      { answer: (response) => void response.setHeader('content-type', 'text/html').end('<html>') },
    ],
    [
      'an answer without end',
      {
        answer: (response) =>
          void response.setHeader('content-type', 'application/json').end(`{"a":"${'x'.repeat(100_000)}"}`),
      },
    ],
    [
      'a redirect',
      { answer: (response) => void response.writeHead(307, { location: `http://127.0.0.1:${trapPort}/` }).end() },
    ],
  ])('lets nobody in by %s', async (_what, misdeed) => {
    provider.misbehave(misdeed);
    const answered = await rig.signOn(rig.newcomer());
    expect([placeOf(answered), cookiesOf(answered)]).toEqual([`${CONSOLE_ORIGIN}/en/sign-in?problem=not_reached`, '']);
    expect(trapped).toBe(0);
  });

  it.each<[string, Misdeed]>([
    ['calls itself otherwise', { metadata: (known) => ({ ...known, issuer: 'https://accounts.example' }) }],
    ['is no provider', { metadata: () => ({ hello: 'world' }) }],
  ])('is not saved when it %s', async (_what, misdeed) => {
    provider.misbehave(misdeed);
    const refused = await rig.save();
    expect([refused.status, refused.json.error.data.errors[0]]).toMatchObject([
      400,
      { path: 'issuer', code: 'not_a_provider' },
    ]);
  });

  it('S-05: is asked at no address inside, whatever it says of itself', async () => {
    for (const name of ['token_endpoint', 'jwks_uri']) {
      provider.misbehave({ metadata: (known) => ({ ...known, [name]: `http://127.0.0.1:${trapPort}/` }) });
      expect(await discoverAnew()).toBe(200);
      expect(placeOf(await rig.signOn(rig.newcomer()))).toContain('problem=not_reached');
    }
    provider.misbehave({});
    expect(await discoverAnew()).toBe(200);
    expect(trapped).toBe(0);
  });

  it.each(['javascript:alert(1)//', 'data:text/html,x', 'file:///etc/passwd'])(
    'sends no browser to %s',
    async (authorization_endpoint) => {
      provider.misbehave({ metadata: (known) => ({ ...known, authorization_endpoint }) });
      expect(await discoverAnew()).toBe(200);
      expect((await rig.begin()).json.code).toBe('SIGN_ON_NOT_REACHED');
      provider.misbehave({});
      expect(await discoverAnew()).toBe(200);
    },
  );
});

describe('S-05: the address of a provider', () => {
  it.each([
    'http://127.0.0.1:PORT',
    'http://localhost:PORT',
    'http://[::1]:PORT',
    'http://2130706433:PORT',
    'http://0x7f.1:PORT',
    'https://[::ffff:127.0.0.1]:PORT',
    'https://user:secret@127.0.0.1:PORT',
    'http://169.254.169.254/latest',
    'https://10.0.0.1',
    'ftp://idp.example.com',
    'not an address',
  ])('is refused as a field when it leads inside or nowhere: %s', async (template) => {
    const refused = await rig.save({ issuer: template.replace('PORT', String(trapPort)) });
    expect([refused.status, refused.json.error.data.errors[0].path]).toEqual([400, 'issuer']);
    expect(trapped).toBe(0);
  });
});
