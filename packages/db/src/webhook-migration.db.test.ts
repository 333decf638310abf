import { createUuidSource, uuidFloor } from '@signalbox/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from './connection.ts';
import { type OldDatabase, openDatabaseBefore } from './migration.case.ts';
import { makePartitions, partitionDay } from './partitions.ts';
import { claimDues } from './repo/webhook-dues.ts';
import { readDeliveries, readOutcomes } from './repo/webhook-log.ts';

let before: OldDatabase;
beforeAll(async () => {
  before = await openDatabaseBefore('webhook_packets');
});
afterAll(() => before.drop());

const DAY_MS = 86_400_000;
const WORKSPACE = 1;
const ENDPOINT = 7;
const ids = createUuidSource({ nowMs: Date.now, fillRandom: (bytes) => void crypto.getRandomValues(bytes) });

async function makeDays(): Promise<void> {
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  for (const day of [today, today + DAY_MS])
    for (const table of ['webhook_event', 'webhook_delivery', 'webhook_attempt'])
      await before.sql.unsafe(
        `create table ${table}_${partitionDay(day)} partition of ${table}
           for values from ('${uuidFloor(day)}') to ('${uuidFloor(day + DAY_MS)}')`,
      );
}

async function addDelivery(state: string, tries: number): Promise<string> {
  const { sql } = before;
  const [id, event] = [ids.next(), ids.next()];
  await sql`
    insert into webhook_event (id, workspace, environment, type, body)
    values (${event}, ${WORKSPACE}, 'live', 'message.sent', ${`{"state":"${state}"}`})`;
  await sql`
    insert into webhook_delivery (id, event_id, next_at, settled_at, workspace, endpoint, tries, state, origin, type)
    values (${id}, ${event}, now() - interval '1 minute', ${state === 'pending' ? null : sql`now()`}, ${WORKSPACE}, ${ENDPOINT}, ${tries},
      ${state}, 'event', 'message.sent')`;
  for (let n = 1; n <= tries; n += 1) {
    const well = state === 'delivered' && n === tries;
    await sql`
      insert into webhook_attempt (delivery_id, at, workspace, duration_ms, n, status, failure, url, signature, detail, response)
      values (${id}, now(), ${WORKSPACE}, 12, ${n}, ${well ? 204 : 500}, ${well ? null : 'status'}, 'https://shop.example/hook', ${`v1,${n}`},
        null, ${well ? '' : 'busy'})`;
  }
  return id;
}

it('goes on with what was tried before: the log tells every try, and what waits is due for its next one', async () => {
  await makeDays();
  const waiting = await addDelivery('pending', 2);
  await addDelivery('delivered', 2);
  await addDelivery('failed', 8);
  await addDelivery('canceled', 1);
  const fresh = await addDelivery('pending', 0);
  await before.goOn();
  const { sql, close } = openDatabase({ url: before.url, maxConnections: 1, applicationName: 'test' });
  try {
    await makePartitions(sql, Date.now(), 7);
    const filter = { workspace: WORKSPACE, endpoint: ENDPOINT, state: null, id: null, belowId: null };
    const rows = await readDeliveries(sql, filter, 10);
    expect(rows.map(({ state, body }) => [state, body])).toEqual(
      ['pending', 'canceled', 'failed', 'delivered', 'pending'].map((state) => [state, `{"state":"${state}"}`]),
    );
    const told = await readOutcomes(
      sql,
      WORKSPACE,
      ENDPOINT,
      rows.map(({ id }) => id),
    );
    const triesOf = (index: number) =>
      told
        .filter((one) => one.deliveryId === rows[index]?.id)
        .map(({ n, state, status, signature, response }) => [n, state, status, signature, response]);
    expect(triesOf(0)).toEqual([]);
    expect(triesOf(1)).toEqual([
      [1, 'pending', 500, 'v1,1', 'busy'],
      [2, 'canceled', null, null, null],
    ]);
    expect(triesOf(2).at(-1)).toEqual([8, 'failed', 500, 'v1,8', 'busy']);
    expect(triesOf(3)).toEqual([
      [1, 'pending', 500, 'v1,1', 'busy'],
      [2, 'delivered', 204, 'v1,2', ''],
    ]);
    const claimed = await claimDues(sql, new Map([[ENDPOINT, 10]]), 60);
    expect(claimed.map(({ id, n, places }) => [id, n, places])).toEqual([
      [waiting, 3, [0]],
      [fresh, 1, [0]],
    ]);
  } finally {
    await close();
  }
});
