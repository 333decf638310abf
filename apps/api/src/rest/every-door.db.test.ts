import { encodeId, ID_PREFIXES, type IdKind, Problem, SCOPE_PRESETS, Scope, scopesOf } from '@signalbox/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnsLetThrough, fieldsOf } from '../column-names.case.ts';
import { type Called, openTestApi, type Tenant, type TestApi } from '../testing.ts';
import type { Door } from './door.ts';
import { DOORS } from './doors.ts';
import { fromSchema } from './from-schema.case.ts';
import { buildDocument } from './openapi.ts';

let api: TestApi;
let shop: Tenant;
let stranger: Tenant;
/** Real ids of the shop, by the path that takes them. */
let ours: Record<string, string>;
let owner: string;
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('Shop');
  stranger = await api.addTenant('Stranger');
  ours = await fillShop();
  owner = await api.signIn(shop);
});
afterAll(() => api.stop());

/** How many people were sent a code: each gets few. */
let people = 0;

async function fillShop(): Promise<Record<string, string>> {
  const post = (path: string, body: unknown) => api.call('POST', path, { key: shop.keys.live, body });
  const message = await post('/v1/messages', {
    to: '+525512345678',
    channel: 'sms',
    class: 'transactional',
    content: { text: 'hola' },
    send_at: new Date(Date.now() + 3_600_000).toISOString(),
  });
  const suppression = await post('/v1/suppressions', { address: 'a@example.com', channel: 'email', reason: 'test' });
  await api.call('PUT', '/v1/dlt/entities', {
    key: shop.keys.live,
    body: { entries: [{ entity_id: '1101000000000000001', name: 'Shop' }] },
  });
  await api.call('PUT', '/v1/dlt/headers', {
    key: shop.keys.live,
    body: { entries: [{ entity_id: '1101000000000000001', header: 'SHOPIN' }] },
  });
  const registered = await api.call('GET', '/v1/dlt/entries?kind=headers', { key: shop.keys.live });
  people += 1;
  const to = `+52551234${String(5000 + people)}`;
  const verification = await post('/v1/verifications', { to, app_name: 'Shop' });
  const consent = await post('/v1/consents', {
    address: 'a@example.com',
    channel: 'email',
    state: 'granted',
    source: 'test',
  });
  const list = await post('/v1/lists', {
    name: `List ${people}`,
    channel: 'email',
    wordings: { en: { text: 'Yes', version: '1' } },
  });
  const bringFile = async (): Promise<string> => {
    const { json } = await post('/v1/contacts/imports', { list_id: list.json.id });
    await post(`/v1/contacts/imports/${json.id}/parts`, { at: 0, data: 'cGhvbmUKKzUyNTUxMjM0NTY3OAo=' });
    return json.id;
  };
  const imported = await bringFile();
  await api.services.database
    .sql`update contact_import set state = 'done', finished_at = now() where workspace = ${shop.number}`;
  const webhook = await post('/v1/webhooks', { url: 'https://hooks.example.com/' });
  const prefix = await post('/v1/fraud/prefixes', { prefix: `+4479${people}`, action: 'block', reason: 'test' });
  const change = await post('/v1/prices/imports', {
    csv: `price,valid_from\n0.01,${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}\n`,
    route_id: await addRoute(),
    currency: 'USD',
    dry_run: false,
  });
  const { sql } = api.services.database;
  await sql`
    insert into exchange_rate (workspace, base, currency, valid_from, rate_nanos) values (${shop.number}, 'USD', 'GBP', '2026-01-01T00:00:00Z', 1250000000)
    on conflict do nothing`;
  const template = async (state: string, ...moves: string[]): Promise<string> => {
    const key = `${state}-${people}`;
    const bodies = [{ channel: 'sms', locale: 'en', text: 'On its way.' }];
    await post('/v1/templates', { key, name: 'Order', class: 'transactional', default_locale: 'en', bodies });
    for (const move of moves) await post(`/v1/templates/${key}/versions/1/${move}`, {});
    return key;
  };
  const term = async (): Promise<string> => {
    await api.call('PUT', '/v1/glossary/Acme', { key: shop.keys.live, body: {} });
    return 'Acme';
  };
  const move = '/v1/templates/{key}/versions/{version}';
  const templates = {
    [`${move}/approve`]: await template('to-approve', 'submit'),
    [`${move}/reject`]: await template('to-reject', 'submit'),
    [`${move}/pause`]: await template('to-pause', 'submit', 'approve'),
    [`${move}/resume`]: await template('to-resume', 'submit', 'approve', 'pause'),
    '/v1/templates/{key}/translations/review': await template('to-review'),
    '/v1/templates/{key}/translations': await template('to-draft'),
    '/v1/templates/': await template('draft'),
    '/v1/glossary/': await term(),
  };
  const service = { url: 'https://translate.example.com' };
  await api.call('PUT', '/v1/translation', { key: shop.keys.live, body: { enabled: true, service } });
  await sql`
    insert into template_translation (workspace, version, channel, locale, state, drafted)
    select v.workspace, v.number, 'sms', 'en', 'machine_draft', '{"kind": "user", "id": "ana", "name": "Ana", "atMs": 0}'
    from template_version v join template t on t.number = v.template where t.key = ${`to-review-${people}`} and t.workspace = ${shop.number}`;
  const registry = async (key: string): Promise<string> => {
    const service = { url: 'https://registry.example.com/{{number}}', price_micros: 0, currency: 'USD' };
    const body = { name: key, enabled: true, country: 'TR', meaning: 'permits', service };
    await api.call('PUT', `/v1/compliance/registries/${key}`, { key: shop.keys.live, body });
    return key;
  };
  await api.call('PUT', '/v1/topics/offers', { key: shop.keys.live, body: { names: { en: 'Offers' } } });
  const cap = await post('/v1/caps', { name: 'Marketing in a day', limit: 3, calendar: 'day' });
  const erased = await post('/v1/people/erase', { address: `gone-${people}@example.com`, reason: 'test' });
  const restricted = await post('/v1/people/restrict', { address: `kept-${people}@example.com`, reason: 'test' });
  const worded = await post('/v1/keywords', { word: `DEALS${people}`, kind: 'help' });
  const inbound = api.services.ids.next();
  await sql`
    insert into inbound_message (id, workspace, environment, provider, from_address, to_address, body, raw)
    values (${inbound}, ${shop.number}, 'live', 1, '+525512345678', '12345', 'hola', 'hola')`;
  await api.services.requestLog.flush();
  return {
    '/v1/messages/': message.json.id,
    '/v1/verifications/': verification.json.id,
    '/v1/suppressions/': suppression.json.id,
    '/v1/caps/': cap.json.id,
    '/v1/consents/': consent.json.id,
    '/v1/lists/': list.json.id,
    '/v1/topics/': 'offers',
    '/v1/contacts/imports/{id}/undo': imported,
    '/v1/contacts/imports/{id}/start': await bringFile(),
    '/v1/contacts/imports/': await bringFile(),
    '/v1/inbound-messages/': encodeId('inbound', inbound),
    '/v1/keywords/': worded.json.own[0].id,
    '/v1/webhooks/': webhook.json.id,
    '/v1/people/requests/{id}/lift': restricted.json.id,
    '/v1/people/requests/': erased.json.request.id,
    '/v1/fraud/prefixes/': prefix.json.id,
    '/v1/countries/': 'MX',
    ...templates,
    '/v1/senders/': (await post('/v1/senders', { country: 'SG', sender: `SHOP${people}` })).json.id,
    '/v1/dlt/entries/': registered.json.data[0].id,
    '/v1/compliance/packs/': 'VN',
    '/v1/compliance/answers/': 'SA.hours',
    '/v1/compliance/registries/{key}/ask': await registry('asked'),
    '/v1/compliance/registries/': await registry('iys'),
    '/v1/prices/changes/': change.json.change_id,
    '/v1/exchange-rates/': 'GBP.2026-01-01',
    '/v1/requests/': message.headers.get('x-request-id') ?? '',
  };
}

