import { encodeId } from '@signalbox/contracts';
import { AUTH_ROUTES } from '@signalbox/services';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONSOLE_ORIGIN } from '../testing.ts';
import { type AuthRig, codeOf, cookiesOf, openAuthRig } from './auth-rig.case.ts';

let rig: AuthRig;
let cookie: string;
beforeAll(async () => {
  rig = await openAuthRig();
  cookie = await rig.api.signIn(rig.shop);
});
afterAll(() => rig.stop());

describe('what better-auth could do besides', () => {
  it.each([
    'sign-up/email',
    'get-session',
    'list-sessions',
    'revoke-session',
    'revoke-sessions',
    'update-user',
    'update-session',
    'change-email',
    'delete-user',
    'verify-password',
    'list-accounts',
    'link-social',
    'sign-in/social',
    'callback/google',
    'reset-password/token',
    'send-verification-email',
    'two-factor/get-totp-uri',
    'two-factor/send-otp',
    'two-factor/verify-otp',
    'two-factor/view-backup-codes',
    'ok',
    'error',
    '/sign-in/email',
    'sign-in/email/',
    'sign-in%2Femail',
    'Sign-In/Email',
  ])('is not there: /auth/%s', async (path) => {
    for (const method of ['GET', 'POST']) {
      const answered = await rig.api.call(method, `/auth/${path}`, {
        headers: { origin: CONSOLE_ORIGIN, cookie },
        ...(method === 'POST' ? { body: {} } : {}),
      });
      expect([method, answered.status, answered.json?.code]).toEqual([method, 404, 'not_found']);
    }
  });
});

describe('S-15: from another site', () => {
  it.each(AUTH_ROUTES.map((route) => [route.replace('POST /auth/', '')]))('%s is not taken', async (path) => {
    const person = await rig.somebody();
    const cookie = await rig.signIn(person);
    const elsewhere: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of elsewhere) {
      const { email, password } = person;
      const body = { email, password, currentPassword: password, newPassword: 'another-password', locale: 'en' };
      const refused = await rig.auth(path, body, cookie, headers);
      expect([refused.status, refused.headers.getSetCookie()]).toEqual([403, []]);
    }
    expect(await rig.isSignedIn(cookie)).toBe(true);
  });
});

