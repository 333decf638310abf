import { createServer as createTlsServer } from 'node:https';
import { createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { EgressAnswer, EgressError, EgressOptions } from './egress.ts';
import { listenOn } from './foreign-socket.case.ts';
import { createPoster, type Poster, type PostRequest } from './keep-alive-post.ts';
import { TLS_FIXTURE } from './tls-fixture.case.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** A server that is told what to do with each request of each connection; it keeps what it was sent. */
async function openServer(answer: (socket: Socket, request: string, connection: number) => void) {
  const requests: string[] = [];
  let connections = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    const connection = connections;
    let held = '';
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      held += bytes.toString('latin1');
      for (;;) {
        const head = held.indexOf('\r\n\r\n');
        const length = Number(/content-length: (\d+)/.exec(held.slice(0, head))?.[1]);
        if (head < 0 || held.length < head + 4 + length) return;
        const request = held.slice(0, head + 4 + length);
        held = held.slice(head + 4 + length);
        requests.push(request);
        answer(socket, request, connection);
      }
    });
  });
  const { port } = await listenOn(server);
  open.push(async () => server.close());
  return { url: `http://127.0.0.1:${port}`, requests, connections: () => connections, sockets };
}

function makePoster(options: Partial<EgressOptions> = {}): Poster {
  const poster = createPoster({ allow: ['127.0.0.1'], timeoutMs: 2000, connectTimeoutMs: 1000, ...options });
  open.push(async () => poster.close());
  return poster;
}
const post = (poster: Poster, request: Partial<PostRequest> & { url: string }) =>
  new Promise<EgressAnswer | EgressError>((done) => poster.post({ headers: {}, body: '{}', ...request }, done));
const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

