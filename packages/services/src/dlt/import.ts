import type {
  DltEntryKind,
  DltEntryOf,
  DltImportFault,
  DltImportRequest,
  DltImportResult,
  DltStored,
} from '@signalbox/contracts';
import type { Transaction } from '@signalbox/db';
import type { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { writeErrorCsv } from '../csv/read-csv.ts';
import { FAULTS_SHOWN, refuseRows } from '../csv/refuse-rows.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { type DltEntries, faultsOf, keyOf, store } from './entries.ts';
import { type DltFile, type FileRow, readDltFile } from './read-file.ts';

const SAMPLE = 5;

/**
 * Brings in a file as an operator's portal gives it. A dry run reads and judges it all the same; faulty rows come back as a file with what is
 * wrong beside them. A file with a faulty row stores nothing unless those shall be left out. Throws `request_invalid` for what is no such file.
 */
export async function importDltFile({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: z.infer<typeof DltImportRequest>;
}): Promise<DltImportResult> {
  const file = readDltFile(input.kind, input.entity_id, input.csv);
  if (file.fault !== null) throw refuseField('csv', 'unreadable', file.fault);
  if (file.rows.length === 0) throw refuseField('csv', 'empty', 'The file has no row below its line of column names.');
  return inWorkspace(ctx, async (tx) => {
    await judgeRows(tx, ctx, input.kind, file.rows);
    const right = file.rows.filter(({ faults }) => faults.length === 0);
    const mayStore = !input.dry_run && (input.skip_faulty || right.length === file.rows.length);
    if (!input.dry_run && !mayStore) throw refuseRows(allFaults(file));
    const stored = mayStore ? await store(tx, ctx, entriesOf(input.kind, right)) : null;
    return resultOf(file, right, stored);
  });
}

/** What rows say is judged together, so that a file costs a query and not one for each row. */
async function judgeRows(
  tx: Transaction,
  ctx: RequestContext,
  kind: DltEntryKind,
  rows: readonly FileRow[],
): Promise<void> {
  const read = rows.filter(({ entry }) => entry !== null);
  for (const { path, message } of await faultsOf(tx, ctx, entriesOf(kind, read))) {
    const [, index = '0', column = ''] = path.split('.');
    const row = read[Number(index)];
    row?.faults.push({ line: row.line, column, message });
  }
  const seen = new Map<string, number>();
  for (const row of read) {
    const key = keyOf(kind, row.entry as DltEntryOf<DltEntryKind>);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, row.line);
    else
      row.faults.push({
        line: row.line,
        column: '',
        message: `The same registration stands in line ${before} already.`,
      });
  }
}

const entriesOf = (kind: DltEntryKind, rows: readonly FileRow[]): DltEntries =>
  ({ kind, entries: rows.flatMap(({ entry }) => entry ?? []) }) as DltEntries;

const allFaults = (file: DltFile): DltImportFault[] => file.rows.flatMap(({ faults }) => faults);

function resultOf(file: DltFile, right: readonly FileRow[], stored: DltStored | null): DltImportResult {
  const faults = allFaults(file);
  const faulty = file.rows.filter((row) => row.faults.length > 0);
  return {
    rows: file.rows.length,
    right: right.length,
    columns: file.columns,
    stored,
    faults: faults.slice(0, FAULTS_SHOWN),
    fault_count: faults.length,
    error_csv: faulty.length === 0 ? null : writeErrorCsv(file.header, faulty),
    sample: right.slice(0, SAMPLE).map(({ entry }) => ({ ...entry })),
  };
}
