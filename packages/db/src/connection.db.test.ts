import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commitBehind, type Database, openDatabase, type Sql, type Transaction } from './connection.ts';
import { isDatabaseAway } from './database-away.ts';
import { beginKnown } from './known-end.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

/** A door in front of the server that can be shut, and cuts what goes through it. */
async function openDoor(to: URL) {
  const sockets = new Set<net.Socket>();
  const packets = { asked: 0, answered: 0 };
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
    inside.on('data', () => {
      packets.asked += 1;
    });
    outside.on('data', () => {
      packets.answered += 1;
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
    packets: () => ({ ...packets }),
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

/** Each was answered, or failed in a way that says that the server is away. */
const expectAwayOrDone = async (asked: readonly PromiseLike<unknown>[]) => {
  for (const one of await Promise.allSettled(asked)) {
    if (one.status === 'rejected') expect(one.reason).toSatisfy(isDatabaseAway);
  }
};

describe('a server that goes away', () => {
  test('every place of the pool is used again after connections were refused', async () => {
    const { sql } = database;
    await sql`select 1`;
    await door.shut();
    // More refusals than the pool has places.
    for (let tries = 0; tries < 8; tries += 1) await expect(sql`select 1`).rejects.toSatisfy(isDatabaseAway);
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
    'a cut (%s) under load rejects what was asked, as of a server that is away, and ends no process',
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
        // Heard from the start: a session that the round before has cut may refuse before this one cuts.
        const ended = expectAwayOrDone(asked);
        await sleep(round % 7);
        door.cut(how);
        await ended;
      }
      await comesBack(() => sql`select 1`);
    },
  );

  test('a connection that is lost while it is made, at whatever step, ends no process', async () => {
    const { sql } = database;
    for (const answers of [1, 2, 3, 4, 5]) {
      door.loseAfter(answers);
      door.cut('reset');
      await expectAwayOrDone(Array.from({ length: 4 }, () => sql`select 1`));
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
  type Commit = 'after its work' | 'along with its last statement';
  const claim = (word: string, commit: Commit) =>
    beginKnown<string>(
      database.sql,
      async (tx, end) => {
        await end.identify();
        const writing = tx`insert into claim values (${word})`.execute();
        if (commit === 'along with its last statement') end.commitWith(word);
        await writing;
        return word;
      },
      isThere,
    );
  const isThere = async (word: string) => (await sqlAtHome`select from claim where word = ${word}`).count === 1;
  const isCommitting = () =>
    comesBack(async () => {
      const { count } =
        await sqlAtHome`select from pg_stat_activity where application_name = 'door' and wait_event = 'PgSleep'`;
      if (count === 0) throw new Error('it does not commit');
    });

  describe.each<Commit>(['after its work', 'along with its last statement'])('that commits %s', (commit) => {
    test('and whose commit was cut off is no failure when it has committed', async () => {
      const claiming = claim(`kept ${commit}`, commit);
      await isCommitting();
      door.cut('reset');
      expect(await claiming).toBe(`kept ${commit}`);
      expect(await isThere(`kept ${commit}`)).toBe(true);
    });

    test('fails when the commit is refused', async () => {
      await expect(claim('refused', commit)).rejects.toThrow('refused at the commit');
      expect(await isThere('refused')).toBe(false);
    });
  });

  test('whose commit was cut off fails when its rows are not there, whatever became of its number', async () => {
    const other = beginKnown<string>(
      database.sql,
      async (tx, end) => {
        await end.identify();
        const writing = tx`insert into claim values ('of another')`.execute();
        end.commitWith('mine');
        await writing;
        return 'mine';
      },
      isThere,
    );
    const failed = expect(other).rejects.toThrow();
    await isCommitting();
    door.cut('reset');
    await failed;
  });

  test('whose commit was cut off is asked about until the server is back', async () => {
    const claiming = claim('waited for', 'after its work');
    await isCommitting();
    await door.shut();
    await sleep(700);
    await door.open();
    expect(await claiming).toBe('waited for');
  });

  test('that was undone fails', async () => {
    const cutOff = beginKnown<void>(
      database.sql,
      async (tx, end) => {
        await end.identify();
        await tx`insert into claim values ('cut off')`;
        door.cut('reset');
        await tx`select 1`;
      },
      async () => true,
    );
    await expect(cutOff).rejects.toThrow();
    expect(await isThere('cut off')).toBe(false);
  });
});

describe('a transaction that asks for everything at once', () => {
  beforeAll(async () => {
    await sqlAtHome`create table note (word text primary key)`;
  });
  const write = (tx: Transaction, word: string) => tx`insert into note values (${word})`.execute();
  const words = async () =>
    (await sqlAtHome<{ word: string }[]>`select word from note order by word`).map((n) => n.word);
  const writeAll = (...given: string[]) =>
    database.sql.begin(async (tx) => {
      const written = given.map((word) => write(tx, word));
      commitBehind(tx);
      await Promise.all(written);
    });
  // Statements are known to a connection after their first use there.
  const warmUp = async () => {
    await Promise.all(['w1', 'w2', 'w3', 'w4', 'w5', 'w6'].map((word) => writeAll(word, `${word}+`)));
    await sqlAtHome`delete from note`;
  };

  test('goes to the server and comes back in one packet each', async () => {
    await warmUp();
    const before = door.packets();
    await writeAll('one', 'two', 'three');
    expect(door.packets()).toEqual({ asked: before.asked + 1, answered: before.answered + 1 });
    expect(await words()).toEqual(['one', 'three', 'two']);
  });

  test('gives each statement its own answer, in order', async () => {
    const answers = await database.sql.begin((tx) =>
      Promise.all(
        [1, 2, 3].map((n) => tx<{ n: number }[]>`select n::int from generate_series(1, ${n}) as n`.execute()),
      ),
    );
    expect(answers.map((rows) => rows.map(({ n }) => n))).toEqual([[1], [1, 2], [1, 2, 3]]);
  });

  test.each(['a connection that knows the statement', 'a new connection'])(
    'fails with the first error, keeps nothing and gives its connection back, on %s',
    async (which) => {
      await sqlAtHome`delete from note`;
      if (which === 'a new connection') door.cut('close');
      else await warmUp();
      await comesBack(() => database.sql`select 1`);
      for (let times = 0; times < 8; times += 1) {
        await expect(writeAll('good', 'twice', 'twice', 'after')).rejects.toThrow(/note_pkey/);
      }
      expect(await words()).toEqual([]);
      await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((word) => writeAll(word)));
      expect(await words()).toHaveLength(7);
    },
  );

  test('refuses what is asked behind its commit, and has committed what came before', async () => {
    await sqlAtHome`delete from note`;
    const asked = database.sql.begin(async (tx) => {
      const first = write(tx, 'before');
      commitBehind(tx);
      await first;
      await write(tx, 'behind');
    });
    await expect(asked).rejects.toThrow('behind its COMMIT');
    expect(await words()).toEqual(['before']);
  });

  test('meets a statement whose table has changed once, and no longer the next time', async () => {
    await sqlAtHome`create table shape (a int)`;
    const read = () =>
      database.sql.begin((tx) => Promise.all([tx`select * from shape`.execute(), tx`select 1`.execute()]));
    await Promise.all(Array.from({ length: 6 }, read));
    await sqlAtHome`alter table shape add b int`;
    const after = await Promise.allSettled(Array.from({ length: 12 }, read));
    expect(after.some(({ status }) => status === 'rejected')).toBe(true);
    await expect(Promise.all(Array.from({ length: 12 }, read))).resolves.toHaveLength(12);
  });
});
