import {
  encodeId,
  type FindPersonRequest,
  type IdKind,
  PersonDataKind,
  type PersonFound,
  type PersonHolding,
  uuidTimeMs,
} from '@signalbox/contracts';
import {
  countWebhookEvents,
  type HeldRow,
  RECIPIENT_TABLES,
  readHoldings,
  readLabelledEvents,
  type SqlRunner,
} from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { webhookEventId } from '../webhooks/fan-out.ts';
import { type Person, personOf, SEARCH_MS } from './person-of.ts';

/** What the newest entries of a kind are known by outside. */
const ID_KINDS: Partial<Record<PersonDataKind, IdKind>> = {
  messages: 'message',
  verifications: 'verification',
  replies: 'inbound',
  consents: 'consent',
  list_members: 'list',
  suppressions: 'suppression',
  blocked_numbers: 'prefix',
  audit_log: 'auditEntry',
};

/** Kinds in which nobody is found: what is kept there names no person exactly, and goes soon. */
const UNSEARCHED: readonly PersonDataKind[] = ['answers', 'request_log'];

/** Counts what is held about a person, with the newest of each kind. Nothing is found outside the caller's workspace and environment. */
export async function findPerson({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: FindPersonRequest;
}): Promise<PersonFound> {
  const person = personOf(ctx, input);
  const held = await asSearcher(ctx, (tx) => readHeld(tx, person));
  const byKind = new Map(held.map((row) => [row.kind, row]));
  const holdings = PersonDataKind.options
    .filter((kind) => !UNSEARCHED.includes(kind))
    .map((kind) => viewHolding(kind, byKind.get(kind)));
  const total = holdings.reduce((sum, { count }) => sum + count, 0);
  return { address: person.masked, channel: person.channel, environment: person.environment, total, holdings };
}

/** Runs a search as the owner of the tables, on one core and within a minute. */
export function asSearcher<T>(ctx: RequestContext, work: (tx: SqlRunner) => Promise<T>): Promise<T> {
  return inWorkspace(ctx, async (tx, asOwner) => {
    await asOwner();
    await tx`select set_config('statement_timeout', ${`${SEARCH_MS}ms`}, true), set_config('max_parallel_workers_per_gather', '0', true)`;
    return work(tx);
  });
}

async function readHeld(tx: SqlRunner, person: Person): Promise<HeldRow[]> {
  const rows = await readHoldings(tx, person);
  const told = (await readLabelledEvents(tx, person)).map(webhookEventId);
  const count = await countWebhookEvents(tx, person.workspace, told);
  return [...rows, { kind: 'webhook_events', count, newest: [] }];
}

/** What becomes of a kind: the first table of it says, which is the one that people mean by it. */
function viewHolding(kind: PersonDataKind, held: HeldRow | undefined): PersonHolding {
  const table = RECIPIENT_TABLES.find((one) => one.kind === kind);
  if (table === undefined) throw new Error(`no table holds ${kind}`);
  const idKind = ID_KINDS[kind];
  const newest = (held?.newest ?? []).map(({ id, atMs, detail }) => {
    const at = atMs ?? (id === null ? null : uuidTimeMs(id));
    return {
      id: id === null || idKind === undefined ? null : encodeId(idKind, id),
      at: at === null ? null : new Date(at).toISOString(),
      detail,
    };
  });
  return { kind, count: held?.count ?? 0, erasure: table.erasure, kept_for: table.kept, newest };
}
