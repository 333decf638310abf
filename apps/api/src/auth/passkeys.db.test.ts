import { encodeId } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Called, Person } from '../testing.ts';
import { type AuthRig, cookiesOf, openAuthRig } from './auth-rig.case.ts';
import { Authenticator, type Deviation } from './authenticator.case.ts';

/** The console of tests is at 127.0.0.1, for which no browser makes a passkey: they are bound to the name of the same machine. */
const NAMED_ORIGIN = 'http://localhost:3000';

let rig: AuthRig;
beforeAll(async () => {
  rig = await openAuthRig();
});
afterAll(() => rig.stop());

const optionsFor = ({ password }: Person, cookie: string): Promise<Called> =>
  rig.auth('passkey/registration-options', { password }, cookie);

/** Adds a passkey to the account of somebody who is signed in. */
async function add(person: Person, cookie: string, authenticator: Authenticator, name = 'Laptop'): Promise<Called> {
  const asked = await optionsFor(person, cookie);
  expect(asked.status).toBe(200);
  return rig.auth('passkey/register', { name, response: authenticator.register(asked.json) }, cookie);
}

/** Somebody new with a passkey, signed in. */
async function withPasskey(): Promise<{ person: Person; cookie: string; authenticator: Authenticator }> {
  const person = await rig.somebody();
  const authenticator = new Authenticator(NAMED_ORIGIN);
  const added = await add(person, await rig.signIn(person), authenticator);
  expect(added.status).toBe(200);
  return { person, cookie: cookiesOf(added), authenticator };
}

async function signInWith(authenticator: Authenticator, deviation: Deviation = {}): Promise<Called> {
  const asked = await rig.auth('passkey/sign-in-options', {});
  return rig.auth('passkey/sign-in', { response: authenticator.prove(asked.json, deviation) }, cookiesOf(asked));
}

const idOf = async (cookie: string): Promise<string> => (await rig.account(cookie)).passkeys[0]?.id ?? '';