/** A route of the shop, by its public id: prices are those of one. */
async function addRoute(): Promise<string> {
  const { database, ids, config } = api.services;
  const id = ids.next();
  people += 1;
  const name = `route ${people}`;
  await database.sql`
    with made as (
      insert into provider (id, workspace, environment, name, protocol, settings)
      values (${ids.next()}, ${shop.number}, 'live', ${name}, 'loopback', '{}') returning number)
    insert into route (id, workspace, environment, provider, name, channel, countries, prefixes, classes, tier, weight, price_micros, currency)
    select ${id}, ${shop.number}, 'live', number, ${name}, 'sms', '{}', '{}', '{}', 1, 0, 10000, 'USD' from made`;
  await config.refresh();
  return encodeId('route', id);
}

const pathOf = (door: Door, id: string): string =>
  door.path.replace('{version}', '1').replace(/\{\w+\}/, encodeURIComponent(id));
const ourIdOf = (door: Door): string =>
  Object.entries(ours).find(([start]) => door.path.startsWith(start))?.[1] ?? `no id for ${door.path}`;
const kindOf = (door: Door): IdKind =>
  (Object.keys(ID_PREFIXES) as IdKind[]).find((kind) => ourIdOf(door).startsWith(`${ID_PREFIXES[kind]}_`)) ?? 'message';
