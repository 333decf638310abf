import { decodeId, encodeId, type MembersView, type SessionView, type WorkspaceView } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, openTestApi, type Tenant, type TestApi } from '../testing.ts';

let api: TestApi;
let shop: Tenant;
let stranger: Tenant;
let owner: string;
beforeAll(async () => {
  api = await openTestApi({ region: 'mx-1' });
  shop = await api.addTenant('Shop');
  stranger = await api.addTenant('Stranger');
  owner = await api.signIn(shop);
});
afterAll(() => api.stop());

const mutate = (path: string, input: unknown, cookie = owner, headers: Record<string, string> = {}): Promise<Called> =>
  api.mutate(path, input, { cookie, ...headers });
const me = async (cookie = owner): Promise<SessionView> =>
  (await api.query('session.me', undefined, { cookie })).json.result.data;
const workspaceIdOf = (tenant: Tenant): string => encodeId('workspace', tenant.id);
const switchTo = (id: string, cookie = owner) => mutate('session.switch', { id }, cookie);
const keysOf = async (cookie: string): Promise<Called> => api.query('keys.list', undefined, { cookie });

/** Lets somebody with an account into another workspace, by an invitation; the cookie of the joined session. */
async function join(person: Tenant, into: Tenant, role = 'engineer'): Promise<string> {
  const cookie = await api.signIn(person);
  const made = await mutate('invitations.create', { email: person.email, role }, await api.signIn(into));
  const joined = await mutate('invitations.join', { token: made.json.result.data.token }, cookie);
  expect([joined.status, joined.json.error]).toEqual([200, undefined]);
  return cookie;
}

describe('a workspace', () => {
  it('belongs to one organisation, which it founds when it has none, and keeps its settings', async () => {
    const read = async (): Promise<WorkspaceView> =>
      (await api.query('workspace.read', undefined, { cookie: owner })).json.result.data;
    expect(await read()).toMatchObject({
      name: 'Shop',
      organisation: { name: 'Shop' },
      home_region: null,
      time_zone: 'UTC',
      regions: ['mx-1'],
    });
    const good = {
      name: 'Shop',
      home_region: 'mx-1',
      default_currency: 'MXN',
      time_zone: 'America/Mexico_City',
      default_language: 'es-MX',
      second_person_for: ['erasures', 'templates'],
      links: 'warn',
      link_domains: ['shop.example', 'xn--bcher-kva.example'],
    };
    const typed = { ...good, link_domains: [' Shop.Example', '*.bücher.example', 'shop.example.'] };
    expect((await mutate('workspace.save', typed)).json.result.data).toMatchObject(good);
    expect(await read()).toMatchObject(good);
    for (const [field, value] of Object.entries({
      home_region: 'eu-1',
      default_currency: 'ABC',
      time_zone: 'Mexico',
      default_language: 'es-mx',
      second_person_for: 'yes',
      links: 'never',
      name: ' ',
    })) {
      const refused = await mutate('workspace.save', { ...good, [field]: field === 'time_zone' ? 'Mars/Base' : value });
      expect([field, refused.status, refused.json.error?.data.errors[0].path]).toEqual([field, 400, field]);
    }
    for (const domain of ['https://acme.com', 'acme.com/x', 'acme.com:8080', 'a@acme.com', '192.0.2.1', 'localhost']) {
      const refused = await mutate('workspace.save', { ...good, link_domains: ['acme.com', domain] });
      expect([domain, refused.json.error?.data.errors[0].path]).toEqual([domain, 'link_domains.1']);
    }
    expect(await read()).toMatchObject(good);
    await mutate('organisation.rename', { name: 'Shops of the world' });
    expect((await read()).organisation.name).toBe('Shops of the world');
    const other = await api.query('workspace.read', undefined, { cookie: await api.signIn(stranger) });
    expect(other.json.result.data.organisation.name).toBe('Stranger');
  });

  it('is added to the organisation empty, owned by whoever makes it; its name is free in the organisation only', async () => {
    const cookie = await api.signIn(shop);
    await mutate('keys.create', { environment: 'live', name: 'Of the shop' }, cookie);
    const made = await mutate('organisation.addWorkspace', { name: 'Outlet' }, cookie);
    const { id } = made.json.result.data;
    const there = await me(cookie);
    expect(there).toMatchObject({ role: 'owner', workspace: { id, name: 'Outlet' } });
    expect(there.workspaces.map((one) => [one.organisation, one.name])).toEqual([
      ['Shops of the world', 'Outlet'],
      ['Shops of the world', 'Shop'],
    ]);
    expect((await keysOf(cookie)).json.result.data).toEqual([]);
    for (const name of ['Outlet', 'shop']) {
      const refused = await mutate('organisation.addWorkspace', { name }, cookie);
      expect(refused.json.error.data.errors).toMatchObject([{ path: 'name', code: 'taken' }]);
    }
    expect((await mutate('organisation.addWorkspace', { name: 'Shop' }, await api.signIn(stranger))).status).toBe(200);
    // I-11: the log of the new workspace begins with it.
    const log = (await api.query('audit.list', {}, { cookie })).json.result.data.data;
    expect(log.map((entry: { action: string }) => entry.action)).toEqual(['workspace.created']);
    const [row] = await api.services.database
      .sql`select organisation from workspace where id = ${decodeId('workspace', id) ?? ''}`;
    const [first] = await api.services.database.sql`select organisation from workspace where number = ${shop.number}`;
    expect(row).toEqual(first);
  });
});

