import {
  CreateWebhookRequest,
  INBOUND_QUEUE,
  InboundJob,
  type InboundReply,
  WEBHOOK_QUEUE,
  WebhookJob,
} from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAudit } from '../audit/list.ts';
import { listConsents, recordConsent } from '../consent/record.ts';
import { openScripted, type Stage, scriptCarriers, setStage } from '../dispatch/testing.ts';
import { addMember } from '../lists/add-member.ts';
import { createList, listMembersOf } from '../lists/lists.ts';
import { addSuppression, listSuppressions } from '../policy/suppressions.ts';
import { actOnPersonPage } from '../unsubscribe/person-page.ts';
import { createWebhook } from '../webhooks/endpoints.ts';
import { fanOutEvents } from '../webhooks/fan-out.ts';
import { decideInbound } from './decide-inbound.ts';
import { handleInbound } from './handle-inbound.ts';
import { addKeyword, removeKeyword, setReply } from './keywords.ts';
import { listInbound } from './list-inbound.ts';
import { recordInbound, storeLateParts } from './record-inbound.ts';

const OURS = '+12025550199';
let stage: Stage;
let people = 0;
let provider: { number: number; workspace: number; environment: 'live' };
const carriers = scriptCarriers();

beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('carrier', 1, 1);
  const [row] = [...stage.services.config.current().providers.values()];
  provider = { number: row?.number ?? 0, workspace: stage.ctx.workspace.number, environment: 'live' };
});
afterAll(() => stage.end());

const newPerson = () => {
  people += 1;
  return `+1202555${String(people).padStart(4, '0')}`;
};
const ctx = () => ({ services: stage.services });
const textOf = (from: string, text: string, more: Partial<InboundReply> = {}): InboundReply => ({
  ...{ from, to: OURS, text, raw: text, ref: null, part: null, answered: false, ...more },
});
const record = (...replies: InboundReply[]) => recordInbound({ ctx: ctx(), input: { provider, replies } });

/** Takes the jobs of texts out of the queue. */
async function jobsOfTexts(): Promise<InboundJob[]> {
  const rows = await stage.services.database.sql<{ data: unknown }[]>`
    delete from pgboss.job where name = ${INBOUND_QUEUE.name} returning data`;
  return rows.map(({ data }) => InboundJob.parse(data));
}

/** Runs them as the worker would. */
async function readAll(): Promise<void> {
  for (const job of await jobsOfTexts()) await handleInbound({ ctx: ctx(), input: job });
}

const say = async (from: string, text: string, more: Partial<InboundReply> = {}) => {
  await record(textOf(from, text, more));
  await readAll();
  return (await listInbound({ ctx: stage.ctx, input: { limit: 50, from } })).data;
};
const agree = (address: string, more: object = {}) =>
  recordConsent({ ctx: stage.ctx, input: { address, channel: 'sms', state: 'granted', source: 'form', ...more } });
const messagesTo = async (address: string) => stage.services.database.sql<
  { body: string; class: string; sender: string | null; expires: number }[]
>`
  select body, class, sender, extract(epoch from expires_at)::float8 as expires from message where address = ${address} order by id`;
const suppressionOf = async (address: string) =>
  (await listSuppressions({ ctx: stage.ctx, input: { limit: 5, address, channel: 'sms' } })).data[0];
const consentsOf = async (address: string) => (await listConsents({ ctx: stage.ctx, input: { address } })).data;

/** The texts that left for a person. */
const sentTo = (person: string) =>
  carriers.submitted.flatMap(({ request: { submission } }) =>
    submission.kind === 'sms' && submission.to === person ? [submission.parts.map(({ text }) => text).join('')] : [],
  );

/**
 * Decides and sends everything that waits; says what stopped a message, or that it goes: at once, or in the morning where the law keeps the
 * night free of offers, which is asked after all that a stop decides.
 */
async function send(trafficClass: 'otp' | 'transactional' | 'marketing', to: string) {
  const id = await stage.accept(trafficClass, to);
  await drain();
  const [event] = await stage.services.database.sql<{ state: string; reason: string | null }[]>`
    select state, reason from event where message_id = ${id} order by seq desc limit 1`;
  const outcome = `${event?.state} ${event?.reason ?? ''}`.trim();
  return ['sent', 'held policy.quiet_hours'].includes(outcome) ? 'goes' : outcome;
}

async function drain(): Promise<void> {
  const worker = await openScripted(stage, carriers);
  try {
    for (const lane of ['otp', 'transactional', 'marketing'] as const)
      await worker.runLane(lane, (await stage.jobs(lane)).map(({ data }) => data) as never);
  } finally {
    await worker.stop(1000);
  }
}

