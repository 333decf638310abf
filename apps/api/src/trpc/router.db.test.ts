import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type AccountView,
  decodeId,
  encodeId,
  type MembersView,
  Permission,
  type ProviderView,
  ROLE_PERMISSIONS,
  Role,
  rolesThatMay,
  SecondPersonKind,
} from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnsLetThrough, fieldsOf } from '../column-names.case.ts';
import { type Called, CONSOLE_ORIGIN, openTestApi, type Tenant, type TestApi } from '../testing.ts';
import { procedure } from './procedure.ts';
import { appRouter } from './router.ts';

let carriers: Server;
let api: TestApi;
let shop: Tenant;
let stranger: Tenant;
let cookie: string;
let strangerCookie: string;
let expiredCookie: string;
/** One person of the shop in each role, by the cookie. */
const people = new Map<Role, string>();
/** Real things of the shop. */
let ours: {
  message: string;
  verification: string;
  canceled: string;
  prefix: string;
  provider: string;
  route: string;
  key: string;
  webhook: string;
  unwanted: string;
  limit: string;
  member: string;
  invitation: string;
  workspace: string;
  country: string;
  registration: string;
  sender: string;
  template: string;
  submitted: string;
  undrafted: string;
  drafted: string;
  request: string;
  session: string;
  passkey: string;
  pause: string;
  weights: string;
  superfluous: string;
  ramped: string;
  proposal: string;
  unwelcome: string;
  weightChange: string;
  tried: { id: string; version: number };
  running: string;
  over: string;
  modelled: string;
  priceChange: string;
  rate: string;
  consent: string;
  erasure: string;
  asked: string;
  askedByUs: string;
  restriction: string;
  certificate: string;
  list: string;
  recipient: string;
  file: string;
  imported: string;
  keyword: string;
  cap: string;
  inbound: string;
  suppression: string;
};
/** The tokens of invitations that nobody has taken: of somebody new, and of the owner's own address. */
let token: string;
let ownToken: string;

beforeAll(async () => {
  carriers = createServer((_request, response) => response.end('{"data":[],"carrier":"any"}'));
  await new Promise<void>((resolve) => carriers.listen(0, '127.0.0.1', resolve));
  api = await openTestApi({ simulatorUrl: `http://127.0.0.1:${(carriers.address() as AddressInfo).port}` });
  shop = await api.addTenant('Shop');
  stranger = await api.addTenant('Stranger');
  // The owner has a second factor, and has proved it in the session of the calls below: what some of them ask for.
  const passkey = await addPasskey();
  cookie = await api.signIn(shop);
  await api.services.database.sql`update session set second_factor = true`;
  strangerCookie = await api.signIn(stranger);
  ours = { ...(await fillShop()), passkey };
  for (const role of Role.options) people.set(role, await api.signIn(await api.addPerson(shop, role, 'matrix')));
  expiredCookie = await api.signIn(shop);
  const session = decodeURIComponent(expiredCookie.split('=')[1] ?? '').split('.')[0] ?? '';
  const ended = await api.services.database
    .sql`update session set expires_at = now() - interval '1 minute' where token = ${session}`;
  if (ended.count !== 1) throw new Error('the session was not found');
});
afterAll(async () => {
  await api.stop();
  carriers.closeAllConnections();
  await new Promise((resolve) => carriers.close(resolve));
});

const query = (path: string, input?: unknown, headers: Record<string, string> = {}): Promise<Called> =>
  api.query(path, input, { cookie, ...headers });
const mutate = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Called> =>
  api.mutate(path, body, { cookie, ...headers });

const environment = 'live';
const entity_id = '1101000000000000001';
const message = { to: '+525512345678', channel: 'sms', class: 'transactional', content: { text: 'hola' } };
const verification = { to: '+525512345678', app_name: 'Shop' };
const consent = { address: 'a@example.com', channel: 'email', state: 'granted', source: 'form' };
const list = { name: 'News', channel: 'email', wordings: { en: { text: 'Yes', version: '1' } } };
const suppression = { address: 'a@example.com', channel: 'email', reason: 'asked' };
const prefix = { prefix: '+5255', action: 'block', reason: 'Reported by the carrier' };
const provider = { environment, name: 'Test vendor', protocol: 'loopback', enabled: true, settings: {} };
const route = (provider_id: string) => ({
  environment,
  name: 'To Mexico',
  provider_id,
  channel: 'sms',
  countries: ['MX', 'BR'],
  prefixes: [],
  classes: [],
  tier: 1,
  weight: 10,
  price_micros: 1000,
  currency: 'USD',
  enabled: true,
});

const CAP = { name: 'Marketing in a day', limit: 3, calendar: 'day' };
const REGISTRY = {
  ...{ name: 'Registry', enabled: true, country: 'TR', meaning: 'permits' },
  service: { url: 'https://registry.example.com/{{number}}', price_micros: 0, currency: 'USD' },
};
const TRANSLATION = { enabled: true, service: { url: 'https://translate.example.com' } };
const templateContent = { variables: [], bodies: [{ channel: 'sms', locale: 'en', text: 'On its way.' }] };
const template = { key: 'order', name: 'Order', class: 'transactional', default_locale: 'en', ...templateContent };
const questionOfTemplate = { class: 'transactional', default_locale: 'en', ...templateContent };

async function addPasskey(): Promise<string> {
  const id = api.services.ids.next();
  await api.services.database.sql`
    insert into passkey (id, user_id, name, credential_id, public_key, counter, transports, is_backed_up)
    select ${id}, u.id, 'Laptop', 'a-credential', '', 0, '{}', false from "user" u where u.email = ${shop.email}`;
  return encodeId('passkey', id);
}

async function addWebhook(): Promise<string> {
  const webhook = { url: 'https://hooks.example.com/' };
  return (await mutate('webhooks.create', { environment, webhook })).json.result.data.id;
}

/** An invitation into another workspace, made by its owner; the token. */
async function inviteFrom(tenant: Tenant, email: string): Promise<string> {
  const made = await mutate('invitations.create', { email, role: 'viewer' }, { cookie: await api.signIn(tenant) });
  return made.json.result.data.token;
}

