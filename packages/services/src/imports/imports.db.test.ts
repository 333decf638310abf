import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { decodeId, IMPORT_QUEUE, ImportJob, type ImportView, type StartImportRequest } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listConsents, recordConsent } from '../consent/record.ts';
import { verifyConsents } from '../consent/verify.ts';
import { type Stage, setStage, until } from '../dispatch/testing.ts';
import { createList, getList, listMembersOf } from '../lists/lists.ts';
import { keepHouse } from '../upkeep/keep-house.ts';
import { addImportPartTo } from './add-part.ts';
import { cancelImport } from './cancel-import.ts';
import { createImport } from './create-import.ts';
import { getImport, readRefusedRows } from './list-imports.ts';
import { readImportPreview } from './read-preview.ts';
import { runImport } from './run-import.ts';
import { startImport } from './start-import.ts';
import { undoImport } from './undo-import.ts';

let stage: Stage;
let names = 0;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.end());

const db = () => stage.services.database.sql;
const makeList = (channel: 'sms' | 'email' = 'sms') => {
  names += 1;
  return createList({
    ctx: stage.ctx,
    input: {
      ...{ name: `Imported ${names}`, channel, purpose: 'marketing', topic: `imports-${names}`, opt_in: 'double' },
      ...{ confirm_within_hours: 72, wordings: { en: { text: 'Yes', version: '1' } } },
    },
  });
};
const put = (id: string, at: number, bytes: Uint8Array) =>
  addImportPartTo({ ctx: stage.ctx, input: { id, at, data: Buffer.from(bytes).toString('base64') } });

/** Begins an import with a file, in parts of some size. */
async function upload(list: string, file: string | Buffer, partBytes = 1024 * 1024): Promise<string> {
  const bytes = Buffer.from(file as string);
  const { id } = await createImport({
    ctx: stage.ctx,
    input: { list_id: list, file_name: 'people.csv', size: bytes.length },
  });
  for (let at = 0; at < bytes.length; at += partBytes) await put(id, at, bytes.subarray(at, at + partBytes));
  return id;
}
const RULES = {
  source: 'shop',
  reference: 'ticket 812',
  duplicates: 'keep',
  given_at: '2026-10-01T00:00:00Z',
} as const;
const start = (id: string, more: Partial<StartImportRequest> = {}) =>
  startImport({ ctx: stage.ctx, input: { id, ...RULES, dry_run: false, ...more } });
const takeJob = async (): Promise<ImportJob> => {
  const [row] = await db()<{ data: unknown }[]>`
    delete from pgboss.job where name = ${IMPORT_QUEUE.name} returning data`;
  return ImportJob.parse(row?.data);
};
const work = async () => runImport({ ctx: { services: stage.services }, input: await takeJob() });
const see = (id: string): Promise<ImportView> => getImport({ ctx: stage.ctx, input: { id } });
const bring = async (list: string, file: string | Buffer, more: Partial<StartImportRequest> = {}) => {
  const id = await upload(list, file);
  await start(id, more);
  await work();
  return see(id);
};
const errorsOf = async (id: string): Promise<string> => {
  let csv = '';
  for (let cursor: string | undefined | null; cursor !== null; ) {
    const piece = await readRefusedRows({ ctx: stage.ctx, input: { id, cursor } });
    csv += piece.csv;
    cursor = piece.next_cursor;
  }
  return csv;
};
const totalOf = ({ counts }: ImportView) => Object.values(counts).reduce((sum, count) => sum + count, 0);
const intact = async () => expect(await verifyConsents({ ctx: stage.ctx, input: {} })).toMatchObject({ intact: true });
const number = (n: number) => `+5255${String(10_000_000 + n)}`;
const confirmed = async (list: string) => (await getList({ ctx: stage.ctx, input: { id: list } })).members.confirmed;

