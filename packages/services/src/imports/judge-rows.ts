import type { ImportCounts, ImportField, ImportRules } from '@signalbox/contracts';
import { isStorable } from '@signalbox/contracts';
import { readCell } from '@signalbox/core';
import type { OptInListRow } from '@signalbox/db';
import { type CsvRecord, WHAT_IS_WRONG, writeErrorLines } from '../csv/read-csv.ts';
import { type FilePerson, type RowFault, readPerson } from '../lists/read-person.ts';

/** Faults that are shown with an import; the error file has all of them. */
const FAULTS_KEPT = 20;
const UNREADABLE: RowFault = {
  line: 0,
  column: '',
  code: 'unreadable',
  message: 'The row holds a character no text has (NUL); save the file as text again.',
};

/** What became of the rows of a file so far. Plain data, so that it is kept with the file and gone on with. */
export interface Tally {
  rows: number;
  counts: ImportCounts;
  fixed: number;
  reasons: Record<string, number>;
  faults: { line: number; column: string; message: string }[];
}

/** How a file is read. */
export interface Reading {
  list: OptInListRow;
  rules: ImportRules;
  header: readonly string[];
  fields: readonly (ImportField | null)[];
}

/** Reads rows of a file: the people of them, each once, and the lines of the error file; `tally` is told of the rest. */
export function judgeRows(
  { fields, header, list, rules }: Reading,
  rows: readonly CsvRecord[],
  tally: Tally,
  nowMs: number,
): { people: FilePerson[]; errors: string | null } {
  const people = new Map<string, FilePerson>();
  const refused: { cells: readonly string[]; faults: RowFault[] }[] = [];
  const places = new Map(fields.map((field, index) => [field, index]));
  for (const { record, info } of rows) {
    tally.rows += 1;
    const cell = (field: ImportField) => readCell(record[places.get(field) ?? -1] ?? '').trim();
    const read = record.every(isStorable)
      ? readPerson(list, rules, cell, info.lines, nowMs)
      : [{ ...UNREADABLE, line: info.lines }];
    if (Array.isArray(read)) {
      const faults = read.map((fault) => ({
        ...fault,
        column: fault.column === '' ? '' : columnOf(header, fields, fault.column),
      }));
      tally.counts.refused += 1;
      for (const { code } of faults.slice(0, 1)) tally.reasons[code] = (tally.reasons[code] ?? 0) + 1;
      if (tally.faults.length < FAULTS_KEPT) {
        tally.faults.push(...faults.slice(0, 1).map(({ line, column, message }) => ({ line, column, message })));
      }
      refused.push({ cells: record.map((text) => text.toWellFormed().replaceAll('\0', '')), faults });
    } else if (people.has(read.address)) tally.counts.repeated += 1;
    else {
      if (read.isFixed) tally.fixed += 1;
      people.set(read.address, read);
    }
  }
  return {
    people: [...people.values()],
    errors: refused.length === 0 ? null : writeErrorLines(namesOf(header), refused),
  };
}

/** The columns of the file as it first came: one that is brought again has the column of ours. */
export const namesOf = (header: readonly string[]): readonly string[] =>
  header.at(-1) === WHAT_IS_WRONG ? header.slice(0, -1) : header;

/** How a field is called in the file; its own name where no column holds it. */
const columnOf = (header: readonly string[], fields: readonly (string | null)[], field: string): string =>
  header[fields.indexOf(field)] ?? field;
