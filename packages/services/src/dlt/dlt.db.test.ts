import { DltListInput, encodeId, LaneJob, type SmsSubmission, type TrafficClass } from '@signalbox/contracts';
import { putLegalAnswer, readEvents } from '@signalbox/db';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { recordConsent } from '../consent/record.ts';
import type { Worker } from '../dispatch/open-worker.ts';
import {
  openScripted,
  type ScriptedCarriers,
  type Stage,
  scriptCarriers,
  setStage,
  until,
} from '../dispatch/testing.ts';
import { readTimeline } from '../messages/timeline.ts';
import { previewRouting } from '../routing/preview.ts';
import { start } from '../verifications/testing.ts';
import { listDltEntries } from './entries.ts';
import { CODE, ENTITY, ORDER, RIGHT, register, SALE, save } from './testing.ts';

let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;
let serial = 0;

beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('texts', 1, 1000);
  const { sql } = stage.services.database;
  const { number: workspace } = stage.ctx.workspace;
  // Advertisements go here at any hour of the day.
  await putLegalAnswer(sql, { workspace, rule: 'IN.hours', reading: 'none', exceptions: [], note: 'For the test.' });
  carriers = scriptCarriers();
  worker = await openScripted(stage, carriers);
});
afterEach(async () => {
  const { sql } = stage.services.database;
  await sql`delete from dlt_entity`;
  await sql`update provider set protocol = 'loopback', settings = settings - 'dlt'`;
  await stage.services.config.refresh();
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

const indian = () => {
  serial += 1;
  return `+9198765${String(serial).padStart(5, '0')}`;
};
const endOf = async (id: string) => (await readEvents(stage.services.database.sql, [id]))[0];
const sentTo = (to: string) =>
  carriers.submitted.flatMap(({ request: { submission } }) =>
    submission.to === to ? [submission as SmsSubmission] : [],
  );
const timelineOf = (id: string) => readTimeline({ ctx: stage.ctx, input: { id: encodeId('message', id) } });

async function send(text: string, more: { class?: TrafficClass; from?: string; to?: string } = {}) {
  const { class: lane = 'transactional', to = indian(), ...rest } = more;
  const id = await stage.accept(lane, to, { content: { text }, ...rest });
  await worker.runLane(
    lane,
    (await stage.jobs(lane)).map((job) => LaneJob.parse(job.data)),
  );
  return { id, to };
}
const goes = (to: string) => until(`something for ${to} is submitted`, async () => sentTo(to).length > 0);

describe('a text to India is checked before it is sent', () => {
  it('goes with its ids under its header, and the timeline says by which template', async () => {
    await register(stage);
    const { id, to } = await send(RIGHT, { from: 'ACMEIN' });
    await goes(to);
    expect(sentTo(to)).toMatchObject([
      { from: 'ACMEIN', dlt: { entityId: ENTITY, templateId: ORDER, chainIds: [], chainHash: null } },
    ]);
    const told = await timelineOf(id);
    expect(told.replayed).toBe(true);
    expect(told.data.find(({ kind }) => kind === 'dlt')).toMatchObject({
      result: 'pass',
      text: 'The text is that of the template “Order” under the header ACMEIN; the ids travel with it.',
      facts: { entity_id: ENTITY, template_id: ORDER },
    });
  });

  it('takes the header of the template when the message names no sender, and takes off what operators add', async () => {
    await register(stage);
    const [unnamed, shown] = [await send(RIGHT), await send(RIGHT, { from: 'VM-ACMEIN-S' })];
    for (const { to } of [unnamed, shown]) {
      await goes(to);
      expect(sentTo(to)[0]?.from).toBe('ACMEIN');
    }
  });

  it('is stopped with the reason, the place and the cure when an operator would refuse it', async () => {
    await register(stage);
    const { id, to } = await send('Your big order 4711 is on its way. Acme');
    expect(await endOf(id)).toMatchObject({ state: 'suppressed', reason: 'content.template_mismatch' });
    expect(sentTo(to)).toEqual([]);
    const told = await timelineOf(id);
    expect(told.replayed).toBe(true);
    expect(told.data.find(({ kind }) => kind === 'dlt')).toMatchObject({
      result: 'fail',
      code: 'content.template_mismatch',
      text: 'Stopped: an operator in India would refuse the text with code 633. Take out “big ”.',
      facts: { problem: 'text_mismatch', mark: 'extra', found: 'big ', start: 5, end: 9, cure: 'Take out “big ”.' },
    });
  });

  it.each([
    ['a header nobody has', RIGHT, { from: 'OTHERS' }, 'sender.not_registered'],
    ['a header that is not linked', RIGHT, { from: 'ACMESL' }, 'content.template_mismatch'],
    ['an advertisement by a service template', RIGHT, { class: 'marketing' }, 'content.template_mismatch'],
    [
      'a link that is not on the whitelist',
      'Acme sale: half off at https://acme.in/other',
      { class: 'marketing' },
      'content.url_not_allowed',
    ],
    [
      'A-12: a link that hides in a variable of the template',
      'Acme sale: evil.in off at https://acme.in/sale',
      { class: 'marketing' },
      'content.url_not_allowed',
    ],
  ] as const)('stops %s', async (_what, text, more, reason) => {
    await register(stage);
    const to = indian();
    await recordConsent({ ctx: stage.ctx, input: { address: to, channel: 'sms', state: 'granted', source: 'test' } });
    const { id } = await send(text, { ...more, to });
    expect(await endOf(id)).toMatchObject({ state: 'suppressed', reason });
    expect(sentTo(to)).toEqual([]);
  });

  it('lets an advertisement with a link of the whitelist go under its own header', async () => {
    await register(stage);
    const to = indian();
    await recordConsent({ ctx: stage.ctx, input: { address: to, channel: 'sms', state: 'granted', source: 'test' } });
    await send('Acme sale: half off at https://acme.in/sale', { class: 'marketing', to });
    await goes(to);
    expect(sentTo(to)).toMatchObject([{ from: 'ACMESL', dlt: { templateId: SALE } }]);
  });

  it('is judged in a preview that has a text, and in no preview without one', async () => {
    await register(stage);
    const preview = (more: object) =>
      previewRouting({ ctx: stage.ctx, input: { to: indian(), channel: 'sms', class: 'transactional', ...more } });
    expect((await preview({})).reason).toBeNull();
    expect((await preview({ content: { text: RIGHT } })).reason).toBeNull();
    expect(await preview({ content: { text: 'something else' } })).toMatchObject({
      state: 'suppressed',
      reason: { code: 'content.template_mismatch' },
    });
  });

  it('is judged by what a code really says, not by its mask', async () => {
    await register(stage);
    const text = '{#numeric#} is your Acme code. It expires in {#numeric#} min. Do not share it.';
    await save(stage, 'templates', {
      template_id: CODE,
      name: 'Code',
      kind: 'service_implicit',
      headers: ['ACMEIN'],
      text,
    });
    const to = indian();
    await start(stage, to, { app_name: 'Acme' });
    await worker.runLane(
      'otp',
      (await stage.jobs('otp')).map((job) => LaneJob.parse(job.data)),
    );
    await goes(to);
    expect(sentTo(to)).toMatchObject([{ from: 'ACMEIN', dlt: { templateId: CODE } }]);
  });

  it('asks nothing of texts to other countries, nor of a workspace without an entity', async () => {
    await register(stage);
    const abroad = await send('anything', { to: '+447911000001' });
    await goes(abroad.to);
    expect(sentTo(abroad.to)[0]?.dlt).toBeUndefined();
    await stage.services.database.sql`delete from dlt_entity`;
    await stage.services.config.refresh();
    const free = await send('anything');
    await goes(free.to);
    expect((await timelineOf(free.id)).data.some(({ kind }) => kind === 'dlt')).toBe(false);
  });

  it('goes only by routes whose provider passes the ids on, with a chain where it wants one', async () => {
    await register(stage);
    const { sql } = stage.services.database;
    const setDlt = async (dlt: string) => {
      await sql`update provider set protocol = 'smpp', settings = settings || ${sql.json({ dlt })}`;
      await stage.services.config.refresh();
    };
    const excludedAs = async () => {
      const input = { to: indian(), channel: 'sms', class: 'transactional', content: { text: RIGHT } };
      const { candidates } = await previewRouting({ ctx: stage.ctx, input });
      return candidates.map(({ excluded }) => excluded);
    };
    await setDlt('off');
    expect(await excludedAs()).toEqual(['dlt_off']);
    await setDlt('hash');
    expect(await excludedAs()).toEqual(['dlt_no_chain']);
    const [provider] = await sql<{ id: string }[]>`select id from provider`;
    const chain = {
      provider_id: encodeId('provider', provider?.id ?? ''),
      telemarketer_ids: ['1202000000000000002', '1302000000000000003'],
    };
    await save(stage, 'chains', { ...chain, expires_on: '2020-01-31' });
    expect(await excludedAs()).toEqual(['dlt_no_chain']);
    await save(stage, 'chains', chain);
    expect(await excludedAs()).not.toContain('dlt_no_chain');
    const { data } = await listDltEntries({ ctx: stage.ctx, input: DltListInput.parse({ kind: 'chains' }) });
    expect(data[0]?.hash).toBe('127530613b15515ad526a3440d9ef44a0e13a2dadd18c4cbebb9ce3ca1ed9437');
  });
});