/** The example of a door; where it names a list, the shop's; a sender is on file once. */
const bodyOf = (door: Door): { body?: object } =>
  door.body === undefined
    ? {}
    : {
        body: JSON.parse(
          JSON.stringify(door.body.example)
            .replace(/lst_[0-9a-z]{26}/, ours['/v1/lists/'] ?? '')
            .replace('"sender":"ACME"', () => {
              people += 1;
              return `"sender":"A${people}"`;
            }),
        ),
      };
const enterWith = (door: Door, init: Parameters<TestApi['call']>[2]): Promise<Called> =>
  api.call(door.method.toUpperCase(), pathOf(door, ourIdOf(door)), {
    key: shop.keys.live,
    ...init,
  });
const doors = DOORS.map((door) => [door.operationId, door] as const);
const withBody = DOORS.flatMap((door) =>
  door.body === undefined ? [] : [[door.operationId, door, door.body] as const],
);
const withId = doors.filter(([, door]) => door.path.includes('{id}'));

const everything = (): Promise<string> => api.everything();

/** An answer is one the reference names: its status, its type, its shape; never a failure of ours. */
function expectAsDocumented(door: Door, answered: Called): void {
  expect(answered.status, answered.text).toBeLessThan(500);
  expect(answered.headers.get('x-request-id')).toMatch(/^req_/);
  if (answered.status === door.answer.status) {
    if (door.answer.schema === undefined) expect(answered.text).toBe('');
    else expect(door.answer.schema.safeParse(answered.json).error).toBeUndefined();
    return;
  }
  expect(answered.headers.get('content-type')).toBe('application/problem+json');
  expect(Problem.parse(answered.json).status).toBe(answered.status);
}

/** A key of the shop with rules, made as the console makes it. */
async function makeKey(rules: object, environment = 'live'): Promise<{ id: string; secret: string }> {
  const made = await api.mutate('keys.create', { environment, name: 'ruled', ...rules }, { cookie: owner });
  if (made.status !== 200) throw new Error(made.text);
  const { key, secret } = made.json.result.data;
  return { id: key.id, secret };
}

/** A call as good as the door takes it. */
const enter = (door: Door, key: string, headers: Record<string, string> = {}): Promise<Called> =>
  enterWith(door, { key, headers, ...bodyOf(door) });

/** A call that gets as far as the checks of path, query and body, and changes nothing. */
const knock = (door: Door, key: string): Promise<Called> =>
  api.call(door.method.toUpperCase(), `${pathOf(door, 'nothing')}?no_such_field=1`, {
    key,
    ...(door.body === undefined ? {} : { body: { no_such_field: 1 } }),
  });

