import { randomUUID } from 'node:crypto';
import {
  decodeId,
  type ErasureCertificate,
  encodeId,
  type LaneJob,
  type SubmitAnswer,
  TrafficClass,
} from '@signalbox/contracts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { verifyAudit } from '../audit/verify.ts';
import { recordConsent } from '../consent/record.ts';
import { verifyConsents } from '../consent/verify.ts';
import type { RequestContext } from '../context.ts';
import type { Worker } from '../dispatch/open-worker.ts';
import {
  openScripted,
  openStageServices,
  type ScriptedCarriers,
  type Stage,
  scriptCarriers,
  setStage,
  until,
} from '../dispatch/testing.ts';
import { addImportPartTo } from '../imports/add-part.ts';
import { createImport } from '../imports/create-import.ts';
import { getImport } from '../imports/list-imports.ts';
import { runImport } from '../imports/run-import.ts';
import { startImport } from '../imports/start-import.ts';
import { addMember } from '../lists/add-member.ts';
import { createList } from '../lists/lists.ts';
import { sendMessage } from '../messages/send.ts';
import { readTimeline } from '../messages/timeline.ts';
import { addSuppression, listSuppressions, removeSuppression } from '../policy/suppressions.ts';
import { codeOf, start } from '../verifications/testing.ts';
import { webhookEventId } from '../webhooks/fan-out.ts';
import { verifyCertificate } from './certificate.ts';
import { decideErasure, erasePerson } from './erase.ts';
import { findPerson } from './find.ts';
import { listPersonRequests } from './requests.ts';

let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;
let listId: string;
let people = 0;
/** Somebody new in each test. */
let ana: string;
let mail: string;

beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('one', 1, 1);
  carriers = scriptCarriers();
  worker = await openScripted(stage, carriers);
  const wordings = { en: { text: 'Yes', version: '1' } };
  const list = {
    name: 'News',
    channel: 'email',
    purpose: 'marketing',
    opt_in: 'single',
    confirm_within_hours: 72,
    wordings,
  } as const;
  listId = (await createList({ ctx: stage.ctx, input: list })).id;
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});
beforeEach(() => {
  people += 1;
  ana = `+52551234${String(1000 + people)}`;
  mail = `ana-${people}@example.com`;
});

const db = () => stage.services.database.sql;
const blocked_classes = [...TrafficClass.options];
const erase = async (address: string, ctx: RequestContext = stage.ctx): Promise<ErasureCertificate> => {
  const { certificate } = await erasePerson({ ctx, input: { address, reason: 'asked by mail', blocked_classes } });
  if (certificate === null) throw new Error('it waits');
  return certificate;
};
const rowsOf = ({ erased }: ErasureCertificate, table: string): number | undefined =>
  erased.find((one) => one.table === table)?.rows;
/** Every table of the database that still says a text somewhere. */
async function saying(text: string): Promise<string[]> {
  const tables = await db()<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await db()<{ found: boolean }[]>`
      select exists (select from ${db()(name)} as t where position(${text} in t::text) > 0) as found`;
    if (row?.found === true) found.push(name);
  }
  return found;
}
/** Lets the worker do what waits in the lane of texts, and waits until every answer is written: a job ends with the hand-over. How many messages left. */
async function dispatch(): Promise<number> {
  const before = carriers.submitted.length;
  for (const lane of TrafficClass.options) {
    await worker.runLane(
      lane,
      (await stage.jobs(lane)).map(({ data }) => data as LaneJob),
    );
  }
  await until('every answer is written', async () => {
    const open = await db()`
      select from attempt a where worker is not null and not exists (select from event where message_id = a.message_id and attempt = a.n)`;
    return open.length === 0;
  });
  return carriers.submitted.length - before;
}