async function fillShop(): Promise<Omit<typeof ours, 'passkey'>> {
  const sent = await mutate('messages.send', {
    environment,
    message: { ...message, send_at: new Date(Date.now() + 3_600_000).toISOString() },
    idempotency_key: 'first-of-the-shop',
  });
  const manifests = (await query('providers.manifests')).json.result.data;
  const loopback = manifests.find((one: { protocol: string }) => one.protocol === 'loopback');
  const settings = Object.fromEntries(
    loopback.fields.flatMap((field: { name: string; required: boolean; initial?: unknown }) =>
      field.required && field.initial !== undefined ? [[field.name, field.initial]] : [],
    ),
  );
  const saved = await mutate('providers.save', { ...provider, settings });
  if (saved.status !== 200) throw new Error(saved.text);
  const routed = await mutate('routes.save', route(saved.json.result.data.id));
  const made = await mutate('keys.create', { environment, name: 'A key' });
  await mutate('limits.set', { environment, limit: { kind: 'workspace', per_second: 1000, burst: 1000 } });
  const limits = await query('limits.list', { environment });
  const invited = (await mutate('invitations.create', { email: 'new@example.com', role: 'viewer' })).json.result.data;
  token = invited.token;
  ownToken = await inviteFrom(stranger, shop.email);
  await mutate('countries.set', { country: 'MX', settings: { enabled: true } });
  await mutate('dlt.save', { kind: 'entities', entry: { entity_id, name: 'Shop' } });
  await mutate('dlt.save', { kind: 'headers', entry: { entity_id, header: 'SHOPIN' } });
  const filed = await mutate('senders.set', { sender: { country: 'TH', sender: 'SHOP' } });
  const registered = (await query('dlt.list', { kind: 'headers' })).json.result.data;
  await mutate('templates.create', template);
  await mutate('templates.create', { ...template, key: 'submitted' });
  await mutate('templates.submit', { key: 'submitted', version: 1 });
  for (const key of ['undrafted', 'drafted']) await mutate('templates.create', { ...template, key });
  await mutate('translation.set', TRANSLATION);
  await api.services.database.sql`
    insert into template_translation (workspace, version, channel, locale, state, drafted)
    select v.workspace, v.number, 'sms', 'en', 'machine_draft', '{"kind": "user", "id": "ana", "name": "Ana", "atMs": 0}'
    from template_version v join template t on t.number = v.template where t.key = 'drafted' and t.workspace = ${shop.number}`;
  await mutate('glossary.save', { term: 'Acme' });
  await mutate('topics.save', { key: 'offers', names: { en: 'Offers' } });
  for (const key of ['iys', 'asked']) await mutate('compliance.setRegistry', { key, registry: REGISTRY });
  await mutate('compliance.answer', { rule: 'TR.hours', answer: { reading: 'none', note: 'Counsel.' } });
  await api.addPerson(shop, 'support');
  const { members } = (await query('members.list')).json.result.data as MembersView;
  const started = await mutate('verifications.start', {
    environment,
    verification: { ...verification, to: '+525512345679' },
    idempotency_key: 'first-code-of-the-shop',
  });
  const canceled = await mutate('verifications.start', {
    environment,
    verification: { ...verification, to: '+525512345670' },
    idempotency_key: 'second-code-of-the-shop',
  });
  const consented = await mutate('consents.record', { environment, consent });
  const listMade = await mutate('lists.create', { environment, list: { ...list, name: 'First' } });
  const member = { address: 'listed@example.com', source: 'form' };
  await mutate('lists.addMember', { environment, id: listMade.json.result.data.id, member });
  const people = await mutate('templates.recipients', { environment, channel: list.channel, search: '' });
  const suppressed = await mutate('suppressions.add', {
    environment,
    suppression: { ...suppression, address: 'b@example.com' },
  });
  const listed = await mutate('fraud.addPrefix', { environment, prefix: { ...prefix, prefix: '+4479' } });
  const worded = await mutate('keywords.add', { environment, keyword: { word: 'DEALS', kind: 'help' } });
  const capped = await mutate('caps.save', { environment, cap: CAP });
  const inbound = api.services.ids.next();
  await api.services.database.sql`
    insert into inbound_message (id, workspace, environment, provider, from_address, to_address, body, raw, outcome, keyword)
    values (${inbound}, ${shop.number}, ${environment}, 1, '+525512345678', '12345', 'hola', 'hola', 'unsure', 'STOP')`;
  const called = await api.call('GET', '/v1/messages', { key: shop.keys.live });
  await api.services.requestLog.flush();
  // One session to end by its id, one for the call that ends all others.
  await api.signIn(shop);
  await api.signIn(shop);
  const { sessions } = (await query('account.read')).json.result.data as AccountView;
  return {
    session: sessions.find((one) => !one.is_current)?.id ?? '',
    member: members.find((one) => one.role === 'support')?.user_id ?? '',
    invitation: invited.invitation.id,
    workspace: encodeId('workspace', shop.id),
    country: 'MX',
    registration: registered.data[0]?.id ?? '',
    sender: filed.json.result.data.id,
    template: template.key,
    submitted: 'submitted',
    undrafted: 'undrafted',
    drafted: 'drafted',
    message: sent.json.result.data.id,
    verification: started.json.result.data.id,
    canceled: canceled.json.result.data.id,
    prefix: listed.json.result.data.id,
    provider: saved.json.result.data.id,
    route: routed.json.result.data.id,
    key: made.json.result.data.key.id,
    limit: limits.json.result.data[0].id,
    consent: consented.json.result.data.id,
    list: listMade.json.result.data.id,
    recipient: people.json.result.data.data[0]?.recipient ?? '',
    ...(await bringFiles(listMade.json.result.data.id)),
    keyword: worded.json.result.data.own[0].id,
    cap: capped.json.result.data.id,
    inbound: encodeId('inbound', inbound),
    suppression: suppressed.json.result.data.id,
    webhook: await addWebhook(),
    unwanted: await addWebhook(),
    request: called.headers.get('x-request-id') ?? '',
    ...(await weigh(routed.json.result.data.id)),
    ...(await price(routed.json.result.data.id)),
    ...(await askAboutPeople()),
    ...(await askSecondPerson()),
  };
}

const part = { at: 0, data: Buffer.from('email\na@example.com\n').toString('base64') };

/** The import of a file that waits to be started, and one that has ended. */
async function bringFiles(list_id: string) {
  const bring = async (): Promise<string> => {
    const { id } = (await mutate('imports.create', { environment, file: { list_id } })).json.result.data;
    await mutate('imports.addPart', { environment, id, part });
    return id;
  };
  const imported = await bring();
  await api.services.database
    .sql`update contact_import set state = 'done', finished_at = now() where workspace = ${shop.number}`;
  return { imported, file: await bring() };
}

/** Somebody who was erased, and an erasure that another person asked for and nobody has decided on. */
async function askAboutPeople() {
  const person = { address: 'c@example.com', reason: 'Asked by mail' };
  const erased = await mutate('people.erase', { environment, person });
  const id = api.services.ids.next();
  await api.services.database.sql`
    insert into person_request (id, workspace, environment, channel, kind, state, person, masked, reason, blocked_classes, asked, created_at, due_at)
    values (${id}, ${shop.number}, ${environment}, 'email', 'erasure', 'waiting', 'hash', 'd…@example.com', 'Asked by mail', '{}',
      '{"kind": "user", "id": "another", "name": "Another"}', now(), now())`;
  const restricted = await mutate('people.restrict', { environment, person: { ...person, address: 'r@example.com' } });
  return {
    restriction: restricted.json.result.data.id,
    erasure: encodeId('personRequest', id),
    certificate: erased.json.result.data.request.id,
  };
}

/** What another person asked for and nobody has decided on, and the same of our own. */
async function askSecondPerson() {
  const { user } = (await query('session.me')).json.result.data;
  const ask = async (by: string): Promise<string> => {
    const id = api.services.ids.next();
    await api.services.database.sql`
      insert into approval (id, workspace, action, object, name, reason, asked, created_at, expires_at)
      values (${id}, ${shop.number}, 'export.consent_proof', 'a proof', 'a proof', 'A court asked', ${api.services.database.sql.json(
        {
          ...{ kind: 'user', id: by, name: 'Somebody' },
        },
      )}, now(), now() + interval '7 days')`;
    return encodeId('approval', id);
  };
  return { asked: await ask('another'), askedByUs: await ask(user.id) };
}

