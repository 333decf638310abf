import {
  DLT_ENTRIES,
  DltCheckRequest,
  type DltEntryKind,
  DltImportRequest,
  DltListInput,
  encodeId,
  LaneJob,
  type SignalboxError,
  type SmsSubmission,
  type TrafficClass,
} from '@signalbox/contracts';
import { readEvents } from '@signalbox/db';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
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
import { recordConsent } from '../policy/consents.ts';
import { previewRouting } from '../routing/preview.ts';
import { checkDlt } from './check.ts';
import { type DltEntries, listDltEntries, removeDltEntry, saveDltEntries } from './entries.ts';
import { listDltExpiring } from './expiring.ts';
import { importDltFile } from './import.ts';

const ENTITY = '1101000000000000001';
const ORDER = '1107000000000000001';
const SALE = '1107000000000000002';
const CODE = '1107000000000000003';
const RIGHT = 'Your order 4711 is on its way. Acme';
const DAY_MS = 86_400_000;

let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;
let serial = 0;

const save = async (kind: DltEntryKind, ...entries: object[]) => {
  const read = entries.map((entry) => DLT_ENTRIES[kind].parse({ entity_id: ENTITY, ...entry }));
  const stored = await saveDltEntries({ ctx: stage.ctx, input: { kind, entries: read } as DltEntries });
  await stage.services.config.refresh();
  return stored;
};

async function register(): Promise<void> {
  await save('entities', { name: 'Acme' });
  await save('headers', { header: 'ACMEIN' }, { header: 'ACMESL' });
  await save(
    'templates',
    {
      template_id: ORDER,
      name: 'Order',
      kind: 'service_implicit',
      headers: ['ACMEIN'],
      text: 'Your order {#numeric#} is on its way. Acme',
    },
    {
      template_id: SALE,
      name: 'Sale',
      kind: 'promotional',
      headers: ['ACMESL'],
      text: 'Acme sale: {#var#} off at {#url#}',
    },
    {
      template_id: CODE,
      name: 'Code',
      kind: 'service_implicit',
      headers: ['ACMEIN'],
      text: '{#var#} is your OTP. Acme',
      tags: ['numeric'],
    },
  );
  await save('calls_to_action', { type: 'static_url', value: 'https://acme.in/sale' });
}

beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('texts', 1, 1000);
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
const faultsOf = async (work: Promise<unknown>) => {
  const error = (await work.catch((thrown: unknown) => thrown)) as SignalboxError;
  return error.fields?.map(({ path, message }) => [path, message]);
};

describe('a text to India is checked before it is sent', () => {
  it('goes with its ids under its header, and the timeline says by which template', async () => {
    await register();
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
    await register();
    const [unnamed, shown] = [await send(RIGHT), await send(RIGHT, { from: 'VM-ACMEIN-S' })];
    for (const { to } of [unnamed, shown]) {
      await goes(to);
      expect(sentTo(to)[0]?.from).toBe('ACMEIN');
    }
  });

  it('is stopped with the reason, the place and the cure when an operator would refuse it', async () => {
    await register();
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
  ] as const)('stops %s', async (_what, text, more, reason) => {
    await register();
    const to = indian();
    await recordConsent({ ctx: stage.ctx, input: { address: to, channel: 'sms', state: 'granted', source: 'test' } });
    const { id } = await send(text, { ...more, to });
    expect(await endOf(id)).toMatchObject({ state: 'suppressed', reason });
    expect(sentTo(to)).toEqual([]);
  });

  it('lets an advertisement with a link of the whitelist go under its own header', async () => {
    await register();
    const to = indian();
    await recordConsent({ ctx: stage.ctx, input: { address: to, channel: 'sms', state: 'granted', source: 'test' } });
    await send('Acme sale: half off at https://acme.in/sale', { class: 'marketing', to });
    await goes(to);
    expect(sentTo(to)).toMatchObject([{ from: 'ACMESL', dlt: { templateId: SALE } }]);
  });

  it('asks nothing of texts to other countries, nor of a workspace without an entity', async () => {
    await register();
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
    await register();
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
    await save('chains', { ...chain, expires_on: '2020-01-31' });
    expect(await excludedAs()).toEqual(['dlt_no_chain']);
    await save('chains', chain);
    expect(await excludedAs()).not.toContain('dlt_no_chain');
    const { data } = await listDltEntries({ ctx: stage.ctx, input: DltListInput.parse({ kind: 'chains' }) });
    expect(data[0]?.hash).toBe('127530613b15515ad526a3440d9ef44a0e13a2dadd18c4cbebb9ce3ca1ed9437');
  });
});