describe('S-01, S-16: a session works in one workspace of its person', () => {
  it('by its own word, checked at each call: another session of the same person stays where it is', async () => {
    const one = await join(shop, stranger);
    const other = await api.signIn(shop);
    expect([(await me(one)).workspace.name, (await me(other)).workspace.name]).toEqual(['Stranger', 'Shop']);
    expect((await me(one)).role).toBe('engineer');
    expect((await api.query('members.list', undefined, { cookie: one })).status).toBe(403);
    expect((await switchTo(workspaceIdOf(shop), one)).status).toBe(200);
    expect((await me(one)).workspace.name).toBe('Shop');
    expect((await api.query('members.list', undefined, { cookie: one })).status).toBe(200);
  });

  it('and in none the person does not belong to, whatever is asked for', async () => {
    const third = await api.addTenant('Third');
    for (const id of [workspaceIdOf(third), third.id, 'ws_nothing', '']) {
      const before = await me();
      expect([id, (await switchTo(id)).status]).toEqual([id, 404]);
      expect((await me()).workspace).toEqual(before.workspace);
    }
    // Not even a stored choice opens a door: the membership does.
    await api.services.database.sql`update session set active_workspace = ${third.number}`;
    expect((await me()).workspace.name).toBe('Shop');
    await api.services.database.sql`update session set active_workspace = null`;
  });

  it('leaves a workspace the moment the person is taken out of it, and the account lives on', async () => {
    const guest = await api.addTenant('Guest');
    const cookie = await join(guest, shop);
    expect((await me(cookie)).workspace.name).toBe('Shop');
    const { members } = (await api.query('members.list', undefined, { cookie: owner })).json.result.data as MembersView;
    const user_id = members.find((one) => one.email === guest.email)?.user_id;
    expect((await mutate('members.remove', { user_id })).status).toBe(200);
    expect((await me(cookie)).workspace.name).toBe('Guest');
    expect((await switchTo(workspaceIdOf(shop), cookie)).status).toBe(404);
  });

  it('S-02: a page that shows another workspace is refused, so that nothing is done in the wrong one', async () => {
    const guest = await api.addTenant('Tabs');
    const cookie = await join(guest, shop);
    const left = { 'signalbox-workspace': workspaceIdOf(guest) };
    const before = await api.everything();
    for (const answered of [
      await mutate('keys.create', { environment: 'live', name: 'Of which?' }, cookie, left),
      await api.query('keys.list', undefined, { cookie, ...left }),
    ]) {
      expect([answered.status, answered.json.error.data.code]).toEqual([409, 'workspace_changed']);
    }
    expect(await api.everything()).toBe(before);
    const right = { 'signalbox-workspace': workspaceIdOf(shop) };
    expect((await api.query('keys.list', undefined, { cookie, ...right })).status).toBe(200);
    // The header only closes: it opens no workspace the session does not work in.
    const strange = { 'signalbox-workspace': workspaceIdOf(stranger) };
    expect((await api.query('keys.list', undefined, { cookie, ...strange })).status).toBe(409);
    expect((await api.query('session.me', undefined, { cookie, ...left })).status).toBe(200);
  });
});