/** Has the shop want a second person for all that may need one, or for nothing. */
const wantSecondPerson = async (wanted: boolean): Promise<void> => {
  const kinds = wanted ? `{${SecondPersonKind.options.join(',')}}` : '{}';
  await api.services.database
    .sql`update workspace set second_person_for = ${kinds}::second_person_kind[] where number = ${shop.number}`;
};

const weightsOf = (route_id: string) => [
  { route_id, permille: 1000, locked: false, floor_permille: 0, ceiling_permille: 1000 },
];
const scope = { channel: 'sms', tier: 1, country: 'MX' };

/** Weights of a route, changed once, with a proposal to take and one to put away; and a pause that is to come. */
async function weigh(routeId: string) {
  const weights = weightsOf(routeId);
  const save = async (trafficClass: string, version?: number, country = 'MX') => {
    const set = {
      environment,
      scope: { ...scope, country, class: trafficClass },
      version,
      mode: 'approval',
      explore_ppm: 20_000,
      weights,
      why: 'first',
    };
    return (await mutate('weights.save', set)).json.result.data;
  };
  const codes = await save('otp');
  const notices = await save('transactional');
  await save('otp', codes.version);
  const history = (await query('weights.history', { environment, id: codes.id })).json.result.data;
  const propose = async (set: { id: string }) => {
    const id = api.services.ids.next();
    await api.services.database.sql`
      insert into weight_change (id, workspace, weight_set, at, state, actor_kind, actor_name, why, before, after)
      select ${id}, workspace, number, now(), 'proposed', 'system', 'learning', 'test', weights, weights from weight_set
      where id = ${decodeId('weightSet', set.id) ?? ''}`;
    return encodeId('weightChange', id);
  };
  const ramped = await save('transactional', undefined, 'BR');
  const plan = { steps: 2, minutes: 60, min_success_ppm: 500_000 };
  const ramp = {
    change: api.services.ids.next(),
    state: 'running',
    from: weights,
    to: weights,
    plan,
    step: 0,
    sinceMs: 0,
  };
  await api.services.database.sql`
    update weight_set set ramp = ${api.services.database.sql.json({ ...ramp, nextAtMs: 4e12, stopped: null } as never)}
    where id = ${decodeId('weightSet', ramped.id) ?? ''}`;
  const tried = await save('marketing', undefined, 'BR');
  await api.services.database.sql`
    update weight_set set weights = jsonb_set(weights, '{0,permille}', '999') where id = ${decodeId('weightSet', tried.id) ?? ''}`;
  const from = new Date(Date.now() + 3_600_000).toISOString();
  const paused = await mutate('routes.pause', { environment, id: routeId, from, reason: 'planned' });
  return {
    pause: paused.json.result.data.id,
    weights: codes.id,
    ramped: ramped.id,
    superfluous: (await save('otp', undefined, 'BR')).id,
    proposal: await propose(codes),
    unwelcome: await propose(notices),
    weightChange: history[0].id,
    tried,
    running: await experimentOn(notices.id, null),
    over: await experimentOn(codes.id, 'stopped'),
    modelled: await provenModel(codes.id),
  };
}

/** A success model of the workspace of some weights that has proved better than the signals for codes to Portugal; the country. */
async function provenModel(weights: string): Promise<string> {
  const record = { outcomes: 2000, modelLoss: 400, signalsLoss: 500, evidence: 20, bins: [], drift: {} };
  const { sql } = api.services.database;
  await sql`
    insert into success_scope (workspace, environment, channel, class, country, record, judged_at)
    select workspace, environment, channel, 'otp', 'PT', ${sql.json(record)}, now() from weight_set where id = ${decodeId('weightSet', weights) ?? ''}`;
  return 'PT';
}

/** An experiment on some weights, stored as it would be when it runs or has ended. */
async function experimentOn(weights: string, stop: 'stopped' | null): Promise<string> {
  const id = api.services.ids.next();
  const guard = '{"min_success_ppm": 0, "max_drop_ppm": 20000, "max_cost_rise_permille": null}';
  await api.services.database.sql`
    insert into experiment (id, workspace, environment, weight_set, set_version, name, challenger_name, control, challenger, share_permille, measure,
      difference_ppm, guard, max_outcomes, started_at, started_by, until_at, stop, ended_at)
    select ${id}, workspace, environment, number, version, 'Test', 'Others', weights, weights, 500, 'success', 20000, ${guard}::jsonb, 10000, now(),
      'Test', now() + interval '1 day', ${stop}, ${stop === null ? null : new Date()} from weight_set where id = ${decodeId('weightSet', weights) ?? ''}`;
  return encodeId('experiment', id);
}

const priceList = (route_id: string, price: string) => ({
  csv: `price,currency,country\n${price},USD,BR\n`,
  route_id,
  dry_run: false,
});

/** A price of a route for Mexico, to be taken back, and the rate that is set, to be taken away. */
async function price(routeId: string) {
  const list = { ...priceList(routeId, '0.011'), csv: 'price,currency,country\n0.011,USD,MX\n' };
  const imported = await mutate('prices.import', { ...list, environment });
  return { priceChange: imported.json.result.data.change_id, rate: 'EUR.2026-01-01' };
}

