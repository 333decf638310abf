import { type ImportMembersRequest, type ImportMembersResult, LanguageTag } from '@signalbox/contracts';
import { parseMailbox, parseNumber, personAddress } from '@signalbox/core';
import type { OptInListRow } from '@signalbox/db';
import { readCsv } from '../csv/read-csv.ts';

type Fault = ImportMembersResult['faults'][number];

/** A person of a file whose row is right. */
export interface FilePerson {
  address: string;
  locale: string;
  givenAtMs: number;
  ip: string | null;
  reference: string | null;
  line: number;
}

/** A file as it was read. `fault` says why nothing of it can be used. */
export interface MembersFile {
  header: readonly string[];
  columns: ImportMembersResult['columns'];
  rows: number;
  people: FilePerson[];
  /** Rows whose person stands in an earlier row. */
  repeated: number;
  faulty: { cells: readonly string[]; faults: Fault[] }[];
  fault: string | null;
}

const NAMES: Readonly<Record<string, readonly string[]>> = {
  address: [
    'address',
    'email',
    'mail',
    'e-mail',
    'email_address',
    'phone',
    'number',
    'mobile',
    'msisdn',
    'phone_number',
  ],
  given_at: ['given_at', 'consented_at', 'opted_in_at', 'opt_in_at', 'subscribed_at', 'date', 'at'],
  locale: ['locale', 'language', 'lang'],
  ip: ['ip', 'ip_address', 'optin_ip'],
  reference: ['reference', 'proof', 'ref'],
};

const fold = (title: string): string => title.trim().toLowerCase().replaceAll(/\s+/g, '_');

/** Reads the text of a file of people. Columns are known by their names, whatever their order; the separator is guessed from the first line. */
export function readMembersFile(list: OptInListRow, request: ImportMembersRequest, nowMs: number): MembersFile {
  const none = { header: [], columns: [], rows: 0, people: [], repeated: 0, faulty: [] };
  const read = readCsv(request.csv);
  if (!read.ok) return { ...none, fault: read.fault };
  const [head, ...body] = read.records;
  if (head === undefined) return { ...none, fault: 'The file is empty.' };
  const fields = head.record.map((title) => fieldOf(fold(title)));
  const columns = head.record.map((column, index) => ({ column, field: fields[index] ?? null }));
  if (!fields.includes('address')) {
    return {
      ...none,
      header: head.record,
      columns,
      fault: 'The file has no column for the address. Name it “address”.',
    };
  }
  const file: MembersFile = { ...none, people: [], faulty: [], header: head.record, columns, fault: null };
  const seen = new Set<string>();
  for (const { record, info } of body) {
    // A file that was put together of several has their heads inside.
    if (record.join() === head.record.join()) continue;
    file.rows += 1;
    const cell = (field: string) => record[fields.indexOf(field)]?.trim() ?? '';
    const person = readPerson(list, request, cell, info.lines, nowMs);
    if (Array.isArray(person)) {
      file.faulty.push({
        cells: record,
        faults: person.map((fault) => ({ ...fault, column: columnOf(head.record, fields, fault.column) })),
      });
    } else if (seen.has(person.address)) file.repeated += 1;
    else {
      seen.add(person.address);
      file.people.push(person);
    }
  }
  return file;
}

const fieldOf = (title: string): string | null =>
  Object.entries(NAMES).find(([, names]) => names.includes(title))?.[0] ?? null;

const columnOf = (header: readonly string[], fields: readonly (string | null)[], field: string): string =>
  header[fields.indexOf(field)] ?? field;

function readPerson(
  list: OptInListRow,
  request: ImportMembersRequest,
  cell: (field: string) => string,
  line: number,
  nowMs: number,
): FilePerson | Fault[] {
  const faults: Fault[] = [];
  const fault = (column: string, message: string) => void faults.push({ line, column, message });
  const address = readAddress(list, cell('address'), (message) => fault('address', message));
  const givenAt = cell('given_at') || request.given_at || '';
  const givenAtMs = readInstant(givenAt);
  if (givenAt === '')
    fault('given_at', 'When was the consent given? Fill the column, or say it for the whole file in `given_at`.');
  else if (givenAtMs === undefined)
    fault('given_at', `“${givenAt}” is no instant: write it as 2026-11-23T09:00:00Z or 2026-11-23.`);
  else if (givenAtMs > nowMs) fault('given_at', 'A consent cannot be given in the future.');
  const locale = cell('locale') || Object.keys(list.wordings)[0] || 'en';
  if (!LanguageTag.safeParse(locale).success) fault('locale', `“${locale}” is no language: write it as es or pt-BR.`);
  for (const [field, longest] of [
    ['ip', 45],
    ['reference', 400],
  ] as const) {
    if (cell(field).length > longest) fault(field, `is longer than ${longest} characters`);
  }
  if (faults.length > 0 || givenAtMs === undefined) return faults;
  return { address, locale, givenAtMs, ip: cell('ip') || null, reference: cell('reference') || null, line };
}

function readAddress(list: OptInListRow, text: string, fault: (message: string) => void): string {
  const read = list.channel === 'sms' ? parseNumber(text) : parseMailbox(text);
  if (!read.ok) {
    fault(read.message);
    return '';
  }
  return 'e164' in read ? read.e164 : personAddress(read.address);
}

/** An instant, or a day, which counts from its first moment in UTC. */
function readInstant(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text)) return undefined;
  const withZone = /(Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10)) || text.length === 10 ? text : `${text}Z`;
  const ms = Date.parse(withZone.replace(' ', 'T'));
  return Number.isNaN(ms) ? undefined : ms;
}