describe('a post', () => {
  it('goes out as it was given, character for character, and its answer comes back', async () => {
    const server = await openServer((socket) => socket.end('HTTP/1.1 202 Taken\r\nRetry-After: 3\r\n\r\nsí, ñ'));
    const headers = { 'content-type': 'application/json', 'webhook-id': 'evt_1' };
    const answer = await post(makePoster(), { url: `${server.url}/a/b?c=d`, headers, body: '{"a":"ñ€𝄞"}' });
    expect(answer).toEqual({ status: 202, headers: { 'retry-after': '3' }, body: 'sí, ñ' });
    const { host } = new URL(server.url);
    const sent = Buffer.from(server.requests[0] ?? '', 'latin1').toString('utf8');
    expect(sent).toBe(
      `POST /a/b?c=d HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\nwebhook-id: evt_1\r\ncontent-length: 17\r\n\r\n{"a":"ñ€𝄞"}`,
    );
  });

  it('cannot carry a header or a path that would be two', async () => {
    const server = await openServer((socket) => socket.write(OK));
    const poster = makePoster();
    expect(await post(poster, { url: server.url, headers: { a: 'b\r\nhost: c' } })).toMatchObject({ stage: 'refused' });
    await post(poster, { url: `${server.url}/a\r\nx: y` });
    expect(server.requests.map((request) => request.split('\r\n')[0])).toEqual(['POST /ax:%20y HTTP/1.1']);
  });

  it('uses a connection again, one post at a time, and opens another for what goes beside it', async () => {
    const waiting: Socket[] = [];
    const server = await openServer((socket) => void waiting.push(socket));
    const poster = makePoster();
    const both = [post(poster, { url: server.url }), post(poster, { url: `${server.url}/b` })];
    while (waiting.length < 2) await sleep(5);
    for (const socket of waiting.splice(0)) socket.write(OK);
    await Promise.all(both);
    const third = post(poster, { url: server.url });
    while (waiting.length < 1) await sleep(5);
    waiting[0]?.write(OK);
    await third;
    expect([server.requests.length, server.connections()]).toEqual([3, 2]);
  });

  it('goes out once more, on a new connection, when the one it took was closed by the server while it lay idle', async () => {
    const server = await openServer((socket, _request, connection) => {
      // The second request on a connection finds nobody: what a server does whose patience has just ended.
      if (connection === 1 && server.requests.length > 1) socket.destroy();
      else socket.write(OK);
    });
    const poster = makePoster();
    expect(await post(poster, { url: server.url })).toMatchObject({ status: 200 });
    expect(await post(poster, { url: server.url })).toMatchObject({ status: 200 });
    expect([server.requests.length, server.connections()]).toEqual([3, 2]);
  });

  it('does not go out again when a new connection is cut, nor when an answer has begun', async () => {
    const cut = await openServer((socket) => socket.destroy());
    expect(await post(makePoster(), { url: cut.url })).toMatchObject({ stage: 'exchange', timedOut: false });
    expect(cut.requests.length).toBe(1);
    const half = await openServer((socket) => {
      if (half.requests.length === 1) socket.write(OK);
      else socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf');
    });
    const poster = makePoster();
    await post(poster, { url: half.url });
    expect(await post(poster, { url: half.url })).toMatchObject({ stage: 'exchange' });
    expect([half.requests.length, half.connections()]).toEqual([2, 1]);
  });

  it.each([
    ['that asks for it', 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'],
    ['that says more than it was asked', `${OK}HTTP/1.1 200 OK\r\n`],
    ['that keeps connections for a second', 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\nKeep-Alive: timeout=1\r\n\r\n'],
  ])('takes a new connection behind an answer %s', async (_what, text) => {
    const server = await openServer((socket) => socket.write(text));
    const poster = makePoster();
    expect(await post(poster, { url: server.url })).toMatchObject({ status: 200 });
    expect(await post(poster, { url: server.url })).toMatchObject({ status: 200 });
    expect(server.connections()).toBe(2);
  });

  it('takes a new connection when the server said something unasked while the old one lay idle', async () => {
    const server = await openServer((socket) => socket.write(OK));
    const poster = makePoster();
    await post(poster, { url: server.url });
    for (const socket of server.sockets) socket.write('HTTP/1.1 408 Request Timeout\r\n\r\n');
    await sleep(50);
    expect(await post(poster, { url: server.url })).toMatchObject({ status: 200 });
    expect(server.connections()).toBe(2);
  });

  it('ends when its time is over, whoever drips, and its connection with it', async () => {
    const server = await openServer((socket) => {
      const drip = setInterval(() => socket.write('HTTP/1.1 200 OK\r\nx: y\r\n'.slice(0, 9)), 40);
      socket.on('close', () => clearInterval(drip));
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n');
    });
    const startMs = performance.now();
    const poster = makePoster({ timeoutMs: 300 });
    const all = await Promise.all([post(poster, { url: server.url }), post(poster, { url: server.url })]);
    for (const outcome of all) expect(outcome).toMatchObject({ stage: 'exchange', timedOut: true });
    expect(performance.now() - startMs).toBeLessThan(1500);
    await sleep(50);
    expect(server.sockets.size).toBe(0);
  });

  it('is under way no longer when the way out is closed, and none begins after that', async () => {
    const server = await openServer(() => undefined);
    const poster = makePoster();
    const waiting = post(poster, { url: server.url });
    while (server.requests.length === 0) await sleep(5);
    poster.close();
    expect(await waiting).toMatchObject({ stage: 'exchange' });
    expect(await post(poster, { url: server.url })).toMatchObject({ stage: 'connect' });
    expect(server.requests.length).toBe(1);
  });

  it('over TLS reads as it does without, checks the name, and keeps the connection', async () => {
    let connections = 0;
    const server = createTlsServer({ key: TLS_FIXTURE.key, cert: TLS_FIXTURE.cert }, (request, response) => {
      request.resume().once('end', () => response.end('x'.repeat(40_000)));
    });
    server.on('secureConnection', () => {
      connections += 1;
    });
    const { port } = await listenOn(server);
    open.push(async () => server.close());
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const poster = makePoster({ allow: ['vendor.test', 'stranger.test'], ca: TLS_FIXTURE.cert, resolve });
    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await post(poster, { url: `https://vendor.test:${port}/`, body: 'y'.repeat(100_000) });
      expect(answer).toMatchObject({ status: 200, body: 'x'.repeat(40_000) });
    }
    expect(connections).toBe(1);
    expect(await post(poster, { url: `https://stranger.test:${port}/` })).toMatchObject({ stage: 'connect' });
  });

  it('to a name that has come to lead inside is refused though its URL was judged before', async () => {
    const server = await openServer((socket) => socket.write(OK));
    const addresses = ['127.0.0.1', '10.0.0.1'];
    const poster = makePoster({
      allow: [new URL(server.url).host],
      resolve: async () => [{ address: addresses.shift() ?? '', family: 4 }],
    });
    const { port } = new URL(server.url);
    // The allow-list has the address and not the name, so that what the name leads to is what is judged.
    const url = `https://vendor.test:${port}/`;
    expect(await post(poster, { url })).toMatchObject({ stage: 'connect' });
    expect(await post(poster, { url })).toMatchObject({ stage: 'refused' });
    expect(server.requests).toEqual([]);
  });
});