/** One good call of every procedure; a procedure without an entry fails the test below. */
const CALLS: Record<string, () => unknown> = {
  'session.me': () => undefined,
  'session.switch': () => ({ id: ours.workspace }),
  'workspace.read': () => undefined,
  'workspace.save': () => ({
    name: 'Shop',
    home_region: 'test',
    default_currency: 'MXN',
    time_zone: 'America/Mexico_City',
    default_language: 'es-MX',
    second_person_for: [],
    links: 'any',
    link_domains: ['shop.example'],
  }),
  'organisation.rename': () => ({ name: 'Shops of the world' }),
  'organisation.addWorkspace': () => ({ name: 'Another shop' }),
  'countries.list': () => undefined,
  'countries.set': () => ({ country: 'BR', settings: { enabled: false } }),
  'countries.remove': () => ({ country: ours.country }),
  'approvals.list': () => undefined,
  'approvals.ended': () => undefined,
  'approvals.askSender': () => ({
    reason: 'New brand',
    wanted: { action: 'sender.set', sender: { country: 'SG', sender: 'BRAND', status: 'registered' } },
  }),
  'approvals.askRule': () => ({
    reason: 'Counsel said so',
    wanted: { action: 'rule.answered', rule: 'AE.hours', answer: { reading: 'none', note: 'Counsel.' } },
  }),
  'approvals.askPersonCopy': () => ({
    reason: 'Asked by mail',
    wanted: { action: 'export.person', environment, person: { address: 'a@example.com' } },
  }),
  'approvals.askListExport': () => ({
    reason: 'A move of systems',
    wanted: { action: 'export.list', environment, id: ours.list },
  }),
  'approvals.askAuditExport': () => ({ reason: 'The auditor came', wanted: { action: 'export.audit' } }),
  'approvals.askConsentProof': () => ({
    reason: 'A court asked',
    wanted: { action: 'export.consent_proof', environment, id: ours.consent },
  }),
  'approvals.askReveal': () => ({
    reason: 'Somebody called',
    wanted: { action: 'reveal.message', environment, id: ours.message },
  }),
  'approvals.decide': () => ({ id: ours.asked, decision: 'approve' }),
  'approvals.withdraw': () => ({ id: ours.askedByUs }),
  'senders.list': () => ({}),
  'senders.shown': () => ({ country: 'SG' }),
  'senders.set': () => ({ sender: { country: 'SG', sender: 'ACME', status: 'registered' } }),
  'senders.remove': () => ({ id: ours.sender }),
  'dlt.list': () => ({ kind: 'templates' }),
  'dlt.expiring': () => ({}),
  'dlt.check': () => ({ text: 'Your order 7 is on its way. Acme' }),
  'dlt.save': () => ({ kind: 'headers', entry: { entity_id, header: 'SHOPSL' } }),
  'dlt.remove': () => ({ id: ours.registration }),
  'dlt.import': () => ({ kind: 'headers', entity_id, csv: 'Header,Status\nSHOPNW,Active\n', dry_run: false }),
  'templates.list': () => ({}),
  'templates.read': () => ({ key: ours.template }),
  'templates.readVersion': () => ({ key: ours.template, version: 1 }),
  'templates.preview': () => questionOfTemplate,
  'templates.recipients': () => ({ environment, channel: 'email' }),
  'templates.previewPerson': () => ({ environment, ...questionOfTemplate, recipient: ours.recipient }),
  'templates.previewSample': () => ({ environment, ...questionOfTemplate, channel: 'sms', address: '+525512345678' }),
  'templates.create': () => ({ ...template, key: 'another' }),
  'templates.addVersion': () => ({ key: ours.template, content: templateContent }),
  'templates.submit': () => ({ key: ours.template, version: 1 }),
  'templates.draft': () => ({ key: ours.undrafted, locales: ['de'] }),
  'templates.review': () => ({ key: ours.drafted, version: 1, channel: 'sms', locale: 'en', move: 'begin' }),
  'translation.read': () => undefined,
  'translation.set': () => TRANSLATION,
  'templates.decide': () => ({ key: ours.submitted, version: 1, move: 'approve' }),
  'compliance.check': () => ({ environment, message: { to: '+84912345678', class: 'marketing' } }),
  'compliance.packs': () => undefined,
  'compliance.pack': () => ({ country: 'VN' }),
  'compliance.answer': () => ({ rule: 'SA.hours', answer: { reading: 'not_at_night', note: 'Counsel in Riyadh.' } }),
  'compliance.removeAnswer': () => ({ rule: 'TR.hours' }),
  'compliance.registries': () => undefined,
  'compliance.setRegistry': () => ({ key: 'set', registry: REGISTRY }),
  'compliance.removeRegistry': () => ({ key: 'iys' }),
  'compliance.askRegistry': () => ({ key: 'asked', question: { address: '+905321112233' } }),
  'account.read': () => undefined,
  'account.rename': () => ({ name: 'Somebody else' }),
  'account.renamePasskey': () => ({ passkey_id: ours.passkey, name: 'Phone' }),
  'account.endSession': () => ({ session_id: ours.session }),
  'account.endOtherSessions': () => ({}),
  'signIn.ways': () => undefined,
  'signIn.rules': () => undefined,
  'signIn.requireSecondFactor': () => ({ required: true }),
  'signIn.saveSingleSignOn': () => ({
    version: null,
    name: 'Shop login',
    issuer: 'https://login.example.com',
    client_id: 'signalbox',
    client_secret: 'a-secret',
    domains: ['example.com'],
    enabled: false,
    proves_second_factor: false,
    joins: { workspace_id: ours.workspace, role: 'viewer', claim: null },
  }),
  'signIn.removeSingleSignOn': () => ({ version: 1 }),
  'overview.read': () => ({ environment, hours: 24 }),
  'onboarding.read': () => ({ environment }),
  'onboarding.close': () => ({ closed: true }),
  'messages.list': () => ({ environment, query: {} }),
  'messages.countNewer': () => ({ environment, query: {}, newest_id: null }),
  'messages.read': () => ({ environment, id: ours.message }),
  'messages.send': () => ({ environment, message, idempotency_key: 'console-key-1' }),
  'messages.reveal': () => ({ environment, id: ours.message, reason: 'Somebody called' }),
  'messages.cancel': () => ({ environment, id: ours.message }),
  'verifications.list': () => ({ environment, query: {} }),
  'verifications.figures': () => ({ environment }),
  'verifications.start': () => ({ environment, verification, idempotency_key: 'console-key-2' }),
  'verifications.read': () => ({ environment, id: ours.verification }),
  'verifications.cancel': () => ({ environment, id: ours.canceled }),
  'fraud.prefixes': () => ({ environment, query: {} }),
  'fraud.addPrefix': () => ({ environment, prefix }),
  'fraud.liftPrefix': () => ({ environment, id: ours.prefix }),
  'fraud.rules': () => undefined,
  'fraud.spent': () => ({ environment }),
  'fraud.setRules': () => ({ rules: { each_country: { block_hours: 24 } } }),
  'verifications.check': () => ({ environment, id: ours.verification, code: '000000' }),
  'routing.explain': () => ({ environment, channel: 'sms', class: 'otp', country: 'MX' }),
  'routing.health': () => ({ environment }),
  'routing.alertMail': () => ({ environment }),
  'routing.setAlertMail': () => ({ environment, kinds: [], locale: 'es' }),
  'routing.concentration': () => ({ environment }),
  'routing.setConcentrationLimit': () => ({ environment, country: 'MX', limit: 0.5 }),
  'routing.substitutions': () => ({ environment }),
  'routing.setSubstitutions': () => ({ environment, rules: [{ key: 'mail' }] }),
  'routing.previewSubstitution': () => ({ environment, rule: { key: 'mail' } }),
  'routing.quote': () => ({
    environment,
    quote: { class: 'marketing', text: 'hola', mix: [{ country: 'MX', count: 2 }] },
  }),
  'routing.preview': () => ({ environment, message: { to: '+525512345678', channel: 'sms', class: 'otp' } }),
  'providers.list': () => ({ environment }),
  'providers.manifests': () => undefined,
  'providers.save': () => ({ ...provider, id: ours.provider, version: 1 }),
  'routes.list': () => ({ environment }),
  'routes.save': () => ({ ...route(ours.provider), id: ours.route, version: 1, weight: 20 }),
  'routes.saveWeights': () => ({ environment, weights: [{ id: ours.route, version: 2, weight: 30 }] }),
  'routes.pause': () => ({ environment, id: ours.route, reason: 'maintenance' }),
  'routes.liftPause': () => ({ environment, pause_id: ours.pause }),
  'weights.list': () => ({ environment }),
  'weights.history': () => ({ environment, id: ours.weights }),
  'weights.frontier': () => ({ environment, scope: { ...scope, class: 'otp' } }),
  'weights.try': () => ({
    environment,
    scope: { ...scope, class: 'otp' },
    weights: [{ route_id: ours.route, permille: 1000 }],
  }),
  'weights.save': () => ({
    environment,
    scope: { ...scope, class: 'marketing' },
    mode: 'off',
    explore_ppm: 0,
    weights: weightsOf(ours.route),
    why: 'as agreed',
  }),
  'weights.remove': () => ({ environment, id: ours.superfluous }),
  'weights.steerRamp': () => ({ environment, id: ours.ramped, act: 'pause' }),
  'weights.approve': () => ({ environment, change_id: ours.proposal }),
  'weights.reject': () => ({ environment, change_id: ours.unwelcome }),
  'weights.undo': () => ({ environment, change_id: ours.weightChange }),
  'experiments.list': () => ({ environment }),
  'experiments.start': () => ({
    environment,
    weights_id: ours.tried.id,
    version: ours.tried.version,
    name: 'All by one',
    challenger: 'One route',
    weights: [{ route_id: ours.route, permille: 1000 }],
    share_permille: 100,
    measure: 'success',
    difference_ppm: 20_000,
    guard: { min_success_ppm: 500_000, max_drop_ppm: 20_000, max_cost_rise_permille: null },
    max_outcomes: 10_000,
    max_days: 7,
  }),
  'experiments.stop': () => ({ environment, id: ours.running }),
  'experiments.adopt': () => ({ environment, id: ours.over }),
  'models.list': () => ({ environment }),
  'models.switch': () => ({ environment, channel: 'sms', class: 'otp', country: ours.modelled, in_use: true }),
  'networks.list': () => ({ limit: 10 }),
  'networks.lookup': () => undefined,
  'networks.setLookup': () => ({
    enabled: true,
    service: { url: 'https://lookup.example.com/{{number}}', price_micros: 4000, currency: 'USD' },
  }),
  'networks.lookUp': () => ({ numbers: ['+525512345678'] }),
  'networks.import': () => ({ csv: 'prefix,network\n4477,23410\n', dry_run: false }),
  'prices.list': () => ({ environment, route_id: ours.route }),
  'prices.import': () => ({ ...priceList(ours.route, '0.02'), environment }),
  'prices.history': () => ({ environment }),
  'prices.undo': () => ({ environment, id: ours.priceChange }),
  'prices.rates': () => undefined,
  'prices.setRates': () => ({ rates: [{ currency: 'EUR', from: '2026-01-01', rate: '1.1' }] }),
  'prices.removeRate': () => ({ id: ours.rate }),
  'keys.list': () => undefined,
  'keys.create': () => ({ environment, name: 'Another' }),
  'keys.rotate': () => ({ id: ours.key, overlap_hours: 1 }),
  'keys.revoke': () => ({ id: ours.key }),
  'limits.list': () => ({ environment }),
  'limits.set': () => ({ environment, limit: { kind: 'country', country: 'MX', per_second: 10, burst: 20 } }),
  'limits.remove': () => ({ id: ours.limit }),
  'consents.list': () => ({ environment, address: 'a@example.com' }),
  'consents.asOf': () => ({ environment, query: { address: 'a@example.com' } }),
  'consents.record': () => ({ environment, consent }),
  'consents.proof': () => ({ environment, id: ours.consent }),
  'consents.verify': () => undefined,
  'people.find': () => ({ environment, person: { address: 'a@example.com' } }),
  'people.export': () => ({ environment, person: { address: 'a@example.com', reason: 'Asked by mail' } }),
  'people.erase': () => ({ environment, person: { address: 'nobody@example.com', reason: 'Asked by mail' } }),
  'people.restrict': () => ({ environment, person: { address: 'restricted@example.com', reason: 'Asked by mail' } }),
  'people.lift': () => ({ environment, id: ours.restriction, lift: { reason: 'Settled' } }),
  'people.rectify': () => ({
    environment,
    person: { address: 'wrong@example.com', new_address: 'right@example.com', reason: 'Asked by mail' },
  }),
  'people.object': () => ({ environment, person: { address: 'objects@example.com', reason: 'Asked by mail' } }),
  'people.decide': () => ({ environment, answer: { id: ours.erasure, decision: 'reject' } }),
  'people.certificate': () => ({ environment, id: ours.certificate }),
  'people.verify': () => ({ environment, check: { address: 'a@example.com', certificate: {} } }),
  'people.requests': () => ({ environment }),
  'people.kept': () => ({ environment }),
  'lists.list': () => ({ environment }),
  'lists.get': () => ({ environment, id: ours.list }),
  'lists.create': () => ({ environment, list }),
  'lists.change': () => ({ environment, id: ours.list, change: { opt_in: 'double' } }),
  'lists.members': () => ({ environment, id: ours.list, query: {} }),
  'lists.export': () => ({ environment, id: ours.list, query: {} }),
  'lists.addMember': () => ({ environment, id: ours.list, member: { address: 'a@example.com', source: 'form' } }),
  'imports.list': () => ({ environment, query: {} }),
  'imports.get': () => ({ environment, id: ours.file }),
  'imports.preview': () => ({ environment, id: ours.file }),
  'imports.errors': () => ({ environment, id: ours.file, query: {} }),
  'imports.create': () => ({ environment, file: { list_id: ours.list } }),
  'imports.addPart': () => ({ environment, id: ours.file, part }),
  'imports.start': () => ({ environment, id: ours.file, start: { source: 'shop', reference: 'ticket 1' } }),
  'imports.cancel': () => ({ environment, id: ours.file }),
  'imports.undo': () => ({ environment, id: ours.imported }),
  'topics.list': () => undefined,
  'topics.save': () => ({ key: 'news', names: { en: 'News' } }),
  'topics.remove': () => ({ key: 'offers' }),
  'glossary.list': () => undefined,
  'glossary.save': () => ({ term: 'order', locale: 'es', translation: 'pedido' }),
  'glossary.remove': () => ({ term: 'Acme' }),
  'caps.list': () => ({ environment }),
  'caps.preview': () => ({ environment, cap: CAP }),
  'caps.save': () => ({ environment, id: ours.cap, cap: CAP }),
  'caps.remove': () => ({ environment, id: ours.cap }),
  'keywords.read': () => ({ environment }),
  'keywords.add': () => ({ environment, keyword: { word: 'NEWS', kind: 'stop' } }),
  'keywords.remove': () => ({ environment, id: ours.keyword }),
  'keywords.setReply': () => ({ environment, reply: { kind: 'help', locale: 'fr', text: 'Aide.' } }),
  'keywords.inbound': () => ({ environment, query: {} }),
  'keywords.decide': () => ({ environment, id: ours.inbound, is_stop: false }),
  'suppressions.list': () => ({ environment }),
  'suppressions.add': () => ({ environment, suppression }),
  'suppressions.remove': () => ({ environment, id: ours.suppression, reason: 'asked again' }),
  'members.list': () => undefined,
  'members.changeRole': () => ({ user_id: ours.member, role: 'finance' }),
  'members.remove': () => ({ user_id: ours.member }),
  'invitations.create': () => ({ email: 'another@example.com', role: 'engineer' }),
  'invitations.withdraw': () => ({ id: ours.invitation }),
  'invitations.join': () => ({ token: ownToken }),
  'invitations.read': () => ({ token }),
  'invitations.accept': () => ({ token, name: 'New', password: 'a-long-password' }),
  'webhooks.list': () => ({ environment }),
  'webhooks.get': () => ({ environment, id: ours.webhook }),
  'webhooks.create': () => ({ environment, webhook: { url: 'https://hooks.example.com/new' } }),
  'webhooks.change': () => ({ environment, id: ours.webhook, change: { description: 'changed' } }),
  'webhooks.remove': () => ({ environment, id: ours.unwanted }),
  'webhooks.rotate': () => ({ environment, id: ours.webhook }),
  'webhooks.test': () => ({ environment, id: ours.webhook }),
  'webhooks.replay': () => ({ environment, id: ours.webhook, replay: { since: '2026-01-01T00:00:00Z' } }),
  'webhooks.deliveries': () => ({ environment, id: ours.webhook }),
  'audit.list': () => ({}),
  'audit.export': () => ({}),
  'audit.verify': () => undefined,
  'requests.list': () => ({ environment, query: {} }),
  'requests.get': () => ({ environment, id: ours.request }),
  'playground.read': () => undefined,
  'playground.run': () => ({ environment, operation: 'listMessages', path: {}, query: { limit: '5' } }),
  'simulator.handsets': () => undefined,
  'simulator.handset': () => ({ number: '+525512345678' }),
  'simulator.reply': () => ({ number: '+525512345678', text: 'BAJA' }),
  'simulator.inboxes': () => undefined,
  'simulator.inbox': () => ({ address: 'ana@example.com' }),
};
/** Changes that are not in the audit log, and why. */
const UNAUDITED: Record<string, string> = {
  'session.switch': 'which workspace a browser shows changes nothing in any',
  'invitations.join': 'it is in the log of the workspace that is joined, see workspaces.db.test.ts',
  'messages.send': 'the message itself names who sent it and its request',
  'verifications.start': 'so does the message of its code',
  'verifications.check': 'what a person of the shop typed is counted in the verification',
  'onboarding.close': 'it hides a list of hints and changes nothing else',
  'templates.preview':
    'it is a question: nothing is stored, and its method is that of a change for the room of its bodies alone',
  'templates.recipients': 'so is this, and its method keeps the address out of the URL',
  'templates.previewSample': 'so is this: nobody is looked at',
  'compliance.askRegistry': 'its call only reads; asking is covered by registries.db.test.ts',
  'networks.lookUp': 'its call only reads; asking is covered by number-lookups.db.test.ts',
  'people.find': 'it is a question: its method keeps the address out of the URL',
  'people.verify': 'so is this',
  'imports.addPart': 'the file is named when its import begins, and again when it is started',
  'playground.run': 'what it does is written by the door it enters',
  'simulator.reply': 'virtual handsets belong to no workspace',
};
/** Procedures that name a thing of one workspace, and what a stranger is answered. */
const NAMING: Record<string, [number, string]> = {
  'session.switch': [404, 'not_found'],
  'countries.remove': [404, 'not_found'],
  'senders.remove': [404, 'not_found'],
  'approvals.decide': [404, 'not_found'],
  'approvals.withdraw': [404, 'not_found'],
  'dlt.remove': [404, 'not_found'],
  'templates.read': [404, 'not_found'],
  'templates.readVersion': [404, 'not_found'],
  'templates.previewPerson': [400, 'request_invalid'],
  'templates.addVersion': [404, 'not_found'],
  'templates.submit': [404, 'not_found'],
  'templates.draft': [404, 'not_found'],
  'templates.review': [404, 'not_found'],
  'templates.decide': [404, 'not_found'],
  'compliance.removeAnswer': [404, 'not_found'],
  'compliance.removeRegistry': [404, 'not_found'],
  'compliance.askRegistry': [404, 'not_found'],
  'account.endSession': [404, 'not_found'],
  'account.renamePasskey': [404, 'not_found'],
  // The workspace new people join is a field like any other.
  'signIn.saveSingleSignOn': [400, 'request_invalid'],
  'messages.read': [404, 'not_found'],
  'messages.reveal': [404, 'not_found'],
  'messages.cancel': [404, 'not_found'],
  'verifications.check': [404, 'not_found'],
  'verifications.read': [404, 'not_found'],
  'verifications.cancel': [404, 'not_found'],
  'fraud.liftPrefix': [404, 'not_found'],
  'providers.save': [404, 'not_found'],
  // The field that names the provider is at fault first.
  'routes.save': [400, 'request_invalid'],
  // Weights are saved where id and version fit: an id that is not there looks like one that was changed.
  'routes.saveWeights': [409, 'conflict'],
  'routes.pause': [404, 'not_found'],
  'routes.liftPause': [404, 'not_found'],
  // The weight that names a route of somebody else is at fault first.
  'weights.try': [400, 'request_invalid'],
  'weights.save': [400, 'request_invalid'],
  'weights.history': [404, 'not_found'],
  'weights.remove': [404, 'not_found'],
  'weights.steerRamp': [404, 'not_found'],
  'weights.approve': [404, 'not_found'],
  'weights.reject': [404, 'not_found'],
  'weights.undo': [404, 'not_found'],
  'experiments.start': [404, 'not_found'],
  'experiments.stop': [404, 'not_found'],
  'experiments.adopt': [404, 'not_found'],
  'models.switch': [404, 'not_found'],
  // The route of the file is a field like any other.
  'prices.import': [400, 'request_invalid'],
  'prices.undo': [404, 'not_found'],
  'prices.removeRate': [404, 'not_found'],
  'keys.rotate': [404, 'not_found'],
  'keys.revoke': [404, 'not_found'],
  'limits.remove': [404, 'not_found'],
  'consents.proof': [404, 'not_found'],
  'people.lift': [404, 'not_found'],
  'people.decide': [404, 'not_found'],
  'people.certificate': [404, 'not_found'],
  'lists.get': [404, 'not_found'],
  'lists.change': [404, 'not_found'],
  'lists.members': [404, 'not_found'],
  'lists.export': [404, 'not_found'],
  'lists.addMember': [404, 'not_found'],
  'imports.get': [404, 'not_found'],
  'imports.preview': [404, 'not_found'],
  'imports.errors': [404, 'not_found'],
  'imports.create': [404, 'not_found'],
  'imports.addPart': [404, 'not_found'],
  'imports.start': [404, 'not_found'],
  'imports.cancel': [404, 'not_found'],
  'imports.undo': [404, 'not_found'],
  'topics.remove': [404, 'not_found'],
  'glossary.remove': [404, 'not_found'],
  'caps.save': [404, 'not_found'],
  'caps.remove': [404, 'not_found'],
  'keywords.remove': [404, 'not_found'],
  'keywords.decide': [404, 'not_found'],
  'suppressions.remove': [404, 'not_found'],
  'members.changeRole': [404, 'not_found'],
  'members.remove': [404, 'not_found'],
  'invitations.withdraw': [404, 'not_found'],
  'requests.get': [404, 'not_found'],
  'webhooks.get': [404, 'not_found'],
  'webhooks.change': [404, 'not_found'],
  'webhooks.remove': [404, 'not_found'],
  'webhooks.rotate': [404, 'not_found'],
  'webhooks.test': [404, 'not_found'],
  'webhooks.replay': [404, 'not_found'],
  'webhooks.deliveries': [404, 'not_found'],
};
/** Ids of the right form behind which there is nothing. */
const nothing = (): typeof ours => ({
  message: encodeId('message', api.services.ids.next()),
  verification: encodeId('verification', api.services.ids.next()),
  canceled: encodeId('verification', api.services.ids.next()),
  prefix: encodeId('prefix', api.services.ids.next()),
  provider: encodeId('provider', api.services.ids.next()),
  route: encodeId('route', api.services.ids.next()),
  key: encodeId('apiKey', api.services.ids.next()),
  limit: encodeId('rateLimit', api.services.ids.next()),
  member: encodeId('user', api.services.ids.next()),
  invitation: encodeId('invitation', api.services.ids.next()),
  workspace: encodeId('workspace', api.services.ids.next()),
  file: encodeId('contactImport', api.services.ids.next()),
  imported: encodeId('contactImport', api.services.ids.next()),
  country: 'JP',
  registration: encodeId('dltEntry', api.services.ids.next()),
  sender: encodeId('sender', api.services.ids.next()),
  template: 'nothing',
  submitted: 'nothing',
  undrafted: 'nothing',
  drafted: 'nothing',
  recipient: 'nobody',
  session: 'a-session-that-is-not-there',
  passkey: encodeId('passkey', api.services.ids.next()),
  pause: encodeId('pause', api.services.ids.next()),
  weights: encodeId('weightSet', api.services.ids.next()),
  superfluous: encodeId('weightSet', api.services.ids.next()),
  ramped: encodeId('weightSet', api.services.ids.next()),
  proposal: encodeId('weightChange', api.services.ids.next()),
  tried: { id: encodeId('weightSet', api.services.ids.next()), version: 1 },
  running: encodeId('experiment', api.services.ids.next()),
  over: encodeId('experiment', api.services.ids.next()),
  modelled: 'AQ',
  unwelcome: encodeId('weightChange', api.services.ids.next()),
  weightChange: encodeId('weightChange', api.services.ids.next()),
  priceChange: encodeId('priceChange', api.services.ids.next()),
  rate: 'CHF.2026-01-01',
  consent: encodeId('consent', api.services.ids.next()),
  erasure: encodeId('personRequest', api.services.ids.next()),
  asked: encodeId('approval', api.services.ids.next()),
  askedByUs: encodeId('approval', api.services.ids.next()),
  restriction: encodeId('personRequest', api.services.ids.next()),
  certificate: encodeId('personRequest', api.services.ids.next()),
  list: encodeId('list', api.services.ids.next()),
  keyword: encodeId('keyword', api.services.ids.next()),
  cap: encodeId('cap', api.services.ids.next()),
  inbound: encodeId('inbound', api.services.ids.next()),
  suppression: encodeId('suppression', api.services.ids.next()),
  webhook: encodeId('webhook', api.services.ids.next()),
  unwanted: encodeId('webhook', api.services.ids.next()),
  request: encodeId('request', api.services.ids.next()),
});

