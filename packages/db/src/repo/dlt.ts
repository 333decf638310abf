import type { DltCtaType, DltEntryKind, DltKind, DltMatching, DltStatus, DltTag } from '@signalbox/contracts';
import type { SqlRunner } from '../connection.ts';

/** A registration on India's ledgers, whatever its kind: fields of other kinds are null. Days are YYYY-MM-DD. */
export interface DltRow {
  id: string;
  workspace: number;
  kind: DltEntryKind;
  /** Id of the entity on the ledgers. */
  entityId: string;
  status: DltStatus;
  expiresOn: string | null;
  version: number;
  updatedAtMs: number;
  name: string | null;
  matching: DltMatching | null;
  header: string | null;
  templateId: string | null;
  templateKind: DltKind | null;
  headers: string[] | null;
  text: string | null;
  tags: DltTag[] | null;
  consentTemplateId: string | null;
  type: DltCtaType | null;
  value: string | null;
  /** Our number and public id of the provider of a chain. */
  provider: number | null;
  providerId: string | null;
  telemarketerIds: string[] | null;
}

const TABLES = {
  entities: 'dlt_entity',
  headers: 'dlt_header',
  templates: 'dlt_template',
  calls_to_action: 'dlt_cta',
  consent_templates: 'dlt_consent_template',
  chains: 'dlt_chain',
} as const satisfies Record<DltEntryKind, string>;

/** The columns of each kind beside those of every registration: name in SQL, type, and field. The first ones are its key. */
const COLUMNS = {
  entities: [
    ['entity_id', 'text', 'entityId'],
    ['name', 'text', 'name'],
    ['matching', 'jsonb', 'matching'],
  ],
  headers: [['header', 'text', 'header']],
  templates: [
    ['template_id', 'text', 'templateId'],
    ['name', 'text', 'name'],
    ['kind', 'dlt_kind', 'templateKind'],
    ['headers', 'text[]', 'headers'],
    ['text', 'text', 'text'],
    ['tags', 'text[]', 'tags'],
    ['consent_template_id', 'text', 'consentTemplateId'],
  ],
  calls_to_action: [
    ['type', 'dlt_cta_type', 'type'],
    ['value', 'text', 'value'],
  ],
  consent_templates: [
    ['template_id', 'text', 'templateId'],
    ['name', 'text', 'name'],
    ['text', 'text', 'text'],
  ],
  chains: [
    ['provider', 'int', 'provider'],
    ['telemarketer_ids', 'text[]', 'telemarketerIds'],
  ],
} as const satisfies Record<DltEntryKind, readonly (readonly [string, string, keyof DltRow])[]>;

const KEYS = {
  entities: 'workspace, entity_id',
  headers: 'workspace, header',
  templates: 'workspace, template_id',
  calls_to_action: 'workspace, entity, type, value',
  consent_templates: 'workspace, template_id',
  chains: 'workspace, entity, provider',
} as const satisfies Record<DltEntryKind, string>;

/** The text that a kind is searched by. */
const SEARCHED = {
  entities: `t.entity_id || ' ' || t.name`,
  headers: 't.header',
  templates: `t.template_id || ' ' || t.name || ' ' || t.text || ' ' || array_to_string(t.headers, ' ')`,
  calls_to_action: 't.value',
  consent_templates: `t.template_id || ' ' || t.name || ' ' || t.text`,
  chains: `array_to_string(t.telemarketer_ids, ' ')`,
} as const satisfies Record<DltEntryKind, string>;

function selectOf(kind: DltEntryKind): string {
  const own = COLUMNS[kind]
    .filter(([, , field]) => field !== 'entityId')
    .map(([name, type, field]) => `t.${name}${type.startsWith('dlt_') ? '::text' : ''} as "${field}"`);
  const entity = kind === 'entities' ? 't.entity_id' : 'e.entity_id';
  const provider = kind === 'chains' ? ', p.id as "providerId"' : '';
  const joins =
    (kind === 'entities' ? '' : ' join dlt_entity e on e.id = t.entity') +
    (kind === 'chains' ? ' join provider p on p.number = t.provider' : '');
  return `select t.id, t.workspace, '${kind}' as kind, ${entity} as "entityId", t.status::text as status, t.expires_on::text as "expiresOn",
    t.version, (extract(epoch from t.updated_at) * 1000)::float8 as "updatedAtMs", ${own.join(', ')}${provider} from ${TABLES[kind]} t${joins}`;
}

const EMPTY: Omit<
  DltRow,
  'id' | 'workspace' | 'kind' | 'entityId' | 'status' | 'expiresOn' | 'version' | 'updatedAtMs'
> = {
  name: null,
  matching: null,
  header: null,
  templateId: null,
  templateKind: null,
  headers: null,
  text: null,
  tags: null,
  consentTemplateId: null,
  type: null,
  value: null,
  provider: null,
  providerId: null,
  telemarketerIds: null,
};

const whole = (rows: readonly Partial<DltRow>[]): DltRow[] => rows.map((row) => ({ ...EMPTY, ...row }) as DltRow);

/** Everything that judging a text takes, of all workspaces: the rows of every kind but consent templates. */
export async function readDltBooks(sql: SqlRunner): Promise<DltRow[]> {
  const kinds = ['entities', 'headers', 'templates', 'calls_to_action', 'chains'] as const;
  const read = await Promise.all(kinds.map((kind) => sql.unsafe<Partial<DltRow>[]>(`${selectOf(kind)} order by t.id`)));
  return read.flatMap(whole);
}

