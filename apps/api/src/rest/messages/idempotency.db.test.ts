import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, openTestApi, type Tenant, type TestApi } from '../../testing.ts';

let api: TestApi;
let shop: Tenant;
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('Shop');
});
afterAll(() => api.stop());

const good = { to: '+525512345678', channel: 'sms', class: 'transactional', content: { text: 'hola' } };
const send = (body: unknown, idempotencyKey: string, key = shop.keys.live): Promise<Called> =>
  api.call('POST', '/v1/messages', { key, body, headers: { 'idempotency-key': idempotencyKey } });
const kept = async (key: string): Promise<number[]> => {
  const rows = await api.services.database.sql<{ status: number }[]>`
    select split_part(line, ' ', 3)::int as status from idempotency_packet, string_to_table(answers, chr(10)) as line
    where split_part(line, ' ', 4) = ${key}`;
  return rows.map(({ status }) => status);
};
const codeOf = ({ status, json }: Called) => [status, json.code];

describe('an answer is kept for its repeat when it is final, and only then', () => {
  it('202 is kept: the repeat gets it byte for byte', async () => {
    const first = await send(good, 'k-202');
    expect([first.status, await kept('k-202')]).toEqual([202, [202]]);
    const again = await send(good, 'k-202');
    expect([again.text, again.headers.get('idempotent-replayed')]).toEqual([first.text, 'true']);
  });

  it('a batch of which some are refused is kept with its refusals', async () => {
    const headers = { 'idempotency-key': 'k-batch' };
    const body = { messages: [good, { ...good, to: '1' }] };
    const call = () => api.call('POST', '/v1/messages/batch', { key: shop.keys.live, body, headers });
    const [first, again] = [await call(), await call()];
    expect(first.json).toMatchObject({ accepted: [{ index: 0 }], rejected: [{ index: 1 }] });
    expect([again.text, again.headers.get('idempotent-replayed')]).toEqual([first.text, 'true']);
  });

  it('400 is not: mended, the call goes under the same key', async () => {
    expect(codeOf(await send({ ...good, to: '1' }, 'k-400'))).toEqual([400, 'request_invalid']);
    expect(await kept('k-400')).toEqual([]);
    expect((await send(good, 'k-400')).status).toBe(202);
  });

  it('401 and 403 are not', async () => {
    const made = await api.mutate(
      'keys.create',
      { environment: 'live', name: 'reader', scopes: ['messages:read'] },
      { cookie: await api.signIn(shop) },
    );
    expect(codeOf(await send(good, 'k-401', 'sb_live_wrong'))).toEqual([401, 'unauthenticated']);
    expect(codeOf(await send(good, 'k-401', made.json.result.data.secret))).toEqual([403, 'forbidden']);
    expect(await kept('k-401')).toEqual([]);
    expect((await send(good, 'k-401')).status).toBe(202);
  });

  it('409 is not: with a free client_ref the call goes under the same key', async () => {
    await send({ ...good, client_ref: 'taken' }, 'k-taken');
    expect(codeOf(await send({ ...good, client_ref: 'taken' }, 'k-409'))).toEqual([409, 'client_ref_taken']);
    expect(await kept('k-409')).toEqual([]);
    expect((await send({ ...good, client_ref: 'free' }, 'k-409')).status).toBe(202);
    // And a call that took its reference itself is answered as it was, not refused for it.
    const again = await send({ ...good, client_ref: 'taken' }, 'k-taken');
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([202, 'true']);
  });

  it('422 leaves the first answer as it is', async () => {
    const first = await send(good, 'k-422');
    expect(codeOf(await send({ ...good, content: { text: 'adios' } }, 'k-422'))).toEqual([422, 'idempotency_mismatch']);
    expect((await send(good, 'k-422')).text).toBe(first.text);
  });

  it('429 is not: after the wait the call goes under the same key', async () => {
    const busy = await api.addTenant('Busy');
    const cookie = await api.signIn(busy);
    const limit = { kind: 'workspace', per_second: 1, burst: 1 };
    const before = api.services.config.current().version;
    await api.mutate('limits.set', { environment: 'live', limit }, { cookie });
    while (api.services.config.current().version === before) await sleep(10);
    await send(good, 'k-first', busy.keys.live);
    const refused = await send(good, 'k-429', busy.keys.live);
    expect([...codeOf(refused), await kept('k-429')]).toEqual([429, 'rate_limited', []]);
    await sleep(Number(refused.headers.get('retry-after')) * 1000);
    expect((await send(good, 'k-429', busy.keys.live)).status).toBe(202);
  });

  it('503 is not: nothing was stored, and the call goes under the same key', async () => {
    const { sql } = api.services.database;
    await sql`alter table pgboss.job_common rename to job_common_away`;
    try {
      const refused = await send(good, 'k-503');
      expect([...codeOf(refused), await kept('k-503')]).toEqual([503, 'overloaded', []]);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await sql`alter table pgboss.job_common_away rename to job_common`;
    }
    expect((await send(good, 'k-503')).status).toBe(202);
  });

  it('a call that is being worked on elsewhere is told to come again: 409 with Retry-After', async () => {
    const { sql } = api.services.database;
    await sql`create function hold_key() returns trigger language plpgsql as $$ begin perform pg_sleep(3); return null; end $$`;
    await sql.unsafe(`create constraint trigger hold after insert on idempotency_packet deferrable initially deferred
      for each row when (new.answers like '% k-held %') execute function hold_key()`);
    const first = send(good, 'k-held');
    await sleep(200);
    const second = await send(good, 'k-held');
    expect([...codeOf(second), second.headers.get('retry-after')]).toEqual([409, 'idempotency_in_progress', '1']);
    const told = await first;
    expect((await send(good, 'k-held')).text).toBe(told.text);
  });
});