describe('a stop', () => {
  test('blocks the next marketing text of this person, says why, and lets codes and business go on', async () => {
    const [person, other] = [newPerson(), newPerson()];
    await Promise.all([agree(person), agree(other)]);
    expect(await send('marketing', person)).toBe('goes');
    const [text] = await say(person, 'Stop.');
    expect(text).toMatchObject({ outcome: 'stopped', keyword: 'STOP', scope: 'marketing', to: OURS, country: 'US' });
    expect(await send('marketing', person)).toBe('suppressed policy.suppressed');
    expect(await send('transactional', person)).toBe('goes');
    expect(await send('otp', person)).toBe('goes');
    expect(await send('marketing', other)).toBe('goes');
    expect(await suppressionOf(person)).toMatchObject({ classes: ['marketing'], reason: 'Keyword STOP' });
    const [entry] = await consentsOf(person);
    expect(entry).toMatchObject({
      state: 'withdrawn',
      source: 'keyword STOP',
      jurisdiction: 'US',
      proof: { form: 'keyword STOP', reference: text?.id, number: OURS },
    });
  });

  test('A-13: whoever writes it stops that number alone, and only what the sender that was written to sends', async () => {
    const [person, stranger] = [newPerson(), newPerson()];
    await Promise.all([agree(person), agree(stranger)]);
    for (const text of [`STOP ${person}`, `Stop for ${person}`, `${person} STOP`, `STOP\nfrom: ${person}`])
      await say(stranger, text);
    await say(stranger, 'STOP', { raw: JSON.stringify({ from: person, text: 'STOP' }) });
    expect(await suppressionOf(person)).toBeUndefined();
    expect(await suppressionOf(stranger)).toMatchObject({ classes: ['marketing'] });
    expect(await send('marketing', person)).toBe('goes');

    // The word of one sender counts for its workspace and environment, though the number of the person is in both.
    const { sql } = stage.services.database;
    const [neighbour] = await sql<{ number: number }[]>`
      insert into workspace (id, name) values (${stage.services.ids.next()}, 'Neighbour') returning number`;
    await stage.services.config.refresh();
    const elsewhere = { number: provider.number, workspace: neighbour?.number ?? 0, environment: 'live' as const };
    await recordInbound({ ctx: ctx(), input: { provider: elsewhere, replies: [textOf(person, 'STOP')] } });
    await recordInbound({
      ctx: ctx(),
      input: {
        provider: { ...provider, environment: 'sandbox' },
        replies: [textOf(person, 'STOP', { ref: 'sandbox' })],
      },
    });
    await readAll();
    expect(await suppressionOf(person)).toBeUndefined();
    expect((await consentsOf(person)).map(({ state }) => state)).toEqual(['granted']);
    expect(await send('marketing', person)).toBe('goes');
  });

  test('A-13: a word that one number of the sender knows as a stop is none at another number', async () => {
    const person = newPerson();
    await agree(person);
    await addKeyword({
      ctx: stage.ctx,
      input: { word: 'QUITDEALS', kind: 'stop', number: '+12025550177', list_id: null },
    });
    await say(person, 'QUITDEALS');
    expect(await suppressionOf(person)).toBeUndefined();
    await say(person, 'QUITDEALS', { to: '+12025550177' });
    expect(await suppressionOf(person)).toMatchObject({ classes: ['marketing'] });
  });

  test('is answered once, within five minutes, from the number that was written to, whatever is repeated', async () => {
    const person = newPerson();
    await agree(person);
    const same = textOf(person, 'STOP');
    await Promise.all([record(same), record(same), record(same)]);
    await readAll();
    await say(person, 'STOP!');
    const seen = await say(person, 'unsubscribe');
    expect(seen.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'stopped']);
    const sent = await messagesTo(person);
    expect(sent).toMatchObject([{ class: 'transactional', sender: OURS }]);
    expect(sent[0]?.body).toMatch(/^Stage: You are unsubscribed/);
    expect((sent[0]?.expires ?? 0) - Date.now() / 1000).toBeLessThanOrEqual(300);
    expect((await consentsOf(person)).map(({ state }) => state)).toEqual(['withdrawn', 'granted']);
  });

  test('of everything stops business too but no code, and its one answer leaves all the same', async () => {
    const person = newPerson();
    await agree(person);
    const [text] = await say(person, 'stop all');
    expect(text).toMatchObject({ outcome: 'stopped', scope: 'all' });
    await drain();
    const [answer] = carriers.submitted.filter(({ request }) => request.submission.to === person);
    expect(answer?.request.submission).toMatchObject({ from: OURS });
    expect(await send('transactional', person)).toBe('suppressed policy.suppressed');
    expect(await send('otp', person)).toBe('goes');
    await say(person, 'HELP');
    await drain();
    expect(sentTo(person)).toEqual([
      expect.stringContaining('no more texts'),
      'hello',
      expect.stringContaining('STOP ALL to end'),
    ]);
  });

  test('that reaches us late, or that the provider answers itself, is obeyed and not answered', async () => {
    const person = newPerson();
    const [text] = await say(person, 'quit', { answered: true });
    expect(text).toMatchObject({ outcome: 'stopped', reply_id: null });
    const late = newPerson();
    await record(textOf(late, 'STOP'));
    const old = '0192f000-0000-7000-8000-000000000001';
    const { sql } = stage.services.database;
    await sql`create table if not exists inbound_message_old partition of inbound_message
      for values from ('0192f000-0000-0000-0000-000000000000') to ('0192f001-0000-0000-0000-000000000000')`;
    await sql`update inbound_message set id = ${old} where from_address = ${late}`;
    await handleInbound({
      ctx: ctx(),
      input: { workspace: provider.workspace, ids: old.replaceAll('-', '') },
    });
    expect((await suppressionOf(late))?.classes).toEqual(['marketing']);
    expect([...(await messagesTo(person)), ...(await messagesTo(late))]).toEqual([]);
  });

  test('is answered in the language of the keyword or of the country, in the words of the workspace', async () => {
    const set = (text: string) => setReply({ ctx: stage.ctx, input: { kind: 'stop', locale: 'es', text } });
    await set('{sender}: listo.');
    const person = newPerson();
    await say(person, 'BAJA');
    await set('');
    const other = newPerson();
    await say(other, 'baja');
    expect([...(await messagesTo(person)), ...(await messagesTo(other))].map(({ body }) => body)).toEqual([
      'Stage: listo.',
      expect.stringMatching(/^Stage: Te has dado de baja/),
    ]);
  });
});

