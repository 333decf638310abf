import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type Tenant, type TestApi } from './testing.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

let other: TestApi;
let shop: Tenant;
let databaseUrl: string;
let running: ChildProcess | undefined;
beforeAll(async () => {
  // Another api on the same database: it makes the workspace, and shows that several processes stand side by side.
  other = await openTestApi();
  shop = await other.addTenant('Shop');
  databaseUrl = other.databaseUrl;
});
afterEach(() => {
  running?.kill('SIGKILL');
});
afterAll(() => other.stop());

function start(env: Record<string, string>): ChildProcess {
  running = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl, SIGNALBOX_MASTER_KEY: 'ab'.repeat(32), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return running;
}

/** Starts an api of its own and waits for the line that says it takes calls. */
async function startReady(): Promise<{ child: ChildProcess; port: number; lines: string[] }> {
  const child = start({ API_PORT: '0' });
  const lines: string[] = [];
  if (child.stdout === null) throw new Error('no output');
  const reader = createInterface({ input: child.stdout });
  const port = await new Promise<number>((resolve, reject) => {
    reader.on('line', (line) => {
      lines.push(line);
      if (line.includes('takes calls')) resolve(JSON.parse(line).port);
    });
    child.once('exit', (code) => reject(new Error(`the api ended with ${code}: ${lines.join('\n')}`)));
  });
  return { child, port, lines };
}

const ended = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode !== null) return child.exitCode;
  const [code] = await once(child, 'exit');
  return code as number | null;
};

/** Everything a socket says until it ends. */
async function hearAll(socket: Socket): Promise<string> {
  let heard = '';
  for await (const chunk of socket.setEncoding('utf8')) heard += chunk;
  return heard;
}

describe('the process', () => {
  it('ends at once with one sentence when a setting is wrong', async () => {
    const child = start({ API_PORT: 'eighty' });
    const said = await (child.stderr as NodeJS.ReadableStream & AsyncIterable<Buffer>)[Symbol.asyncIterator]().next();
    expect(String(said.value)).toBe(
      'The api cannot start: API_PORT must be a whole number from 0 to 65535 (it is "eighty").\n',
    );
    expect(await ended(child)).toBe(1);
  });

  it('says so when its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const child = start({ API_PORT: String((taken.address() as { port: number }).port) });
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    expect(await ended(child)).toBe(1);
    expect(said).toMatch(/^The api cannot start: .*EADDRINUSE/);
    taken.close();
  });

  it('at SIGTERM finishes what was begun, takes nothing new, and ends well within ten seconds', async () => {
    const { child, port, lines } = await startReady();
    const body = JSON.stringify({ to: '+525512345678', channel: 'sms', class: 'otp', content: { text: '1' } });
    const open = connect(port, '127.0.0.1');
    open.write(
      `POST /v1/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${shop.keys.live}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
    );
    // An idle connection that is kept alive must not hold the process.
    const idle = connect(port, '127.0.0.1');
    idle.write('GET /livez HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(idle, 'data');
    const startedMs = performance.now();
    child.kill('SIGTERM');
    await hearAll(idle);
    const refused = connect(port, '127.0.0.1');
    const [error] = (await once(refused, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toMatch(/^ECONN(REFUSED|RESET)$/);
    open.write(body.slice(10));
    const answered = await hearAll(open);
    expect(answered).toMatch(/^HTTP\/1\.1 202 /);
    expect(answered).toMatch(/"id":"msg_/);
    expect(await ended(child)).toBe(0);
    expect(performance.now() - startedMs).toBeLessThan(10_000);
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['The api takes calls.', 'The api stops.']);
  });

  it('at a second signal does not wait for a client that never ends', async () => {
    const { child, port } = await startReady();
    const open = connect(port, '127.0.0.1');
    open.on('error', () => undefined);
    open.write(
      `POST /v1/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${shop.keys.live}\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{`,
    );
    const idle = connect(port, '127.0.0.1');
    idle.write('GET /livez HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(idle, 'data');
    const startedMs = performance.now();
    child.kill('SIGTERM');
    await hearAll(idle);
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(1);
    expect(performance.now() - startedMs).toBeLessThan(5_000);
    open.destroy();
  });
});

describe('an api that is killed between the commit of a send and its answer', () => {
  const post = (port: number, path: string, body: unknown, key: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${shop.keys.live}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    });
  const text = (to: string, more: object = {}) => ({
    to,
    channel: 'sms',
    class: 'transactional',
    content: { text: 'hello' },
    ...more,
  });
  const both = {
    channels: ['sms', 'email'],
    mode: 'failover',
    to: { sms: '+525512340002', email: 'killed@example.com' },
    class: 'transactional',
    content: { text: 'hello', subject: 'Hello' },
  };
  const CALLS: [string, string, unknown, number][] = [
    ['a message', '/v1/messages', text('+525512340001', { client_ref: 'killed-1' }), 1],
    ['a message over two channels', '/v1/messages', both, 1],
    ['a batch', '/v1/messages/batch', { messages: [text('+525512340003'), text('+525512340004')] }, 2],
  ];

  it.each(CALLS)(
    '%s: the repeat is answered as the first would have been, and nothing is stored twice',
    async (name, path, body, count) => {
      const { sql } = other.services.database;
      const key = `killed-${name.replaceAll(' ', '-')}`;
      // The database holds the commit open for a moment: time to kill the process that waits for it.
      await sql`
      create or replace function hold_commit() returns trigger language plpgsql as $$ begin perform pg_sleep(1.5); return null; end $$`;
      await sql.unsafe(`drop trigger if exists hold on idempotency_packet; create constraint trigger hold after insert on idempotency_packet
      deferrable initially deferred for each row when (new.answers like '% ${key} %') execute function hold_commit()`);
      const before = await sql`select id from message`;
      const { child, port } = await startReady();
      const lost = post(port, path, body, key).then(
        (response) => response.status,
        () => 'no answer',
      );
      const findCommitting = () =>
        sql`select pid from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
      let committing = await findCommitting();
      while (committing.length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        committing = await findCommitting();
      }
      child.kill('SIGKILL');
      expect(await lost).toBe('no answer');
      // After its sleep it still writes the commit to the disk; it ends when it finds nobody to tell.
      const pids = committing.map(({ pid }) => pid);
      while ((await sql`select from pg_stat_activity where pid = any(${pids}::int[])`).length > 0)
        await new Promise((resolve) => setTimeout(resolve, 20));
      const stored = await sql`select id from message`;
      expect(stored).toHaveLength(before.length + count);
      const again = await startReady();
      let replay = await post(again.port, path, body, key);
      // A process that has just started on a busy machine may ask to come again, as it would of any client.
      while (replay.status === 503) {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        replay = await post(again.port, path, body, key);
      }
      expect([replay.status, replay.headers.get('idempotent-replayed')]).toEqual([202, 'true']);
      const [kept] = await sql<{ line: string }[]>`
        select line from idempotency_packet, string_to_table(answers, chr(10)) as line where split_part(line, ' ', 4) = ${key}`;
      expect(kept?.line.endsWith(` ${key} ${await replay.text()}`)).toBe(true);
      expect(await sql`select id from message`).toHaveLength(stored.length);
      const queued = await sql<
        { data: { ids: string } }[]
      >`select data from pgboss.job where name = 'lane_transactional'`;
      const inLane = queued.map(({ data }) => data.ids).join('');
      const fresh = stored.filter(({ id }) => !before.some((one) => one.id === id));
      for (const { id } of fresh) expect(inLane.split(String(id).replaceAll('-', ''))).toHaveLength(2);
    },
  );
});
