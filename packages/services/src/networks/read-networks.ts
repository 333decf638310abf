import { type ImportNetworksResult, NETWORK_PREFIXES_MAX } from '@signalbox/contracts';
import type { NetworkPrefixRow } from '@signalbox/db';
import { type CsvRecord, foldWord, readCsv } from '../csv/read-csv.ts';
import { countryOf } from '../prices/country-of.ts';

type Fault = ImportNetworksResult['faults'][number];
type Field = 'prefix' | 'network' | 'mcc' | 'mnc' | 'country' | 'name';

/** A row of a table as it was read: the range it names, or what is wrong with it. */
export interface NetworkFileRow {
  line: number;
  cells: readonly string[];
  range: Omit<NetworkPrefixRow, 'workspace' | 'sample'> | null;
  faults: Fault[];
}

/** A table as it was read. `fault` says why nothing of it can be used. */
export interface NetworkFile {
  header: readonly string[];
  columns: ImportNetworksResult['columns'];
  rows: NetworkFileRow[];
  fault: string | null;
}

/** What sources of number ranges call these columns, in small letters without spaces and signs. */
const COLUMNS: Readonly<Record<Field, readonly string[]>> = {
  prefix: ['prefix', 'range', 'numberrange', 'dialprefix', 'ndc', 'code'],
  network: ['network', 'mccmnc', 'networkcode', 'plmn'],
  mcc: ['mcc'],
  mnc: ['mnc'],
  country: ['country', 'countrycode', 'iso', 'countryname'],
  name: ['name', 'operator', 'networkname', 'operatorname', 'carrier'],
};

/** Reads the text of a table of number ranges. */
export function readNetworkFile(csv: string): NetworkFile {
  const nothing = { header: [], columns: [], rows: [] };
  const file = readCsv(csv);
  if (!file.ok) return { ...nothing, fault: file.fault };
  const [head, ...body] = file.records;
  if (head === undefined) return { ...nothing, fault: 'The file is empty.' };
  const header = head.record;
  const fields = header.map(
    (title) => (Object.keys(COLUMNS) as Field[]).find((field) => COLUMNS[field].includes(foldWord(title))) ?? null,
  );
  const has = (field: Field) => fields.includes(field);
  const columns = header.map((column, index) => ({ column, field: fields[index] ?? null }));
  const fault = !has('prefix')
    ? 'The file has no column for the prefix. Name it “prefix” and bring the file again.'
    : !has('network') && !(has('mcc') && has('mnc'))
      ? 'The file has no column for the network. Name it “network”, or give “mcc” and “mnc”.'
      : body.length === 0
        ? 'The file has no row below its line of column names.'
        : body.length > NETWORK_PREFIXES_MAX
          ? `The file has ${body.length} rows; at most ${NETWORK_PREFIXES_MAX} are read.`
          : null;
  const rows = fault === null ? body.map((record) => readRow(record, header, fields)) : [];
  blameTwice(rows, header[fields.indexOf('prefix')] ?? 'prefix');
  return { header, columns, rows, fault };
}

function readRow(
  { record, info }: CsvRecord,
  header: readonly string[],
  fields: readonly (Field | null)[],
): NetworkFileRow {
  const faults: Fault[] = [];
  const cell = (field: Field): string => record[fields.indexOf(field)]?.trim() ?? '';
  const blame = (field: Field, message: string): void => {
    faults.push({ line: info.lines, column: header[fields.indexOf(field)] ?? field, message });
  };
  const prefix = cell('prefix')
    .replace(/^(\+|00)/, '')
    .replace(/[-\s]/g, '');
  if (!/^[1-9]\d{0,14}$/.test(prefix))
    blame(
      'prefix',
      `“${cell('prefix')}” is no prefix; write the beginning of the number with its country code, such as 9198.`,
    );
  const given = fields.includes('network') ? cell('network') : `${cell('mcc')}${cell('mnc').padStart(2, '0')}`;
  const network = given.replace(/[-\s/]/g, '');
  if (!/^\d{5,6}$/.test(network))
    blame(
      fields.includes('network') ? 'network' : 'mnc',
      `“${given}” is no network; write MCC and MNC, five or six digits such as 40445 or 310-410.`,
    );
  const country = cell('country') === '' ? '' : countryOf(cell('country'));
  if (country === undefined)
    blame(
      'country',
      `“${cell('country')}” is no country; write its code of two letters, such as MX, or its English name.`,
    );
  const name = cell('name');
  if (name.length > 80) blame('name', 'The name is longer than 80 characters; shorten it.');
  const range = faults.length === 0 ? { prefix, network, country: country ?? '', name } : null;
  return { line: info.lines, cells: record, range, faults };
}

/** A range belongs to one network. */
function blameTwice(rows: readonly NetworkFileRow[], column: string): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    if (row.range === null) continue;
    const before = seen.get(row.range.prefix);
    if (before === undefined) seen.set(row.range.prefix, row.line);
    else {
      row.faults.push({
        line: row.line,
        column,
        message: `Line ${before} has this prefix already; keep one of the two.`,
      });
      row.range = null;
    }
  }
}
