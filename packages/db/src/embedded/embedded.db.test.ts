import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../connection.ts';
import { isDatabaseAway } from '../database-away.ts';
import { chooseAccount, chooseStateDir } from './account.ts';
import { endProcess, findProcess, type PostgresOptions, type RunningPostgres, startPostgres } from './index.ts';

const face = new URL('./index.ts', import.meta.url).href;
const openHomes: string[] = [];
const startedPids: number[] = [];

function makeHome(mode = 0o711): string {
  const home = mkdtempSync(join(tmpdir(), `signalbox-test-${process.pid}-`));
  chmodSync(home, mode);
  openHomes.push(home);
  return home;
}

/** A supervisor in a process of its own, so that it can be killed; resolves when its PostgreSQL is ready. */
async function superviseElsewhere(home: string): Promise<{ supervisor: ChildProcess; url: string; pid: number }> {
  const code = `const { startPostgres } = await import(${JSON.stringify(face)});
    const { url, pid } = await startPostgres({ home: ${JSON.stringify(home)}, throwAway: true });
    console.log(JSON.stringify({ url, pid }));
    // Ends with the test run, should that be interrupted; the next one sweeps the database.
    process.stdin.resume().on('end', () => process.exit());`;
  const supervisor = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: 'pipe',
  });
  let complaint = '';
  supervisor.stderr.on('data', (data) => {
    complaint += String(data);
  });
  const line = await new Promise<string>((resolve, reject) => {
    supervisor.stdout.once('data', (data) => resolve(String(data)));
    supervisor.once('close', () => reject(new Error(complaint)));
  });
  const facts = JSON.parse(line) as { url: string; pid: number };
  startedPids.push(supervisor.pid ?? 0, facts.pid);
  return { supervisor, ...facts };
}

async function start(options: PostgresOptions): Promise<RunningPostgres> {
  const server = await startPostgres({ ...options, throwAway: true });
  startedPids.push(server.pid);
  return server;
}

function kill9(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

async function query<T>(url: string, run: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await run(sql);
  } finally {
    await sql.end();
  }
}

afterAll(async () => {
  for (const pid of startedPids) {
    const left = findProcess(pid);
    if (left) await endProcess(left, [{ signal: 'SIGKILL', waitMs: 5000 }]);
  }
  for (const home of openHomes) rmSync(home, { recursive: true, force: true });
});

