import {
  CreateTemplateRequest,
  decodeId,
  GlossaryTerm,
  LaneJob,
  PreviewTemplateRequest,
  type SendMessageAnswer,
  SignalboxError,
  type SmsSubmission,
  TemplateContent,
} from '@signalbox/contracts';
import { UNSUBSCRIBE_PLACE } from '@signalbox/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openScripted, openStageServices, type Stage, scriptCarriers, setStage, until } from '../dispatch/testing.ts';
import { ORDER, register, save } from '../dlt/testing.ts';
import { getMessage } from '../messages/get.ts';
import { sendMessage } from '../messages/send.ts';
import { sendBatch } from '../messages/send-batch.ts';
import { readTimeline } from '../messages/timeline.ts';
import { previewRouting } from '../routing/preview.ts';
import { removeTerm, saveTerm } from './glossary.ts';
import { moveTemplate } from './move.ts';
import { previewTemplate } from './preview.ts';
import { getTemplate, getTemplateVersion, listTemplates } from './read.ts';
import { addTemplateVersion, createTemplate } from './write.ts';

let stage: Stage;
let serial = 0;
let key: string;

const BODIES = [
  { channel: 'sms', locale: 'en', text: 'Hi {{ name }}, order {{ order }} is on its way.' },
  { channel: 'sms', locale: 'pt', text: 'Oi {{ name }}, o pedido {{ order }} vai a caminho.' },
  { channel: 'email', locale: 'en', subject: 'Order {{ order }}', text: 'Hi {{ name }}', html: '<p>Hi {{ name }}</p>' },
];
const VARIABLES = [
  { name: 'name', type: 'text', sample: 'Ana' },
  { name: 'order', type: 'code', sample: '84-2201' },
];

beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('texts', 1, 1000);
  await stage.addRoute('mails', 1, 1000, 'email');
});
afterAll(() => stage.end());
beforeEach(() => {
  serial += 1;
  key = `order.${serial}`;
});

const ctxOf = (name: string, kind: 'user' | 'key' = 'user') => ({
  ...stage.ctx,
  actor: kind === 'user' ? { kind, id: name, name } : { kind, id: name, number: 1, name },
});
const make = (change: object = {}) =>
  createTemplate({
    ctx: ctxOf('ana'),
    input: CreateTemplateRequest.parse({
      key,
      name: 'Order',
      class: 'transactional',
      default_locale: 'en',
      variables: VARIABLES,
      bodies: BODIES,
      ...change,
    }),
  });
type Move = Parameters<typeof moveTemplate>[0]['input']['move'];
const move = async (to: Move, version = 1, who = 'ana', kind: 'user' | 'key' = 'user') => {
  const input = { key, version, move: to, ...(to === 'reject' ? { comment: 'No.' } : {}) };
  return moveTemplate({ ctx: ctxOf(who, kind), input });
};
async function approved(change: object = {}) {
  await make(change);
  await move('submit');
  await move('approve');
}
const body = (template: object = {}, more: object = {}) => ({
  to: '+525512345678',
  channel: 'sms',
  class: 'transactional',
  template: { key, locale: 'pt-BR', variables: { name: 'Ana', order: '7' }, ...template },
  ...more,
});
async function send(given: object, ctx = stage.ctx) {
  const sent = await sendMessage({ ctx, input: { body: given, idempotencyKey: undefined } });
  return JSON.parse(sent.body) as SendMessageAnswer;
}
/** The text of a message as it is stored. */
async function textOf(id: string): Promise<unknown> {
  const { sql } = stage.services.database;
  const [row] = await sql`select body from message where id = ${decodeId('message', id) ?? ''}`;
  return row?.body;
}
const refusal = async (work: Promise<unknown>): Promise<string[]> => {
  const error = await work.then(
    () => undefined,
    (reason) => reason,
  );
  if (!(error instanceof SignalboxError)) throw new Error(`not refused: ${String(error)}`);
  return error.fields.length === 0 ? [error.code] : error.fields.map(({ path, code }) => `${path} ${code}`);
};

