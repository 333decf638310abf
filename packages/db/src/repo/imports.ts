import type { Channel, Environment, ImportState } from '@signalbox/contracts';
import type { SqlRunner } from '../connection.ts';

/** The import of a file of people. Documents are as they were stored; times are milliseconds since 1970. */
export interface ImportRow {
  id: string;
  environment: Environment;
  list: string;
  listName: string;
  channel: Channel;
  fileName: string;
  state: ImportState;
  /** How large the file is, where it was told. */
  size: number | null;
  bytes: number;
  encoding: string | null;
  delimiter: string | null;
  scan: unknown;
  headerKey: string | null;
  rules: unknown;
  bytesRead: number;
  rows: number;
  steps: number;
  counts: Record<string, number>;
  fixed: number;
  reasons: Record<string, number>;
  faults: { line: number; column: string; message: string }[];
  failure: string | null;
  undone: { withdrawn: number; left: number } | null;
  createdAtMs: number;
  startedAtMs: number | null;
  finishedAtMs: number | null;
  droppedAtMs: number | null;
}

const columns = (sql: SqlRunner) => sql`
  i.id, i.environment, i.list, l.name as "listName", l.channel, i.file_name as "fileName", i.state, i.size::float8 as size, i.bytes::float8 as bytes, i.encoding,
  i.delimiter, i.scan, i.header_key as "headerKey", i.rules, i.bytes_read::float8 as "bytesRead", i.rows, i.steps, i.counts, i.fixed, i.reasons,
  i.faults, i.failure, i.undone, (extract(epoch from i.created_at) * 1000)::float8 as "createdAtMs",
  (extract(epoch from i.started_at) * 1000)::float8 as "startedAtMs", (extract(epoch from i.finished_at) * 1000)::float8 as "finishedAtMs",
  (extract(epoch from i.dropped_at) * 1000)::float8 as "droppedAtMs"`;

const json = (value: unknown): string => JSON.stringify(value);

/** Makes an import that waits for its file. */
export async function insertImport(
  sql: SqlRunner,
  workspace: number,
  made: { id: string; environment: Environment; list: string; fileName: string; size: number | null },
): Promise<void> {
  await sql`
    insert into contact_import (id, workspace, environment, list, file_name, size)
    values (${made.id}, ${workspace}, ${made.environment}, ${made.list}, ${made.fileName}, ${made.size})`;
}

/** One import; with `lock` nobody else changes it until the commit. */
export async function findImport(
  sql: SqlRunner,
  {
    workspace,
    environment,
    id,
    lock = false,
  }: { workspace: number; environment: Environment; id: string; lock?: boolean },
): Promise<ImportRow | undefined> {
  const [row] = await sql<ImportRow[]>`
    select ${columns(sql)} from contact_import i join opt_in_list l on l.id = i.list
    where i.workspace = ${workspace} and i.environment = ${environment} and i.id = ${id} ${lock ? sql`for update of i` : sql``}`;
  return row;
}

/** Imports, newest first, behind `before`. */
export async function readImports(
  sql: SqlRunner,
  workspace: number,
  { environment, before, limit }: { environment: Environment; before: string | null; limit: number },
): Promise<ImportRow[]> {
  return sql<ImportRow[]>`
    select ${columns(sql)} from contact_import i join opt_in_list l on l.id = i.list
    where i.workspace = ${workspace} and i.environment = ${environment} ${before === null ? sql`` : sql`and i.id < ${before}`}
    order by i.id desc limit ${limit}`;
}

/** What the files of a workspace take up that are here: how many, and their bytes. */
export async function readStaged(sql: SqlRunner, workspace: number): Promise<{ files: number; bytes: number }> {
  const [row] = await sql<{ files: number; bytes: number }[]>`
    select count(*)::int as files, coalesce(sum(bytes), 0)::float8 as bytes from contact_import
    where workspace = ${workspace} and dropped_at is null`;
  return row ?? { files: 0, bytes: 0 };
}