describe('a running embedded PostgreSQL', () => {
  let home: string;
  let server: RunningPostgres;
  beforeAll(async () => {
    home = makeHome();
    server = await start({ home, settings: { max_connections: '37' } });
  });
  afterAll(() => server.stop());

  it('signs us in as the owner of the database, who may make databases and roles but is no superuser', async () => {
    const [role] = await query(
      server.url,
      (sql) => sql`SELECT rolsuper, rolcreatedb, rolcreaterole, pg_get_userbyid(datdba) AS owner, current_user AS me
        FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()`,
    );
    expect(role).toEqual({
      rolsuper: false,
      rolcreatedb: true,
      rolcreaterole: true,
      owner: 'signalbox',
      me: 'signalbox',
    });
  });

  it('is version 18, compares bytes and knows the upper case of every script', async () => {
    const [facts] = await query(
      server.url,
      (sql) =>
        sql`SELECT current_setting('server_version_num')::int / 10000 AS major, upper('ñandú') AS upper, 'Z' < 'a' AS bytes`,
    );
    expect(facts).toEqual({ major: 18, upper: 'ÑANDÚ', bytes: true });
  });

  it('listens on 127.0.0.1, and on a socket file in a folder that its account alone may enter', async () => {
    const [facts] = await query(
      server.adminUrl,
      (sql) =>
        sql`SELECT current_setting('listen_addresses') AS listen, current_setting('unix_socket_directories') AS sockets`,
    );
    expect(facts?.listen).toBe('127.0.0.1');
    expect(statSync(facts?.sockets).mode & 0o777).toBe(0o700);
  });

  it('is reached by its socket file by the programs of the installation, and asks them for the password too', async () => {
    const isLocal = async (url: string) => {
      const database = openDatabase({ url, maxConnections: 1, applicationName: 'local' });
      try {
        const [row] = await database.sql`SELECT inet_client_addr() IS NULL AS local`;
        return row?.local;
      } finally {
        await database.close();
      }
    };
    expect(await isLocal(server.url)).toBe(false);
    expect(await isLocal(server.localUrl)).toBe(true);
    const wrong = server.localUrl.replace(/:[^:@/]+@/, ':wrong@');
    await expect(isLocal(wrong)).rejects.toMatchObject({ code: '28P01' });
  });

  it('is known to be away when its socket file is gone', async () => {
    const gone = `${server.url}?host=${encodeURIComponent(home)}`;
    const database = openDatabase({ url: gone, maxConnections: 1, applicationName: 'gone' });
    await expect(database.sql`SELECT 1`).rejects.toSatisfy(isDatabaseAway);
    await database.close();
  });

  it('leaves the socket file out where its path would be too long', async () => {
    const far = join(makeHome(), 'a-folder-with-a-name-as-long-as-people-give-them-who-have-shops-in-many-countries');
    const distant = await start({ home: far });
    try {
      expect(distant.localUrl).toBe(distant.url);
      expect(await query(distant.url, (sql) => sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
    } finally {
      await distant.stop();
    }
  });

  it('refuses a wrong password even from this machine', async () => {
    const wrong = server.url.replace(/:[^:@/]+@/, ':wrong@');
    await expect(query(wrong, (sql) => sql`SELECT 1`)).rejects.toMatchObject({ code: '28P01' });
  });

  it('takes settings of the caller over its own', async () => {
    const [facts] = await query(server.url, (sql) => sql`SHOW max_connections`);
    expect(facts).toEqual({ max_connections: '37' });
  });

  it('keeps its passwords in a file only its owner can read', () => {
    const keys = readFileSync(join(home, 'postgres.json'), 'utf8');
    expect(keys).toContain(new URL(server.url).password);
    expect(statSync(join(home, 'postgres.json')).mode & 0o777).toBe(0o600);
  });

  it('is not shared: another live supervisor of the same home is refused with its process named', async () => {
    await expect(superviseElsewhere(home)).rejects.toThrow(`already run by process ${process.pid}`);
  });
});

describe('a start after an accident', () => {
  it('takes over from a killed supervisor whose PostgreSQL still runs, and every committed row is there', async () => {
    const home = makeHome();
    const first = await superviseElsewhere(home);
    await query(first.url, (sql) => sql`CREATE TABLE kept AS SELECT 7 AS n`);
    await kill9(first.supervisor);
    expect(findProcess(first.pid)).toBeDefined();

    const said: string[] = [];
    const second = await start({ home, log: (sentence) => said.push(sentence) });
    expect(said.join()).toMatch(/interrupted run/);
    expect(findProcess(first.pid)).toBeUndefined();
    expect(await query(second.url, (sql) => sql`SELECT n FROM kept`)).toMatchObject([{ n: 7 }]);
    await second.stop();
    expect(findProcess(second.pid)).toBeUndefined();
  });

  it('recovers when supervisor and PostgreSQL were both killed', async () => {
    const home = makeHome();
    const first = await superviseElsewhere(home);
    await query(first.url, (sql) => sql`CREATE TABLE kept AS SELECT 8 AS n`);
    const postmaster = findProcess(first.pid);
    await kill9(first.supervisor);
    if (postmaster) await endProcess(postmaster, [{ signal: 'SIGKILL', waitMs: 5000 }]);

    const second = await start({ home });
    expect(await query(second.url, (sql) => sql`SELECT n FROM kept`)).toMatchObject([{ n: 8 }]);
    await second.stop();
  });

  it('removes a half-made data folder and a pid file that names a stranger', async () => {
    const home = makeHome();
    const stateDir = join(home, 'postgres');
    mkdirSync(join(stateDir, 'half-data-1', 'data'), { recursive: true });
    writeFileSync(join(stateDir, 'half-data-1', 'data', 'PG_VERSION'), '18\n');
    const first = await start({ home });
    await first.stop();
    expect(readdirSync(stateDir).sort()).toEqual(['data', expect.stringMatching(/^native-/)]);

    writeFileSync(join(stateDir, 'data', 'postmaster.pid'), `${process.pid}\n${stateDir}\n`);
    const second = await start({ home });
    expect(findProcess(process.pid)).toBeDefined();
    await second.stop();
  });

  it('sets data aside, and does not delete it, when the password to it is gone', async () => {
    const home = makeHome();
    await (await start({ home })).stop();
    rmSync(join(home, 'postgres.json'));
    const again = await start({ home });
    await again.stop();
    expect(
      readdirSync(join(home, 'postgres')).filter((name) => name.startsWith('data-without-password-')),
    ).toHaveLength(1);
  });
});

describe('a place to run', () => {
  it('is found for a home folder that nobody else may enter', async () => {
    const home = makeHome(0o700);
    const stateDir = chooseStateDir(home, chooseAccount());
    const server = await start({ home });
    await server.stop();
    expect(readdirSync(stateDir)).toContain('data');
    rmSync(stateDir, { recursive: true });
  });

  it('says which port is taken', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => blocker.once('listening', resolve));
    const address = blocker.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(start({ home: makeHome(), port })).rejects.toThrow(`Port ${port}`);
    await new Promise((resolve) => blocker.close(resolve));
  });
});