describe('S-01: whoever has no business here gets nothing and changes nothing', () => {
  it.each(doors)('%s without a key, and with keys that are wrong, answers 401', async (_id, door) => {
    const before = await everything();
    for (const key of [undefined, 'sb_live_wrong', `sb_live_00000000_${'A'.repeat(43)}`]) {
      const answered = await api.call(door.method.toUpperCase(), pathOf(door, ourIdOf(door)), {
        ...(key === undefined ? {} : { key }),
        ...bodyOf(door),
      });
      expect([answered.status, answered.json.code]).toEqual([401, 'unauthenticated']);
    }
    expect(await everything()).toBe(before);
  });

  it.each(doors)(
    '%s answers 401 to a revoked and to an expired key, 403 from an address off the list',
    async (_id, door) => {
      const revoked = await makeKey({});
      const expired = await makeKey({ expires_in_days: 1 });
      const elsewhere = await makeKey({ allowed_networks: ['203.0.113.0/24'] });
      await api.mutate('keys.revoke', { id: revoked.id }, { cookie: owner });
      await api.services.database
        .sql`update api_key set expires_at = now() where expires_at is not null and expires_at > now()`;
      const before = await everything();
      const refusals = [];
      for (const { secret } of [revoked, expired, elsewhere]) {
        const answered = await enter(door, secret, { 'x-workspace-id': shop.id });
        refusals.push([answered.status, answered.json.code]);
        expectAsDocumented(door, answered);
      }
      expect(refusals).toEqual([
        [401, 'unauthenticated'],
        [401, 'unauthenticated'],
        [403, 'forbidden'],
      ]);
      expect(await everything()).toBe(before);
    },
  );

  it.each(withId)(
    '%s answers 404 to a stranger, to the other environment and to an id of nothing',
    async (_id, door) => {
      const before = await everything();
      const nothing = encodeId(kindOf(door), api.services.ids.next());
      for (const [key, id] of [
        [stranger.keys.live, ourIdOf(door)],
        [shop.keys.sandbox, ourIdOf(door)],
        [shop.keys.live, nothing],
        [shop.keys.live, 'msg_doesnotexist'],
        [shop.keys.live, "' or 1=1 --"],
        [shop.keys.live, '\u0000'],
        [shop.keys.live, '../../v1/messages'],
        [shop.keys.live, '__proto__'],
      ] as const) {
        const answered = await api.call(door.method.toUpperCase(), pathOf(door, id), { key, ...bodyOf(door) });
        expect([id, answered.status, answered.json.code]).toEqual([id, 404, 'not_found']);
      }
      expect(await everything()).toBe(before);
    },
  );

  it('what a stranger lists holds nothing of the shop', async () => {
    for (const path of ['/v1/messages', '/v1/suppressions', '/v1/consents?address=a@example.com', '/v1/webhooks']) {
      for (const key of [stranger.keys.live, shop.keys.sandbox]) {
        expect((await api.call('GET', path, { key })).json.data).toEqual([]);
      }
      expect((await api.call('GET', path, { key: shop.keys.live })).status).toBe(200);
    }
  });
});