const procedures = Object.entries(appRouter._def.procedures).map(
  ([path, procedure]) => [path, (procedure as unknown as { _def: { type: 'query' | 'mutation' } })._def.type] as const,
);
const run = (path: string, type: 'query' | 'mutation', headers?: Record<string, string>): Promise<Called> => {
  const input = CALLS[path]?.();
  return type === 'query' ? query(path, input, headers) : mutate(path, input, headers);
};

const everything = (): Promise<string> => api.everything();
const auditOf = ({ number }: Tenant) => api.services.database.sql<
  { actorKind: string; actorId: string; address: string; requestId: string }[]
>`
  select actor_kind as "actorKind", actor_id as "actorId", address, request_id as "requestId"
  from audit_entry where workspace = ${number} order by seq`;

/** Sets the rule of every organisation, past the procedure that asks whether it is wise. */
const requireSecondFactor = async (required: boolean): Promise<void> => {
  await api.services.database.sql`update organisation set requires_second_factor = ${required}`;
};

/** The permission each procedure names; null for those that are open to whoever holds a token. */
const PERMISSIONS = new Map(
  Object.entries(appRouter._def.procedures).map(([path, one]) => [
    path,
    (one as unknown as { _def: { meta: { permission: Permission | null } } })._def.meta.permission,
  ]),
);
const guarded = procedures.filter(([path]) => PERMISSIONS.get(path) !== null);

