import {
  CreateTemplateRequest,
  DRAFT_QUEUE,
  DraftJob,
  ReviewTranslationRequest,
  type SendMessageAnswer,
  SetTranslationRequest,
  type SignalboxError,
  TemplateContent,
} from '@signalbox/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../../dispatch/testing.ts';
import { sendMessage } from '../../messages/send.ts';
import { saveTerm } from '../glossary.ts';
import { moveTemplate } from '../move.ts';
import { getTemplate, listTemplates } from '../read.ts';
import { addTemplateVersion, createTemplate } from '../write.ts';
import { askDrafts } from './ask-drafts.ts';
import { draftTranslations } from './draft-translations.ts';
import { reviewTranslation } from './review.ts';
import { getTranslation, setTranslation } from './settings.ts';

let stage: Stage;
let key: string;
let serial = 0;
interface Asked {
  path: string;
  q: string[];
  target: string;
  api_key?: string;
}
const asked: Asked[] = [];
/** What the service makes of a text; what it throws is its refusal, a status and a sentence. */
let say: (text: string, target: string) => string;

const LANGUAGES = [{ code: 'en', name: 'English', targets: ['de', 'fr', 'pt', 'zh-Hans'] }];
const TEXT =
  'Hi {{ name }}, your order is on its way.{% if track %} Follow it at https://a.example/{{ track }}{% endif %}';

beforeAll(async () => {
  stage = await setStage([], {
    async request({ url, body }) {
      const path = new URL(url).pathname;
      const given = JSON.parse(body ?? '{}') as Asked;
      asked.push({ ...given, path });
      if (path.endsWith('/languages')) return { status: 200, headers: {}, body: JSON.stringify(LANGUAGES) };
      try {
        const translatedText = given.q.map((text) => say(text, given.target));
        return { status: 200, headers: {}, body: JSON.stringify({ translatedText }) };
      } catch (error) {
        return { status: 403, headers: {}, body: JSON.stringify({ error: (error as Error).message }) };
      }
    },
  });
  await stage.addRoute('texts', 1, 1000);
});
afterAll(() => stage.end());
beforeEach(async () => {
  serial += 1;
  key = `drafted.${serial}`;
  asked.length = 0;
  say = (text, target) => `${target}: ${text}`;
  const { sql } = stage.services.database;
  await sql`delete from lookup_day`;
  await sql`update workspace set second_person_for = '{}'`;
  await set();
});

const ctxOf = (name: string, kind: 'user' | 'key' = 'user') => ({
  ...stage.ctx,
  actor: kind === 'user' ? { kind, id: name, name } : { kind, id: name, number: 1, name },
});
const set = (change: object = {}) =>
  setTranslation({
    ctx: stage.ctx,
    input: SetTranslationRequest.parse({
      enabled: true,
      service: { url: 'https://translate.example.com' },
      secret: 'key-1',
      ...change,
    }),
  });
const VARIABLES = [
  { name: 'name', type: 'text', sample: 'Ana' },
  { name: 'track', type: 'code', sample: '84', optional: true },
];
const BODIES = [
  { channel: 'sms', locale: 'en', text: TEXT },
  { channel: 'email', locale: 'en', subject: 'Your order', html: '<p>Hi {{ name }}</p>' },
  { channel: 'sms', locale: 'fr', text: 'Bonjour {{ name }}, elle arrive.{% if track %} {{ track }}{% endif %}' },
];
const make = () =>
  createTemplate({
    ctx: ctxOf('ana'),
    input: CreateTemplateRequest.parse({
      ...{ key, name: 'Order', class: 'transactional', default_locale: 'en', variables: VARIABLES, bodies: BODIES },
    }),
  });
async function runJobs() {
  const rows = await stage.services.database.sql<{ data: unknown }[]>`
    delete from pgboss.job where name = ${DRAFT_QUEUE.name} returning data`;
  for (const { data } of rows) await draftTranslations({ ctx: stage, input: DraftJob.parse(data) });
  return rows.length;
}
async function draft(locales: string[]) {
  await make();
  await askDrafts({ ctx: ctxOf('ana'), input: { key, locales } });
  await runJobs();
  return getTemplate({ ctx: stage.ctx, input: { key } });
}
const review = (move: string, locale: string, more: object = {}, who = 'ben', kind: 'user' | 'key' = 'user') =>
  reviewTranslation({
    ctx: ctxOf(who, kind),
    input: { key, ...ReviewTranslationRequest.parse({ version: 2, channel: 'sms', locale, move, ...more }) },
  });
const submit = (version: number, who = 'ana') =>
  moveTemplate({ ctx: ctxOf(who), input: { key, version, move: 'submit' } });