describe('S-04, S-09: a key passes the doors of its scopes and no others', () => {
  it('a door without a permission does not compile', () => {
    // @ts-expect-error the permission is a required part of a door
    const nameless: Omit<Door, 'enter' | 'permission'> extends Door ? never : Pick<Door, 'permission'> = {};
    expect(nameless).toEqual({});
  });

  it.each(Scope.options)('a key with %s alone', async (scope) => {
    const key = await makeKey({ scopes: [scope] });
    const before = await everything();
    const passed = [];
    for (const door of DOORS) {
      const answered = await knock(door, key.secret);
      if (answered.status === 403) {
        expect(answered.json).toMatchObject({ code: 'forbidden', detail: expect.stringContaining(door.permission) });
      } else passed.push(door.operationId);
    }
    expect(passed).toEqual(DOORS.filter((door) => door.permission === scope).map((door) => door.operationId));
    expect(await everything()).toBe(before);
  });

  it.each(Object.entries(SCOPE_PRESETS))('a key made by the preset %s', async (_name, scopes) => {
    const key = await makeKey({ scopes });
    for (const door of DOORS) {
      const answered = await knock(door, key.secret);
      const may = scopesOf(scopes).includes(door.permission);
      expect([door.operationId, answered.status === 403]).toEqual([door.operationId, !may]);
    }
  });

  it('a text with a typing mistake is told so, without a look-up', async () => {
    const { secret } = await makeKey({});
    const typo = secret.slice(0, 30) + (secret[30] === 'x' ? 'y' : 'x') + secret.slice(31);
    const answered = await api.call('GET', '/v1/messages', { key: typo });
    expect([answered.status, answered.json.detail]).toEqual([401, expect.stringContaining('typing mistake')]);
  });
});

describe('S-02, S-03: no body, query or header says who you are or writes a column', () => {
  const EXTRA = [
    'id',
    'workspace',
    'workspace_id',
    'environment',
    'user_id',
    'api_key',
    'price_micros',
    'state_at',
    'created_at',
  ];

  it.each(withBody)('%s refuses every column it does not take', async (_id, door, { example }) => {
    const before = await everything();
    for (const name of EXTRA) {
      const { messages: [first] = [] } = example as { messages?: object[] };
      const body = { ...example, [name]: 1 };
      const answered = await enterWith(door, { body });
      expect([answered.status, answered.json.errors]).toMatchObject([400, [{ path: name, code: 'unknown_field' }]]);
      if (first === undefined) continue;
      const inner = await enterWith(door, { body: { messages: [{ ...first, [name]: 1 }] } });
      expect(inner.json).toMatchObject({
        accepted: [],
        rejected: [{ index: 0, error: { code: 'request_invalid' } }],
      });
    }
    expect(await everything()).toBe(before);
  });

  it.each(withBody)('%s refuses every column of every table in place of its fields', async (_id, door, { example }) => {
    const before = await everything();
    const through = await columnsLetThrough(api, async (extra) => {
      const { status, json } = await enterWith(door, { body: { ...example, ...extra } });
      return { status, fields: fieldsOf(json.errors) };
    });
    expect(through).toEqual([]);
    expect(await everything()).toBe(before);
  });

  it('a header or query that names another workspace changes nothing', async () => {
    const headers = { 'x-workspace-id': shop.id, 'x-user-id': '1', 'x-forwarded-for': '10.0.0.1' };
    expect((await api.call('GET', '/v1/messages', { key: stranger.keys.live, headers })).json.data).toEqual([]);
    const asked = await api.call('GET', `/v1/messages?workspace_id=${shop.id}`, { key: stranger.keys.live });
    expect([asked.status, asked.json.errors]).toMatchObject([400, [{ path: 'workspace_id', code: 'unknown_field' }]]);
  });
});

describe('S-21: filters are values, never part of a statement', () => {
  const HOSTILE = [
    "' or 1=1 --",
    "'); drop table message; --",
    '\\',
    '%',
    '\u0000',
    '1 union select',
    '\ud800'.toWellFormed(),
  ];
  const queries = doors.flatMap(([id, door]) =>
    Object.keys(door.query?.shape ?? {}).map((name) => [id, name, door] as const),
  );

  it.each(queries)('%s by %s', async (_id, name, door) => {
    const ask = (query: string) =>
      api.call(door.method.toUpperCase(), `${pathOf(door, ourIdOf(door))}?${query}`, { key: shop.keys.live });
    for (const text of HOSTILE) expectAsDocumented(door, await ask(`${name}=${encodeURIComponent(text)}`));
    const twice = await ask(`${name}=a&${name}=b`);
    expect(twice.status).toBe(400);
  });

  it('an unknown sort key is refused by name', async () => {
    const answered = await api.call('GET', '/v1/messages?sort=price', { key: shop.keys.live });
    expect(answered.json.errors).toMatchObject([{ path: 'sort', code: 'unknown_field' }]);
  });
});