test('after an erasure no table says the address, and the audit log alone is named as what stays', async () => {
  const ctx = stage.ctx;
  await stage.accept('transactional', ana, {
    content: { text: `dear ${ana}` },
    client_ref: `ref ${ana}`,
    metadata: { phone: ana },
  });
  await dispatch();
  await stage.accept('transactional', ana, {
    content: { text: 'later' },
    send_at: new Date(Date.now() + 3_600_000).toISOString(),
  });
  const { id } = await start(stage, ana);
  await addSuppression({
    ctx,
    input: { address: ana, channel: 'sms', classes: ['marketing'], reason: `because ${ana} called` },
  });
  // The same person by calls: what is kept for another channel of the number goes too.
  await addSuppression({ ctx, input: { address: ana, channel: 'voice', classes: ['marketing'], reason: 'no calls' } });
  const agreed = { address: ana, channel: 'voice', state: 'granted', source: 'checkout' };
  await recordConsent({ ctx, input: agreed as never });
  expect((await findPerson({ ctx, input: { address: ana } })).holdings).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'suppressions', count: 2 }),
      expect.objectContaining({ kind: 'consents', count: 1 }),
    ]),
  );
  const certificate = await erase(ana);
  await expect(recordConsent({ ctx, input: agreed as never })).rejects.toMatchObject({ fields: [{ code: 'erased' }] });
  expect(await saying(ana.slice(1))).toEqual(['audit_entry']);
  expect(certificate.kept).toMatchObject([{ table: 'audit_entry' }]);
  expect(certificate).toMatchObject({ canceled: 2, on_their_way: 0 });
  expect([
    rowsOf(certificate, 'message'),
    rowsOf(certificate, 'client_ref'),
    rowsOf(certificate, 'suppression'),
  ]).toEqual([3, 1, 2]);
  await expect(codeOf(stage.services, id)).rejects.toThrow('no code');
  expect(await dispatch()).toBe(0);
});

test('what lies beside the messages goes too: replies, receipts without a message, channels to follow, what webhooks were told', async () => {
  const { number } = stage.ctx.workspace;
  const digits = ana.slice(1);
  const channels = { channels: ['email', 'sms'], to: { email: mail, sms: ana }, mode: 'failover' };
  const content = { subject: 'Hello', text: 'by whichever comes first' };
  const id = await stage.accept('transactional', ana, { client_ref: `ref ${ana}`, metadata: { phone: ana } });
  await dispatch();
  await sendMessage({ ctx: stage.ctx, input: { body: { ...channels, class: 'transactional', content } } });
  const [provider] = await db()<{ number: number }[]>`select number from provider limit 1`;
  const [event] = await db()<{ seq: number; atMs: number }[]>`
    select seq, (extract(epoch from at) * 1000)::float8 as "atMs" from event where message_id = ${id}`;
  const told = webhookEventId({ messageId: id, seq: event?.seq ?? 0, atMs: event?.atMs ?? 0 });
  const body = JSON.stringify({ type: 'message.sent', data: { client_ref: `ref ${ana}`, metadata: { phone: ana } } });
  await db()`insert into webhook_event (id, workspace, environment, type, body) values (${told}, ${number}, 'live', 'message.sent', ${body})`;
  await db()`insert into inbound_message (id, workspace, environment, provider, from_address, to_address, body, raw)
    values (${stage.services.ids.next()}, ${number}, 'live', ${provider?.number ?? 0}, ${ana}, '12345', 'stop', ${digits})`;
  await db()`insert into inbound_part (provider, from_address, to_address, reference, total, part, body, raw, answered)
    values (${provider?.number ?? 0}, ${digits}, '12345', 7, 2, 1, 'please st', ${digits}, false)`;
  await db()`insert into keyword_stop (workspace, environment, channel, address, inbound, classes, reason_after)
    values (${number}, 'live', 'sms', ${ana}, ${stage.services.ids.next()}, '{marketing}', 'Keyword STOP')`;
  await db()`insert into number_network (workspace, address, network, source, until)
    values (${number}, ${ana}, '334050', 'receipt', now() + interval '90 days')`;
  const receipt = stage.services.ids.next();
  await db()`insert into receipt (id, provider, workspace, verdict, raw) values (${receipt}, ${provider?.number ?? 0}, ${number}, 'delivered', ${`to=${digits}`})`;
  await db()`insert into orphan_receipt (receipt_id, workspace, verdict, ref, received_at) values (${receipt}, ${number}, 'delivered', '1:x', now())`;
  expect(
    (await findPerson({ ctx: stage.ctx, input: { address: ana } })).holdings.filter(({ count }) => count > 0),
  ).toMatchObject([
    { kind: 'messages' },
    { kind: 'events' },
    { kind: 'attempts' },
    { kind: 'receipts' },
    { kind: 'later_channels' },
    { kind: 'replies', count: 2 },
    { kind: 'networks' },
    { kind: 'references' },
    { kind: 'webhook_events' },
  ]);
  const certificate = await erase(ana);
  const tables = ['webhook_event', 'receipt', 'message_group', 'client_ref', 'number_network'];
  const answered = ['inbound_message', 'inbound_part', 'keyword_stop'];
  expect([...tables, ...answered].map((table) => rowsOf(certificate, table))).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  expect(await saying(digits)).toEqual([]);
});

