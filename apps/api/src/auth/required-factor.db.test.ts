import { encodeId } from '@signalbox/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Called, Person } from '../testing.ts';
import { codeOf, cookiesOf, type Enrolled } from './auth-rig.case.ts';
import { Authenticator } from './authenticator.case.ts';
import { type IdentityProvider, openIdentityProvider } from './identity-provider.case.ts';
import { openSignOnRig, type SignOnRig } from './sign-on-rig.case.ts';

const NAMED_ORIGIN = 'http://localhost:3000';

let provider: IdentityProvider;
let rig: SignOnRig;
let owner: Enrolled;
beforeAll(async () => {
  provider = await openIdentityProvider();
  rig = await openSignOnRig(provider);
  owner = await rig.enrolAs(rig.shop, await rig.signIn(rig.shop));
});
afterEach(async () => {
  await rig.api.services.database.sql`update organisation set requires_second_factor = false`;
});
afterAll(async () => {
  await rig.stop();
  await provider.close();
});

const requireIt = (required = true, cookie = owner.cookie): Promise<Called> =>
  rig.api.mutate('signIn.requireSecondFactor', { required }, { cookie });
const needOf = async (cookie: string) => (await rig.me(cookie))?.second_factor_needed;
const isOpen = async (cookie: string): Promise<boolean> =>
  (await rig.api.query('overview.read', { environment: 'live', hours: 24 }, { cookie })).status === 200;
const codeOfRefusal = (answered: Called): string => answered.json.code ?? answered.json.error.data.errors[0].code;

async function addPasskey(person: Person, cookie: string): Promise<{ cookie: string; authenticator: Authenticator }> {
  const asked = await rig.auth('passkey/registration-options', { password: person.password }, cookie);
  const authenticator = new Authenticator(NAMED_ORIGIN);
  const body = { name: 'Laptop', response: authenticator.register(asked.json) };
  const added = await rig.auth('passkey/register', body, cookie);
  expect([added.status, added.json.code]).toEqual([200, undefined]);
  return { cookie: cookiesOf(added), authenticator };
}

async function signInWith(authenticator: Authenticator): Promise<string> {
  const asked = await rig.auth('passkey/sign-in-options', {});
  return cookiesOf(await rig.auth('passkey/sign-in', { response: authenticator.prove(asked.json) }, cookiesOf(asked)));
}

describe('an owner who requires a second factor', () => {
  it('has one, and has proved it: nobody locks himself out', async () => {
    const other = await rig.somebody('owner');
    const password = await rig.signIn(other);
    expect(codeOfRefusal(await requireIt(true, password))).toBe('own_factor_first');
    const { authenticator } = await addPasskey(other, password);
    expect(codeOfRefusal(await requireIt(true, await rig.signIn(other)))).toBe('sign_in_with_it');
    const proved = await signInWith(authenticator);
    expect((await requireIt(true, proved)).status).toBe(200);
    expect([await needOf(proved), await isOpen(proved)]).toEqual([null, true]);
  });

  it('sees how many people have none before it holds, and takes it back', async () => {
    await rig.somebody();
    const { second_factor: before } = await rig.rules(owner.cookie);
    expect(before.required).toBe(false);
    expect(before.without).toBeGreaterThan(0);
    expect(before.people).toBeGreaterThan(before.without);
    const cookie = await rig.signIn(await rig.somebody());
    expect((await requireIt()).status).toBe(200);
    expect(await isOpen(cookie)).toBe(false);
    expect((await requireIt(false)).status).toBe(200);
    expect(await isOpen(cookie)).toBe(true);
    const entries = await rig.api.services.database.sql<{ before: object; after: object }[]>`
      select before, after from audit_entry where action = 'organisation.second_factor_set' order by seq desc limit 2`;
    expect(entries).toEqual([
      { before: { required: true }, after: { required: false } },
      { before: { required: false }, after: { required: true } },
    ]);
  });
});