describe('a start', () => {
  test('lifts what the stop set, each topic as it was, and nothing that was decided otherwise', async () => {
    const person = newPerson();
    await agree(person, { topic: 'sales' });
    await say(person, 'STOP');
    await say(person, 'STOP ALL');
    expect((await suppressionOf(person))?.classes).toEqual(['transactional', 'marketing']);
    const [text] = await say(person, 'start');
    expect(text).toMatchObject({ outcome: 'started' });
    expect(await suppressionOf(person)).toBeUndefined();
    expect(await send('marketing', person)).toBe('goes');
    expect((await say(person, 'UNSTOP'))[0]).toMatchObject({ outcome: 'unchanged', reply_id: null });
  });

  test('lifts no suppression that somebody made by hand, before the stop or after it', async () => {
    const [before, after] = [newPerson(), newPerson()];
    const byHand = (address: string, reason: string) =>
      addSuppression({ ctx: stage.ctx, input: { address, channel: 'sms', classes: ['otp'], reason } });
    await byHand(before, 'complaint');
    await say(before, 'STOP');
    expect(await suppressionOf(before)).toMatchObject({ reason: 'complaint; Keyword STOP' });
    await say(before, 'START');
    expect(await suppressionOf(before)).toMatchObject({ classes: ['otp'], reason: 'complaint' });
    await say(after, 'STOP');
    await byHand(after, 'complaint');
    await say(after, 'START');
    expect((await suppressionOf(after))?.classes).toContain('marketing');
  });

  test('that was written before the stop lifts nothing, in whatever order they are read', async () => {
    const person = newPerson();
    await record(textOf(person, 'START'));
    const early = await jobsOfTexts();
    await say(person, 'STOP');
    for (const job of early) await handleInbound({ ctx: ctx(), input: job });
    expect(await suppressionOf(person)).toBeDefined();
  });

  test('gives nobody a consent who never gave one, nor one that was withdrawn by another way', async () => {
    const [never, page] = [newPerson(), newPerson()];
    await say(never, 'STOP');
    await say(never, 'START');
    expect(await send('marketing', never)).toBe('suppressed policy.consent_missing');
    await agree(page);
    await recordConsent({
      ctx: stage.ctx,
      input: { address: page, channel: 'sms', state: 'withdrawn', source: 'unsubscribe page' },
    });
    await say(page, 'STOP');
    await say(page, 'START');
    expect(await send('marketing', page)).toBe('suppressed policy.consent_missing');
  });
});

