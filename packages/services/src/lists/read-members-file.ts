import type { ImportField, ImportMembersRequest, ImportMembersResult } from '@signalbox/contracts';
import type { OptInListRow } from '@signalbox/db';
import { readCsv } from '../csv/read-csv.ts';
import { type FilePerson, fieldsOf, readPerson } from './read-person.ts';

type Fault = ImportMembersResult['faults'][number];

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

/** Reads the text of a file of people. Columns are known by their names, whatever their order; the separator is guessed from the first line. */
export function readMembersFile(list: OptInListRow, request: ImportMembersRequest, nowMs: number): MembersFile {
  const none = { header: [], columns: [], rows: 0, people: [], repeated: 0, faulty: [] };
  const read = readCsv(request.csv);
  if (!read.ok) return { ...none, fault: read.fault };
  const [head, ...body] = read.records;
  if (head === undefined) return { ...none, fault: 'The file is empty.' };
  const fields = fieldsOf(head.record);
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
    const cell = (field: ImportField) => record[fields.indexOf(field)]?.trim() ?? '';
    const person = readPerson(list, { given_at: request.given_at }, cell, info.lines, nowMs);
    if (Array.isArray(person)) {
      file.faulty.push({
        cells: record,
        faults: person.map(({ line, column, message }) => ({
          line,
          message,
          column: columnOf(head.record, fields, column),
        })),
      });
    } else if (seen.has(person.address)) file.repeated += 1;
    else {
      seen.add(person.address);
      file.people.push(person);
    }
  }
  return file;
}

/** How a field is called in the file; its own name where no column holds it. */
export const columnOf = (header: readonly string[], fields: readonly (string | null)[], field: string): string =>
  header[fields.indexOf(field)] ?? field;