describe('every procedure', () => {
  it('has a call in this test, by the names of the contract', () => {
    expect(procedures.map(([path]) => path).sort()).toEqual(Object.keys(CALLS).sort());
  });

  it('names a permission of the table, or does not compile', () => {
    // @ts-expect-error a procedure names its permission
    expect(() => procedure().query(() => 0)).not.toThrow();
    expect(procedures.filter((one) => !guarded.includes(one)).map(([path]) => path)).toEqual([
      'signIn.ways',
      'invitations.read',
      'invitations.accept',
    ]);
    for (const [path] of guarded) expect(Permission.options).toContain(PERMISSIONS.get(path));
  });

  it.each(guarded)(
    'S-01: %s (%s) answers 401 to nobody, to a wrong cookie and to an ended session',
    async (path, type) => {
      const before = await everything();
      const token = cookie.split('=')[0] ?? '';
      for (const wrong of ['', `${token}=nonsense`, `${cookie}x`, expiredCookie]) {
        const answered = await run(path, type, { cookie: wrong });
        expect([answered.status, answered.json.error.data.code]).toEqual([401, 'unauthenticated']);
        expect(answered.json.error.data.request_id).toBe(answered.headers.get('x-request-id'));
      }
      expect(await everything()).toBe(before);
    },
  );

  it.each(procedures.filter(([path]) => path in NAMING))(
    'S-01: %s (%s) answers somebody of another workspace as if the thing were not there',
    async (path, type) => {
      const before = await everything();
      const seen = [];
      const real = ours;
      for (const ids of [real, nothing()]) {
        ours = ids;
        const answered = await run(path, type, { cookie: strangerCookie });
        seen.push([answered.status, answered.json.error?.data.code]);
      }
      ours = real;
      expect(seen[0]).toEqual(NAMING[path]);
      expect(seen[1]).toEqual(seen[0]);
      expect(await everything()).toBe(before);
    },
  );

  it.each(procedures.filter(([, type]) => type === 'mutation'))(
    '%s (%s) is taken from the pages of the console only, and never by GET',
    async (path, type) => {
      const before = await everything();
      const elsewhere: Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: CONSOLE_ORIGIN, 'sec-fetch-site': 'cross-site' },
        { origin: CONSOLE_ORIGIN, 'sec-fetch-site': 'same-site' },
        { origin: `${CONSOLE_ORIGIN}.evil.example` },
      ];
      for (const headers of elsewhere) {
        const answered = await run(path, type, headers);
        expect([answered.status, answered.json.error.data.code]).toEqual([403, 'forbidden']);
      }
      const silent = await api.call('POST', `/trpc/${path}`, { body: CALLS[path]?.(), headers: { cookie } });
      expect(silent.status).toBe(403);
      const got = await query(path, CALLS[path]?.());
      expect([got.status, got.json.error.data.code]).toEqual([405, 'method_not_allowed']);
      expect(await everything()).toBe(before);
    },
  );

  it.each(guarded)('S-01, S-04: %s (%s) takes exactly the roles of the permission table', async (path, type) => {
    const permission = PERMISSIONS.get(path) ?? 'session:read';
    const before = await everything();
    const taken: Role[] = [];
    for (const [role, as] of people) {
      // A field that is not taken: whoever passes the permission is refused for it, so that nothing is changed.
      const input = CALLS[path]?.();
      const wrong = input === undefined ? undefined : { ...(input as object), no_such_field: 1 };
      const answered = await (type === 'query'
        ? query(path, wrong, { cookie: as })
        : mutate(path, wrong, { cookie: as }));
      if (answered.status === 403) {
        const { detail } = answered.json.error.data;
        expect(detail).toContain(`"${permission}"`);
        for (const able of rolesThatMay(permission)) expect(detail).toContain(able);
      } else {
        expect(answered.status).toBe(wrong === undefined ? 200 : 400);
        taken.push(role);
      }
    }
    expect(taken).toEqual(rolesThatMay(permission));
    expect(await everything()).toBe(before);
  });

  it.each(guarded)(
    '%s (%s) answers its own people, and I-11: a change is one entry of the audit log, by the person of the session',
    async (path, type) => {
      const before = await auditOf(shop);
      // What is asked for is asked for where the workspace has it approved by a second person.
      if (path.startsWith('approvals.ask')) await wantSecondPerson(true);
      const answered = await run(path, type);
      await wantSecondPerson(false);
      // Some go on in another workspace: back to the shop, where the things of these calls are.
      await mutate('session.switch', { id: encodeId('workspace', shop.id) });
      await requireSecondFactor(false);
      expect([path, answered.status, answered.json.error]).toEqual([path, 200, undefined]);
      const written = (await auditOf(shop)).slice(before.length);
      if (type === 'query' || path in UNAUDITED) expect(written).toEqual([]);
      else {
        const { user } = (await query('session.me')).json.result.data;
        expect(written).toMatchObject([{ actorKind: 'user', actorId: user.id, address: '127.0.0.1' }]);
        expect(written[0]?.requestId).toBe(answered.headers.get('x-request-id'));
      }
    },
  );

  it('S-12, I-11: all that was done here is one chain that fits', async () => {
    const { data } = (await query('audit.verify')).json.result;
    expect(data).toMatchObject({ intact: true, broken: null, entries: (await auditOf(shop)).length });
  });

  it.each(procedures.filter(([path]) => CALLS[path]?.toString() !== CALLS['session.me']?.toString()))(
    'S-02: %s (%s) refuses fields it does not take, a workspace first of all',
    async (path, type) => {
      const input = { ...(CALLS[path]?.() as object), workspace_id: stranger.id };
      const answered = type === 'query' ? await query(path, input) : await mutate(path, input);
      expect([answered.status, answered.json.error.data.errors]).toMatchObject([
        400,
        [{ path: 'workspace_id', code: 'unknown_field' }],
      ]);
    },
  );
});