describe('a keyword of the workspace', () => {
  const makeList = async (optIn: 'single' | 'double', name: string) =>
    createList({
      ctx: stage.ctx,
      input: {
        ...{ name, channel: 'sms', purpose: 'marketing', opt_in: optIn, confirm_within_hours: 24, topic: name },
        wordings: { en: { text: 'Yes, send me news.', version: '1' } },
      },
    });
  const memberOf = async (id: string) =>
    (await listMembersOf({ ctx: stage.ctx, input: { id, limit: 10 } })).data.map(({ state }) => state);

  test('puts a person on its list by the rule of the list, and takes back an earlier stop of theirs', async () => {
    const [single, double] = [await makeList('single', 'one'), await makeList('double', 'two')];
    const add = (word: string, list: string) =>
      addKeyword({ ctx: stage.ctx, input: { word, number: null, kind: 'join', list_id: list } });
    await add('DEALS', single.id);
    await add('NEWS', double.id);
    const person = newPerson();
    await say(person, 'STOP');
    expect((await say(person, 'deals'))[0]).toMatchObject({ outcome: 'joined' });
    expect(await memberOf(single.id)).toEqual(['confirmed']);
    expect(await send('marketing', person)).toBe('goes');
    const other = newPerson();
    await say(other, 'STOP ALL');
    const [text] = await say(other, 'News!');
    expect(text).toMatchObject({ outcome: 'joined' });
    expect(await memberOf(double.id)).toEqual(['pending']);
    await drain();
    const asked = (await messagesTo(other)).at(-1)?.body ?? '';
    const token = /\/u\/([\w.-]+)/.exec(asked)?.[1] ?? '';
    // The message that asks to confirm leaves although the person had stopped everything: it answers a text of theirs.
    expect(sentTo(other).at(-1)).toContain(token);
    expect(await send('marketing', other)).toBe('suppressed policy.suppressed');
    await actOnPersonPage(
      { services: stage.services, token, requestId: 'r', address: '203.0.113.9', userAgent: 'B' },
      { act: 'confirm' },
    );
    expect(await send('marketing', other)).toBe('goes');
  });

  test('never takes a word that ends messages, and is known by word and number', async () => {
    const list = await makeList('single', 'three');
    const add = (word: string, more: object = {}) =>
      addKeyword({ ctx: stage.ctx, input: { word, number: null, kind: 'join', list_id: list.id, ...more } });
    for (const word of ['S.T.O.P', 'Baja!', 'ret', 'stop all'])
      await expect(add(word)).rejects.toMatchObject({ fields: [{ path: 'word', code: 'means_stop' }] });
    await expect(add('!!!')).rejects.toMatchObject({ fields: [{ code: 'no_letters' }] });
    await expect(add('WIN', { list_id: null })).rejects.toMatchObject({ fields: [{ code: 'list_needed' }] });
    const { own } = await add('WIN');
    await expect(add('w-i-n')).rejects.toMatchObject({ fields: [{ code: 'taken' }] });
    await add('WIN', { number: '12345' });
    await addMember({ ctx: stage.ctx, input: { id: list.id, address: newPerson(), source: 'x' } });
    const id = own.find(({ word }) => word === 'WIN')?.id ?? '';
    const after = await removeKeyword({ ctx: stage.ctx, input: { id } });
    expect(after.own.filter(({ word }) => word === 'WIN')).toMatchObject([{ number: '12345' }]);
    await expect(removeKeyword({ ctx: stage.ctx, input: { id } })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('texts', () => {
  test('in parts are one, in whatever order and by whichever process they come, once', async () => {
    const person = newPerson();
    const part = (number: number, text: string) =>
      textOf(person, text, { part: { reference: 7, part: number, total: 3 } });
    await Promise.all([record(part(3, 'all of you')), record(part(1, 'Hello '), part(2, 'to '))]);
    await record(part(2, 'to '));
    await readAll();
    const { data } = await listInbound({ ctx: stage.ctx, input: { limit: 9, from: person } });
    expect(data).toMatchObject([{ text: 'Hello to all of you', parts: 3, outcome: 'read' }]);
  });

  test('whose parts never all come are kept with what there is of them', async () => {
    const person = newPerson();
    await record(textOf(person, 'half of ', { part: { reference: 9, part: 1, total: 2 } }));
    await storeLateParts({ ctx: ctx() });
    expect((await listInbound({ ctx: stage.ctx, input: { limit: 9, from: person } })).data).toEqual([]);
    await stage.services.database.sql`update inbound_part set at = now() - interval '11 minutes'`;
    await storeLateParts({ ctx: ctx() });
    const { data } = await listInbound({ ctx: stage.ctx, input: { limit: 9, from: person } });
    expect(data).toMatchObject([{ text: 'half of […]' }]);
  });

  test('with an id of their carrier are known by it, and the same words of another day are another text', async () => {
    const person = newPerson();
    await record(
      textOf(person, 'yes', { ref: 'a' }),
      textOf(person, 'yes', { ref: 'b' }),
      textOf(person, 'yes', { ref: 'a' }),
    );
    await record(textOf(person, 'no'));
    await record(textOf(person, 'no'));
    await stage.services.database.sql`update inbound_seen set at = at - interval '6 minutes'`;
    await record(textOf(person, 'no'), textOf(person, 'yes', { ref: 'a' }));
    const { data } = await listInbound({ ctx: stage.ctx, input: { limit: 9, from: person } });
    expect(data.map(({ text }) => text)).toEqual(['no', 'no', 'yes', 'yes']);
  });

  test('that may be a stop wait for somebody, whose word is obeyed and audited', async () => {
    const [person, other] = [newPerson(), newPerson()];
    const [mine] = await say(person, 'Could you maybe stop these for a while?');
    const [theirs] = await say(other, 'Can I stop by tomorrow at five?');
    expect([mine?.outcome, theirs?.outcome]).toEqual(['unsure', 'unsure']);
    const decide = (id: string | undefined, isStop: boolean) =>
      decideInbound({ ctx: stage.ctx, input: { id: id ?? '', is_stop: isStop } });
    expect(await decide(mine?.id, true)).toMatchObject({ outcome: 'stopped' });
    expect(await decide(theirs?.id, false)).toMatchObject({ outcome: 'read' });
    await expect(decide(mine?.id, false)).rejects.toMatchObject({ code: 'conflict' });
    expect(await suppressionOf(person)).toBeDefined();
    expect(await suppressionOf(other)).toBeUndefined();
    const { data } = await listAudit({ ctx: stage.ctx, input: { limit: 10 } });
    expect(data.map(({ action }) => action)).toEqual(expect.arrayContaining(['inbound.decided', 'suppression.added']));
  });

  test('are told to webhooks that want them, each once, and who wrote what is read with the id', async () => {
    const { sql } = stage.services.database;
    await createWebhook({
      ctx: stage.ctx,
      input: CreateWebhookRequest.parse({ url: 'https://hooks.example.com/', event_types: ['inbound.received'] }),
    });
    await stage.services.config.refresh();
    const person = newPerson();
    const [stopped] = await say(person, 'STOP');
    const [read] = await say(person, 'thank you');
    await readAll();
    const jobs = await sql<
      { data: unknown }[]
    >`delete from pgboss.job where name = ${WEBHOOK_QUEUE.name} returning data`;
    const stored = await fanOutEvents({ ctx: ctx(), input: jobs.map(({ data }) => WebhookJob.parse(data)) });
    const told = stored.map(({ body }) => JSON.parse(body)).sort((a, b) => a.data.id.localeCompare(b.data.id));
    expect(told).toMatchObject([
      { type: 'inbound.received', data: { id: stopped?.id, outcome: 'stopped', keyword: 'STOP', to: OURS } },
      { type: 'inbound.received', data: { id: read?.id, outcome: 'read', keyword: null, reply_id: null } },
    ]);
    expect(JSON.stringify(told)).not.toContain(person);
    await sql`delete from webhook_endpoint`;
    await stage.services.config.refresh();
  });

  test('one that fails holds up no other', async () => {
    const [person, other] = [newPerson(), newPerson()];
    await record(textOf(person, 'STOP'), textOf(other, 'STOP'));
    const { sql } = stage.services.database;
    // Somebody else works on the first person at this moment, longer than a transaction waits.
    const { promise: freed, resolve: free } = Promise.withResolvers<void>();
    const { promise: held, resolve: hold } = Promise.withResolvers<void>();
    const working = sql.begin(async (tx) => {
      await tx`select from inbound_message where from_address = ${person} for update`;
      hold();
      await freed;
    });
    await held;
    await expect(readAll()).rejects.toMatchObject({ code: 'overloaded' });
    free();
    await working;
    expect(await suppressionOf(other)).toBeDefined();
    expect(await suppressionOf(person)).toBeUndefined();
  });

  test('of a sender that is no number ask for nothing', async () => {
    expect((await say('BANK', 'STOP'))[0]).toMatchObject({ from: 'BANK', outcome: 'read' });
  });
});