describe('a file of people', () => {
  test('is looked at, checked and stored; every row is counted once, numbers are read as the country writes them', async () => {
    const list = await makeList();
    const rows = [
      'Name;Mobile;Since when',
      'Ana;55 1000 0001;2026-10-02',
      'Ben;(55) 1000-0002;2026-10-02',
      'Cy;+52 55 1000 0003;2026-10-02',
      'Di;5510000001;2026-10-02',
      'Ed;12;2026-10-02',
      'Flo;5510000004;yesterday',
      'Gus;0052 55 1000 0005;2026-10-02',
    ];
    const id = await upload(list.id, `\ufeff${rows.join('\r\n')}\r\n`, 50);
    const seen = await readImportPreview({ ctx: stage.ctx, input: { id } });
    expect(seen).toMatchObject({ encoding: 'utf-8', delimiter: ';', remembered: false });
    expect(seen.columns.map(({ field }) => field)).toEqual([null, 'address', null]);
    await expect(start(id, { columns: [null, null, 'given_at'] })).rejects.toMatchObject({
      fields: [{ path: 'columns', code: 'address_missing' }],
    });
    const columns = [null, 'address', 'given_at'] as const;
    await start(id, { columns: [...columns], country: 'MX', dry_run: true });
    await work();
    expect(await see(id)).toMatchObject({
      state: 'checked',
      rows: 7,
      fixed: 4,
      counts: { added: 4, repeated: 1, refused: 2 },
    });
    expect(await confirmed(list.id)).toBe(0);
    await start(id, { columns: [...columns], country: 'MX' });
    await work();
    const done = await see(id);
    expect(done).toMatchObject({
      state: 'done',
      rows: 7,
      bytes_read: done.bytes,
      counts: { added: 4, repeated: 1, refused: 2 },
    });
    expect(totalOf(done)).toBe(7);
    expect(done.reasons.map(({ code }) => code).sort()).toEqual(['given_at_unreadable', 'number_too_short']);
    expect(await confirmed(list.id)).toBe(4);
    const [entry] = (await listConsents({ ctx: stage.ctx, input: { address: '+525510000005' } })).data;
    expect(entry).toMatchObject({
      ...{ state: 'granted', source: 'shop', at: '2026-10-02T00:00:00.000Z', list_id: list.id },
      proof: { file: 'ticket 812', import: id },
    });
    await intact();
    // The next file with these columns is read as this one was.
    const again = await upload(list.id, rows.slice(0, 2).join('\n'));
    expect(await readImportPreview({ ctx: stage.ctx, input: { id: again } })).toMatchObject({
      remembered: true,
      columns: columns.map((field) => ({ field })),
    });
  });

  test('B-03: is read as programs write it: byte order mark, semicolons, quotes across lines, mixed line ends, a second head', async () => {
    const list = await makeList('email');
    const file = [
      '\ufeffE-Mail;Given At;Reference',
      '"rosa@example.com";2026-10-01;"paper\nform; 7"',
      'Head@Example.com;2026-10-02T08:00:00+02:00;',
      'E-Mail;Given At;Reference',
      '',
      'rosa@EXAMPLE.com;2026-10-03;twice\n',
    ].join('\r\n');
    expect(await bring(list.id, file)).toMatchObject({ rows: 3, counts: { added: 2, repeated: 1, refused: 0 } });
    const entryOf = async (address: string) => (await listConsents({ ctx: stage.ctx, input: { address } })).data[0];
    expect(await entryOf('rosa@example.com')).toMatchObject({
      ...{ at: '2026-10-01T00:00:00.000Z', source: 'shop' },
      proof: { file: 'ticket 812', reference: 'paper\nform; 7' },
    });
    expect(await entryOf('head@example.com')).toMatchObject({ at: '2026-10-02T06:00:00.000Z' });
  });

  test('of thousands fills pages of people without a gap', async () => {
    const list = await makeList('email');
    const rows = Array.from({ length: 2500 }, (_, n) => `bulk-${n}@example.com`);
    expect((await bring(list.id, `email\n${rows.join('\n')}`)).counts).toMatchObject({ added: 2500 });
    const seen = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await listMembersOf({ ctx: stage.ctx, input: { id: list.id, limit: 1000, cursor } });
      for (const { address } of page.data) seen.add(address);
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen.size).toBe(2500);
    await intact();
  });

  test('gives its refused rows back with the reason; mended, that file is brought again', async () => {
    const list = await makeList();
    const first = await bring(list.id, 'name,phone\nAna,+52 55 1111 0001\n=Ben,12\n"Cy, Jr",+525511110003\n');
    expect(first.counts).toMatchObject({ added: 2, refused: 1 });
    const csv = await errorsOf(first.id);
    expect(csv.split('\n').slice(0, 2)).toEqual([
      'name,phone,what_is_wrong',
      expect.stringMatching(/^'=Ben,12,"?phone: /),
    ]);
    const still = await bring(list.id, csv);
    expect(await errorsOf(still.id)).toBe(csv);
    const mended = await bring(list.id, csv.replace(',12,', ",'+525511110002,"));
    expect(mended.counts).toMatchObject({ added: 1, refused: 0 });
    expect(await confirmed(list.id)).toBe(3);
  });

  test('the same people again are known; renewed, the newer consent is added; who withdrew later stays out', async () => {
    const list = await makeList('email');
    const people = (day: string) =>
      `email,given_at\nana@example.com,${day}\nben@example.com,${day}\nANA@example.com,${day}\n`;
    expect((await bring(list.id, people('2026-10-01'))).counts).toMatchObject({ added: 2, repeated: 1 });
    expect((await bring(list.id, people('2026-10-05'))).counts).toMatchObject({ known: 2, repeated: 1, added: 0 });
    expect((await bring(list.id, people('2026-10-05'), { duplicates: 'renew' })).counts).toMatchObject({ added: 2 });
    await recordConsent({
      ctx: stage.ctx,
      input: {
        address: 'ben@example.com',
        channel: 'email',
        state: 'withdrawn',
        source: 'call',
        topic: list.topic ?? '',
      },
    });
    const after = await bring(list.id, people('2026-10-07'));
    expect(after.counts).toMatchObject({ known: 1, withdrawn_since: 1, repeated: 1 });
    expect(await confirmed(list.id)).toBe(1);
    await intact();
  });

  test('UTF-16 and the old western encoding are read; a file that changes its encoding fails with the line', async () => {
    const list = await makeList('email');
    const text = 'email,reference\nmia@example.com,Niño\nnoa@example.com,Über\n';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    expect((await bring(list.id, utf16)).counts).toMatchObject({ added: 2 });
    const [entry] = (await listConsents({ ctx: stage.ctx, input: { address: 'noa@example.com' } })).data;
    expect(entry?.proof).toMatchObject({ reference: 'Über' });
    const other = await makeList('email');
    expect((await bring(other.id, Buffer.from(text, 'latin1'))).counts).toMatchObject({ added: 2 });
    const broken = Buffer.concat([
      Buffer.alloc(2 * 1024 * 1024, 'email\npia@example.com\n'),
      Buffer.from([0xff, 0xff, 0x0a]),
    ]);
    expect(await bring(other.id, broken)).toMatchObject({ state: 'failed', failure: expect.stringContaining('UTF-8') });
  });
});

