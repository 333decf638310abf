import type { WebhookDeliveryState, WebhookFailure } from '@signalbox/contracts';
import { instantArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';
import type { Due } from './webhook-dues.ts';

/** The tries of deliveries of one packet that ended alike. Times in milliseconds since 1970, durations in milliseconds. */
export interface NewOutcome {
  endpoint: number;
  packet: string;
  /** Which try it was, from 1. */
  n: number;
  workspace: number;
  state: WebhookDeliveryState;
  status: number | null;
  failure: WebhookFailure | null;
  /** When the next try is due, for the state `pending`. */
  nextAtMs: number | null;
  url: string;
  places: readonly number[];
  /** In the order of the places; one for all of them when one request carried them. */
  tries: readonly NewTry[];
}

/** What is each try's own. */
export interface NewTry {
  atMs: number;
  durationMs: number;
  signature: string;
  detail: string | null;
  response: string | null;
}

/** Records how tries ended: one row for those that ended alike. Nobody else may have recorded them: the claim of each must be locked. */
export async function insertOutcomes(sql: SqlRunner, outcomes: readonly NewOutcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const firstMs = outcomes.map(({ tries }) => tries.reduce((least, { atMs }) => Math.min(least, atMs), Infinity));
  await sql`
    insert into webhook_outcome (endpoint, packet, n, first, workspace, at, next_at, state, status, failure, url, places, after_ms,
      duration_ms, signatures, details, responses)
    select endpoint, packet, n, first, workspace, at, next_at, state, status, failure, url, places::int2[], after_ms::int4[],
      duration_ms::int4[], signatures, details::text[], responses::text[]
    from unnest(
      ${plainArray(outcomes.map((o) => o.endpoint))}::int4[], ${plainArray(outcomes.map((o) => o.packet))}::uuid[],
      ${plainArray(outcomes.map((o) => o.n))}::int2[],
      ${plainArray(outcomes.map((o) => o.places.reduce((least, place) => Math.min(least, place), Infinity)))}::int2[],
      ${plainArray(outcomes.map((o) => o.workspace))}::int4[], ${instantArray(firstMs)}::timestamptz[],
      ${instantArray(outcomes.map((o) => o.nextAtMs))}::timestamptz[], ${plainArray(outcomes.map((o) => o.state))}::webhook_state[],
      ${plainArray(outcomes.map((o) => o.status))}::int2[], ${plainArray(outcomes.map((o) => o.failure))}::webhook_failure[],
      ${textArray(outcomes.map((o) => o.url))}::text[],
      ${textArray(outcomes.map((o) => plainArray(o.places)))}::text[],
      ${textArray(outcomes.map((o, index) => plainArray(o.tries.map((t) => t.atMs - (firstMs[index] ?? 0)))))}::text[],
      ${textArray(outcomes.map((o) => plainArray(o.tries.map((t) => Math.round(t.durationMs)))))}::text[],
      ${textArray(outcomes.map((o) => o.tries.map((t) => t.signature).join('\n')))}::text[],
      ${textArray(outcomes.map((o) => textsOf(o.tries.map((t) => t.detail))))}::text[],
      ${textArray(outcomes.map((o) => textsOf(o.tries.map((t) => t.response))))}::text[]
    ) as given(endpoint, packet, n, first, workspace, at, next_at, state, status, failure, url, places, after_ms, duration_ms, signatures,
      details, responses)`;
}

/** Texts that are mostly missing or empty: null when all of them are. */
const textsOf = (texts: readonly (string | null)[]): string | null =>
  texts.some((text) => text !== null && text !== '') ? textArray(texts) : null;

/** Of tries, those that are recorded: the places by packet and try, as `recordedKey` spells it. */
export async function findRecorded(
  sql: SqlRunner,
  dues: readonly Pick<Due, 'endpoint' | 'packet' | 'n'>[],
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  if (dues.length === 0) return new Map();
  const rows = await sql<{ packet: string; n: number; places: number[] }[]>`
    select o.packet, o.n, o.places from unnest(${plainArray(dues.map((d) => d.endpoint))}::int4[],
      ${plainArray(dues.map((d) => d.packet))}::uuid[], ${plainArray(dues.map((d) => d.n))}::int2[]) as given(endpoint, packet, n)
    join lateral (select packet, n, places from webhook_outcome
      where endpoint = given.endpoint and packet = given.packet and n = given.n) o on true`;
  const found = Map.groupBy(rows, recordedKey);
  return new Map([...found].map(([key, group]) => [key, new Set(group.flatMap(({ places }) => places))]));
}

/** The key of a try of a packet's deliveries in what `findRecorded` gives. */
export const recordedKey = ({ packet, n }: Pick<Due, 'packet' | 'n'>): string => `${packet} ${n}`;