/** Which registrations to list. */
export interface DltFilter {
  workspace: number;
  kind: DltEntryKind;
  /** Text to search for, or empty. */
  search: string;
  aboveId: string | null;
}

/** Registrations of one kind, the oldest first, at most `limit`. */
export async function readDltEntries(
  sql: SqlRunner,
  { workspace, kind, search, aboveId }: DltFilter,
  limit: number,
): Promise<DltRow[]> {
  const rows = await sql.unsafe<Partial<DltRow>[]>(
    `${selectOf(kind)} where t.workspace = $1 and ($2::uuid is null or t.id > $2::uuid)
      and ($3 = '' or strpos(lower(${SEARCHED[kind]}), lower($3)) > 0) order by t.id limit $4`,
    [workspace, aboveId, search, limit],
  );
  return whole(rows);
}

/** Registrations whose last day is at most `until` and not before `from`, the soonest first. */
export async function readDltExpiring(
  sql: SqlRunner,
  workspace: number,
  from: string,
  until: string,
): Promise<DltRow[]> {
  const kinds = Object.keys(TABLES) as DltEntryKind[];
  const read = await Promise.all(
    kinds.map((kind) =>
      sql.unsafe<Partial<DltRow>[]>(
        `${selectOf(kind)} where t.workspace = $1 and t.status = 'active' and t.expires_on between $2::date and $3::date`,
        [workspace, from, until],
      ),
    ),
  );
  return read.flatMap(whole).sort((a, b) => (a.expiresOn ?? '').localeCompare(b.expiresOn ?? ''));
}

/** What is stored of a registration. */
export type NewDltRow = Partial<Omit<DltRow, 'kind' | 'workspace' | 'version' | 'updatedAtMs'>> &
  Pick<DltRow, 'id' | 'entityId' | 'status' | 'expiresOn'>;

/** A registration that was stored, with what it was before; those that say the same as before are left alone and not answered. */
export interface StoredDltRow {
  id: string;
  added: boolean;
}

/** Stores registrations of one kind, each in place of the one with its key; the entities they name must be on file, else they are left out. */
export async function storeDltEntries(
  sql: SqlRunner,
  workspace: number,
  kind: DltEntryKind,
  rows: readonly NewDltRow[],
): Promise<StoredDltRow[]> {
  const own = COLUMNS[kind];
  const named = own.map(([name]) => name);
  const typed = own.map(([name, type]) => `${name} ${type}`);
  const given = rows.map((row) => ({
    id: row.id,
    of_entity: row.entityId,
    status: row.status,
    expires_on: row.expiresOn,
    ...Object.fromEntries(own.map(([name, , field]) => [name, row[field as keyof NewDltRow] ?? null])),
  }));
  const isEntity = kind === 'entities';
  const columns = ['id', 'workspace', 'status', 'expires_on', ...(isEntity ? [] : ['entity']), ...named];
  const changing = ['status', 'expires_on', ...(isEntity ? [] : ['entity']), ...named];
  return sql.unsafe<StoredDltRow[]>(
    `insert into ${TABLES[kind]} as t (${columns.join(', ')})
     select r.id, $1, r.status, r.expires_on, ${isEntity ? '' : 'e.id, '}${named.map((name) => `r.${name}`).join(', ')}
     from jsonb_to_recordset($2::jsonb) as r(id uuid, of_entity text, status dlt_status, expires_on date, ${typed.join(', ')})
     ${isEntity ? '' : 'join dlt_entity e on e.workspace = $1 and e.entity_id = r.of_entity'}
     on conflict (${KEYS[kind]}) do update set ${changing.map((name) => `${name} = excluded.${name}`).join(', ')},
       version = t.version + 1, updated_at = now()
     where (${changing.map((name) => `t.${name}`).join(', ')}) is distinct from (${changing.map((name) => `excluded.${name}`).join(', ')})
     returning id, (xmax = 0) as added`,
    [workspace, given as never],
  );
}

/** Removes a registration of any kind; undefined when there is none of this id here. What is registered under an entity goes with it. */
export async function deleteDltEntry(sql: SqlRunner, workspace: number, id: string): Promise<DltRow | undefined> {
  const kinds = Object.keys(TABLES) as DltEntryKind[];
  const places = kinds.map((kind) => `select '${kind}' as kind from ${TABLES[kind]} where workspace = $1 and id = $2`);
  const [found] = await sql.unsafe<{ kind: DltEntryKind }[]>(places.join(' union all '), [workspace, id]);
  if (found === undefined) return undefined;
  const rows = await sql.unsafe<Partial<DltRow>[]>(
    `${selectOf(found.kind)} where t.workspace = $1 and t.id = $2 for update of t`,
    [workspace, id],
  );
  await sql.unsafe(`delete from ${TABLES[found.kind]} where workspace = $1 and id = $2`, [workspace, id]);
  return whole(rows)[0];
}

/** Which of these entities are on file in the workspace. */
export async function findDltEntities(
  sql: SqlRunner,
  workspace: number,
  entityIds: readonly string[],
): Promise<Set<string>> {
  const rows = await sql<{ entityId: string }[]>`
    select entity_id as "entityId" from dlt_entity where workspace = ${workspace} and entity_id = any(${sql.array([...entityIds])})`;
  return new Set(rows.map((row) => row.entityId));
}

/** Our number of each of these providers of the workspace, by its UUID. */
export async function readProviderNumbers(
  sql: SqlRunner,
  workspace: number,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = await sql<{ id: string; number: number }[]>`
    select id, number from provider where workspace = ${workspace} and id = any(${sql.array([...ids])}::uuid[])`;
  return new Map(rows.map(({ id, number }) => [id, number]));
}