describe('a send by a template', () => {
  it('says what the body of the nearest language says, and its record tells the version and the language', async () => {
    await approved();
    const { id, parts } = await send(body());
    expect(parts).toBe(1);
    const message = await getMessage({ ctx: stage.ctx, input: { id } });
    expect(message.content).toEqual({ text: 'Oi Ana, o pedido 7 vai a caminho.' });
    expect(message.template).toEqual({ key, version: 1, locale: 'pt', asked_locale: 'pt-BR' });
    const { data } = await readTimeline({ ctx: stage.ctx, input: { id } });
    expect(data[0]?.facts).toMatchObject({ template: `${key} v1`, locale: 'pt', asked_locale: 'pt-BR' });
  });

  it('gives each channel of a failover its own body, the waiting one too', async () => {
    await approved();
    const { channel: _one, ...rest } = body();
    const to = { sms: '+525512345678', email: 'ana@example.com' };
    const both = { ...rest, channels: ['sms', 'email'], mode: 'failover', to };
    const { id } = await send(both);
    expect((await getMessage({ ctx: stage.ctx, input: { id } })).content).toEqual({
      text: 'Oi Ana, o pedido 7 vai a caminho.',
    });
    const { sql } = stage.services.database;
    const [group] = await sql<{ waiting: object[] }[]>`select waiting from message_group order by id desc limit 1`;
    expect(group?.waiting).toMatchObject([
      {
        channel: 'email',
        subject: 'Order 7',
        body: 'Hi Ana',
        html: '<p>Hi Ana</p>',
        template: { locale: 'en', asked: 'pt-BR' },
      },
    ]);
  });

  it('is refused by field, and everything else that is wrong is told along with it', async () => {
    await approved();
    const wrong = body({ variables: { name: 5, nmae: 'x' } }, { to: 'nobody' });
    expect(await refusal(send(wrong))).toEqual(
      [
        'template.variables.nmae unknown_variable',
        'template.variables.name wrong_type',
        'template.variables.order required',
        'to format_invalid',
      ].map((one) => (one.startsWith('to ') ? expect.stringMatching(/^to /) : one)),
    );
    expect(await refusal(send(body({ key: 'nothing' })))).toEqual(['template.key unknown']);
    expect(await refusal(send(body({}, { class: 'marketing' })))).toEqual(['class not_allowed']);
    expect(await refusal(send(body({}, { content: { text: 'x' } })))).toEqual(['content not_allowed']);
    expect(await refusal(send(body({ locale: 'not a tag' })))).toEqual(['template.locale format_invalid']);
    await make({ key: `${key}.mail`, bodies: [BODIES[2]] });
    key = `${key}.mail`;
    await move('submit');
    await move('approve');
    expect(await refusal(send(body()))).toEqual(['template.key no_body']);
  });

  it('answers each item of a batch by itself', async () => {
    await approved();
    const items = [body(), body({ variables: {} }), body({ key: 'nothing' }), body({ locale: 'en' })];
    const sent = await sendBatch({ ctx: stage.ctx, input: { body: { messages: items }, idempotencyKey: 'b1' } });
    const answer = JSON.parse(sent.body);
    expect(answer.accepted.map((one: { index: number }) => one.index)).toEqual([0, 3]);
    expect(
      answer.rejected.map((one: { index: number; error: { errors: { path: string }[] } }) => [
        one.index,
        one.error.errors[0]?.path,
      ]),
    ).toEqual([
      [1, 'template.variables.name'],
      [2, 'template.key'],
    ]);
  });

  it('is refused in every other process too a moment after its version was paused', async () => {
    await approved();
    const other = await openStageServices(stage.database.url, 'api');
    try {
      const ctx = { ...stage.ctx, services: other };
      await send(body(), ctx);
      await move('pause');
      await until('the other process has heard of it', async () =>
        send(body(), ctx).then(
          () => false,
          () => true,
        ),
      );
      expect(await refusal(send(body(), ctx))).toEqual(['template.key not_approved']);
    } finally {
      await other.close();
    }
  });

  it('asks the database nothing once its template is known', async () => {
    await approved();
    await send(body());
    const { templates } = stage.services;
    const found = templates.find(stage.ctx.workspace.number, key);
    await templates.warm(stage.ctx.workspace.number, [key]);
    expect(templates.find(stage.ctx.workspace.number, key)).toBe(found);
  });

  it('is previewed as it would be sent', async () => {
    await approved();
    const preview = await previewRouting({ ctx: stage.ctx, input: body() });
    expect(preview.state).toBe('queued');
    expect(await refusal(previewRouting({ ctx: stage.ctx, input: body({ variables: {} }) }))).toContain(
      'template.variables.name required',
    );
  });

  it('of marketing mails leaves the place of the link that each mail gets when it leaves, and a preview shows a link', async () => {
    const mail = { channel: 'email', locale: 'en', subject: 'Sale', text: 'Stop: {{ unsubscribe_url }}' };
    const content = { class: 'marketing', variables: [], bodies: [mail] };
    await approved(content);
    const template = { key, locale: 'en', variables: {} };
    const sent = await send({ to: 'ana@example.com', channel: 'email', class: 'marketing', template });
    expect(await textOf(sent.id)).toBe(`Stop: ${UNSUBSCRIBE_PLACE}`);
    const input = PreviewTemplateRequest.parse({ ...content, default_locale: 'en' });
    const { renderings } = await previewTemplate({ ctx: stage.ctx, input });
    expect(renderings[0]?.text).toBe('Stop: https://api.test/u/…');
  });

  it('is previewed in every language beside the default one: variables left out, and how much longer and dearer it is', async () => {
    const sms = (locale: string, text: string) => ({ channel: 'sms', locale, text });
    const input = PreviewTemplateRequest.parse({
      ...{ class: 'transactional', default_locale: 'en', variables: VARIABLES },
      bodies: [sms('de', `${'Ihre Bestellung '.repeat(12)}{{ name }}`), sms('en', 'Order {{ order }} for {{ name }}')],
    });
    const { renderings } = await previewTemplate({ ctx: stage.ctx, input });
    expect(renderings.map(({ beside }) => beside)).toEqual([
      { missing: ['order'], added: [], longer_percent: expect.any(Number), more_parts: 1, terms: [] },
      null,
    ]);
    expect(renderings[0]?.beside?.longer_percent).toBeGreaterThan(500);
  });

  it('is previewed by the glossary of the workspace, which keeps one entry for a term and a language', async () => {
    const ctx = ctxOf('ana');
    const save = (term: string, locale: string | null, translation: string | null) =>
      saveTerm({ ctx, input: GlossaryTerm.parse({ term, locale, translation }) });
    await save('Order', 'de', 'Auftrag');
    await save('order', 'de', 'Bestellung');
    const { data } = await save('Acme', null, null);
    expect(data).toEqual([
      { term: 'Acme', locale: null, translation: null },
      { term: 'order', locale: 'de', translation: 'Bestellung' },
    ]);
    const sms = (locale: string, text: string) => ({ channel: 'sms', locale, text });
    const input = PreviewTemplateRequest.parse({
      ...{ class: 'transactional', default_locale: 'en' },
      bodies: [sms('en', 'Acme: your order'), sms('de', 'ACME: Ihr Auftrag')],
    });
    const termsOf = async () => (await previewTemplate({ ctx, input })).renderings.map(({ beside }) => beside?.terms);
    expect(await termsOf()).toEqual([
      undefined,
      [
        { term: 'Acme', expected: 'Acme' },
        { term: 'order', expected: 'Bestellung' },
      ],
    ]);
    await removeTerm({ ctx, input: { term: 'ORDER', locale: 'de' } });
    expect((await termsOf())[1]).toEqual([{ term: 'Acme', expected: 'Acme' }]);
    expect(await refusal(removeTerm({ ctx, input: { term: 'order', locale: 'de' } }))).toEqual(['not_found']);
    expect(() => GlossaryTerm.parse({ term: ' - ' })).toThrow();
    const { sql } = stage.services.database;
    const log = await sql<
      { action: string }[]
    >`select action from audit_entry where object_kind = 'glossary' order by seq`;
    expect(log.map(({ action }) => action)).toEqual([
      ...Array.from({ length: 3 }, () => 'glossary.term_saved'),
      'glossary.term_removed',
    ]);
  });

  it('cannot use the template of another workspace', async () => {
    await approved();
    const { sql } = stage.services.database;
    const [other] = await sql<{ number: number; id: string; name: string }[]>`
      insert into workspace (id, name) values (${stage.services.ids.next()}, 'Other') returning number, id, name`;
    await stage.services.config.refresh();
    const ctx = { ...stage.ctx, workspace: other as typeof stage.ctx.workspace };
    expect(await refusal(send(body(), ctx))).toEqual(['template.key unknown']);
    expect(await refusal(getTemplate({ ctx, input: { key } }))).toEqual(['not_found']);
    expect((await listTemplates({ ctx, input: { search: '', limit: 50 } })).data).toEqual([]);
    expect(await refusal(moveTemplate({ ctx, input: { key, version: 1, move: 'pause' } }))).toEqual(['not_found']);
  });
});