describe('the registry', () => {
  it('stores each registration once: again the same changes nothing, and another word changes it', async () => {
    await register();
    const header = { header: 'ACMENW' };
    expect(await save('headers', header, header)).toEqual({ added: 1, changed: 0, unchanged: 0 });
    expect(await save('headers', header)).toEqual({ added: 0, changed: 0, unchanged: 1 });
    expect(await save('headers', { ...header, status: 'suspended' })).toEqual({ added: 0, changed: 1, unchanged: 0 });
    const { data } = await listDltEntries({
      ctx: stage.ctx,
      input: DltListInput.parse({ kind: 'headers', search: 'nw' }),
    });
    expect(data).toMatchObject([{ header: 'ACMENW', status: 'suspended', usable: false, version: 2 }]);
  });

  it('refuses a template that cannot be read and an entity that is not on file, and names each', async () => {
    await register();
    const template = {
      template_id: ORDER,
      name: 'Order',
      kind: 'service_implicit',
      headers: ['ACMEIN'],
      text: 'Dear {#name#}',
    };
    expect(await faultsOf(save('templates', template))).toEqual([
      ['entries.0.text', expect.stringContaining('“{#name#}” is no placeholder')],
    ]);
    expect(await faultsOf(save('headers', { header: 'ACMEIN', entity_id: '1101000000000000009' }))).toEqual([
      ['entries.0.entity_id', 'The entity 1101000000000000009 is not on file: add it first.'],
    ]);
  });

  it('removes a registration, and with an entity all that is under it', async () => {
    await register();
    const list = (kind: DltEntryKind) => listDltEntries({ ctx: stage.ctx, input: DltListInput.parse({ kind }) });
    const [header] = (await list('headers')).data;
    await removeDltEntry({ ctx: stage.ctx, input: { id: header?.id ?? '' } });
    expect((await list('headers')).data).toHaveLength(1);
    const [entity] = (await list('entities')).data;
    await removeDltEntry({ ctx: stage.ctx, input: { id: entity?.id ?? '' } });
    expect((await list('templates')).data).toEqual([]);
    await expect(removeDltEntry({ ctx: stage.ctx, input: { id: entity?.id ?? '' } })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('tells what soon counts no more, the soonest first, and counts the last day', async () => {
    await register();
    const day = (days: number) => new Date(Date.now() + 19_800_000 + days * DAY_MS).toISOString().slice(0, 10);
    await save(
      'headers',
      { header: 'ACMEIN', expires_on: day(20) },
      { header: 'ACMESL', expires_on: day(3) },
      { header: 'ACMEXX', expires_on: day(-1) },
    );
    const { data } = await listDltExpiring({ ctx: stage.ctx, input: { within_days: 30 } });
    expect(data.map(({ name, days_left }) => [name, days_left])).toEqual([
      ['ACMESL', 3],
      ['ACMEIN', 20],
    ]);
    const { data: sooner } = await listDltExpiring({ ctx: stage.ctx, input: { within_days: 3 } });
    expect(sooner.map(({ name }) => name)).toEqual(['ACMESL']);
  });
});

describe('the checker', () => {
  it('says what an operator would say and lays the likeliest templates against the text', async () => {
    await register();
    const check = (given: object) => checkDlt({ ctx: stage.ctx, input: DltCheckRequest.parse(given) });
    expect(await check({ text: RIGHT, from: 'ACMEIN' })).toMatchObject({
      passes: true,
      template_id: ORDER,
      shown_as: 'XX-ACMEIN-S',
      problem: null,
    });
    const wrong = await check({ text: 'Your big order 4711 is on its way. Acme' });
    expect(wrong).toMatchObject({ passes: false, problem: { code: 'text_mismatch', operator_code: '633' } });
    expect(wrong.candidates[0]).toMatchObject({
      template_id: ORDER,
      matches: false,
      marks: [{ kind: 'extra', found: 'big ' }],
    });
    const asked = await check({ text: RIGHT, template_id: SALE });
    expect(asked.candidates.map(({ template_id }) => template_id)).toEqual([SALE]);
  });
});

describe('the file of an operator', () => {
  const bring = (csv: string, more: object = {}) =>
    importDltFile({
      ctx: stage.ctx,
      input: DltImportRequest.parse({ kind: 'templates', entity_id: ENTITY, csv, ...more }),
    });
  const FILE = [
    'Template ID,Template Name,Template Type,Header,Template Content,Status,Expiry Date,Remarks',
    '1107000000000000011,Paid,Service-Implicit,ACMEIN,"We got Rs.{#numeric#}, thank you. Acme",Approved,31-12-2030,x',
    '1107000000000000012,Sale two,Promotional,"ACMESL,ACMEIN",Acme sale until {#var#},Active,,',
    '1107000000000000013,Wrong,Service,ACMEIN,Dear {#name#},Approved,,',
    '12,Short,Sermon,ACMEIN,Dear {#var#} of Acme,Approved,soon,',
  ].join('\n');

  it('is read and judged first; what is wrong comes back as a file with the reason beside each row', async () => {
    await register();
    const seen = await bring(FILE);
    expect(seen).toMatchObject({ rows: 4, right: 2, stored: null });
    expect(seen.columns.find(({ column }) => column === 'Remarks')?.field).toBeNull();
    expect(seen.faults.map(({ line, column }) => [line, column])).toEqual([
      [4, 'text'],
      [5, 'Template Type'],
      [5, 'Expiry Date'],
      [5, 'Template ID'],
    ]);
    expect(seen.error_csv?.split('\n')).toHaveLength(4);
    expect(seen.error_csv).toContain('“Sermon” is no kind of template that is known');
    const { data } = await listDltEntries({ ctx: stage.ctx, input: DltListInput.parse({ kind: 'templates' }) });
    expect(data).toHaveLength(3);
  });

  it('with a faulty row stores nothing, unless those are left out', async () => {
    await register();
    expect((await faultsOf(bring(FILE, { dry_run: false })))?.[0]?.[1]).toContain('Line 4');
    expect((await bring(FILE, { dry_run: false, skip_faulty: true })).stored).toEqual({
      added: 2,
      changed: 0,
      unchanged: 0,
    });
    expect((await bring(FILE, { dry_run: false, skip_faulty: true })).stored).toEqual({
      added: 0,
      changed: 0,
      unchanged: 2,
    });
    await stage.services.config.refresh();
    const { to } = await send('We got Rs.500, thank you. Acme');
    await goes(to);
    expect(sentTo(to)[0]?.dlt?.templateId).toBe('1107000000000000011');
  });

  it('mended, the file of what was wrong can be brought again', async () => {
    await register();
    const { error_csv } = await bring(FILE);
    const mended = (error_csv ?? '').replace('{#name#}', '{#var#}').split('\n').slice(0, 2).join('\n');
    expect((await bring(mended, { dry_run: false })).stored).toEqual({ added: 1, changed: 0, unchanged: 0 });
  });

  it('takes 2,000 templates in one go, and refuses what is no such file', async () => {
    await register();
    const rows = Array.from(
      { length: 2000 },
      (_, row) =>
        `11070000000001${String(row).padStart(5, '0')};N${row};SI;ACMEIN;Shop ${row} says {#var#} to you. Acme;Approved`,
    );
    const csv = ['\ufeffTEMPLATE_ID;TEMPLATE_NAME;TYPE;HEADER;CONTENT;STATUS', ...rows].join('\r\n');
    expect((await bring(csv, { dry_run: false })).stored).toEqual({ added: 2000, changed: 0, unchanged: 0 });
    expect(await faultsOf(bring('a,b\n1,2'))).toEqual([
      ['csv', expect.stringContaining('The file has no column for template_id')],
    ]);
    expect(await faultsOf(bring('Template ID,Type,Header,Content'))).toEqual([
      ['csv', 'The file has no row below its line of column names.'],
    ]);
  });
});