describe('an invitation of somebody with an account', () => {
  it('is taken once, by the person of its address only, who keeps the password and every other workspace', async () => {
    const ana = await api.addTenant('Ana');
    const bob = await api.addTenant('Bob');
    const made = await mutate('invitations.create', { email: ana.email, role: 'finance' });
    const { token } = made.json.result.data;
    expect((await api.query('invitations.read', { token }, {})).json.result.data.has_account).toBe(true);
    expect((await mutate('invitations.join', { token }, await api.signIn(bob))).status).toBe(403);
    const cookie = await api.signIn(ana);
    const answers = await Promise.all([1, 2, 3].map(() => mutate('invitations.join', { token }, cookie)));
    expect(answers.map((answered) => answered.status).sort()).toEqual([200, 404, 404]);
    expect(await me(cookie)).toMatchObject({ role: 'finance', workspace: { name: 'Shop' } });
    expect((await me(cookie)).workspaces).toHaveLength(2);
    // I-11: the workspace that is joined has it in its log, whichever the session worked in.
    const joined = await api.services.database.sql`
      select 1 from audit_entry where workspace = ${shop.number} and action = 'member.joined' and actor_id = ${(await me(cookie)).user.id}`;
    expect(joined).toHaveLength(1);
    expect(await api.signIn(ana)).toContain('session_token');
    expect(JSON.stringify(api.logged)).not.toContain(token);
  });
});

describe('I-10: no row of a workspace references a row of another', () => {
  it('for every foreign key between tables that belong to workspaces', async () => {
    const { sql } = api.services.database;
    const cookie = await api.signIn(shop);
    await switchTo(workspaceIdOf(shop), cookie);
    const key = (await mutate('keys.create', { environment: 'live', name: 'Limited' }, cookie)).json.result.data.key.id;
    const limit = { kind: 'key', api_key: key, per_second: 1, burst: 1 };
    await mutate('limits.set', { environment: 'live', limit }, cookie);
    const keys = await sql<{ child: string; parent: string; columns: string[]; targets: string[] }[]>`
      select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent,
        array(select attname::text from unnest(c.conkey) with ordinality k(n, i) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by i) as columns,
        array(select attname::text from unnest(c.confkey) with ordinality k(n, i) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by i) as targets
      from pg_constraint c
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.conparentid = 0
        and exists (select from pg_attribute where attrelid = c.conrelid and attname = 'workspace' and not attisdropped)
        and exists (select from pg_attribute where attrelid = c.confrelid and attname = 'workspace' and not attisdropped)`;
    expect(keys.map(({ child, parent }) => `${child} ${parent}`)).toEqual(
      expect.arrayContaining(['rate_limit api_key', 'route provider']),
    );
    for (const { child, parent, columns, targets } of keys) {
      const on = columns.map((name, index) => `c."${name}" = p."${targets[index]}"`).join(' and ');
      const astray = await sql.unsafe(
        `select 1 from ${child} c join ${parent} p on ${on} where c.workspace <> p.workspace`,
      );
      expect([child, parent, astray.length]).toEqual([child, parent, 0]);
    }
  });
});