describe('a mail in MJML', () => {
  const mjml = (text: string) =>
    `<mjml><mj-body><mj-section><mj-column>\n<mj-text>${text}</mj-text>\n</mj-column></mj-section></mj-body></mjml>`;
  const mail = (source: string) => ({ channel: 'email', locale: 'en', subject: 'Order', mjml: source });
  const mailed = async () => (await send(body({ locale: 'en' }, { channel: 'email', to: 'ana@example.com' }))).id;

  it('is made once, when its version is stored: a send fills it in with signs escaped, and the version tells the source alone', async () => {
    await approved({ bodies: [mail(mjml('Hi {{ name }}, <b>{{ order }}</b>'))] });
    const { id } = await send(
      body(
        { locale: 'en', variables: { name: '<i>A & B</i>', order: '7' } },
        { channel: 'email', to: 'ana@example.com' },
      ),
    );
    const { content: mailContent } = await getMessage({ ctx: stage.ctx, input: { id } });
    expect(mailContent).toMatchObject({
      html: expect.stringContaining('Hi &lt;i&gt;A &amp; B&lt;/i&gt;, <b>7</b>'),
      text: 'Hi <i>A & B</i>, 7',
    });
    const { content } = await getTemplate({ ctx: stage.ctx, input: { key } });
    expect(content.bodies).toEqual([mail(mjml('Hi {{ name }}, <b>{{ order }}</b>'))]);
    const { sql } = stage.services.database;
    const [row] = await sql`select v.bodies from template_version v join template t on t.number = v.template
      where t.key = ${key}`;
    expect(row?.bodies[0].made.html).toContain('Hi {{ name }}, <b>{{ order }}</b>');
    // What comes back is taken again as it is.
    await addTemplateVersion({ ctx: ctxOf('ana'), input: { key, content: TemplateContent.parse(content) } });
  });

  it('goes with the text part that was written for it', async () => {
    await approved({ bodies: [{ ...mail(mjml('Hi {{ name }}')), text: 'Written for {{ name }}' }] });
    expect(await textOf(await mailed())).toBe('Written for Ana');
  });

  it('is refused by its line, and a preview says the same without storing anything', async () => {
    const wrong = mjml('Hi {{ nme }}</mj-text>\n<mj-foo>');
    const refused = make({ bodies: [mail(wrong)] });
    expect(await refusal(refused)).toContain('bodies.0.mjml unknown_element');
    await expect(refused).rejects.toMatchObject({
      fields: expect.arrayContaining([
        expect.objectContaining({ message: expect.stringMatching(/^Line 3: .*mj-foo/) }),
      ]),
    });
    const preview = (bodies: unknown[]) =>
      previewTemplate({
        ctx: stage.ctx,
        input: PreviewTemplateRequest.parse({
          ...{ class: 'marketing', default_locale: 'en', variables: VARIABLES },
          bodies,
        }),
      });
    const { errors } = await preview([mail(wrong)]);
    expect(errors).toContainEqual(expect.objectContaining({ path: 'bodies.0.mjml', line: 3, code: 'unknown_element' }));
    const unknown = await preview([mail(mjml('a\nHi {{ nme }}'))]);
    expect(unknown.errors).toMatchObject([{ path: 'bodies.0.mjml', line: 3, code: 'unknown_variable' }]);
    const { renderings } = await preview([mail(mjml('<a href="http://shop.example">Hi {{ name }}</a>'))]);
    expect(renderings[0]?.text).toBe('Hi Ana (http://shop.example)');
    expect(renderings[0]?.mail?.link_domains).toEqual(['shop.example']);
    expect(renderings[0]?.mail?.checks.map(({ name, state }) => `${name} ${state}`)).toEqual([
      ...['size good', 'links warn', 'unsubscribe bad', 'images good', 'contrast good', 'text_part good'],
    ]);
    const long = await previewTemplate({
      ctx: stage.ctx,
      input: PreviewTemplateRequest.parse({
        ...{ class: 'transactional', default_locale: 'en', bodies: [mail(mjml(`${'x'.repeat(62_000)}{{ name }}`))] },
        variables: [{ name: 'name', type: 'text', sample: 'x'.repeat(1000) }],
      }),
    });
    expect(long.errors).toMatchObject([{ path: 'bodies.0.mjml', code: 'too_long' }]);
    expect(() =>
      PreviewTemplateRequest.parse({ class: 'otp', default_locale: 'en', bodies: [{ ...mail('a'), html: 'b' }] }),
    ).toThrow();
  });
});

