import {
  DLT_ENTRIES,
  type DltEntryKind,
  type DltEntryOf,
  type DltImportFault,
  type DltImportResult,
} from '@signalbox/contracts';
import { TAG_OF_WORD } from '@signalbox/core';
import { type CsvRecord, foldWord, readCsv } from '../csv/read-csv.ts';
import { COLUMNS, CTA_WORDS, KIND_WORDS, SHARED_COLUMNS, STATUS_WORDS } from './file-columns.ts';

/** One row of a file: the entry it is read as, or what is wrong with it. */
export interface FileRow {
  line: number;
  cells: readonly string[];
  entry: DltEntryOf<DltEntryKind> | null;
  faults: DltImportFault[];
}

/** A file as it was read. `fault` says why nothing of it can be used. */
export interface DltFile {
  header: readonly string[];
  columns: DltImportResult['columns'];
  rows: FileRow[];
  fault: string | null;
}

/** Reads the text of an operator's file. The entity is that of the whole file unless a column says otherwise. */
export function readDltFile(kind: DltEntryKind, entityId: string, csv: string): DltFile {
  const empty = { header: [], columns: [], rows: [] };
  const read = readCsv(csv);
  if (!read.ok) return { ...empty, fault: read.fault };
  const [head, ...body] = read.records;
  if (head === undefined) return { ...empty, fault: 'The file is empty.' };
  const names = { ...COLUMNS[kind], ...SHARED_COLUMNS, entity_id: COLUMNS.entities.entity_id ?? [] };
  const fields = head.record.map(
    (title) => Object.entries(names).find(([, known]) => known.includes(foldWord(title)))?.[0] ?? null,
  );
  const columns = head.record.map((column, index) => ({ column, field: fields[index] ?? null }));
  const missing = requiredOf(kind).filter((field) => !fields.includes(field));
  const fault =
    missing.length === 0
      ? null
      : `The file has no column for ${missing.join(', ')}. Name it ${missing.map((field) => `“${field}”`).join(', ')} and bring it again.`;
  const rows = fault !== null ? [] : body.map((record) => readRow(kind, entityId, head.record, fields, record));
  return { header: head.record, columns, rows, fault };
}

/** Fields without which a row says nothing. */
function requiredOf(kind: DltEntryKind): string[] {
  const own = Object.keys(COLUMNS[kind]);
  const optional = [
    'tags',
    'consent_template_id',
    ...(kind === 'templates' || kind === 'consent_templates' ? ['name'] : []),
  ];
  return own.filter((field) => !optional.includes(field) && !(kind === 'entities' && field === 'entity_id'));
}

function readRow(
  kind: DltEntryKind,
  entityId: string,
  titles: readonly string[],
  fields: readonly (string | null)[],
  { record, info }: CsvRecord,
): FileRow {
  const line = info.lines;
  const faults: DltImportFault[] = [];
  const given: { [field: string]: unknown } = { entity_id: entityId };
  const columnOf = (field: string) => titles[fields.indexOf(field)] ?? field;
  for (const [index, field] of fields.entries()) {
    const text = record[index]?.trim() ?? '';
    if (field === null || text === '') continue;
    const read = READERS[field]?.(kind, text) ?? { value: text };
    if ('fault' in read) faults.push({ line, column: columnOf(field), message: read.fault });
    else given[field] = read.value;
  }
  if (kind === 'templates' || kind === 'consent_templates') given.name ??= given.template_id;
  const parsed = DLT_ENTRIES[kind].safeParse(given);
  if (parsed.success && faults.length === 0) return { line, cells: record, entry: parsed.data, faults };
  const named = new Set(faults.map(({ column }) => column));
  for (const issue of parsed.error?.issues ?? []) {
    const field = String(issue.path[0] ?? '');
    if (named.has(columnOf(field))) continue;
    const message = given[field] === undefined ? 'is empty and must not be' : issue.message;
    faults.push({ line, column: columnOf(field), message });
  }
  return { line, cells: record, entry: null, faults };
}

type Read = { value: unknown } | { fault: string };

const word = (words: { readonly [text: string]: unknown }, text: string, what: string): Read =>
  Object.hasOwn(words, foldWord(text))
    ? { value: words[foldWord(text)] }
    : { fault: `“${text}” is no ${what} that is known` };

const READERS: { readonly [field: string]: (kind: DltEntryKind, text: string) => Read } = {
  status: (_kind, text) => word(STATUS_WORDS, text, 'status'),
  kind: (_kind, text) => word(KIND_WORDS, text, 'kind of template'),
  type: (_kind, text) => word(CTA_WORDS, text, 'kind of call to action'),
  headers: (_kind, text) => ({ value: listOf(text) }),
  telemarketer_ids: (_kind, text) => ({ value: listOf(text) }),
  tags: (_kind, text) => {
    const tags = listOf(text).map((one) => TAG_OF_WORD.get(one.replace(/[{}#]/g, '').toLowerCase()) ?? one);
    return { value: tags };
  },
  expires_on: (_kind, text) => readDay(text),
};

const listOf = (text: string): string[] => text.split(/[,;|\s]+/).filter((one) => one !== '');

/** Days as portals write them: the year first, or the day first as India does. */
function readDay(text: string): Read {
  const iso = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})/.exec(text)?.groups;
  const indian = /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})/.exec(text)?.groups;
  const found = iso ?? indian;
  if (found === undefined) return { fault: `“${text}” is no day: write it as 31-01-2027 or 2027-01-31` };
  const two = (part: string | undefined) => (part ?? '').padStart(2, '0');
  return { value: `${found.year}-${two(found.month)}-${two(found.day)}` };
}