const marksOf = ({ translations }: Awaited<ReturnType<typeof getTemplate>>) =>
  translations.map(({ channel, locale, state }) => `${channel} ${locale} ${state}`);
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: SignalboxError) => `${error.code}: ${error.detail ?? error.fields?.[0]?.message ?? ''}`,
  );
const textOf = ({ content }: Awaited<ReturnType<typeof getTemplate>>, channel: string, locale: string) =>
  content.bodies.find((body) => body.channel === channel && body.locale === locale);

describe('drafts of a service', () => {
  it('come for all missing languages at once, in one job and a call a language, and are the next version', async () => {
    const made = await draft(['de', 'fr', 'pt-BR', 'zh']);
    expect(made).toMatchObject({ version: 2, state: 'draft', drafting: { state: 'done', version: 2, faults: [] } });
    expect(marksOf(made)).toEqual([
      ...['sms de machine_draft', 'email de machine_draft', 'email fr machine_draft'],
      ...['sms pt-BR machine_draft', 'email pt-BR machine_draft', 'sms zh machine_draft', 'email zh machine_draft'],
    ]);
    expect(made.translations[0]?.drafted).toMatchObject({ kind: 'user', name: 'ana' });
    expect(textOf(made, 'sms', 'de')).toMatchObject({
      text: 'de: Hi {{ name }}, your order is on its way.{% if track %} de: Follow it at https://a.example/{{ track }}{% endif %}',
    });
    expect(textOf(made, 'email', 'pt-BR')).toMatchObject({
      subject: 'pt: Your order',
      html: '<p>pt: Hi {{ name }}</p>',
    });
    expect(textOf(made, 'sms', 'fr')).toMatchObject({ text: BODIES[2]?.text });
    expect(asked.map(({ path, target }) => `${path} ${target ?? ''}`.trim()).sort()).toEqual([
      ...['/languages', '/translate de', '/translate de', '/translate fr', '/translate pt', '/translate pt'],
      ...['/translate zh-Hans', '/translate zh-Hans'],
    ]);
    expect(asked.every(({ path, api_key }) => path === '/languages' || api_key === 'key-1')).toBe(true);
    // Nothing that is nobody's text leaves the house.
    expect(asked.flatMap(({ q }) => q ?? []).join()).not.toMatch(/[{}<>]|a\.example/);
    const [listed] = (await listTemplates({ ctx: stage.ctx, input: { search: key, limit: 1 } })).data;
    expect(listed?.unreviewed).toEqual(['de', 'fr', 'pt-BR', 'zh']);
    expect(await runJobs()).toBe(0);
  });

  it('that lose what must stay are refused by name, and the others stand', async () => {
    await saveTerm({ ctx: stage.ctx, input: { term: 'order', locale: 'de', translation: 'Bestellung' } });
    say = (text, target) => (target === 'fr' ? text : text.replace(/SBMARK\d+E/g, target === 'pt' ? 'X' : '$&'));
    const made = await draft(['de', 'pt', 'xx']);
    expect(textOf(made, 'sms', 'de')).toMatchObject({ text: TEXT.replace('order', 'Bestellung') });
    expect(made.drafting?.faults).toEqual([
      expect.objectContaining({
        channel: 'sms',
        locale: 'pt',
        message: expect.stringContaining('“{{ name }}” did not come back'),
      }),
      expect.objectContaining({
        channel: 'email',
        locale: 'pt',
        message: expect.stringContaining('“{{ name }}” did not come back'),
      }),
      expect.objectContaining({ locale: 'xx', message: 'The service does not translate from en into xx.' }),
      expect.objectContaining({ locale: 'xx' }),
    ]);
    expect(marksOf(made)).toEqual(['sms de machine_draft', 'email de machine_draft']);
  });

  it('say why where the service refuses, and make no version', async () => {
    say = () => {
      throw new Error('Invalid API key');
    };
    const made = await draft(['de']);
    expect(made).toMatchObject({ version: 1, drafting: { state: 'failed', version: null } });
    expect(made.drafting?.faults[0]?.message).toBe('The service answered 403: Invalid API key.');
  });

  it('are asked for only where a service is on, something is missing and nobody asked yet', async () => {
    await make();
    const ask = (locales: string[]) => refusal(askDrafts({ ctx: ctxOf('ana'), input: { key, locales } }));
    expect(await ask(['en'])).toContain('says everything in these languages already');
    expect(await ask(['de'])).toBeUndefined();
    expect(await ask(['pt'])).toContain('Drafts in de are being made');
    await set({ enabled: false });
    expect(await ask(['pt'])).toContain('No translation service is switched on');
    expect(await set({ service: { url: 'http://127.0.0.1:1' } }).catch((error) => error.code)).toBe('request_invalid');
    await runJobs();
    expect((await getTemplate({ ctx: stage.ctx, input: { key } })).drafting).toMatchObject({
      state: 'failed',
      version: null,
    });
  });

  it('stop at the limit of the day', async () => {
    await set({ service: { url: 'https://translate.example.com', daily_requests: 1 } });
    expect((await draft(['de'])).drafting?.faults[0]?.message).toContain('limit of calls for today');
    expect((await getTranslation({ ctx: stage.ctx, input: {} })).asked_today).toBe(1);
  });

  it('are given up when the text they were made from was changed meanwhile', async () => {
    await make();
    await askDrafts({ ctx: ctxOf('ana'), input: { key, locales: ['de'] } });
    const [first, ...rest] = BODIES;
    const bodies = [{ ...first, text: 'Hi {{ name }}' }, ...rest];
    const content = TemplateContent.parse({ variables: VARIABLES, bodies });
    const { translator } = stage.services;
    stage.services.translator = {
      async ask(of, wishes) {
        await addTemplateVersion({ ctx: ctxOf('eva'), input: { key, content } });
        return translator.ask(of, wishes);
      },
    };
    await runJobs();
    stage.services.translator = translator;
    const made = await getTemplate({ ctx: stage.ctx, input: { key } });
    expect(made).toMatchObject({ version: 2, translations: [], drafting: { state: 'failed' } });
    expect(made.drafting?.message).toContain('changed meanwhile');
  });
});