describe('where a second factor is required', () => {
  beforeAll(() => requireSecondFactor(true));
  afterAll(() => requireSecondFactor(false));

  it('two procedures are answered before it was proved: who am I, and let me go on in another workspace', () => {
    const open = Object.entries(appRouter._def.procedures).flatMap(([path, one]) =>
      (one as unknown as { _def: { meta: { beforeSecondFactor?: boolean } } })._def.meta.beforeSecondFactor
        ? [path]
        : [],
    );
    expect(open).toEqual(['session.me', 'session.switch']);
  });

  it.each(guarded.filter(([path]) => !['session.me', 'session.switch'].includes(path)))(
    'S-01: %s (%s) refuses a session without it, an owner too, and changes nothing',
    async (path, type) => {
      const before = await everything();
      for (const role of ['owner', 'viewer'] as const) {
        const answered = await run(path, type, { cookie: people.get(role) ?? '' });
        expect([answered.status, answered.json.error.data.code]).toEqual([403, 'second_factor_required']);
      }
      expect(await everything()).toBe(before);
    },
  );

  it('those who have proved one go on', async () => {
    expect((await query('members.list')).status).toBe(200);
  });
});

describe('S-03: no column of a table is written by its name', () => {
  it.each(procedures.filter(([, type]) => type === 'mutation'))('%s (%s)', async (path) => {
    const before = await everything();
    const through = await columnsLetThrough(api, async (extra) => {
      const { status, json } = await mutate(path, { ...(CALLS[path]?.() as object), ...extra });
      return { status, fields: fieldsOf(json.error?.data.errors) };
    });
    expect(through).toEqual([]);
    expect(await everything()).toBe(before);
  });
});