test('erasing a person leaves every chain valid', async () => {
  const ctx = stage.ctx;
  const input = { address: mail, channel: 'email', source: 'form', proof: { ip: '203.0.113.7' } } as const;
  await recordConsent({ ctx, input: { ...input, state: 'granted' } });
  await addMember({ ctx, input: { id: listId, address: mail, source: 'form' } });
  await recordConsent({ ctx, input: { ...input, state: 'withdrawn' } });
  const before = await verifyConsents({ ctx, input: {} });
  const certificate = await erase(mail);
  expect([rowsOf(certificate, 'consent'), rowsOf(certificate, 'list_member')]).toEqual([3, 1]);
  expect(await verifyConsents({ ctx, input: {} })).toMatchObject({
    intact: true,
    entries: before.entries,
    erased: before.erased + 3,
  });
  expect(await verifyAudit({ ctx, input: {} })).toMatchObject({ intact: true });
  expect(await saying(mail)).toEqual(['audit_entry']);
});

test('whoever was erased gets nothing more, is on no list again, and is let in by lifting the block', async () => {
  const ctx = stage.ctx;
  await erase(ana);
  await erase(mail);
  const again = await stage.accept('otp', ana);
  expect(await dispatch()).toBe(0);
  const [event] = await db()<
    { state: string }[]
  >`select state from event where message_id = ${again} order by seq desc limit 1`;
  expect(event?.state).toBe('suppressed');
  const granted = { address: mail, channel: 'email', state: 'granted', source: 'form' } as const;
  await expect(recordConsent({ ctx, input: granted })).rejects.toMatchObject({ code: 'request_invalid' });
  await expect(addMember({ ctx, input: { id: listId, address: mail, source: 'form' } })).rejects.toThrow();
  const csv = Buffer.from(`address,given_at,locale\n${mail},2026-01-01T00:00:00Z,en\n`);
  const { id } = await createImport({ ctx, input: { list_id: listId, file_name: 'old.csv', size: csv.length } });
  await addImportPartTo({ ctx, input: { id, at: 0, data: csv.toString('base64') } });
  const rules = { source: 'old list', reference: 'paper', duplicates: 'keep', dry_run: false } as const;
  await startImport({ ctx, input: { id, ...rules } });
  const job = {
    workspace: ctx.workspace.number,
    environment: ctx.environment,
    id: decodeId('contactImport', id) ?? '',
  };
  await runImport({ ctx: { services: stage.services }, input: job });
  expect((await getImport({ ctx, input: { id } })).counts).toMatchObject({ added: 0, withdrawn_since: 1 });
  expect(await saying(mail)).toEqual([]);
  const { data } = await listSuppressions({ ctx, input: { limit: 5, address: mail } });
  expect(data).toMatchObject([{ address: 'erased', classes: ['otp', 'transactional', 'marketing'] }]);
  await removeSuppression({ ctx, input: { id: data[0]?.id ?? '' } });
  expect(await recordConsent({ ctx, input: granted })).toMatchObject({ state: 'granted' });
});

