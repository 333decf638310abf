import { plainArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** What a repeat of an idempotent call is answered with. */
export interface StoredAnswer {
  /** UUID made of workspace, environment, route and key: the same call has the same. */
  id: string;
  workspace: number;
  /** As the caller gave it: visible ASCII characters without spaces. */
  key: string;
  fingerprint: string;
  requestId: string;
  status: number;
  /** JSON as it was answered: no line ends outside of its texts, and none within. */
  body: string;
}

/**
 * Stores first answers by idempotency key. Where one is stored already (or is being stored: then this waits for that transaction to end) it
 * throws (`isKeyTaken`) and ends the transaction: repeats are rare, and looking for each of them beforehand would cost half as much again.
 * Sent at the call: what the caller asks next comes after it.
 */
export async function insertAnswers(sql: SqlRunner, answers: readonly StoredAnswer[]): Promise<void> {
  const packets = [...Map.groupBy(answers, ({ workspace }) => workspace)];
  // In one order everywhere, as within each of them: two transactions with the same keys never wait for each other in a circle.
  packets.sort(([one], [other]) => one - other);
  await Promise.all(packets.map(([workspace, own]) => insertPacket(sql, workspace, own)));
}

const LINE = /^(\S+) (\S+) (\d+) (\S+) (.*)$/;

const lineOf = ({ fingerprint, requestId, status, key, body }: StoredAnswer): string =>
  `${fingerprint} ${requestId} ${status} ${key} ${body}`;

/** The answers of a workspace in one row, a line each, and a slim row for each key that says where its own stands. */
function insertPacket(sql: SqlRunner, workspace: number, answers: readonly StoredAnswer[]): Promise<unknown> {
  const keys = plainArray(answers.map(({ id }) => id));
  return sql`
    with packet as (
      insert into idempotency_packet (created_at, workspace, keys, answers)
      values (now(), ${workspace}, ${keys}::uuid[], ${answers.map(lineOf).join('\n')})
      returning number)
    insert into idempotency (id, packet, workspace, place)
    select id, number, ${workspace}, place from packet, unnest(${keys}::uuid[]) with ordinality as given(id, place)
    order by id`.execute();
}

/** Reads the stored answers of calls by their id; a call without one is absent from the result. */
export async function findAnswers(sql: SqlRunner, ids: readonly string[]): Promise<StoredAnswer[]> {
  const rows = await sql<{ id: string; workspace: number; line: string }[]>`
    select i.id, i.workspace, split_part(p.answers, E'\n', i.place) as line
    from idempotency i join idempotency_packet p on p.number = i.packet
    where i.id = any(${plainArray(ids)}::uuid[])`;
  return rows.map(({ id, workspace, line }) => {
    const [, fingerprint, requestId, status, key, body] = LINE.exec(line) ?? [];
    if (fingerprint === undefined || requestId === undefined || key === undefined || body === undefined)
      throw new Error(`the stored answer ${id} cannot be read`);
    return { id, workspace, fingerprint, requestId, status: Number(status), key, body };
  });
}

/** Removes idempotency answers older than a day, so many packets at a time; returns how many answers went. */
export async function pruneAnswers(sql: SqlRunner, batchSize: number): Promise<number> {
  let removed = 0;
  for (;;) {
    const [gone] = await sql<{ packets: number; answers: number }[]>`
      with old as (
        delete from idempotency_packet where number = any(array(
          select number from idempotency_packet where created_at < now() - interval '24 hours' limit ${batchSize}))
        returning keys),
      gone as (delete from idempotency where id in (select unnest(keys) from old) returning 1)
      select (select count(*) from old)::int as packets, (select count(*) from gone)::int as answers`;
    removed += gone?.answers ?? 0;
    if ((gone?.packets ?? 0) < batchSize) return removed;
  }
}
