import {
  type ConsentAsOfQuery,
  CreateTemplateRequest,
  encodeId,
  LaneJob,
  RecordConsentRequest,
  SignalboxError,
} from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConsentAsOf } from '../consent/as-of.ts';
import { recordConsent } from '../consent/record.ts';
import type { Worker } from '../dispatch/open-worker.ts';
import { openScripted, type Stage, scriptCarriers, setStage, until } from '../dispatch/testing.ts';
import { getMessage } from '../messages/get.ts';
import { sendMessage } from '../messages/send.ts';
import { readTimeline } from '../messages/timeline.ts';
import { moveTemplate } from '../templates/move.ts';
import { createTemplate } from '../templates/write.ts';
import { listTopics, putTopic, removeTopic } from './topics.ts';

let stage: Stage;
let worker: Worker;
let people = 0;
beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('texts', 1, 1000);
  for (const key of ['offers', 'news']) await putTopic({ ctx: stage.ctx, input: { key, names: { en: key } } });
  worker = await openScripted(stage, scriptCarriers());
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

/** A person of whom the ledger says so much: `offers` is agreed to, `-offers` is not, `*` stands for all marketing; each later than the one before. */
async function personWho(...says: string[]): Promise<string> {
  people += 1;
  const address = `+4479110${String(people).padStart(5, '0')}`;
  for (const [index, said] of says.entries()) {
    const topic = said.replace('-', '');
    const input = RecordConsentRequest.parse({
      ...{ address, channel: 'sms', source: 'form', state: said.startsWith('-') ? 'withdrawn' : 'granted' },
      ...(topic === '*' ? {} : { topic }),
      at: new Date(Date.now() - 60_000 + index * 1000).toISOString(),
    });
    await recordConsent({ ctx: stage.ctx, input });
  }
  return address;
}
const view = (id: string) => getMessage({ ctx: stage.ctx, input: { id: encodeId('message', id) } });
async function decide(to: string, more: object = {}) {
  const id = await stage.accept('marketing', to, more);
  for (const job of await stage.jobs('marketing')) await worker.runLane('marketing', [LaneJob.parse(job.data)]);
  await until('the message is decided', async () => ['sent', 'suppressed'].includes((await view(id)).state));
  return view(id);
}
const faultsOf = async (asked: Promise<unknown>) => {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof SignalboxError ? error.fields.map(({ path, code }) => `${path} ${code}`) : error;
};
const send = (more: object) =>
  sendMessage({
    ctx: stage.ctx,
    input: { body: { to: '+447911099999', channel: 'sms', class: 'marketing', content: { text: 'hi' }, ...more } },
  });