/** Values near the ones a field takes, and values nobody expects. */
const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'sms',
      'email',
      'otp',
      'marketing',
      '+525512345678',
      'ana@example.com',
      'USD',
      '2026-11-23T09:00:00Z',
    ),
  },
  { weight: 2, arbitrary: fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -1, 1e21, Number.MAX_SAFE_INTEGER)) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);

/** A body that is the example with some of its fields, at any depth, replaced, left out or added. */
function nearly(example: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(example)) {
    return fc.oneof({ weight: 6, arbitrary: fc.tuple(...example.map(nearly)) }, { weight: 1, arbitrary: anyValue });
  }
  if (typeof example === 'object' && example !== null) {
    const fields = Object.fromEntries(Object.entries(example).map(([name, value]) => [name, nearly(value)]));
    const changed = fc
      .tuple(
        fc.record(fields, { requiredKeys: [] }),
        fc.dictionary(fc.string({ maxLength: 12 }), anyValue, { maxKeys: 1 }),
      )
      .map(([known, unknown]) => ({ ...example, ...known, ...unknown }));
    return fc.oneof({ weight: 8, arbitrary: changed }, { weight: 1, arbitrary: anyValue });
  }
  return fc.oneof({ weight: 5, arbitrary: fc.constant(example) }, { weight: 2, arbitrary: anyValue });
}

describe('B-10: whatever is sent, every answer is one the reference names', () => {
  const document = buildDocument(DOORS);
  const runs = { numRuns: 60 };

  it.each(doors.filter(([, door]) => door.body !== undefined))('%s by its body', async (_id, door) => {
    await fc.assert(
      fc.asyncProperty(
        nearly(door.body?.example),
        fc.option(fc.string({ maxLength: 20 }), { freq: 5 }),
        async (body, key) => {
          const headers: Record<string, string> = key === null ? {} : { 'idempotency-key': encodeURIComponent(key) };
          expectAsDocumented(door, await enterWith(door, { body: JSON.stringify(body), headers }));
        },
      ),
      runs,
    );
  });

  it.each(doors.filter(([, door]) => door.query !== undefined))('%s by its query', async (_id, door) => {
    const fields = Object.fromEntries(
      Object.keys(door.query?.shape ?? {}).map((name) => [
        name,
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 20 }),
          fc.constantFrom('5', 'sms', 'live', 'MX', '2026-11-23T09:00:00Z', 'otp'),
        ),
      ]),
    );
    await fc.assert(
      fc.asyncProperty(fc.record(fields, { requiredKeys: [] }), async (query) => {
        const search = new URLSearchParams(query as Record<string, string>);
        expectAsDocumented(
          door,
          await api.call('GET', `${pathOf(door, ourIdOf(door))}?${search}`, { key: shop.keys.live }),
        );
      }),
      runs,
    );
  });

  it.each(doors.filter(([, door]) => door.body !== undefined))(
    '%s by bodies drawn from its schema',
    async (id, door) => {
      const body = document.paths[door.path]?.[door.method]?.requestBody?.content['application/json']?.schema;
      if (body === undefined) throw new Error(`the document has no body for ${id}`);
      await fc.assert(
        fc.asyncProperty(fromSchema(document, body), async (value) => {
          expectAsDocumented(door, await enterWith(door, { body: JSON.stringify(value) }));
        }),
        runs,
      );
    },
  );

  it.each(doors.filter(([, door]) => door.query !== undefined))(
    '%s by queries drawn from its schema',
    async (_id, door) => {
      const parameters = document.paths[door.path]?.[door.method]?.parameters.filter((one) => one.in === 'query') ?? [];
      const drawn = fc.record(
        Object.fromEntries(parameters.map(({ name, schema }) => [name, fromSchema(document, schema)])),
        { requiredKeys: parameters.filter(({ required }) => required).map(({ name }) => name) },
      );
      await fc.assert(
        fc.asyncProperty(drawn, async (query) => {
          const search = new URLSearchParams();
          for (const [name, value] of Object.entries(query)) search.set(name, String(value));
          const path = `${pathOf(door, ourIdOf(door))}?${search}`;
          expectAsDocumented(door, await api.call('GET', path, { key: shop.keys.live }));
        }),
        runs,
      );
    },
  );

  it.each(withId)('%s by its path', async (_id, door) => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (id) => {
        const path = pathOf(door, id.toWellFormed());
        const answered = await api.call(door.method.toUpperCase(), path, { key: shop.keys.live, ...bodyOf(door) });
        // Whoever tries one id after another at a door that tests codes is told to wait.
        const refusals = door.refusals.includes('rate_limited') ? [404, 405, 429] : [404, 405];
        expect(refusals).toContain(id === '' || /^\.{1,2}$/.test(id) ? 404 : answered.status);
      }),
      runs,
    );
  });

  it('and nothing of it was a failure of ours', () => {
    expect(api.logged.filter((line) => line.message.includes('failed'))).toEqual([]);
  });
});

