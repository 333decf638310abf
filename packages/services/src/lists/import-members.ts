import { encodeId, type ImportMembersRequest, type ImportMembersResult } from '@signalbox/contracts';
import { consentInForce } from '@signalbox/core';
import { findConsents, type NewListMember, type OptInListRow, saveListMembers, type Transaction } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import { appendEvents } from '../consent/append.ts';
import type { RequestContext } from '../context.ts';
import { writeErrorCsv } from '../csv/read-csv.ts';
import { FAULTS_SHOWN } from '../csv/refuse-rows.ts';
import { refuseField } from '../field-refusal.ts';
import { findErased } from '../people/erased.ts';
import { inWorkspace } from '../tenant.ts';
import { findList } from './lists.ts';
import { type FilePerson, type MembersFile, readMembersFile } from './read-members-file.ts';

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

/** Stores some people of a file in four statements: into the ledger, the question who is in force, and onto the list. */
async function store(
  tx: Transaction,
  ctx: RequestContext,
  list: OptInListRow,
  request: ImportMembersRequest,
  given: readonly FilePerson[],
  stored: Stored,
): Promise<void> {
  const { channel, purpose, topic } = list;
  const erased = await findErased(tx, ctx, channel, given);
  const people = given.filter(({ address }) => !erased.has(address));
  stored.withdrawn_since += given.length - people.length;
  const outcomes = await appendEvents(
    tx,
    ctx,
    people.map(({ address, locale, givenAtMs, ip, reference }) => ({
      ...{
        channel,
        address,
        state: 'granted',
        source: request.source,
        atMs: givenAtMs,
        purpose,
        topic,
        list: list.id,
        locale,
      },
      ...{ wordingText: null, wordingVersion: null, jurisdiction: null },
      proof: { file: request.reference, ...(ip === null ? {} : { ip }), ...(reference === null ? {} : { reference }) },
      occasion: `import ${request.source} ${givenAtMs}`,
    })),
  );
  const place = { workspace: ctx.workspace.number, environment: ctx.environment, channel, purpose };
  const entries = Map.groupBy(
    await findConsents(
      tx,
      place,
      people.map(({ address }) => address),
    ),
    ({ address }) => address,
  );
  const members: NewListMember[] = [];
  for (const [index, { address, locale, givenAtMs }] of people.entries()) {
    const outcome = outcomes[index];
    if (outcome?.added === true) stored.added += 1;
    else stored.known += 1;
    const decides = consentInForce(entries.get(address) ?? [], { purpose, topic: topic ?? undefined });
    if (decides?.state !== 'granted') {
      if (outcome?.added === true) stored.withdrawn_since += 1;
      continue;
    }
    members.push({
      ...{ address, state: 'confirmed', locale, source: request.source, sinceMs: givenAtMs, confirmByMs: null },
      ...{ message: null, proof: null, consent: outcome?.id ?? null },
    });
  }
  await saveListMembers(tx, ctx.workspace.number, list.id, members);
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
