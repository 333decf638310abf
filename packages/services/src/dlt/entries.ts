import {
  DLT_ENTRIES_MAX,
  type DltEntryKind,
  type DltEntryOf,
  type DltEntryPage,
  type DltEntryView,
  type DltListInput,
  type DltStored,
  decodeId,
  encodeId,
  type FieldError,
  SignalboxError,
} from '@signalbox/contracts';
import { parseDltTemplate, shownHeader, standingOf } from '@signalbox/core';
import {
  type DltRow,
  deleteDltEntry,
  findDltEntities,
  type NewDltRow,
  readDltEntries,
  readProviderNumbers,
  storeDltEntries,
  type Transaction,
} from '@signalbox/db';
import type { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { dayInIndia } from '../config/dlt.ts';
import type { RequestContext } from '../context.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import { inWorkspace, readWithin } from '../tenant.ts';
import { chainHash } from './chain-hash.ts';

/** Registrations of one kind as they are given. */
export type DltEntries = { [Kind in DltEntryKind]: { kind: Kind; entries: readonly DltEntryOf<Kind>[] } }[DltEntryKind];

/** What people call a registration. */
export const nameOf = (row: DltRow): string =>
  row.name ?? row.header ?? row.value ?? row.telemarketerIds?.join(' → ') ?? row.entityId;

function viewOf(row: DltRow, today: string): DltEntryView {
  const template = row.kind === 'templates' ? parseDltTemplate(row.text ?? '', row.tags) : null;
  return {
    kind: row.kind,
    id: encodeId('dltEntry', row.id),
    usable: standingOf(row.status, row.expiresOn, today).usable,
    version: row.version,
    updated_at: new Date(row.updatedAtMs).toISOString(),
    entity_id: row.entityId,
    name: nameOf(row),
    status: row.status,
    expires_on: row.expiresOn,
    matching: row.matching,
    header: row.header,
    template_id: row.templateId,
    template_kind: row.templateKind,
    headers: row.headers ?? [],
    text: row.text,
    tags: template?.ok === true ? [...template.template.tags] : row.tags,
    consent_template_id: row.consentTemplateId,
    type: row.type,
    value: row.value,
    provider_id: row.providerId === null ? null : encodeId('provider', row.providerId),
    telemarketer_ids: row.telemarketerIds ?? [],
    hash: row.kind === 'chains' ? chainHash(row.entityId, row.telemarketerIds ?? []) : null,
    issues: template?.faults.map(({ message }) => message) ?? [],
  };
}

/** The registrations of one kind, the oldest first; both environments share them. */
export async function listDltEntries({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: z.infer<typeof DltListInput>;
}): Promise<DltEntryPage> {
  const { kind, search, limit } = input;
  const filter = { workspace: ctx.workspace.number, kind, search, aboveId: decodeCursor(input.cursor) };
  const found = await readWithin(ctx, 'The list takes too long to search; search for more of the text.', (tx) =>
    readDltEntries(tx, filter, limit + 1),
  );
  const today = dayInIndia(ctx.services.world.nowMs());
  const { rows, next_cursor } = pageOf(found, limit);
  return { data: rows.map((row) => viewOf(row, today)), next_cursor };
}

/**
 * Stores registrations of one kind, each in place of the one with the same id, header, or value; in force for the next decision of every process.
 * Throws `request_invalid` naming each that cannot be: a template that cannot be read, an entity or provider that is not on file.
 */
export async function saveDltEntries({ ctx, input }: { ctx: RequestContext; input: DltEntries }): Promise<DltStored> {
  return inWorkspace(ctx, async (tx) => {
    const faults = await faultsOf(tx, ctx, input);
    if (faults.length > 0) throw new SignalboxError('request_invalid', { fields: faults });
    return store(tx, ctx, input);
  });
}

/** What keeps registrations from being stored, by the place of each in the list. Reads in the transaction of the store. */
export async function faultsOf(tx: Transaction, ctx: RequestContext, input: DltEntries): Promise<FieldError[]> {
  const { kind, entries } = input;
  const faults =
    kind === 'templates' ? entries.flatMap(({ text, tags }, index) => templateFaults(text, tags, index)) : [];
  if (kind !== 'entities') {
    const known = await findDltEntities(
      tx,
      ctx.workspace.number,
      entries.map((entry) => entry.entity_id),
    );
    for (const [index, { entity_id }] of entries.entries()) {
      if (known.has(entity_id)) continue;
      const message = `The entity ${entity_id} is not on file: add it first.`;
      faults.push({ path: `entries.${index}.entity_id`, code: 'unknown', message });
    }
  }
  if (kind === 'chains') {
    const numbers = await providersOf(tx, ctx, input);
    for (const [index, { provider_id }] of input.entries.entries()) {
      if (numbers.has(provider_id)) continue;
      faults.push({
        path: `entries.${index}.provider_id`,
        code: 'unknown',
        message: 'There is no provider with this id.',
      });
    }
  }
  return faults;
}

function templateFaults(text: string, tags: Parameters<typeof parseDltTemplate>[1], index: number): FieldError[] {
  return parseDltTemplate(text, tags ?? null)
    .faults.filter(({ refused }) => refused)
    .map(({ code, message }) => ({ path: `entries.${index}.text`, code, message }));
}

async function providersOf(
  tx: Transaction,
  ctx: RequestContext,
  { entries }: Extract<DltEntries, { kind: 'chains' }>,
): Promise<Map<string, number>> {
  const uuids = entries.flatMap(({ provider_id }) => decodeId('provider', provider_id) ?? []);
  const numbers = await readProviderNumbers(tx, ctx.workspace.number, uuids);
  return new Map([...numbers].map(([uuid, number]) => [encodeId('provider', uuid), number]));
}

/** Stores registrations that were judged, and writes one entry into the audit log. */
export async function store(tx: Transaction, ctx: RequestContext, input: DltEntries): Promise<DltStored> {
  const { kind, entries } = input;
  const numbers = kind === 'chains' ? await providersOf(tx, ctx, input) : new Map<string, number>();
  const rows = distinct(input).map(
    (entry): NewDltRow => ({ ...rowOf(kind, entry, numbers), id: ctx.services.ids.next() }),
  );
  const total = { added: 0, changed: 0, unchanged: 0 };
  for (let from = 0; from < rows.length; from += DLT_ENTRIES_MAX) {
    const part = rows.slice(from, from + DLT_ENTRIES_MAX);
    const stored = await storeDltEntries(tx, ctx.workspace.number, kind, part);
    total.added += stored.filter(({ added }) => added).length;
    total.changed += stored.filter(({ added }) => !added).length;
    total.unchanged += part.length - stored.length;
  }
  const [first] = entries;
  if (first !== undefined && total.added + total.changed > 0) {
    await recordAudit(tx, ctx, {
      action: 'dlt.stored',
      object: { kind: 'dlt', id: first.entity_id, name: rows.length === 1 ? keyOf(kind, first) : kind },
      before: null,
      after: rows.length === 1 ? { kind, ...first } : { kind, ...total },
      // Live and sandbox share it.
      environment: null,
    });
  }
  return total;
}

/** The last of those that are the same registration counts, as it would if they came one after another. */
function distinct({ kind, entries }: DltEntries): DltEntryOf<DltEntryKind>[] {
  return [...new Map(entries.map((entry) => [keyOf(kind, entry), entry])).values()];
}

type AnyEntry = Partial<
  DltEntryOf<'entities'> &
    DltEntryOf<'headers'> &
    DltEntryOf<'templates'> &
    DltEntryOf<'calls_to_action'> &
    DltEntryOf<'chains'>
>;

/** What makes an entry the same registration as another. */
export function keyOf(kind: DltEntryKind, entry: DltEntryOf<DltEntryKind>): string {
  const { entity_id, header, template_id, type, value, provider_id } = entry as AnyEntry;
  const keys = {
    entities: entity_id,
    headers: header,
    templates: template_id,
    calls_to_action: `${entity_id} ${type} ${value}`,
    consent_templates: template_id,
    chains: `${entity_id} ${provider_id}`,
  };
  return keys[kind] ?? '';
}

function rowOf(
  _kind: DltEntryKind,
  entry: DltEntryOf<DltEntryKind>,
  providers: ReadonlyMap<string, number>,
): Omit<NewDltRow, 'id'> {
  const given = entry as AnyEntry & DltEntryOf<DltEntryKind>;
  return {
    entityId: given.entity_id,
    status: given.status,
    expiresOn: given.expires_on,
    name: given.name ?? null,
    matching: given.matching ?? null,
    header: given.header ?? null,
    templateId: given.template_id ?? null,
    templateKind: given.kind ?? null,
    headers: given.headers ?? null,
    text: given.text ?? null,
    tags: given.tags ?? null,
    consentTemplateId: given.consent_template_id ?? null,
    type: given.type ?? null,
    value: given.value ?? null,
    provider: given.provider_id === undefined ? null : (providers.get(given.provider_id) ?? null),
    telemarketerIds: given.telemarketer_ids ?? null,
  };
}

/** Removes a registration; `not_found` when there is none of this id. With an entity all that is registered under it goes. */
export async function removeDltEntry({ ctx, input }: { ctx: RequestContext; input: { id: string } }): Promise<null> {
  const id = decodeId('dltEntry', input.id);
  await inWorkspace(ctx, async (tx) => {
    const before = id === undefined ? undefined : await deleteDltEntry(tx, ctx.workspace.number, id);
    if (before === undefined) throw new SignalboxError('not_found', { detail: 'Nothing is registered under this id.' });
    await recordAudit(tx, ctx, {
      action: 'dlt.removed',
      object: { kind: 'dlt', id: input.id, name: nameOf(before) },
      before: { kind: before.kind, entity_id: before.entityId, name: nameOf(before), status: before.status },
      after: null,
      environment: null,
    });
  });
  return null;
}

/** How phones show a header for a kind of template. */
export const shownAs = (header: string | null, kind: Parameters<typeof shownHeader>[1] | null): string | null =>
  header === null || kind === null ? null : shownHeader(header, kind);