describe('S-16: sessions', () => {
  it('are made anew by each sign-in, whatever cookie came along, and live beside each other', async () => {
    const person = await rig.somebody();
    const first = await rig.signIn(person);
    const again = await rig.auth('sign-in/email', { ...person }, first);
    const second = cookiesOf(again);
    expect(second).not.toBe(first);
    expect([await rig.isSignedIn(first), await rig.isSignedIn(second)]).toEqual([true, true]);
    const planted = 'signalbox.session_token=chosen-by-somebody-else';
    const signed = await rig.auth('sign-in/email', { ...person }, planted);
    expect(cookiesOf(signed)).not.toContain('chosen-by-somebody-else');
  });

  it('are listed to their person without their tokens, and end one by one or all but one, at once', async () => {
    const person = await rig.somebody();
    const cookies = [await rig.signIn(person), await rig.signIn(person), await rig.signIn(person)];
    const [kept = '', other = ''] = cookies;
    const { sessions } = await rig.account(kept);
    expect(sessions).toHaveLength(3);
    expect(sessions.filter((one) => one.is_current)).toHaveLength(1);
    const tokens = cookies.map((cookie) => decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '');
    for (const token of tokens) expect(JSON.stringify(sessions)).not.toContain(token);

    const current = (await rig.account(other)).sessions.find((one) => one.is_current);
    expect((await rig.api.mutate('account.endSession', { session_id: current?.id }, { cookie: kept })).status).toBe(
      200,
    );
    expect(await Promise.all(cookies.map(rig.isSignedIn))).toEqual([true, false, true]);
    const rest = await rig.api.mutate('account.endOtherSessions', {}, { cookie: kept });
    expect(rest.json.result.data).toEqual({ ended: 1 });
    expect(await Promise.all(cookies.map(rig.isSignedIn))).toEqual([true, false, false]);
  });

  it('of a person cannot be ended by a colleague', async () => {
    const mine = await rig.signIn(await rig.somebody());
    const theirs = await rig.signIn(await rig.somebody());
    const [session] = (await rig.account(theirs)).sessions;
    const answered = await rig.api.mutate('account.endSession', { session_id: session?.id }, { cookie: mine });
    expect([answered.status, await rig.isSignedIn(theirs)]).toEqual([404, true]);
  });

  it('all end with a new password but the one that is made with it, whatever the caller asks for', async () => {
    const person = await rig.somebody();
    const [here, there] = [await rig.signIn(person), await rig.signIn(person)];
    const change = { currentPassword: person.password, newPassword: 'another-password' };
    const changed = await rig.auth('change-password', { ...change, revokeOtherSessions: false }, here);
    expect(changed.status).toBe(200);
    expect([await rig.isSignedIn(here), await rig.isSignedIn(there), await rig.isSignedIn(cookiesOf(changed))]).toEqual(
      [false, false, true],
    );
    expect((await rig.auth('sign-in/email', { ...person })).status).toBe(401);
    expect((await rig.auth('sign-in/email', { ...person, password: 'another-password' })).status).toBe(200);
  });

  it('that take the place of another go on in its workspace', async () => {
    const person = await rig.somebody();
    const second = await rig.api.addTenant('Second');
    const { sql } = rig.api.services.database;
    await sql`insert into membership (user_id, workspace, role)
      select id, ${second.number}, 'viewer' from "user" where email = ${person.email}`;
    const workspaceOf = async (of: string): Promise<string> =>
      (await rig.api.query('session.me', undefined, { cookie: of })).json.result.data.workspace.name;
    const first = await rig.signIn(person);
    expect(await workspaceOf(first)).toBe('Shop');
    await rig.api.mutate('session.switch', { id: encodeId('workspace', second.id) }, { cookie: first });
    const change = { currentPassword: person.password, newPassword: 'another-password' };
    const changed = cookiesOf(await rig.auth('change-password', change, first));
    expect(await workspaceOf(changed)).toBe('Second');
    const { totpURI } = (await rig.auth('two-factor/enable', { password: 'another-password' }, changed)).json;
    const on = cookiesOf(await rig.auth('two-factor/verify-totp', { code: codeOf(totpURI) }, changed));
    expect(await workspaceOf(on)).toBe('Second');
    const off = cookiesOf(await rig.auth('two-factor/disable', { password: 'another-password' }, on));
    expect(await workspaceOf(off)).toBe('Second');
  });

  it('go on in the workspace of the page on which somebody signs in again, when the person belongs to it', async () => {
    const { person, totpUri, backupCodes } = await rig.enrol();
    const [second, foreign] = [await rig.api.addTenant('Again'), await rig.api.addTenant('Foreign')];
    const { sql } = rig.api.services.database;
    await sql`insert into membership (user_id, workspace, role)
      select id, ${second.number}, 'viewer' from "user" where email = ${person.email}`;
    const workspaceOf = async (of: string): Promise<string> =>
      (await rig.api.query('session.me', undefined, { cookie: of })).json.result.data.workspace.name;
    for (const [shown, name, step, code] of [
      [encodeId('workspace', second.id), 'Again', 'verify-totp', codeOf(totpUri)],
      [encodeId('workspace', foreign.id), 'Shop', 'verify-backup-code', backupCodes[0]],
      ['ws_nonsense', 'Shop', 'verify-backup-code', backupCodes[1]],
    ] as const) {
      const headers = { 'signalbox-workspace': shown };
      const waiting = cookiesOf(await rig.auth('sign-in/email', { ...person }, '', headers));
      const signed = await rig.auth(`two-factor/${step}`, { code }, waiting, headers);
      expect([signed.status, await workspaceOf(cookiesOf(signed))]).toEqual([200, name]);
    }
  });

  it('and the password stay as they are when the old one is wrong or the new one too short', async () => {
    const person = await rig.somebody();
    const cookie = await rig.signIn(person);
    for (const change of [
      { currentPassword: 'not-the-password', newPassword: 'another-password' },
      { currentPassword: person.password, newPassword: 'short' },
    ]) {
      expect((await rig.auth('change-password', change, cookie)).status).toBe(400);
    }
    expect(await rig.isSignedIn(cookie)).toBe(true);
    expect((await rig.auth('sign-in/email', { ...person })).status).toBe(200);
  });

  it('all end in the transaction that stores a new password, whoever stores it', async () => {
    const person = await rig.somebody();
    const cookie = await rig.signIn(person);
    await rig.api.services.auth.ensureUser({ email: person.email, name: 'Same', password: person.password });
    expect(await rig.isSignedIn(cookie)).toBe(true);
    await rig.api.services.auth.ensureUser({ email: person.email, name: 'Same', password: 'set-by-the-operator' });
    expect(await rig.isSignedIn(cookie)).toBe(false);
  });
});