describe('R-08 a change of a template while it is sent by', () => {
  it('leaves each message with the version it was written by', async () => {
    await approved();
    const first = await send(body());
    const content = TemplateContent.parse({
      variables: VARIABLES,
      bodies: [{ ...BODIES[0], text: 'New: {{ name }} {{ order }}' }],
    });
    await addTemplateVersion({ ctx: ctxOf('ana'), input: { key, content } });
    const during = await send(body());
    await move('submit', 2);
    await move('approve', 2);
    const after = await send(body());
    const told = await Promise.all(
      [first, during, after].map(({ id }) => getMessage({ ctx: stage.ctx, input: { id } })),
    );
    expect(told.map(({ template }) => template?.version)).toEqual([1, 1, 2]);
    expect(told.map((message) => (message.content as { text: string }).text)).toEqual([
      'Oi Ana, o pedido 7 vai a caminho.',
      'Oi Ana, o pedido 7 vai a caminho.',
      'New: Ana 7',
    ]);
    // A paused version gives way to the one before it.
    await move('pause', 2);
    expect((await getMessage({ ctx: stage.ctx, input: { id: (await send(body())).id } })).template?.version).toBe(1);
    await move('pause', 1);
    expect(await refusal(send(body()))).toEqual(['template.key not_approved']);
  });

  it('cannot change what a version says, whoever asks', async () => {
    await approved();
    const { sql } = stage.services.database;
    await expect(sql`update template_version set bodies = '[]'`).rejects.toThrow('never changes');
    await expect(sql`update template_version set variables = '[]'`).rejects.toThrow('never changes');
    expect((await getTemplateVersion({ ctx: stage.ctx, input: { key, version: 1 } })).bodies).toHaveLength(3);
  });
});

