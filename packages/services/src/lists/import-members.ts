import { encodeId, type ImportMembersRequest, type ImportMembersResult } from '@signalbox/contracts';
import type { OptInListRow, Transaction } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { writeErrorCsv } from '../csv/read-csv.ts';
import { FAULTS_SHOWN } from '../csv/refuse-rows.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { findList } from './lists.ts';
import { type MembersFile, readMembersFile } from './read-members-file.ts';
import type { FilePerson } from './read-person.ts';
import { storePeople } from './store-people.ts';

const BATCH = 1000;
const SAMPLE = 5;

type Stored = NonNullable<ImportMembersResult['stored']>;

/**
 * Brings people onto a list whose consent was given elsewhere: each becomes an entry of the ledger with the source and proof of the file and of
 * its row. Who withdrew later than the file says, or was erased, stays out. The same file brought again adds nothing. Throws `request_invalid` for what is no
 * such file, and for faulty rows unless those shall be left out.
 */
export async function importMembers({
  ctx,
  input: { id, ...request },
}: {
  ctx: RequestContext;
  input: ImportMembersRequest & { id: string };
}): Promise<ImportMembersResult> {
  const list = await inWorkspace(ctx, (tx) => findList(tx, ctx, id));
  const file = readMembersFile(list, request, ctx.services.world.nowMs());
  if (file.fault !== null) throw refuseField('csv', 'unreadable', file.fault);
  if (file.rows === 0) throw refuseField('csv', 'empty', 'The file has no row below its line of column names.');
  if (request.dry_run) return resultOf(file, null);
  if (file.faulty.length > 0 && !request.skip_faulty) throw refusalOf(file);
  const stored = { added: 0, known: 0, withdrawn_since: 0 };
  // A transaction for each part: whoever withdraws meanwhile waits for one part at most, and what broke off is brought again.
  for (let from = 0; from < file.people.length; from += BATCH)
    await inWorkspace(ctx, (tx) => store(tx, ctx, list, request, file.people.slice(from, from + BATCH), stored));
  await inWorkspace(ctx, (tx) =>
    recordAudit(tx, ctx, {
      action: 'list.members_imported',
      object: { kind: 'list', id: encodeId('list', list.id), name: list.name },
      before: null,
      after: { source: request.source, reference: request.reference, rows: file.rows, ...stored },
    }),
  );
  return resultOf(file, stored);
}

/** Stores some people of a file, and adds up what became of them. */
async function store(
  tx: Transaction,
  ctx: RequestContext,
  list: OptInListRow,
  { source, reference }: ImportMembersRequest,
  given: readonly FilePerson[],
  total: Stored,
): Promise<void> {
  const origin = { source, reference, importId: null, keepsMembers: false, isOurs: () => false };
  const { stored } = await storePeople(tx, ctx, list, origin, given);
  for (const { fate, isNew } of stored) {
    if (isNew) total.added += 1;
    else if (fate !== 'erased') total.known += 1;
    if (fate === 'erased' || (isNew && fate === 'withdrawn_since')) total.withdrawn_since += 1;
  }
}

const refusalOf = (file: MembersFile) => {
  const [first] = file.faulty.flatMap(({ faults }) => faults);
  return refuseField(
    'csv',
    'faulty_row',
    `${file.faulty.length} rows are faulty; the first is line ${first?.line}, ${first?.column}: ${first?.message} Mend them, or leave them out with skip_faulty.`,
  );
};

function resultOf(file: MembersFile, stored: Stored | null): ImportMembersResult {
  const faults = file.faulty.flatMap((row) => row.faults);
  return {
    rows: file.rows,
    right: file.people.length,
    repeated: file.repeated,
    stored,
    columns: file.columns,
    faults: faults.slice(0, FAULTS_SHOWN),
    fault_count: faults.length,
    error_csv: file.faulty.length === 0 ? null : writeErrorCsv(file.header, file.faulty),
    sample: file.people.slice(0, SAMPLE).map(({ address, locale, givenAtMs }) => ({
      address,
      locale,
      given_at: new Date(givenAtMs).toISOString(),
    })),
  };
}