test('a suppression there was holds on under the keyed hash, whatever else is let through', async () => {
  const ctx = stage.ctx;
  await addSuppression({ ctx, input: { address: ana, channel: 'sms', classes: ['marketing'], reason: 'asked' } });
  await erasePerson({ ctx, input: { address: ana, reason: 'asked', blocked_classes: [] } });
  const { data } = await listSuppressions({ ctx, input: { limit: 5, address: ana } });
  expect(data).toMatchObject([{ address: 'erased', classes: ['marketing'] }]);
  await addSuppression({ ctx, input: { address: ana, channel: 'sms', classes: ['otp'], reason: 'asked again' } });
  expect((await db()`select 1 from suppression where address = ${ana}`).length).toBe(0);
});

test('asked again it answers with the next certificate, of nothing', async () => {
  await stage.accept('transactional', ana);
  await erase(ana);
  const second = await erase(ana);
  expect(second.erased.every(({ rows }) => rows === 0)).toBe(true);
  // What is left of the person is found by the address, which is told only by whoever asks.
  const found = await findPerson({ ctx: stage.ctx, input: { address: ana } });
  expect(found.holdings.find(({ kind }) => kind === 'messages')).toMatchObject({ count: 1 });
});

test('the history of an erased message is still told, without the person', async () => {
  const id = await stage.accept('transactional', ana);
  await dispatch();
  await erase(ana);
  const [row] = await db()<{ address: string }[]>`select address from message where id = ${id}`;
  expect(row?.address).toMatch(/^erased:[0-9a-f]{64}$/);
  const told = JSON.stringify(await readTimeline({ ctx: stage.ctx, input: { id: encodeId('message', id) } }));
  expect(told).not.toContain(ana.slice(1));
});

test('a certificate is known again with the address, and with no other; a changed one is none', async () => {
  const certificate = await erase(ana);
  const verify = (address: string, given: object) =>
    verifyCertificate({ ctx: stage.ctx, input: { address, certificate: { ...given } } });
  expect(await verify(ana, certificate)).toEqual({ genuine: true, about_this_address: true, recorded: true });
  expect(await verify('+525500000009', certificate)).toEqual({
    genuine: true,
    about_this_address: false,
    recorded: true,
  });
  for (const change of [
    { canceled: 9 },
    { person: 'ab'.repeat(32) },
    { seal: 'ab'.repeat(32) },
    { erased: [] },
    { more: 1 },
  ]) {
    const verdict = await verify(ana, { ...certificate, ...change });
    if ('more' in change) expect(verdict.genuine).toBe(true);
    else expect(verdict).toEqual({ genuine: false, about_this_address: false, recorded: false });
  }
  expect(JSON.stringify(certificate)).not.toContain(ana.slice(1));
});

test('whatever is accepted while a person is erased is erased or refused', async () => {
  const other = await openStageServices(stage.database.url, 'api');
  const ctx: RequestContext = { ...stage.ctx, services: other };
  const body = { to: ana, channel: 'sms', class: 'transactional', content: { text: 'at the same time' } };
  let going = true;
  const writers = Array.from({ length: 4 }, async () => {
    while (going) await sendMessage({ ctx, input: { body } });
  });
  await erase(ana);
  await erase(ana);
  going = false;
  await Promise.all(writers);
  const sent = await dispatch();
  expect(
    carriers.submitted
      .slice(-sent || undefined)
      .filter(({ request }) => JSON.stringify(request).includes(ana) && sent > 0),
  ).toEqual([]);
  const rows = await db()<{ state: string | null; n: number }[]>`
    select e.state, count(*)::int as n from message m
    left join lateral (select state from event where message_id = m.id order by seq desc limit 1) e on true
    where m.address = ${ana} group by 1`;
  expect(rows.filter(({ state }) => state !== 'suppressed')).toEqual([]);
  expect((await erase(ana)).on_their_way).toBe(0);
  expect((await db()`select 1 from message where address = ${ana}`).length).toBe(0);
  await other.close();
});