describe('A-09: an import bomb is refused when it comes, with the row and the cure', () => {
  const refusalOf = async (file: Buffer, partBytes = 1024 * 1024): Promise<string> => {
    const list = await makeList();
    const error = await upload(list.id, file, partBytes).then(
      () => undefined,
      (thrown) => thrown,
    );
    const [row] = await db()<
      { bytes: number }[]
    >`select coalesce(sum(length(bytes)), 0)::int as bytes from contact_import_part`;
    expect(row?.bytes).toBeLessThan(64 * 1024 * 1024);
    return error?.fields?.[0]?.message ?? '';
  };
  test('ten million columns', async () => {
    expect(
      await refusalOf(Buffer.concat([Buffer.from('phone\n+525512345678\n'), Buffer.alloc(10_000_000, ',')])),
    ).toMatch(/^Row 3 has more than 500 columns/);
  });
  test('a cell without an end', async () => {
    const head = Buffer.from('phone,name\n+525512345678,Ana\n+525512345679,"');
    expect(await refusalOf(Buffer.concat([head, Buffer.alloc(2_000_000, 'x\n')]))).toMatch(
      /^Row 3 has a cell of more than 64 KiB: most likely a quotation mark/,
    );
  });
  test.each([
    ['a ZIP or a workbook', Buffer.from('PK\u0003\u0004aaaa'), /unpack it/],
    ['a file packed with gzip', Buffer.from([0x1f, 0x8b, 8, 0]), /unpack it/],
  ])('%s', async (_what, file, says) => {
    expect(await refusalOf(file)).toMatch(says);
  });
  test('a part out of its order, and one too large; one that was sent is taken again', async () => {
    const list = await makeList();
    const { id } = await createImport({ ctx: stage.ctx, input: { list_id: list.id, file_name: 'x.csv' } });
    await put(id, 0, Buffer.from('phone\n'));
    expect((await put(id, 0, Buffer.from('phone\n'))).bytes).toBe(6);
    await expect(put(id, 7, Buffer.from('x'))).rejects.toMatchObject({
      fields: [{ path: 'at', code: 'out_of_order' }],
    });
    const short = await createImport({ ctx: stage.ctx, input: { list_id: list.id, file_name: 'x.csv', size: 8 } });
    await put(short.id, 0, Buffer.from('phone\n'));
    await expect(start(short.id)).rejects.toMatchObject({ code: 'conflict' });
    await expect(put(short.id, 6, Buffer.from('123'))).rejects.toMatchObject({ fields: [{ code: 'too_large' }] });
    await expect(put(id, 6, Buffer.alloc(2 * 1024 * 1024 + 1))).rejects.toMatchObject({
      fields: [{ code: 'too_large' }],
    });
  });
});