/** Stores the next bytes of a file, which come as base64, with where the watch over it stands. */
export async function addImportPart(
  sql: SqlRunner,
  workspace: number,
  part: {
    id: string;
    at: number;
    base64: string;
    /** How many bytes that is. */
    size: number;
    encoding: string;
    delimiter: string;
    headerKey: string;
    scan: object;
  },
): Promise<void> {
  // As it came: as bytes they would be written out once more, in the half again as long form the database reads.
  await sql`
    insert into contact_import_part (import, at, workspace, bytes)
    values (${part.id}, ${part.at}, ${workspace}, decode(${part.base64}, 'base64'))`;
  await sql`
    update contact_import set bytes = ${part.at + part.size}, encoding = ${part.encoding}, delimiter = ${part.delimiter},
      header_key = ${part.headerKey}, scan = ${json(part.scan)}::text::jsonb
    where workspace = ${workspace} and id = ${part.id}`;
}

/** Some bytes of a file from a place on, at most `limit` and none of the next part; undefined behind its end. */
export async function readImportBytes(
  sql: SqlRunner,
  workspace: number,
  id: string,
  { at, limit }: { at: number; limit: number },
): Promise<Buffer | undefined> {
  const [row] = await sql<{ bytes: Buffer }[]>`
    select substring(bytes from (${at}::int8 - at)::int + 1 for ${limit}::int) as bytes from contact_import_part
    where workspace = ${workspace} and import = ${id} and at <= ${at} order by at desc limit 1`;
  return row === undefined || row.bytes.length === 0 ? undefined : row.bytes;
}

/** The rules the newest file with the same columns was read by; undefined when there was none. */
export async function readRememberedRules(sql: SqlRunner, workspace: number, headerKey: string): Promise<unknown> {
  const [row] = await sql<{ rules: unknown }[]>`
    select rules from contact_import
    where workspace = ${workspace} and header_key = ${headerKey} and rules is not null order by id desc limit 1`;
  return row?.rules;
}

/** Begins to read a file from its first row, with all that an earlier reading counted gone. */
export async function beginImport(
  sql: SqlRunner,
  workspace: number,
  { id, state, rules }: { id: string; state: 'checking' | 'running'; rules: object },
): Promise<void> {
  await sql`delete from contact_import_step where workspace = ${workspace} and import = ${id}`;
  await sql`
    update contact_import set state = ${state}, rules = ${json(rules)}::text::jsonb, is_stopping = false, bytes_read = 0, rows = 0, steps = 0,
      counts = '{}', fixed = 0, reasons = '{}', faults = '[]', failure = null, undone = null, started_at = now(), finished_at = null
    where workspace = ${workspace} and id = ${id}`;
}

/** Moves an import to a state; an end is given its time, and a failure its reason. */
export async function moveImport(
  sql: SqlRunner,
  workspace: number,
  {
    id,
    state,
    isEnd = false,
    failure = null,
  }: { id: string; state: ImportState; isEnd?: boolean; failure?: string | null },
): Promise<void> {
  await sql`
    update contact_import set state = ${state}, is_stopping = false, failure = ${failure}
      ${isEnd ? sql`, finished_at = now()` : sql``}
    where workspace = ${workspace} and id = ${id}`;
}

/** Asks whoever reads the file to stop before the next step. */
export async function askImportToStop(sql: SqlRunner, workspace: number, id: string): Promise<void> {
  await sql`update contact_import set is_stopping = true where workspace = ${workspace} and id = ${id}`;
}

/** What was done in one step, and how far the file is with it. */
export interface ImportStep {
  id: string;
  state: ImportState;
  /** Steps before this one: whoever finds another number is not alone at the file, and stores nothing. */
  n: number;
  range: { first: number; last: number } | null;
  errors: string | null;
  bytesRead: number;
  rows: number;
  counts: Record<string, number>;
  fixed: number;
  reasons: Record<string, number>;
  faults: { line: number; column: string; message: string }[];
}

