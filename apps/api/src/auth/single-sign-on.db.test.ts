import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, CONSOLE_ORIGIN } from '../testing.ts';
import { cookiesOf } from './auth-rig.case.ts';
import { type IdentityProvider, openIdentityProvider } from './identity-provider.case.ts';
import { openSignOnRig, placeOf, type SignOnRig, visitProvider } from './sign-on-rig.case.ts';

let provider: IdentityProvider;
let rig: SignOnRig;
let organisation: string;
let redirectUri: string;
beforeAll(async () => {
  provider = await openIdentityProvider();
  rig = await openSignOnRig(provider);
  const rules = await rig.rules();
  organisation = rules.organisation.id;
  redirectUri = rules.redirect_uri;
});
afterAll(async () => {
  await rig.stop();
  await provider.close();
});

describe('single sign-on', () => {
  it('is offered on the sign-in page, and begins with state, nonce and PKCE', async () => {
    const ways = (await rig.api.query('signIn.ways', undefined, {})).json.result.data;
    expect(ways).toEqual({
      passkeys_at: 'http://localhost:3000',
      single_sign_on: [{ organisation_id: organisation, name: 'Shop login' }],
    });
    const { searchParams, origin } = new URL((await rig.begin()).json.url);
    expect(origin).toBe(provider.issuer);
    expect(searchParams.get('redirect_uri')).toBe(redirectUri);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(searchParams.get(name)).toMatch(/^[\w-]{43}$/);
  });

  it('lets somebody new of the domain join, with the name the provider says, and finds the same person again', async () => {
    const claims = rig.newcomer();
    const answered = await rig.signOn(claims, { next: '/en/live/messages?state=delivered' });
    expect([answered.status, placeOf(answered)]).toEqual([302, `${CONSOLE_ORIGIN}/en/live/messages?state=delivered`]);
    const first = await rig.me(cookiesOf(answered));
    expect(first).toMatchObject({ user: { email: claims.email, name: claims.name }, role: 'viewer' });
    const again = await rig.me(cookiesOf(await rig.signOn({ ...claims, name: 'Married Now' })));
    expect(again?.user).toEqual({ ...first?.user, name: 'Married Now' });
    const account = await rig.account(cookiesOf(await rig.signOn(claims)));
    expect(account.signed_in_through).toBe('Shop login');
    expect(account.sessions.find((one) => one.is_current)?.method).toBe('single_sign_on');
  });

  it('is of the account that has the verified address, whose role stays', async () => {
    const person = await rig.somebody('engineer');
    expect((await rig.save({ domains: ['shop.example', 'example.com'] })).status).toBe(200);
    const answered = await rig.signOn(rig.newcomer({ email: person.email.toUpperCase() }));
    expect(await rig.me(cookiesOf(answered))).toMatchObject({ user: { email: person.email }, role: 'engineer' });
  });

  it.each<[string, object, string]>([
    ['an address that is not verified', { email_verified: false }, 'not_verified'],
    ['an address of which nobody says that it is verified', { email_verified: undefined }, 'not_verified'],
    ['an address of another domain', { email: 'person@evil.example' }, 'wrong_domain'],
    ['an address that only ends like the domain', { email: 'person@evilshop.example' }, 'wrong_domain'],
    ['two addresses in one', { email: 'person@evil.example@shop.example' }, 'no_address'],
    ['no address', { email: undefined }, 'no_address'],
  ])('takes nobody in with %s', async (_what, change, problem) => {
    const answered = await rig.signOn({ ...rig.newcomer(), ...change });
    expect(placeOf(answered)).toBe(`${CONSOLE_ORIGIN}/en/sign-in?problem=${problem}`);
    expect(cookiesOf(answered)).toBe('');
  });

  it('takes nobody in for whom the address was given anew', async () => {
    const claims = rig.newcomer();
    await rig.signOn(claims);
    const answered = await rig.signOn({ ...claims, sub: 'somebody-who-came-later' });
    expect(placeOf(answered)).toContain('problem=other_person');
    expect(cookiesOf(answered)).toBe('');
  });

  it('follows a sign-in to pages of the console only', async () => {
    for (const next of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '/en\\@evil.example',
      '/xx/live',
    ]) {
      expect(placeOf(await rig.signOn(rig.newcomer(), { next }))).toBe(`${CONSOLE_ORIGIN}/en`);
    }
  });

  it('makes one account of two first sign-ins at once', async () => {
    const claims = rig.newcomer();
    provider.beAs(claims);
    const begun = await Promise.all([rig.begin(), rig.begin()]);
    const backs = [];
    for (const one of begun) backs.push(await visitProvider(one.json.url));
    const answers = await Promise.all(backs.map((back, at) => rig.comeBack(back, cookiesOf(begun[at] as Called))));
    expect(answers.map(placeOf)).toEqual([`${CONSOLE_ORIGIN}/en`, `${CONSOLE_ORIGIN}/en`]);
    const rows = await rig.api.services.database.sql`select id from "user" where email = ${String(claims.email)}`;
    expect(rows).toHaveLength(1);
  });
});

describe('S-16: the way back from the provider', () => {
  it('is taken once, by the browser that went, in ten minutes', async () => {
    provider.beAs(rig.newcomer());
    const begun = await rig.begin();
    const back = await visitProvider(begun.json.url);
    const other = cookiesOf(await rig.begin());
    for (const cookie of ['', other]) {
      const refused = await rig.comeBack(back, cookie);
      expect([placeOf(refused), cookiesOf(refused)]).toEqual([`${CONSOLE_ORIGIN}/sign-in?problem=too_late`, '']);
    }
    const together = await Promise.all([0, 1, 2].map(() => rig.comeBack(back, cookiesOf(begun))));
    expect(together.filter((one) => cookiesOf(one).includes('session_token='))).toHaveLength(1);

    const late = await rig.begin();
    const lateBack = await visitProvider(late.json.url);
    await rig.api.services.database.sql`update verification set expires_at = now() - interval '1 second'`;
    expect(placeOf(await rig.comeBack(lateBack, cookiesOf(late)))).toContain('problem=too_late');
  });

  it('is of one organisation: what one provider gave is not shown to another', async () => {
    provider.beAs(rig.newcomer());
    const begun = await rig.begin();
    const back = await visitProvider(begun.json.url);
    const stranger = await rig.api.addTenant('Mixed');
    const theirs = await rig.rules(await rig.api.signIn(stranger));
    back.pathname = new URL(theirs.redirect_uri).pathname;
    expect(placeOf(await rig.comeBack(back, cookiesOf(begun)))).toContain('problem=too_late');
  });

  it('says so when the person said no, or the code is not one', async () => {
    for (const [name, value, problem] of [
      ['error', 'access_denied', 'declined'],
      ['code', 'made-up', 'not_reached'],
    ] as const) {
      provider.beAs(rig.newcomer());
      const begun = await rig.begin();
      const back = await visitProvider(begun.json.url);
      back.searchParams.set(name, value);
      const answered = await rig.comeBack(back, cookiesOf(begun));
      expect([placeOf(answered), cookiesOf(answered)]).toEqual([`${CONSOLE_ORIGIN}/en/sign-in?problem=${problem}`, '']);
    }
  });

  it('is not begun from a page of another site, nor at another address of the console', async () => {
    expect(
      (await rig.begin({ headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } })).status,
    ).toBe(403);
  });
});