test('nobody else is touched: not another person, environment or workspace', async () => {
  const other = '+525599990000';
  await stage.accept('transactional', other, { content: { text: 'mine' } });
  const [neighbour] = await db()<{ number: number }[]>`
    insert into workspace (id, name) values (${randomUUID()}, 'Neighbour') returning number`;
  const row = {
    environment: 'sandbox',
    class: 'transactional',
    channel: 'sms',
    address: ana,
    body: 'theirs',
    expires_at: new Date(),
  };
  const rows = [
    { ...row, id: stage.services.ids.next(), workspace: stage.ctx.workspace.number },
    { ...row, id: stage.services.ids.next(), workspace: neighbour?.number ?? 0, environment: 'live' },
  ];
  await db()`insert into message ${db()(rows)}`;
  await erase(ana);
  const kept = await db()<
    { body: string }[]
  >`select body from message where address in (${ana}, ${other}) order by body`;
  expect(kept.map(({ body }) => body)).toEqual(['mine', 'theirs', 'theirs']);
});

test('a message on its way is let end, and erased when it is asked again', async () => {
  const { promise, resolve } = Promise.withResolvers<SubmitAnswer>();
  const { script } = carriers;
  carriers.script = () => promise;
  const id = await stage.accept('transactional', ana);
  const before = carriers.submitted.length;
  const sending = dispatch();
  await until('it is with the carrier', async () => carriers.submitted.length > before);
  expect(await erase(ana)).toMatchObject({ on_their_way: 1, canceled: 0 });
  resolve({ kind: 'accepted', refs: ['late'] });
  await sending;
  carriers.script = script;
  const second = await erase(ana);
  expect([second.on_their_way, rowsOf(second, 'message')]).toEqual([0, 1]);
  expect((await db()`select 1 from message where id = ${id} and address = ${ana}`).length).toBe(0);
});

test('where the workspace wants two people, another one approves, with the address typed again', async () => {
  const number = stage.ctx.workspace.number;
  await db()`update workspace set second_person_for = '{erasures}' where number = ${number}`;
  const as = (id: string): RequestContext => ({ ...stage.ctx, actor: { kind: 'user', id, name: id } });
  const input = { address: ana, reason: 'asked', blocked_classes };
  const asked = await erasePerson({ ctx: as('ada'), input });
  expect(asked).toMatchObject({ certificate: null, request: { state: 'waiting' } });
  const decide = (ctx: RequestContext, address: string) =>
    decideErasure({ ctx, input: { id: asked.request.id, decision: 'approve', address } });
  await expect(decide(as('ada'), ana)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(decide(stage.ctx, ana)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(decide(as('bo'), '+525500000001')).rejects.toMatchObject({ code: 'request_invalid' });
  const both = await Promise.allSettled([decide(as('bo'), ana), decide(as('cy'), ana)]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { request: again } = await erasePerson({ ctx: as('ada'), input });
  const rejected = await decideErasure({ ctx: as('bo'), input: { id: again.id, decision: 'reject' } });
  expect(rejected).toMatchObject({ certificate: null, request: { state: 'rejected', decided_by: { name: 'bo' } } });
  const { data } = await listPersonRequests({ ctx: stage.ctx, input: { limit: 2 } });
  expect(data.map(({ state }) => state)).toEqual(['rejected', 'done']);
  await db()`update workspace set second_person_for = '{}' where number = ${number}`;
});
