import type { Environment, ErrorCode, RequestOutcome } from '@signalbox/contracts';
import type { Sql, SqlRunner } from '../connection.ts';
import { type CopyColumn, copyRows } from '../copy-rows.ts';

/** A call of the public API to keep. Bodies are the text of JSON, masked; the instant of the call is inside `id`. */
export interface NewRequest {
  id: string;
  workspace: number;
  /** The number of the key that called. */
  apiKey: number | null;
  environment: Environment;
  method: string;
  path: string;
  operation: string;
  status: number;
  error: ErrorCode | null;
  replayed: boolean;
  durationUs: number;
  address: string;
  requestBytes: number;
  answerBytes: number;
  notKept: number;
  query: string | null;
  request: string | null;
  answer: string | null;
}

const REQUEST_COLUMNS: readonly CopyColumn[] = [
  { name: 'id', type: 'uuid' },
  { name: 'workspace', type: 'int4' },
  { name: 'api_key', type: 'int4' },
  { name: 'environment', type: 'word' },
  { name: 'method', type: 'text' },
  { name: 'path', type: 'text' },
  { name: 'operation', type: 'text' },
  { name: 'status', type: 'int2' },
  { name: 'error', type: 'text' },
  { name: 'replayed', type: 'bool' },
  { name: 'duration_us', type: 'int4' },
  { name: 'address', type: 'text' },
  { name: 'request_bytes', type: 'int4' },
  { name: 'answer_bytes', type: 'int4' },
  { name: 'not_kept', type: 'int4' },
  { name: 'query', type: 'json' },
  { name: 'request', type: 'json' },
  { name: 'answer', type: 'json' },
];

/**
 * Stores calls by COPY, as the owner of the table (see copyMessages): each row carries the workspace of the key or session that called. Nobody waits for them, and what
 * a crash of the server takes of the last moment is no message: the commit is not waited for either.
 */
export async function copyRequests(sql: Sql, requests: readonly NewRequest[]): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local synchronous_commit = off`;
    await copyRows(
      tx,
      'api_request',
      REQUEST_COLUMNS,
      requests.map((r) => [
        r.id,
        r.workspace,
        r.apiKey,
        r.environment,
        r.method,
        r.path,
        r.operation,
        r.status,
        r.error,
        r.replayed,
        r.durationUs,
        r.address,
        r.requestBytes,
        r.answerBytes,
        r.notKept,
        r.query,
        r.request,
        r.answer,
      ]),
    );
  });
}

/** A call as it was kept. */
export interface RequestRow extends Omit<NewRequest, 'workspace' | 'apiKey' | 'query' | 'request' | 'answer'> {
  keyId: string | null;
  keyName: string | null;
  query: unknown;
  request: unknown;
  answer: unknown;
}

/** Which calls are asked for; null means any. */
export interface RequestFilter {
  workspace: number;
  environment: Environment;
  id: string | null;
  belowId: string | null;
  outcome: RequestOutcome | null;
  error: ErrorCode | null;
  operation: string | null;
  /** Public id of the key that called, as a UUID. */
  keyId: string | null;
}

const STATUS_SPAN: Readonly<Record<RequestOutcome, readonly [number, number]>> = {
  done: [0, 399],
  refused: [400, 499],
  failed: [500, 599],
};

/** Calls that were kept, newest first. */
export async function readRequests(sql: SqlRunner, filter: RequestFilter, limit: number): Promise<RequestRow[]> {
  const { workspace, environment, id, belowId, outcome, error, operation, keyId } = filter;
  const [from, to] = outcome === null ? [0, 599] : STATUS_SPAN[outcome];
  // The condition by which the smaller index is found.
  const refused = error !== null || (outcome !== null && outcome !== 'done');
  return sql<RequestRow[]>`
    select r.id, r.environment, r.method, r.path, r.operation, r.status, r.error, r.replayed, r.duration_us as "durationUs", r.address,
      r.request_bytes as "requestBytes", r.answer_bytes as "answerBytes", r.not_kept as "notKept", r.query, r.request, r.answer,
      k.id as "keyId", k.name as "keyName"
    from api_request r left join api_key k on k.number = r.api_key and k.workspace = r.workspace
    where r.workspace = ${workspace} and r.environment = ${environment} and r.status between ${from} and ${to}
      ${refused ? sql`and r.error is not null` : sql``}
      ${id === null ? sql`` : sql`and r.id = ${id}`}
      ${belowId === null ? sql`` : sql`and r.id < ${belowId}`}
      ${error === null ? sql`` : sql`and r.error = ${error}`}
      ${operation === null ? sql`` : sql`and r.operation = ${operation}`}
      ${keyId === null ? sql`` : sql`and k.id = ${keyId}`}
    order by r.id desc limit ${limit}`;
}