/** Stores a step beside what it did; null when somebody else has done it, else whether to stop. */
export async function saveImportStep(
  sql: SqlRunner,
  workspace: number,
  step: ImportStep,
): Promise<{ isStopping: boolean } | null> {
  const [moved] = await sql<{ isStopping: boolean }[]>`
    update contact_import set steps = steps + 1, bytes_read = ${step.bytesRead}, rows = ${step.rows}, counts = ${json(step.counts)}::text::jsonb,
      fixed = ${step.fixed}, reasons = ${json(step.reasons)}::text::jsonb, faults = ${json(step.faults)}::text::jsonb
    where workspace = ${workspace} and id = ${step.id} and state = ${step.state} and steps = ${step.n}
    returning is_stopping as "isStopping"`;
  if (moved === undefined) return null;
  await sql`
    insert into contact_import_step (import, n, workspace, first_seq, last_seq, errors)
    values (${step.id}, ${step.n}, ${workspace}, ${step.range?.first ?? null}, ${step.range?.last ?? null}, ${step.errors})`;
  return moved;
}

/** The places of the ledger an import has filled, in their order. */
export async function readImportRanges(
  sql: SqlRunner,
  workspace: number,
  id: string,
): Promise<{ n: number; first: number; last: number; isUndone: boolean }[]> {
  return sql<{ n: number; first: number; last: number; isUndone: boolean }[]>`
    select n, first_seq::float8 as first, last_seq::float8 as last, is_undone as "isUndone" from contact_import_step
    where workspace = ${workspace} and import = ${id} and first_seq is not null order by n`;
}

/** Takes a step to undo it; false when it was undone already. */
export async function takeStepToUndo(sql: SqlRunner, workspace: number, id: string, n: number): Promise<boolean> {
  const taken = await sql`
    update contact_import_step set is_undone = true
    where workspace = ${workspace} and import = ${id} and n = ${n} and not is_undone`;
  return taken.count === 1;
}

/** Counts what an undo did so far. */
export async function addUndone(
  sql: SqlRunner,
  workspace: number,
  id: string,
  { withdrawn, left }: { withdrawn: number; left: number },
): Promise<void> {
  await sql`
    update contact_import set undone = jsonb_build_object(
      'withdrawn', coalesce((undone->>'withdrawn')::int, 0) + ${withdrawn}::int, 'left', coalesce((undone->>'left')::int, 0) + ${left}::int)
    where workspace = ${workspace} and id = ${id}`;
}

const PIECE_BYTES = 1_000_000;

/** Refused rows of the next steps behind `after`, about a megabyte of them, with the last of these steps; undefined when there are none. */
export async function readImportErrors(
  sql: SqlRunner,
  workspace: number,
  id: string,
  after: number,
): Promise<{ n: number; errors: string } | undefined> {
  const [piece] = await sql<{ n: number; errors: string }[]>`
    select max(n) as n, string_agg(errors, '' order by n) as errors from (
      select n, errors, sum(octet_length(errors)) over (order by n) - octet_length(errors) as before from (
        select n, errors from contact_import_step
        where workspace = ${workspace} and import = ${id} and n > ${after} and errors is not null order by n limit 500) as next) as sized
    where before < ${PIECE_BYTES} having count(*) > 0`;
  return piece;
}

/**
 * Drops the files, the refused rows and the way back of imports whose time is over: so many hours after their end, or after they were begun and
 * left. Only the owner of the tables may. Answers how many.
 */
export async function dropOldImports(sql: SqlRunner, hours: number): Promise<number> {
  const [row] = await sql<{ dropped: number }[]>`
    with old as (
      update contact_import set dropped_at = now()
      where dropped_at is null and state not in ('checking', 'running', 'undoing')
        and greatest(created_at, started_at, finished_at) < now() - make_interval(hours => ${hours})
      returning id),
    parts as (delete from contact_import_part where import in (select id from old)),
    steps as (delete from contact_import_step where import in (select id from old))
    select count(*)::int as dropped from old`;
  return row?.dropped ?? 0;
}