describe('somebody without a second factor', () => {
  it('is led to set one up before anything else, with a code', async () => {
    const person = await rig.somebody();
    await requireIt();
    const cookie = await rig.signIn(person);
    expect([await needOf(cookie), await isOpen(cookie)]).toEqual(['set_up', false]);
    for (const path of [
      'change-password',
      'two-factor/disable',
      'two-factor/generate-backup-codes',
      'passkey/remove',
    ]) {
      const body = { password: person.password, currentPassword: person.password, newPassword: 'another-password' };
      const refused = await rig.auth(path, body, cookie);
      expect([path, refused.status, refused.json.code]).toEqual([path, 403, 'SECOND_FACTOR_REQUIRED']);
    }
    const enrolled = await rig.enrolAs(person, cookie);
    expect([await needOf(enrolled.cookie), await isOpen(enrolled.cookie)]).toEqual([null, true]);
  });

  it('or with a passkey', async () => {
    const person = await rig.somebody();
    await requireIt();
    const { cookie, authenticator } = await addPasskey(person, await rig.signIn(person));
    expect([await needOf(cookie), await isOpen(cookie)]).toEqual([null, true]);
    expect(await isOpen(await signInWith(authenticator))).toBe(true);
  });

  it('may sign out, and go on in a workspace of an organisation that requires none', async () => {
    const person = await rig.somebody();
    const elsewhere = await rig.api.addTenant(`Free${Date.now()}`);
    await rig.api.services.database.sql`insert into membership (user_id, workspace, role)
      select id, ${elsewhere.number}, 'viewer' from "user" where email = ${person.email}`;
    await requireIt();
    await rig.api.services.database.sql`update organisation set requires_second_factor = false
      where number = (select organisation from workspace where number = ${elsewhere.number})`;
    const cookie = await rig.signIn(person);
    expect(await isOpen(cookie)).toBe(false);
    await rig.api.mutate('session.switch', { id: encodeId('workspace', elsewhere.id) }, { cookie });
    expect([await needOf(cookie), await isOpen(cookie)]).toEqual([null, true]);
    expect((await rig.auth('sign-out', {}, cookie)).status).toBe(200);
    expect(await rig.isSignedIn(cookie)).toBe(false);
  });

  it('who was invited is led the same way from the first sign-in', async () => {
    await requireIt();
    const invite = { email: `invited${Date.now()}@example.com`, role: 'engineer' };
    const made = await rig.api.mutate('invitations.create', invite, { cookie: owner.cookie });
    const { token } = made.json.result.data;
    const accept = { token, name: 'Ines', password: 'a-long-password' };
    expect((await rig.api.mutate('invitations.accept', accept, {})).status).toBe(200);
    const person = { email: invite.email, password: accept.password };
    const cookie = await rig.signIn(person);
    expect([await needOf(cookie), await isOpen(cookie)]).toEqual(['set_up', false]);
    expect(await isOpen((await rig.enrolAs(person, cookie)).cookie)).toBe(true);
  });
});