describe('I-11: every change is one entry of the audit log', () => {
  /** Changes that are not in it, and why. */
  const UNAUDITED: Record<string, string> = {
    sendMessage: 'the message itself names its key and request',
    sendBatch: 'so does each message of a batch',
    startVerification: 'so does the message of the code',
    checkVerification: 'a try is counted in the verification',
    previewRouting: 'it changes nothing',
    quoteSend: 'it changes nothing',
    previewSubstitution: 'it changes nothing',
    checkDlt: 'it changes nothing',
    previewTemplate: 'it changes nothing',
    importDltFile: 'its example only reads; a store is covered by the procedure of the console',
    importNetworkTable: 'its example only reads; a change is covered by the procedure of the console',
    askRegistry: 'its example only reads; asking is covered by registries.db.test.ts',
    lookUpNumbers: 'its example only reads; asking is covered by number-lookups.db.test.ts',
    importPriceList: 'its example only reads; a change is covered by the procedure of the console',
    importListMembers: 'its example only reads; a store is covered by its own test',
    checkCompliance: 'stores nothing',
    previewCap: 'so does this',
    addImportPart: 'the file is named when its import begins, and again when it is started',
    findPerson: 'it is a question; a body keeps the address out of the URL',
    verifyErasureCertificate: 'so is this',
    replayWebhook: 'its example only counts; a replay is covered by the procedure of the console',
  };
  const written = (): Promise<{ count: number }[]> =>
    api.services.database.sql<{ count: number }[]>`
      select count(*)::int as count from audit_entry where workspace = ${shop.number} and actor_kind = 'key'`;

  // A shop of its own: what the tests before have used up is not.
  beforeAll(async () => {
    shop = await api.addTenant('Audited');
  });

  it.each(doors.filter(([, door]) => door.method !== 'get'))('%s', async (id, door) => {
    ours = await fillShop();
    const [before] = await written();
    const answered = await enterWith(door, bodyOf(door));
    expect([answered.status, answered.json?.detail]).toEqual([door.answer.status, undefined]);
    const [after] = await written();
    expect((after?.count ?? 0) - (before?.count ?? 0)).toBe(id in UNAUDITED ? 0 : 1);
  });

  it('the log is of the workspace as a whole: a key of the sandbox does not read what was done in live', async () => {
    for (const path of ['/v1/audit', '/v1/audit/export', '/v1/audit/verify']) {
      const refused = await api.call('GET', path, { key: shop.keys.sandbox });
      expect([refused.status, refused.json.detail]).toEqual([403, expect.stringContaining('live')]);
    }
  });

  it('and all of them are one chain that fits, which a stranger sees nothing of', async () => {
    const verdict = await api.call('GET', '/v1/audit/verify', { key: shop.keys.live });
    expect(verdict.json).toMatchObject({ intact: true, broken: null });
    expect((await api.call('GET', '/v1/audit', { key: stranger.keys.live })).json.data).toEqual([]);
  });
});