describe('a worker that dies', () => {
  const ROWS = 30_000;
  const file = () => `phone\n${Array.from({ length: ROWS }, (_, n) => number(n)).join('\n')}\n`;
  const CHILD = fileURLToPath(new URL('./importer.case.ts', import.meta.url));

  test('is gone on after: every row is stored once, the counts add up and the chain fits', async () => {
    const list = await makeList();
    const id = await upload(list.id, file());
    await start(id);
    const job = await takeJob();
    const child = fork(CHILD, [stage.database.url, JSON.stringify(job)], { stdio: 'ignore' });
    await until('some steps are stored', async () => (await see(id)).rows >= 4000);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const broken = await see(id);
    expect(broken).toMatchObject({ state: 'running' });
    expect(broken.rows).toBeLessThan(ROWS);
    // Two go on at once: one of them finds that it is not alone, and stores nothing.
    const goOn = () => runImport({ ctx: { services: stage.services }, input: job });
    await Promise.all([goOn(), goOn()]);
    await goOn();
    const done = await see(id);
    expect(done).toMatchObject({ state: 'done', rows: ROWS, counts: { added: ROWS, repeated: 0, refused: 0 } });
    expect(await confirmed(list.id)).toBe(ROWS);
    await intact();
  }, 60_000);

  test('one that is stopped keeps what it stored, which can be undone; what came after or before stays', async () => {
    const list = await makeList();
    const before = number(7);
    await recordConsent({
      ctx: stage.ctx,
      input: { address: before, channel: 'sms', state: 'granted', source: 'form', topic: list.topic ?? '' },
    });
    const id = await upload(list.id, file());
    await start(id);
    const job = await takeJob();
    const running = runImport({ ctx: { services: stage.services }, input: job });
    await until('a step is stored', async () => (await see(id)).rows > 0);
    await cancelImport({ ctx: stage.ctx, input: { id } });
    await running;
    const stopped = await see(id);
    expect(stopped.state).toBe('canceled');
    expect(stopped.rows).toBeLessThan(ROWS);
    expect(await confirmed(list.id)).toBe(stopped.counts.added);
    const touched = number(3);
    await recordConsent({
      ctx: stage.ctx,
      input: { address: touched, channel: 'sms', state: 'granted', source: 'form', topic: list.topic ?? '' },
    });
    await undoImport({ ctx: stage.ctx, input: { id } });
    await work();
    expect(await see(id)).toMatchObject({ state: 'undone', undone: { withdrawn: stopped.counts.added - 2, left: 2 } });
    const stateOf = async (address: string) => (await listConsents({ ctx: stage.ctx, input: { address } })).data[0];
    expect(await stateOf(number(1))).toMatchObject({
      state: 'withdrawn',
      source: 'import undone',
      proof: { import: id },
    });
    expect(await stateOf(touched)).toMatchObject({ state: 'granted', source: 'form' });
    expect(await stateOf(before)).toMatchObject({ state: 'granted' });
    // Who had agreed before is not on the list any more; who said yes after the import is.
    expect(await confirmed(list.id)).toBe(1);
    await intact();
    await expect(undoImport({ ctx: stage.ctx, input: { id } })).rejects.toMatchObject({ code: 'conflict' });
  }, 60_000);

  test('an undo puts who was on the list before back under the consent of then', async () => {
    const list = await makeList('email');
    const file = 'email\nuna@example.com\nvic@example.com\n';
    await bring(list.id, file);
    const [first] = (await listConsents({ ctx: stage.ctx, input: { address: 'una@example.com' } })).data;
    const { id, counts } = await bring(list.id, `${file}wim@example.com\n`, {
      ...{ duplicates: 'renew', given_at: '2026-10-09T00:00:00Z', source: 'fair' },
    });
    expect(counts).toMatchObject({ added: 3 });
    await undoImport({ ctx: stage.ctx, input: { id } });
    await work();
    expect(await see(id)).toMatchObject({ state: 'undone', undone: { withdrawn: 1, left: 2 } });
    const { data } = await listMembersOf({ ctx: stage.ctx, input: { id: list.id, limit: 10 } });
    expect(data.map(({ address, state, source }) => [address, state, source])).toEqual([
      ['una@example.com', 'confirmed', 'shop'],
      ['vic@example.com', 'confirmed', 'shop'],
      ['wim@example.com', 'withdrawn', 'fair'],
    ]);
    expect(data[0]?.consent_id).toBe(first?.id);
  });

  test('the file and the refused rows are dropped a day later, and nothing can be undone then', async () => {
    const list = await makeList();
    const { id } = await bring(list.id, 'phone\n12\n+525512349999\n');
    await db()`update contact_import set created_at = now() - interval '3 days', started_at = now() - interval '3 days',
      finished_at = now() - interval '25 hours' where id = ${decodeId('contactImport', id) ?? ''}`;
    await expect(undoImport({ ctx: stage.ctx, input: { id } })).rejects.toMatchObject({ code: 'conflict' });
    await keepHouse({ ctx: { services: stage.services }, input: { keepDays: 30 } });
    expect(await errorsOf(id)).toBe('');
    const kept = await db()`select 1 from contact_import_part where import = ${decodeId('contactImport', id) ?? ''}`;
    expect(kept).toEqual([]);
    expect(await see(id)).toMatchObject({ undo_until: null, counts: { added: 1, refused: 1 } });
  });
});
