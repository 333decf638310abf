import {
  DltCheckRequest,
  type DltEntryKind,
  DltImportRequest,
  DltListInput,
  type SignalboxError,
} from '@signalbox/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { checkDlt } from './check.ts';
import { listDltEntries, removeDltEntry } from './entries.ts';
import { listDltExpiring } from './expiring.ts';
import { importDltFile } from './import.ts';
import { ENTITY, ORDER, RIGHT, register, SALE, save } from './testing.ts';

const DAY_MS = 86_400_000;

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterEach(async () => {
  await stage.services.database.sql`delete from dlt_entity`;
  await stage.services.config.refresh();
});
afterAll(() => stage.end());

const faultsOf = async (work: Promise<unknown>) => {
  const error = (await work.catch((thrown: unknown) => thrown)) as SignalboxError;
  return error.fields?.map(({ path, message }) => [path, message]);
};

describe('the registry', () => {
  it('stores each registration once: again the same changes nothing, and another word changes it', async () => {
    await register(stage);
    const header = { header: 'ACMENW' };
    expect(await save(stage, 'headers', header, header)).toEqual({ added: 1, changed: 0, unchanged: 0 });
    expect(await save(stage, 'headers', header)).toEqual({ added: 0, changed: 0, unchanged: 1 });
    expect(await save(stage, 'headers', { ...header, status: 'suspended' })).toEqual({
      added: 0,
      changed: 1,
      unchanged: 0,
    });
    const { data } = await listDltEntries({
      ctx: stage.ctx,
      input: DltListInput.parse({ kind: 'headers', search: 'nw' }),
    });
    expect(data).toMatchObject([{ header: 'ACMENW', status: 'suspended', usable: false, version: 2 }]);
  });

  it('refuses a template that cannot be read and an entity that is not on file, and names each', async () => {
    await register(stage);
    const template = {
      template_id: ORDER,
      name: 'Order',
      kind: 'service_implicit',
      headers: ['ACMEIN'],
      text: 'Dear {#name#}',
    };
    expect(await faultsOf(save(stage, 'templates', template))).toEqual([
      ['entries.0.text', expect.stringContaining('“{#name#}” is no placeholder')],
    ]);
    expect(await faultsOf(save(stage, 'headers', { header: 'ACMEIN', entity_id: '1101000000000000009' }))).toEqual([
      ['entries.0.entity_id', 'The entity 1101000000000000009 is not on file: add it first.'],
    ]);
  });

  it('removes a registration, and with an entity all that is under it', async () => {
    await register(stage);
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
    await register(stage);
    const day = (days: number) => new Date(Date.now() + 19_800_000 + days * DAY_MS).toISOString().slice(0, 10);
    await save(
      stage,
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
    await register(stage);
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
    await register(stage);
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
    await register(stage);
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
    const judged = await checkDlt({
      ctx: stage.ctx,
      input: DltCheckRequest.parse({ text: 'We got Rs.500, thank you. Acme' }),
    });
    expect(judged).toMatchObject({ passes: true, template_id: '1107000000000000011' });
  });

  it('mended, the file of what was wrong can be brought again', async () => {
    await register(stage);
    const { error_csv } = await bring(FILE);
    const mended = (error_csv ?? '').replace('{#name#}', '{#var#}').split('\n').slice(0, 2).join('\n');
    expect((await bring(mended, { dry_run: false })).stored).toEqual({ added: 1, changed: 0, unchanged: 0 });
  });

  it('takes 2,000 templates in one go, and refuses what is no such file', async () => {
    await register(stage);
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
