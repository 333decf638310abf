import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuthRig, codeOf, cookiesOf, openAuthRig } from './auth-rig.case.ts';

let rig: AuthRig;
beforeAll(async () => {
  rig = await openAuthRig();
});
afterAll(() => rig.stop());

describe('S-16: the second factor', () => {
  it('is on from its first code, which ends every session but the one that is made with it', async () => {
    const person = await rig.somebody();
    const [here, there] = [await rig.signIn(person), await rig.signIn(person)];
    expect((await rig.auth('two-factor/enable', { password: 'not-the-password' }, here)).status).toBe(400);
    const { totpURI, backupCodes } = (await rig.auth('two-factor/enable', { password: person.password }, here)).json;
    expect(backupCodes).toHaveLength(10);
    expect((await rig.auth('two-factor/verify-totp', { code: '000000' }, here)).status).toBe(401);
    expect((await rig.account(here)).has_second_factor).toBe(false);
    expect(cookiesOf(await rig.auth('sign-in/email', { ...person }))).toContain('session_token=');

    const turned = await rig.auth('two-factor/verify-totp', { code: codeOf(totpURI) }, here);
    const fresh = cookiesOf(turned);
    expect([await rig.isSignedIn(here), await rig.isSignedIn(there), await rig.isSignedIn(fresh)]).toEqual([
      false,
      false,
      true,
    ]);
    expect((await rig.account(fresh)).has_second_factor).toBe(true);
    const [stored] = await rig.api.services.database.sql<{ line: string }[]>`
      select to_jsonb(t)::text as line from two_factor t join "user" u on u.id = t.user_id where u.email = ${person.email}`;
    expect(stored?.line).not.toContain(new URL(totpURI).searchParams.get('secret'));
    for (const code of backupCodes) expect(stored?.line).not.toContain(code);
  });

  it('stands between the password and the session: nothing opens before it, and a browser is not trusted to skip it', async () => {
    const { person, totpUri } = await rig.enrol();
    const begun = await rig.auth('sign-in/email', { ...person });
    expect(begun.json).toEqual({ twoFactorRedirect: true, twoFactorMethods: ['totp'] });
    const waiting = cookiesOf(begun);
    expect(waiting).not.toContain('session_token=');
    expect(await rig.isSignedIn(waiting)).toBe(false);
    for (const path of [
      'change-password',
      'two-factor/enable',
      'two-factor/disable',
      'two-factor/generate-backup-codes',
    ]) {
      const body = { password: person.password, currentPassword: person.password, newPassword: 'another-password' };
      expect([path, (await rig.auth(path, body, waiting)).status]).toEqual([path, 401]);
    }
    const passed = await rig.auth('two-factor/verify-totp', { code: codeOf(totpUri), trustDevice: true }, waiting);
    expect(await rig.isSignedIn(cookiesOf(passed))).toBe(true);
    expect(cookiesOf(passed)).not.toContain('trust');
    expect((await rig.auth('sign-in/email', { ...person }, cookiesOf(passed))).json.twoFactorRedirect).toBe(true);
    // The proof that the password was right is used up.
    expect((await rig.auth('two-factor/verify-totp', { code: codeOf(totpUri) }, waiting)).status).toBe(401);
  });

  it('takes five wrong codes, at once or one after the other, then the sign-in begins again', async () => {
    const { person, totpUri } = await rig.enrol();
    const waiting = cookiesOf(await rig.auth('sign-in/email', { ...person }));
    const wrong = codeOf(totpUri, Date.now() + 3_600_000);
    const together = await Promise.all(
      Array.from({ length: 8 }, () => rig.auth('two-factor/verify-totp', { code: wrong }, waiting)),
    );
    expect(together.every(({ status }) => status >= 400)).toBe(true);
    let tested = together.filter(({ json }) => json.code === 'INVALID_CODE').length;
    for (let tries = 0; tries < 6; tries += 1) {
      const answered = await rig.auth('two-factor/verify-totp', { code: wrong }, waiting);
      if (answered.json.code === 'INVALID_CODE') tested += 1;
    }
    expect(tested).toBeLessThanOrEqual(5);
    expect(
      (await rig.auth('two-factor/verify-totp', { code: codeOf(totpUri) }, waiting)).status,
    ).toBeGreaterThanOrEqual(400);
  });

  it('R-03: takes each code of the authenticator for one sign-in, of several at once too', async () => {
    const { person, totpUri } = await rig.enrol();
    const waiting = [];
    for (let one = 0; one < 4; one += 1) waiting.push(cookiesOf(await rig.auth('sign-in/email', { ...person })));
    const code = codeOf(totpUri);
    const together = await Promise.all(waiting.map((of) => rig.auth('two-factor/verify-totp', { code }, of)));
    expect(together.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
    expect(together.filter(({ headers }) => headers.getSetCookie().join().includes('session_token=')).length).toBe(1);
    const next = codeOf(totpUri, Date.now() + 30_000);
    const late = cookiesOf(await rig.auth('sign-in/email', { ...person }));
    expect((await rig.auth('two-factor/verify-totp', { code }, late)).status).toBe(401);
    expect((await rig.auth('two-factor/verify-totp', { code: next }, late)).status).toBe(200);
  });

  it('takes each backup code once, and none of those that were replaced', async () => {
    const { person, backupCodes, cookie } = await rig.enrol();
    const [code = '', other = ''] = backupCodes;
    const enter = async (using: string): Promise<number> => {
      const waiting = cookiesOf(await rig.auth('sign-in/email', { ...person }));
      return (await rig.auth('two-factor/verify-backup-code', { code: using, disableSession: true }, waiting)).status;
    };
    expect(await enter(code)).toBe(200);
    expect(await enter(code)).toBe(401);
    const made = await rig.auth('two-factor/generate-backup-codes', { password: person.password }, cookie);
    expect(made.json.backupCodes).toHaveLength(10);
    expect([await enter(other), await enter(made.json.backupCodes[0])]).toEqual([401, 200]);
  });

  it('is switched off with the password alone, which ends every session but the one that is made with it', async () => {
    const { person, cookie, totpUri } = await rig.enrol();
    const waiting = cookiesOf(await rig.auth('sign-in/email', { ...person }));
    const elsewhere = cookiesOf(await rig.auth('two-factor/verify-totp', { code: codeOf(totpUri) }, waiting));
    expect((await rig.auth('two-factor/disable', { password: 'not-the-password' }, cookie)).status).toBe(400);
    const off = await rig.auth('two-factor/disable', { password: person.password }, cookie);
    expect([
      await rig.isSignedIn(cookie),
      await rig.isSignedIn(elsewhere),
      await rig.isSignedIn(cookiesOf(off)),
    ]).toEqual([false, false, true]);
    expect(await rig.isSignedIn(await rig.signIn(person))).toBe(true);
  });

  it('is not waited for any longer once the password has changed', async () => {
    const { person, cookie, totpUri } = await rig.enrol();
    const waiting = cookiesOf(await rig.auth('sign-in/email', { ...person }));
    const change = { currentPassword: person.password, newPassword: 'another-password' };
    expect((await rig.auth('change-password', change, cookie)).status).toBe(200);
    expect((await rig.auth('two-factor/verify-totp', { code: codeOf(totpUri) }, waiting)).status).toBe(401);
  });
});

describe('the audit log', () => {
  it('has what a person does with the own account: sign-in behind the second factor, password, factor, sessions, name', async () => {
    const { person, totpUri, cookie: enrolled } = await rig.enrol();
    const waiting = cookiesOf(await rig.auth('sign-in/email', { ...person }));
    await rig.auth('two-factor/verify-totp', { code: codeOf(totpUri) }, waiting);
    await rig.api.mutate('account.endOtherSessions', {}, { cookie: enrolled });
    await rig.api.mutate('account.rename', { name: 'Nora New' }, { cookie: enrolled });
    const off = cookiesOf(await rig.auth('two-factor/disable', { password: person.password }, enrolled));
    const change = { currentPassword: person.password, newPassword: 'another-password' };
    await rig.auth('change-password', change, off);
    await rig.auth('password-reset', { email: person.email, locale: 'en' });
    await rig.api.services.auth.idle();
    const raw = rig.mails.findLast(({ to }) => to === person.email)?.raw ?? '';
    const token = /\/en\/reset#([\w-]{43})/.exec(raw)?.[1] ?? '';
    expect((await rig.auth('reset-password', { token, newPassword: 'a-third-password' })).status).toBe(200);
    const entries = await rig.api.services.database.sql<{ action: string; after: unknown }[]>`
      select action, after from audit_entry
      where object_id = (select id from "user" where email = ${person.email}) order by seq`;
    expect(entries).toEqual([
      { action: 'session.signed_in', after: null },
      { action: 'account.changed', after: { operation: 'two-factor/verify-totp' } },
      { action: 'session.signed_in', after: { by: 'code' } },
      { action: 'session.revoked', after: { sessions: 1 } },
      { action: 'account.changed', after: { name: 'Nora New' } },
      { action: 'account.changed', after: { operation: 'two-factor/disable' } },
      { action: 'account.password_changed', after: null },
      { action: 'account.password_changed', after: { operation: 'reset-password' } },
    ]);
  });
});