describe('S-16: a second factor that is required', () => {
  it('is not gone around by a new password out of the mailbox', async () => {
    const person = await rig.somebody();
    const { cookie } = await addPasskey(person, await rig.signIn(person));
    await requireIt();
    expect(await isOpen(cookie)).toBe(true);
    await rig.auth('password-reset', { email: person.email, locale: 'en' });
    await rig.api.services.auth.idle();
    const raw = rig.mails.findLast(({ to }) => to === person.email)?.raw ?? '';
    const token = /\/en\/reset#([\w-]{43})/.exec(raw)?.[1] ?? '';
    expect((await rig.auth('reset-password', { token, newPassword: 'a-newer-password' })).status).toBe(200);
    const thief = { ...person, password: 'a-newer-password' };
    const stolen = await rig.signIn(thief);
    expect([await needOf(stolen), await isOpen(stolen)]).toEqual(['prove', false]);
  });

  it('is not gone around by one that whoever has the password makes for himself', async () => {
    const person = await rig.somebody();
    await addPasskey(person, await rig.signIn(person));
    const elsewhere = await rig.api.addTenant(`Other${Date.now()}`);
    await rig.api.services.database.sql`insert into membership (user_id, workspace, role)
      select id, ${elsewhere.number}, 'viewer' from "user" where email = ${person.email}`;
    await requireIt();
    const stolen = await rig.signIn(person);
    const attempt = async (): Promise<string[]> => {
      const { password } = person;
      const tries: [string, object][] = [
        ['two-factor/enable', { password }],
        ['two-factor/verify-totp', { code: '000000' }],
        ['passkey/registration-options', { password }],
        ['passkey/remove', { passkey_id: 'psk_1', password }],
      ];
      const codes = [];
      for (const [path, body] of tries) codes.push((await rig.auth(path, body, stolen)).json.code);
      return codes;
    };
    expect(new Set(await attempt())).toEqual(new Set(['SECOND_FACTOR_REQUIRED']));
    // Neither from the workspace of an organisation that requires none.
    await rig.api.services.database.sql`update organisation set requires_second_factor = false
      where number = (select organisation from workspace where number = ${elsewhere.number})`;
    await rig.api.mutate('session.switch', { id: encodeId('workspace', elsewhere.id) }, { cookie: stolen });
    expect(await isOpen(stolen)).toBe(true);
    expect(new Set(await attempt())).toEqual(new Set(['SECOND_FACTOR_FIRST']));
  });

  it('is not given up: the last one stays', async () => {
    await requireIt();
    const { person, cookie } = await rig.enrol();
    const off = (as: string): Promise<Called> => rig.auth('two-factor/disable', { password: person.password }, as);
    expect(codeOfRefusal(await off(cookie))).toBe('LAST_SECOND_FACTOR');
    const added = await addPasskey(person, cookie);
    const without = await off(added.cookie);
    expect(without.status).toBe(200);
    const left = cookiesOf(without);
    const passkey_id = (await rig.account(left)).passkeys[0]?.id;
    const removal = await rig.auth('passkey/remove', { passkey_id, password: person.password }, left);
    expect(codeOfRefusal(removal)).toBe('LAST_SECOND_FACTOR');
    expect([await rig.isSignedIn(left), await isOpen(left)]).toEqual([true, true]);
  });

  it('is proved anew by each sign-in: the session says so, not the account', async () => {
    const person = await rig.somebody();
    const { authenticator } = await addPasskey(person, await rig.signIn(person));
    await requireIt();
    const [password, passkey] = [await rig.signIn(person), await signInWith(authenticator)];
    expect([await needOf(password), await isOpen(password)]).toEqual(['prove', false]);
    expect([await needOf(passkey), await isOpen(passkey)]).toEqual([null, true]);
    const change = { currentPassword: person.password, newPassword: 'another-password' };
    const changed = cookiesOf(await rig.auth('change-password', change, passkey));
    expect([await needOf(changed), await isOpen(changed)]).toEqual([null, true]);
  });

  it('is proved by a code and by a backup code', async () => {
    const { person, totpUri, backupCodes } = await rig.enrol();
    await requireIt();
    const next = codeOf(totpUri, Date.now() + 30_000);
    for (const [path, code] of [
      ['two-factor/verify-totp', next],
      ['two-factor/verify-backup-code', backupCodes[0]],
    ] as const) {
      const waiting = cookiesOf(await rig.auth('sign-in/email', { ...person }));
      expect(await isOpen(cookiesOf(await rig.auth(path, { code }, waiting)))).toBe(true);
    }
  });
});

describe('a second factor that is required, and the single sign-on', () => {
  it.each<[string, boolean, object, boolean]>([
    ['does not open where nobody says that the provider asked for one', false, {}, false],
    ['opens by the word of the owner', true, {}, true],
    ['opens by the word of the provider', false, { amr: ['pwd', 'mfa'] }, true],
    ['does not open by another word of the provider', false, { amr: ['pwd'] }, false],
  ])('%s', async (_what, proves_second_factor, claims, opens) => {
    expect((await rig.save({ proves_second_factor }, { tenant: rig.shop, cookie: owner.cookie })).status).toBe(200);
    expect((await requireIt()).status).toBe(200);
    const cookie = cookiesOf(await rig.signOn(rig.newcomer(claims), { organisation: await organisationId() }));
    expect([await needOf(cookie), await isOpen(cookie)]).toEqual([opens ? null : 'other_way', opens]);
  });

  const organisationId = async (): Promise<string> => (await rig.rules(owner.cookie)).organisation.id;
});

describe('people as their owner sees them', () => {
  it('have a second factor or none, and a password or none', async () => {
    const { person } = await rig.enrol();
    const plain = await rig.somebody();
    const answered = await rig.api.query('members.list', undefined, { cookie: owner.cookie });
    const members = answered.json.result.data.members as { email: string; has_second_factor: boolean }[];
    const of = ({ email }: Person) => members.find((member) => member.email === email);
    expect(of(person)).toMatchObject({ has_second_factor: true, has_password: true });
    expect(of(plain)).toMatchObject({ has_second_factor: false, has_password: true });
  });
});
