import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { listenOn } from './foreign-socket.case.ts';
import { HOSTILE_URLS } from './hostile-urls.case.ts';
import { openWebhookWire } from './webhook-post.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

function openWire(allow: readonly string[], timeoutMs = 1000) {
  const wire = openWebhookWire({ allow, timeoutMs, connectTimeoutMs: 1000 });
  open.push(async () => wire.close());
  return wire;
}
const post = (wire: ReturnType<typeof openWire>, url: string) =>
  new Promise((resolve) => wire.post({ url, headers: {}, body: '{}' }, resolve));

describe('S-05: a webhook leads nowhere inside', () => {
  it('every hostile URL is answered as refused or unreachable, and nobody inside hears of it', async () => {
    let heard = 0;
    const trap = createTcpServer((socket) => {
      heard += 1;
      socket.on('error', () => {});
      socket.destroy();
    });
    const { port } = await listenOn(trap);
    open.push(async () => trap.close());
    const wire = openWire([]);
    const replies = await Promise.all(HOSTILE_URLS.map((url) => post(wire, url.replace('PORT', String(port)))));
    for (const reply of replies) expect(reply).toMatchObject({ kind: 'unanswered' });
    expect(heard).toBe(0);
  });
});

describe('the wire of webhooks', () => {
  it('never rejects: what went wrong is a value', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/hang') return;
      if (request.url === '/cut') return void request.socket.destroy();
      if (request.url === '/large') return void response.end('x'.repeat(100_000));
      response.writeHead(302, { location: '/elsewhere' }).end('moved');
    });
    const { port } = await listenOn(server);
    open.push(async () => server.close());
    const wire = openWire(['127.0.0.1'], 300);
    const at = (path: string) => post(wire, `http://127.0.0.1:${port}${path}`);
    expect(await at('/hang')).toMatchObject({ kind: 'unanswered', failure: 'timeout' });
    expect(await at('/cut')).toMatchObject({ kind: 'unanswered', failure: 'broken_answer' });
    expect(await at('/large')).toMatchObject({ kind: 'unanswered', failure: 'broken_answer' });
    expect(await at('/')).toMatchObject({ kind: 'answered', status: 302, body: 'moved' });
    expect(await post(wire, 'http://127.0.0.1:1/')).toMatchObject({ kind: 'unanswered', failure: 'no_connection' });
    expect(await post(wire, 'http://10.0.0.1/')).toMatchObject({ kind: 'unanswered', failure: 'refused' });
  });
});