describe('the review of a draft', () => {
  const body = {
    channel: 'sms',
    locale: 'de',
    text: 'Hallo {{ name }}, unterwegs.{% if track %} {{ track }}{% endif %}',
  };

  it('goes from draft to reviewed with who and when, and the version goes nowhere before that', async () => {
    await draft(['de']);
    const why = await refusal(submit(2));
    expect(why).toContain('in de: review them in the template editor or take them out, then submit it.');
    expect(await refusal(review('accept', 'de'))).toContain('machine_draft; accept is for one that is in_review');
    await review('begin', 'de');
    await review('accept', 'de');
    expect(await refusal(submit(2))).toContain('in de');
    await review('begin', 'de', { channel: 'email' });
    const reviewed = await review('accept', 'de', { channel: 'email' });
    expect(reviewed.translations.map(({ state, reviewed: by }) => `${state} ${by?.name}`)).toEqual([
      'reviewed ben',
      'reviewed ben',
    ]);
    expect((await submit(2)).state).toBe('submitted');
    expect(await refusal(review('reopen', 'de'))).toContain('it is submitted');
  });

  it('keeps a version with an unreviewed text from being sent in the sandbox too, and says which language', async () => {
    await draft(['de']);
    const send = () =>
      sendMessage({
        ctx: { ...stage.ctx, environment: 'sandbox' },
        input: {
          body: {
            ...{ to: '+525512345678', channel: 'sms', class: 'transactional' },
            template: { key, variables: { name: 'Ana' } },
          },
          idempotencyKey: undefined,
        },
      });
    const told = await refusal(send());
    expect(told).toContain(
      'nobody has reviewed beside what the default language says now, in de: review them in the template editor or take them out, then send',
    );
    for (const channel of ['sms', 'email']) {
      await review('begin', 'de', { channel });
      await review('accept', 'de', { channel });
    }
    // The change of the last text is all it takes: what was read before is forgotten at once.
    expect((JSON.parse((await send()).body) as SendMessageAnswer).id).toMatch(/^msg_/);
  });

  it('with other words makes the next version, reviewed; with a no it takes the text out', async () => {
    await draft(['de', 'pt']);
    await review('begin', 'de');
    const edited = await review('accept', 'de', { body });
    expect(edited.version).toBe(3);
    expect(textOf(edited, 'sms', 'de')).toMatchObject({ text: body.text });
    expect(marksOf(edited)).toEqual([
      ...['sms de reviewed', 'email de machine_draft', 'sms pt machine_draft', 'email pt machine_draft'],
    ]);
    expect(await refusal(review('accept', 'de', { body, version: 3 }))).toContain('is reviewed');
    const without = await review('reject', 'pt', { version: 3, comment: 'Wrong tone.' });
    expect(textOf(without, 'sms', 'pt')).toBeUndefined();
    expect(marksOf(without)).toEqual(['sms de reviewed', 'email de machine_draft', 'email pt machine_draft']);
    await review('begin', 'de', { version: 4, channel: 'email' });
    const wrong = { channel: 'email', locale: 'de', subject: '{{ nobody }}', html: '<p></p>' };
    expect(await refusal(review('accept', 'de', { version: 4, channel: 'email', body: wrong }))).toContain('nobody');
    expect(await refusal(review('begin', 'fr', { version: 4 }))).toContain('not_found');
  });

  it('is lost by no save: words a person changed keep the mark, and so does what comes back later', async () => {
    const made = await draft(['de']);
    const save = (bodies: unknown) =>
      addTemplateVersion({
        ctx: ctxOf('ana'),
        input: { key, content: TemplateContent.parse({ variables: VARIABLES, bodies }) },
      });
    const all = made.content.bodies;
    const changed = await save(all.map((one) => (one.locale === 'de' && one.channel === 'sms' ? body : one)));
    expect(marksOf(changed)).toEqual(['sms de machine_draft', 'email de machine_draft']);
    expect(marksOf(await save(BODIES))).toEqual([]);
    expect(marksOf(await save(all))).toEqual(['sms de machine_draft', 'email de machine_draft']);
  });

  describe('of a text whose default language says something else since', () => {
    const save = (bodies: unknown) =>
      addTemplateVersion({
        ctx: ctxOf('ana'),
        input: { key, content: TemplateContent.parse({ variables: VARIABLES, bodies }) },
      });
    const listed = async () => (await listTemplates({ ctx: stage.ctx, input: { search: key, limit: 1 } })).data[0];
    const changeSource = async (lead = 'Now') => {
      const { content } = await getTemplate({ ctx: stage.ctx, input: { key } });
      return save(
        content.bodies.map((one) => (one === content.bodies[0] ? { ...one, text: `${lead}: ${TEXT}` } : one)),
      );
    };
    const reviewed = async () => {
      await draft(['de']);
      for (const channel of ['sms', 'email']) {
        await review('begin', 'de', { channel });
        await review('accept', 'de', { channel });
      }
    };

    it('is stale by that channel alone, goes nowhere, and is accepted as it is or in other words', async () => {
      await reviewed();
      const before = await getTemplate({ ctx: stage.ctx, input: { key } });
      const greeted = before.content.bodies.map((one) =>
        one.locale === 'fr' ? { ...one, text: 'Salut {{ name }}' } : one,
      );
      expect(marksOf(await save(greeted))).toEqual(['sms de reviewed', 'email de reviewed']);
      const changed = await changeSource();
      expect(changed).toMatchObject({ version: 4, unreviewed: ['de'], stale: ['de'] });
      expect(marksOf(changed)).toEqual(['sms de stale', 'email de reviewed']);
      expect(await listed()).toMatchObject({ unreviewed: ['de'], stale: ['de'] });
      expect(await refusal(submit(4))).toContain('what the default language says now, in de');
      expect(marksOf(await save(changed.content.bodies))).toEqual(['sms de stale', 'email de reviewed']);
      expect(marksOf(await review('accept', 'de', { version: 5 }))).toEqual(['sms de reviewed', 'email de reviewed']);
      expect(await listed()).toMatchObject({ unreviewed: [], stale: [] });
      await changeSource('Then');
      const edited = await review('accept', 'de', { version: 6, body });
      expect(marksOf(edited)).toEqual(['sms de reviewed', 'email de reviewed']);
      expect((await submit(7)).state).toBe('submitted');
    });

    it('is drafted anew, in the place of the stale text alone, and is a draft then', async () => {
      await reviewed();
      await changeSource();
      await askDrafts({ ctx: ctxOf('eva'), input: { key, locales: ['de'] } });
      await runJobs();
      const made = await getTemplate({ ctx: stage.ctx, input: { key } });
      expect(made).toMatchObject({ version: 4, stale: [], unreviewed: ['de'], drafting: { faults: [] } });
      expect(marksOf(made)).toEqual(['sms de machine_draft', 'email de reviewed']);
      expect(made.translations[0]).toMatchObject({ drafted: { name: 'eva' }, begun: null, reviewed: null });
      expect(textOf(made, 'sms', 'de')).toMatchObject({ text: expect.stringContaining('de: Now: Hi {{ name }}') });
      expect(made.content.bodies).toHaveLength(5);
    });
  });

  it('is for a second person where the workspace wants one, and for no key', async () => {
    await draft(['de']);
    await stage.services.database.sql`update workspace set second_person_for = '{templates}'`;
    await review('begin', 'de', {}, 'ana');
    expect(await refusal(review('accept', 'de', {}, 'ana'))).toContain('You asked for this draft');
    expect(await refusal(review('accept', 'de', {}, 'k', 'key'))).toContain('sign in to the console');
    expect(marksOf(await review('accept', 'de', {}, 'ben'))).toContain('sms de reviewed');
  });
});