describe('a passkey', () => {
  it('is added behind the password, listed, renamed, and opens a session that says so', async () => {
    const person = await rig.somebody();
    const before = await rig.signIn(person);
    expect((await optionsFor({ ...person, password: 'not-the-password' }, before)).json.code).toBe('INVALID_PASSWORD');
    const asked = (await optionsFor(person, before)).json;
    expect(asked.rp).toEqual({ name: 'Signalbox', id: 'localhost' });
    expect(asked.authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' });

    const authenticator = new Authenticator(NAMED_ORIGIN);
    const added = await rig.auth(
      'passkey/register',
      { name: 'Laptop', response: authenticator.register(asked) },
      before,
    );
    const cookie = cookiesOf(added);
    const { passkeys } = await rig.account(cookie);
    expect(passkeys).toMatchObject([{ id: added.json.passkey_id, name: 'Laptop', last_used_at: null }]);
    const rename = { passkey_id: passkeys[0]?.id, name: 'Phone' };
    expect((await rig.api.mutate('account.renamePasskey', rename, { cookie })).status).toBe(200);

    const signed = await signInWith(authenticator);
    expect(signed.status).toBe(200);
    const account = await rig.account(cookiesOf(signed));
    expect(account.passkeys[0]?.name).toBe('Phone');
    expect(account.passkeys[0]?.last_used_at).not.toBeNull();
    expect(account.sessions.find((one) => one.is_current)?.method).toBe('passkey');
  });

  it('S-16: that comes or goes ends every session but the one that is made with it', async () => {
    const person = await rig.somebody();
    const [here, there] = [await rig.signIn(person), await rig.signIn(person)];
    const added = cookiesOf(await add(person, here, new Authenticator(NAMED_ORIGIN)));
    expect([await rig.isSignedIn(here), await rig.isSignedIn(there), await rig.isSignedIn(added)]).toEqual([
      false,
      false,
      true,
    ]);
    const elsewhere = await rig.signIn(person);
    const passkey_id = await idOf(added);
    const wrong = await rig.auth('passkey/remove', { passkey_id, password: 'not-the-password' }, added);
    expect([wrong.json.code, await rig.isSignedIn(elsewhere)]).toEqual(['INVALID_PASSWORD', true]);
    const removed = await rig.auth('passkey/remove', { passkey_id, password: person.password }, added);
    expect([await rig.isSignedIn(added), await rig.isSignedIn(elsewhere)]).toEqual([false, false]);
    expect((await rig.account(cookiesOf(removed))).passkeys).toEqual([]);
  });

  it('that was removed opens nothing any more', async () => {
    const { person, cookie, authenticator } = await withPasskey();
    const body = { passkey_id: await idOf(cookie), password: person.password };
    expect((await rig.auth('passkey/remove', body, cookie)).status).toBe(200);
    expect((await signInWith(authenticator)).json.code).toBe('PASSKEY_UNKNOWN');
  });

  it('of a person is neither renamed nor removed by a colleague', async () => {
    const { cookie } = await withPasskey();
    const passkey_id = await idOf(cookie);
    const colleague = await rig.somebody();
    const theirs = await rig.signIn(colleague);
    const renamed = await rig.api.mutate('account.renamePasskey', { passkey_id, name: 'Mine' }, { cookie: theirs });
    const removed = await rig.auth('passkey/remove', { passkey_id, password: colleague.password }, theirs);
    expect([renamed.status, removed.json.code]).toEqual([404, 'PASSKEY_UNKNOWN']);
    expect((await rig.account(cookie)).passkeys).toMatchObject([{ id: passkey_id, name: 'Laptop' }]);
  });

  it('asks nobody for a code: it is the second factor itself', async () => {
    const { person, cookie } = await rig.enrol();
    const authenticator = new Authenticator(NAMED_ORIGIN);
    expect((await add(person, cookie, authenticator)).status).toBe(200);
    const signed = await signInWith(authenticator);
    expect(await rig.isSignedIn(cookiesOf(signed))).toBe(true);
  });

  it('is one of twenty at most', async () => {
    const { person, cookie } = await withPasskey();
    const { sql } = rig.api.services.database;
    await sql`alter table passkey disable trigger passkeys_changed`;
    await sql`insert into passkey (id, user_id, name, credential_id, public_key, counter, transports, is_backed_up)
      select gen_random_uuid(), u.id, 'one', 'made-' || n, '', 0, '{}', false
      from "user" u, generate_series(1, 19) n where u.email = ${person.email}`;
    await sql`alter table passkey enable trigger passkeys_changed`;
    expect((await optionsFor(person, cookie)).json.code).toBe('PASSKEYS_TOO_MANY');
  });
});

describe('S-16: what no passkey proves', () => {
  it.each<[string, Deviation]>([
    ['on a page of another site', { origin: 'https://evil.example' }],
    ['under another name', { rpId: 'evil.example' }],
    ['without the person being checked', { flags: 0b001 }],
    ['without the person being there', { flags: 0b100 }],
    ['with another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['by another key', { forges: true }],
    ['for somebody else', { userHandle: Buffer.from('usr_somebody').toString('base64url') }],
  ])('is not taken: %s', async (_what, deviation) => {
    const { authenticator } = await withPasskey();
    const answered = await signInWith(authenticator, deviation);
    expect(answered.status).toBe(400);
    expect(cookiesOf(answered)).toBe('');
  });

  it.each<[string, Deviation]>([
    ['on a page of another site', { origin: 'https://evil.example' }],
    ['under another name', { rpId: 'evil.example' }],
    ['without the person being checked', { flags: 0b001 }],
    ['with another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
  ])('is not registered: %s', async (_what, deviation) => {
    const person = await rig.somebody();
    const cookie = await rig.signIn(person);
    const asked = (await optionsFor(person, cookie)).json;
    const response = new Authenticator(NAMED_ORIGIN).register(asked, deviation);
    const answered = await rig.auth('passkey/register', { name: 'Laptop', response }, cookie);
    expect([answered.status, answered.json.code]).toEqual([400, 'PASSKEY_NOT_VERIFIED']);
    expect([(await rig.account(cookie)).passkeys, await rig.isSignedIn(cookie)]).toEqual([[], true]);
  });

  it('opens one session an answer, and none from another browser', async () => {
    const { authenticator } = await withPasskey();
    const asked = await rig.auth('passkey/sign-in-options', {});
    const response = authenticator.prove(asked.json);
    const elsewhere = await rig.auth('passkey/sign-in', { response });
    expect([elsewhere.json.code, cookiesOf(elsewhere)]).toEqual(['PASSKEY_TOO_LATE', '']);
    const together = await Promise.all(
      Array.from({ length: 4 }, () => rig.auth('passkey/sign-in', { response }, cookiesOf(asked))),
    );
    expect(together.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
  });

  it('is a copy of an authenticator that counts: an older count opens nothing', async () => {
    const { authenticator } = await withPasskey();
    expect((await signInWith(authenticator, { counter: 7 })).status).toBe(200);
    expect((await signInWith(authenticator, { counter: 7 })).json.code).toBe('PASSKEY_NOT_VERIFIED');
    expect((await signInWith(authenticator, { counter: 8 })).status).toBe(200);
  });

  it('is registered from a browser that did not give the password, or too late', async () => {
    const { person, cookie } = await withPasskey();
    const response = new Authenticator(NAMED_ORIGIN).register({ challenge: 'any', rp: { id: 'localhost' } });
    const without = await rig.auth('passkey/register', { name: 'Laptop', response }, cookie);
    expect(without.json.code).toBe('PASSKEY_TOO_LATE');
    const asked = (await optionsFor(person, cookie)).json;
    await rig.api.services.database.sql`update verification set expires_at = now() - interval '1 second'`;
    const late = { name: 'Laptop', response: new Authenticator(NAMED_ORIGIN).register(asked) };
    expect((await rig.auth('passkey/register', late, cookie)).json.code).toBe('PASSKEY_TOO_LATE');
  });

  it('comes from a page of another site', async () => {
    const { authenticator } = await withPasskey();
    const asked = await rig.auth('passkey/sign-in-options', {});
    const headers = { origin: 'https://evil.example' };
    const body = { response: authenticator.prove(asked.json) };
    expect((await rig.auth('passkey/sign-in', body, cookiesOf(asked), headers)).status).toBe(403);
  });
});

describe('the audit log', () => {
  it('has each passkey that comes or goes, and each sign-in with one', async () => {
    const { person, cookie, authenticator } = await withPasskey();
    const signed = cookiesOf(await signInWith(authenticator));
    const passkey_id = await idOf(cookie);
    await rig.api.mutate('account.renamePasskey', { passkey_id, name: 'Phone' }, { cookie: signed });
    await rig.auth('passkey/remove', { passkey_id, password: person.password }, signed);
    const entries = await rig.api.services.database.sql<{ action: string; after: unknown }[]>`
      select action, after from audit_entry
      where object_id = (select id from "user" where email = ${person.email}) order by seq`;
    expect(entries).toEqual([
      { action: 'session.signed_in', after: null },
      { action: 'account.changed', after: { operation: 'passkey/register' } },
      { action: 'session.signed_in', after: { by: 'passkey' } },
      { action: 'account.changed', after: { passkey: 'Phone' } },
      { action: 'account.changed', after: { operation: 'passkey/remove' } },
    ]);
  });

  it('holds nothing of the keys themselves, and neither does the log of the process', async () => {
    const { authenticator } = await withPasskey();
    await signInWith(authenticator, { forges: true });
    expect(JSON.stringify(rig.api.logged)).not.toContain(authenticator.id);
    const rows = await rig.api.services.database.sql`select after::text from audit_entry`;
    expect(JSON.stringify(rows)).not.toContain(authenticator.id);
  });
});

describe('a sign-in with a passkey', () => {
  it('goes on in the workspace of the page it is made on', async () => {
    const { person, authenticator } = await withPasskey();
    const second = await rig.api.addTenant('Second');
    await rig.api.services.database.sql`insert into membership (user_id, workspace, role)
      select id, ${second.number}, 'viewer' from "user" where email = ${person.email}`;
    const asked = await rig.auth('passkey/sign-in-options', {});
    const body = { response: authenticator.prove(asked.json) };
    const headers = { 'signalbox-workspace': encodeId('workspace', second.id) };
    const signed = await rig.auth('passkey/sign-in', body, cookiesOf(asked), headers);
    const me = await rig.api.query('session.me', undefined, { cookie: cookiesOf(signed) });
    expect(me.json.result.data.workspace.name).toBe('Second');
  });
});
