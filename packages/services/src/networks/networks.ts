import type {
  ImportNetworksRequest,
  ImportNetworksResult,
  ListNetworksQuery,
  NetworkPrefixPage,
} from '@signalbox/contracts';
import {
  deleteNetworkPrefixes,
  lockNetworks,
  type NetworkPrefixRow,
  readNetworkPage,
  readNetworkPrefixes,
  type Transaction,
  upsertNetworkPrefixes,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { writeErrorCsv } from '../csv/read-csv.ts';
import { FAULTS_SHOWN, refuseRows } from '../csv/refuse-rows.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace, readWithin } from '../tenant.ts';
import { type NetworkFile, readNetworkFile } from './read-networks.ts';

/** The ranges of numbers the workspace knows the networks of, by prefix. Live and sandbox share them. */
export async function listNetworks({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ListNetworksQuery;
}): Promise<NetworkPrefixPage> {
  const { total, rows } = await readWithin(ctx, 'The networks take too long to read; try again.', (tx) =>
    readNetworkPage(tx, ctx.workspace.number, input.after ?? null, input.limit + 1),
  );
  const page = rows.slice(0, input.limit);
  return {
    total,
    data: page.map(({ prefix, network, country, name, sample }) => ({ prefix, network, country, name, sample })),
    next_after: rows.length > input.limit ? (page.at(-1)?.prefix ?? null) : null,
  };
}

/** What a table changes: rows to store and prefixes to take away. */
interface Difference extends Pick<ImportNetworksResult, 'added' | 'changed' | 'unchanged'> {
  stored: NetworkPrefixRow[];
  gone: string[];
}

/**
 * Brings in a table of number ranges. `sample` marks rows as examples that came with the installation. A dry run reads and compares only; a file with a
 * faulty row changes nothing unless those shall be left out. Throws `request_invalid` for what is no such file.
 */
export async function importNetworks({
  ctx,
  input,
  sample = false,
}: {
  ctx: RequestContext;
  input: ImportNetworksRequest;
  sample?: boolean;
}): Promise<ImportNetworksResult> {
  const file = readNetworkFile(input.csv);
  if (file.fault !== null) throw refuseField('csv', 'unreadable', file.fault);
  const faults = file.rows.flatMap((row) => row.faults);
  if (!input.dry_run && faults.length > 0 && !input.skip_faulty) throw refuseRows(faults);
  const difference = await inWorkspace(ctx, async (tx) => {
    await lockNetworks(tx, ctx.workspace.number);
    const before = await readNetworkPrefixes(tx, ctx.workspace.number);
    const found = compare(ctx, file, before, input.whole_table, sample);
    if (!input.dry_run) await store(tx, ctx, found, input.file_name);
    return found;
  });
  if (!input.dry_run) await ctx.services.tariffs.refresh();
  const faulty = file.rows.filter((row) => row.faults.length > 0);
  return {
    rows: file.rows.length,
    right: file.rows.length - faulty.length,
    columns: file.columns,
    added: difference.added,
    changed: difference.changed,
    unchanged: difference.unchanged,
    removed: difference.gone.length,
    faults: faults.slice(0, FAULTS_SHOWN),
    fault_count: faults.length,
    error_csv: faulty.length === 0 ? null : writeErrorCsv(file.header, faulty),
    stored: !input.dry_run,
  };
}

function compare(
  ctx: RequestContext,
  file: NetworkFile,
  before: readonly NetworkPrefixRow[],
  isWhole: boolean,
  sample: boolean,
): Difference {
  const known = new Map(before.map((row) => [row.prefix, row]));
  const difference: Difference = { added: 0, changed: 0, unchanged: 0, stored: [], gone: [] };
  const named = new Set<string>();
  for (const { range } of file.rows) {
    if (range === null) continue;
    named.add(range.prefix);
    const row = { ...range, workspace: ctx.workspace.number, sample };
    const old = known.get(row.prefix);
    const isSame =
      old?.network === row.network && old.country === row.country && old.name === row.name && old.sample === sample;
    if (isSame) difference.unchanged += 1;
    else {
      difference[old === undefined ? 'added' : 'changed'] += 1;
      difference.stored.push(row);
    }
  }
  if (isWhole) difference.gone = before.flatMap(({ prefix }) => (named.has(prefix) ? [] : [prefix]));
  return difference;
}

async function store(tx: Transaction, ctx: RequestContext, found: Difference, fileName: string): Promise<void> {
  const { added, changed, unchanged, stored, gone } = found;
  if (stored.length + gone.length === 0) return;
  await upsertNetworkPrefixes(tx, stored);
  await deleteNetworkPrefixes(tx, ctx.workspace.number, gone);
  await recordAudit(tx, ctx, {
    action: 'networks.imported',
    object: { kind: 'networks', id: 'networks', name: fileName },
    environment: null,
    before: null,
    after: { added, changed, unchanged, removed: gone.length },
  });
}