describe('a message about a topic', () => {
  it('goes by the consent to that topic, one without by any, and "as of" says the same of each', async () => {
    const heard = ['*', '-*', 'offers', '-offers', 'news', '-news'];
    const says = [[], ...heard.map((one) => [one]), ...heard.flatMap((a) => heard.map((b) => [a, b]))];
    const expected = (said: readonly string[], topic: string | undefined): boolean => {
      const newest = (of: string) =>
        said.findLast((one) => one.replace('-', '') === of || one.replace('-', '') === '*');
      const isGiven = (of: string) => newest(of) !== undefined && newest(of)?.startsWith('-') === false;
      return topic === undefined ? ['*', 'offers', 'news'].some(isGiven) : isGiven(topic);
    };
    for (const said of says) {
      const address = await personWho(...said);
      for (const topic of [undefined, 'offers']) {
        const { state, topic: shown } = await decide(address, topic === undefined ? {} : { topic });
        const query: ConsentAsOfQuery = { address, purpose: 'marketing', topic };
        const { allowed } = await readConsentAsOf({ ctx: stage.ctx, input: query });
        const told = `${said.join()} about ${topic}`;
        expect([told, state === 'sent', shown]).toEqual([told, expected(said, topic), topic ?? null]);
        expect([told, allowed]).toEqual([told, expected(said, topic)]);
      }
    }
  });

  it('tells in its timeline which topic was refused, by which entry, and can be replayed', async () => {
    const { id, reason } = await decide(await personWho('*', '-offers'), { topic: 'offers' });
    expect(reason?.code).toBe('policy.consent_missing');
    const { data, replayed } = await readTimeline({ ctx: stage.ctx, input: { id } });
    expect(data.find(({ kind }) => kind === 'consent')).toMatchObject({
      result: 'fail',
      facts: { topic: 'offers', state: 'withdrawn', source: 'form', record: expect.stringMatching(/^cns_/) },
      text: expect.stringMatching(/^Stopped: the consent for marketing about “offers” was withdrawn /),
    });
    expect(replayed).toBe(true);
  });

  it('names a topic there is, and is marketing; the refusal names those there are', async () => {
    expect(await faultsOf(send({ topic: 'unheard' }))).toEqual(['topic unknown']);
    await expect(send({ topic: 'unheard' })).rejects.toMatchObject({
      fields: [{ message: expect.stringContaining('give one of news, offers') }],
    });
    expect(await faultsOf(send({ topic: 'offers', class: 'transactional' }))).toEqual(['topic not_allowed']);
    expect(await faultsOf(send({ topic: 'Not a slug' }))).toEqual([expect.stringMatching(/^topic /)]);
    const several = {
      channels: ['sms', 'email'],
      mode: 'failover',
      to: { sms: '+447911099999', email: 'a@example.com' },
    };
    const { channel: _one, ...body } = { channel: 'sms', class: 'marketing', content: { text: 'hi', subject: 'hi' } };
    const sent = sendMessage({ ctx: stage.ctx, input: { body: { ...body, ...several, topic: 'unheard' } } });
    expect(await faultsOf(sent)).toEqual(['topic unknown']);
  });

  it('has the topic of its template unless it names another', async () => {
    const ctx = { ...stage.ctx, actor: { kind: 'user' as const, id: 'ana', name: 'ana' } };
    const template = {
      ...{ key: 'sale', name: 'Sale', class: 'marketing', default_locale: 'en', topic: 'offers' },
      bodies: [{ channel: 'sms', locale: 'en', text: 'Sale' }],
    };
    const wrong = CreateTemplateRequest.parse({ ...template, topic: 'unheard' });
    expect(await faultsOf(createTemplate({ ctx, input: wrong }))).toEqual(['topic unknown']);
    expect(await createTemplate({ ctx, input: CreateTemplateRequest.parse(template) })).toMatchObject({
      topic: 'offers',
    });
    for (const move of ['submit', 'approve'] as const)
      await moveTemplate({ ctx, input: { key: 'sale', version: 1, move } });
    const by = { template: { key: 'sale' }, content: undefined };
    const person = await personWho('news');
    expect(await decide(person, by)).toMatchObject({ state: 'suppressed', topic: 'offers' });
    expect(await decide(person, { ...by, topic: 'news' })).toMatchObject({ state: 'sent', topic: 'news' });
    expect(await faultsOf(removeTopic({ ctx, input: { key: 'offers' } }))).toEqual(['key in_use']);
  });
});

it('a topic that is removed can be named no more, and what was accepted by it is judged by it', async () => {
  const { ctx } = stage;
  await putTopic({ ctx, input: { key: 'gone', names: { en: 'Gone', es: 'Ido' } } });
  const id = await stage.accept('marketing', await personWho('news'), { topic: 'gone' });
  await removeTopic({ ctx, input: { key: 'gone' } });
  expect((await listTopics({ ctx, input: {} })).data.map(({ key }) => key)).toEqual(['news', 'offers']);
  expect(await faultsOf(send({ topic: 'gone' }))).toEqual(['topic unknown']);
  for (const job of await stage.jobs('marketing')) await worker.runLane('marketing', [LaneJob.parse(job.data)]);
  await until('the message is decided', async () => (await view(id)).state === 'suppressed');
});