describe('approval', () => {
  it('lets live sends go by approved versions only, and the sandbox says that it goes by a draft', async () => {
    await make();
    expect(await refusal(send(body()))).toEqual(['template.key not_approved']);
    const sandbox = { ...stage.ctx, environment: 'sandbox' as const };
    const tried = await send(body(), sandbox);
    expect(tried.warnings?.map(({ code }) => code)).toContain('template_not_approved');
    await move('submit');
    expect(await refusal(send(body()))).toEqual(['template.key not_approved']);
    await move('approve');
    const { warnings = [] } = await send(body(), sandbox);
    expect(warnings.map(({ code }) => code)).not.toContain('template_not_approved');
    await send(body());
  });

  it('is by another person where the workspace says so, and never by a key', async () => {
    const { sql } = stage.services.database;
    await make();
    await move('submit', 1, 'ben');
    await sql`update workspace set second_person_for = '{templates}' where number = ${stage.ctx.workspace.number}`;
    expect(await refusal(move('approve', 1, 'ana'))).toEqual(['forbidden']);
    expect(await refusal(move('approve', 1, 'ben'))).toEqual(['forbidden']);
    expect(await refusal(move('approve', 1, 'machine', 'key'))).toEqual(['forbidden']);
    const { versions, live_version } = await move('approve', 1, 'cleo');
    expect(live_version).toBe(1);
    expect(versions[0]).toMatchObject({
      created: { name: 'ana' },
      submitted: { name: 'ben' },
      decided: { name: 'cleo' },
    });
    await move('pause', 1, 'ana');
    expect(await refusal(move('resume', 1, 'ana'))).toEqual(['forbidden']);
    await sql`update workspace set second_person_for = '{}' where number = ${stage.ctx.workspace.number}`;
    await move('resume', 1, 'ana');
  });

  it('goes from state to state in order, says why it refuses, and is written into the audit log', async () => {
    await make();
    expect(await refusal(move('approve'))).toEqual(['conflict']);
    await move('submit');
    expect(await refusal(move('submit'))).toEqual(['conflict']);
    const without = moveTemplate({ ctx: ctxOf('ben'), input: { key, version: 1, move: 'reject' } });
    expect(await refusal(without)).toEqual(['comment required']);
    const rejected = await move('reject', 1, 'ben');
    expect(rejected).toMatchObject({ state: 'rejected', live_version: null, versions: [{ comment: 'No.' }] });
    expect(await refusal(move('approve'))).toEqual(['conflict']);
    const { sql } = stage.services.database;
    const log = await sql<{ action: string }[]>`
      select action from audit_entry where object_name = ${key} order by seq`;
    expect(log.map(({ action }) => action)).toEqual(['template.created', 'template.submitted', 'template.rejected']);
  });

  it('stores one version for each of two people who save at once', async () => {
    await make();
    const content = TemplateContent.parse({ variables: VARIABLES, bodies: BODIES });
    await Promise.all(
      Array.from({ length: 5 }, () => addTemplateVersion({ ctx: ctxOf('ana'), input: { key, content } })),
    );
    const { versions } = await getTemplate({ ctx: stage.ctx, input: { key } });
    expect(versions.map(({ version }) => version)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(await refusal(make())).toEqual(['key taken']);
  });
});

describe('a body for India', () => {
  it('goes by the content template it names, though another would match too, and is stopped when it is not like it', async () => {
    await register(stage);
    const twin = '1107000000000000009';
    await save(stage, 'templates', {
      template_id: twin,
      name: 'Twin',
      kind: 'service_implicit',
      headers: ['ACMEIN'],
      text: 'Your order {#var#} is on its way. Acme',
    });
    const carriers = scriptCarriers();
    const worker = await openScripted(stage, carriers);
    const sms = (dlt_template_id: string, text = 'Your order {{ order }} is on its way. Acme') => ({
      variables: [VARIABLES[1]],
      bodies: [{ channel: 'sms', locale: 'en', text, dlt_template_id }],
    });
    const goes = async (number: string) => {
      const { id } = await send(body({ variables: { order: '4711' } }, { to: number, from: 'ACMEIN' }));
      const jobs = (await stage.jobs('transactional')).map((job) => LaneJob.parse(job.data));
      await worker.runLane('transactional', jobs);
      return id;
    };
    const sentTo = (to: string) =>
      carriers.submitted.map(({ request }) => request.submission as SmsSubmission).find((one) => one.to === to);
    try {
      for (const [index, id] of [ORDER, twin].entries()) {
        key = `india.${index}`;
        await approved(sms(id));
        const to = `+91987654321${index}`;
        await goes(to);
        await until('it is submitted', async () => sentTo(to) !== undefined);
        expect(sentTo(to)).toMatchObject({ dlt: { templateId: id } });
      }
      key = 'india.wrong';
      await approved(sms(ORDER, 'Your big order {{ order }} is on its way. Acme'));
      const id = await goes('+919876543219');
      const stopped = await getMessage({ ctx: stage.ctx, input: { id } });
      expect(stopped).toMatchObject({ state: 'suppressed', reason: { code: 'content.template_mismatch' } });
      key = 'india.unknown';
      expect(await refusal(make(sms('1107000000000000404')))).toEqual(['bodies.0.dlt_template_id unknown']);
    } finally {
      await worker.stop(100);
    }
  });
});
