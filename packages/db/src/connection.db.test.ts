import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase, type Sql } from './connection.ts';
import { beginKnown } from './known-end.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

/** A door in front of the server that can be shut, and cuts what goes through it. */
async function openDoor(to: URL) {
  const sockets = new Set<net.Socket>();
  let losesAfter = Number.POSITIVE_INFINITY;
  const server = net.createServer((inside) => {
    const outside = net.connect(Number(to.port), to.hostname);
    for (const [one, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy()).on('close', () => other.destroy() && sockets.delete(one));
      one.pipe(other);
    }
    let answers = 0;
    outside.on('data', () => {
      answers += 1;
      if (answers === losesAfter) inside.resetAndDestroy();
    });
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as net.AddressInfo;
  const cut = (how: 'reset' | 'close') => {
    for (const socket of sockets) how === 'reset' ? socket.resetAndDestroy() : socket.destroy();
  };
  return {
    port,
    cut,
    open: () => listen(port),
    /** From now on each connection is lost with the given answer of the server. */
    loseAfter: (answers: number) => {
      losesAfter = answers;
    },
    async shut(how: 'reset' | 'close' = 'close') {
      const closed = new Promise((resolve) => server.close(resolve));
      cut(how);
      await closed;
    },
  };
}

let home: TestDatabase;
let straight: Database;
let sqlAtHome: Sql;
let door: Awaited<ReturnType<typeof openDoor>>;
let database: Database;

beforeAll(async () => {
  home = await createTestDatabase();
  straight = openDatabase({ url: home.url, maxConnections: 1, applicationName: 'straight' });
  sqlAtHome = straight.sql;
  await sqlAtHome`create table mark (word text)`;
});
afterAll(async () => {
  await straight.close();
  await home.drop();
});

beforeEach(async () => {
  const url = new URL(home.url);
  door = await openDoor(new URL(home.url));
  url.hostname = '127.0.0.1';
  url.port = String(door.port);
  database = openDatabase({ url: url.toString(), maxConnections: 3, applicationName: 'door' });
});
afterEach(async () => {
  await database.close();
  await door.shut();
});

const comesBack = async (what: () => Promise<unknown>) => {
  const end = performance.now() + 10_000;
  for (;;) {
    try {
      return await what();
    } catch (error) {
      if (performance.now() > end) throw error;
      await sleep(20);
    }
  }
};

describe('a server that goes away', () => {
  test('every place of the pool is used again after connections were refused', async () => {
    const { sql } = database;
    await sql`select 1`;
    await door.shut();
    // More refusals than the pool has places.
    for (let tries = 0; tries < 8; tries += 1) await expect(sql`select 1`).rejects.toThrow();
    await door.open();
    await comesBack(() => sql`select 1`);
    await Promise.all(Array.from({ length: 6 }, () => sql`select pg_sleep(0.05)`));
  });

  test('listening goes on by itself after connections were refused', async () => {
    const { sql } = database;
    const heard: string[] = [];
    let subscriptions = 0;
    await sql.listen(
      'bell',
      (text) => heard.push(text),
      () => {
        subscriptions += 1;
      },
    );
    await door.shut();
    await sleep(600);
    await door.open();
    await comesBack(async () => subscriptions > 1 || Promise.reject(new Error('it does not listen again')));
    await sqlAtHome`select pg_notify('bell', 'rung')`;
    await comesBack(async () => heard.includes('rung') || Promise.reject(new Error('nothing was heard')));
  });

  test.each(['close', 'reset'] as const)(
    'a cut (%s) under load rejects what was asked and ends no process',
    async (how) => {
      const { sql } = database;
      for (let round = 0; round < 20; round += 1) {
        const asked = Array.from({ length: 12 }, async (_, index) =>
          index % 2 === 0
            ? sql`select ${'x'.repeat(index * 40)}::text as text, ${round}::int as number`
            : sql.begin(async (tx) => {
                await tx`insert into mark values ('cut')`;
                await tx`select ${round}::int as number, pg_sleep(0.002)`;
              }),
        );
        await sleep(round % 7);
        door.cut(how);
        await Promise.allSettled(asked);
      }
      await comesBack(() => sql`select 1`);
    },
  );

  test('a connection that is lost while it is made, at whatever step, ends no process', async () => {
    const { sql } = database;
    for (const answers of [1, 2, 3, 4, 5]) {
      door.loseAfter(answers);
      door.cut('reset');
      await Promise.allSettled(Array.from({ length: 4 }, () => sql`select 1`));
    }
    door.loseAfter(Number.POSITIVE_INFINITY);
    await comesBack(() => sql`select 1`);
  });

  test('a process that sleeps inside a transaction lets go of its locks before its lease ends', async () => {
    const [row] = await database.sql<{ ms: number }[]>`
      select setting::int as ms from pg_settings where name = 'idle_in_transaction_session_timeout'`;
    expect(row?.ms).toBeGreaterThan(0);
    expect(row?.ms).toBeLessThan(15_000);
    await sqlAtHome`create table counter (n int); insert into counter values (0)`.simple();
    const asleep = database.sql.begin(async (tx) => {
      await tx`set local idle_in_transaction_session_timeout = 200`;
      await tx`update counter set n = n + 1`;
      await sleep(1500);
      await tx`select 1`;
    });
    const lost = expect(asleep).rejects.toThrow();
    await sleep(50);
    await sqlAtHome`update counter set n = n + 10`;
    await lost;
    expect((await sqlAtHome`select n from counter`)[0]?.n).toBe(10);
  });

  test('a transaction that lost its connection changes nothing afterwards, whatever it still asks', async () => {
    const { sql } = database;
    const { promise: cut, resolve } = Promise.withResolvers<void>();
    let late: Promise<unknown> | undefined;
    const lost = sql.begin(async (tx) => {
      await tx`insert into mark values ('before')`;
      door.cut('close');
      await cut;
      late = Promise.allSettled([tx`insert into mark values ('after')`]);
      await late;
    });
    await expect(lost).rejects.toThrow();
    // All places of the pool have sessions again, so a statement that slips through would run in one of them.
    await comesBack(() => Promise.all(Array.from({ length: 6 }, () => sql`select pg_sleep(0.05)`)));
    resolve();
    await sleep(50);
    expect(await late).toMatchObject([{ status: 'rejected' }]);
    const words = await sqlAtHome<{ word: string }[]>`select word from mark where word <> 'cut'`;
    expect([...words]).toEqual([]);
  });
});

describe('a transaction with a known end', () => {
  beforeAll(async () => {
    await sqlAtHome.unsafe(`
      create table claim (word text);
      create function linger() returns trigger language plpgsql as $$
        begin
          if new.word = 'refused' then raise exception 'refused at the commit'; end if;
          perform pg_sleep(0.5);
          return null;
        end $$;
      create constraint trigger lingers after insert on claim deferrable initially deferred
        for each row execute function linger();`);
  });
  const claim = (word: string) =>
    beginKnown(database.sql, async (tx) => {
      await tx`insert into claim values (${word})`;
      return word;
    });
  const isThere = async (word: string) => (await sqlAtHome`select from claim where word = ${word}`).count === 1;
  const isCommitting = () =>
    comesBack(async () => {
      const { count } =
        await sqlAtHome`select from pg_stat_activity where application_name = 'door' and wait_event = 'PgSleep'`;
      if (count === 0) throw new Error('it does not commit');
    });

  test('whose commit was cut off is no failure when it has committed', async () => {
    const claiming = claim('kept');
    await isCommitting();
    door.cut('reset');
    expect(await claiming).toBe('kept');
    expect(await isThere('kept')).toBe(true);
  });

  test('whose commit was cut off is asked about until the server is back', async () => {
    const claiming = claim('waited for');
    await isCommitting();
    await door.shut();
    await sleep(700);
    await door.open();
    expect(await claiming).toBe('waited for');
  });

  test('that was undone fails, whether the work or the commit failed', async () => {
    await expect(claim('refused')).rejects.toThrow('refused at the commit');
    const cutOff = beginKnown(database.sql, async (tx) => {
      await tx`insert into claim values ('cut off')`;
      door.cut('reset');
      await tx`select 1`;
    });
    await expect(cutOff).rejects.toThrow();
    expect(await isThere('refused')).toBe(false);
    expect(await isThere('cut off')).toBe(false);
  });
});