describe('S-04: the session tells the console what the role may do', () => {
  it.each(Role.options)('%s', async (role) => {
    const { json } = await query('session.me', undefined, { cookie: people.get(role) ?? '' });
    expect(json.result.data).toMatchObject({ role, permissions: ROLE_PERMISSIONS[role] });
  });
});

describe('S-20: what a role may not see', () => {
  it('stays as it is when what was read is written back', async () => {
    const as = { cookie: people.get('operations') ?? '' };
    const settings = {
      host: 'mail.example.com',
      user: 'shop',
      password: 'a-secret-of-the-carrier',
      default_from: 'shop@example.com',
    };
    const saved = await mutate('providers.save', {
      environment,
      name: 'Mail',
      protocol: 'smtp',
      enabled: false,
      settings,
    });
    expect([saved.status, saved.json.error]).toEqual([200, undefined]);
    const stored = async () => {
      const { sql } = api.services.database;
      const [row] = await sql<{ id: string; settings: object; secrets: string }[]>`
        select id, settings, secrets from provider where name = 'Mail'`;
      const secrets = api.services.sealer.open(row?.secrets ?? '', `provider/${row?.id}/secrets`);
      return { settings: row?.settings, secrets: JSON.parse(secrets) };
    };
    const before = await stored();
    expect(before.secrets).toEqual({ password: 'a-secret-of-the-carrier' });

    const listed = (await query('providers.list', { environment }, as)).json.result.data as ProviderView[];
    const read = listed.find((one) => one.name === 'Mail');
    if (read === undefined) throw new Error('the provider is not listed');
    expect(JSON.stringify(read)).not.toContain('a-secret-of-the-carrier');
    const { id, version, name, protocol, enabled } = read;
    const back = { environment, id, version, name, protocol, enabled, settings: read.settings };
    expect((await mutate('providers.save', back, as)).status).toBe(200);
    expect(await stored()).toEqual(before);
  });
});

describe('two people who change one thing', () => {
  it('do not overwrite each other: the second is told to read again', async () => {
    const answered = await mutate('routes.save', { ...route(ours.provider), id: ours.route, version: 1 });
    expect([answered.status, answered.json.error.data.code]).toEqual([409, 'conflict']);
  });
});
