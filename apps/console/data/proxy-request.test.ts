import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { proxyRequest } from './proxy-request.ts';

const seen: { method: string; url: string; headers: IncomingHttpHeaders; body: string }[] = [];
let server: Server;
let apiUrl = '';

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    seen.push({
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    });
    response.writeHead(201, {
      'Set-Cookie': ['a=1; Path=/', 'b=2; Path=/'],
      'X-Request-Id': 'req_1',
      Connection: 'close',
    });
    response.end('answered');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((done) => server.close(done)));

describe('the way to the api', () => {
  it('keeps path, query, method, body, cookies and the answer; drops what is true for one leg only', async () => {
    const answer = await proxyRequest(
      new Request('http://console.test/trpc/a.b?batch=1', {
        method: 'POST',
        body: '{"x":1}',
        headers: {
          cookie: 'session=s',
          origin: 'http://console.test',
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
          'keep-alive': '5',
        },
      }),
      apiUrl,
    );
    const got = seen.at(-1);
    expect(got).toMatchObject({ method: 'POST', url: '/trpc/a.b?batch=1', body: '{"x":1}' });
    expect(got?.headers).toMatchObject({
      cookie: 'session=s',
      origin: 'http://console.test',
      'x-forwarded-host': 'console.test',
    });
    expect(got?.headers['keep-alive']).toBeUndefined();
    expect(got?.headers['x-forwarded-for']).toBeDefined();
    expect(answer.status).toBe(201);
    expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/']);
    expect(answer.headers.get('x-request-id')).toBe('req_1');
    expect(answer.headers.get('connection')).toBeNull();
    expect(await answer.text()).toBe('answered');
  });

  it('lets no other site change anything', async () => {
    const before = seen.length;
    for (const site of ['cross-site', 'same-site']) {
      const answer = await proxyRequest(
        new Request('http://console.test/auth/sign-out', {
          method: 'POST',
          body: '{}',
          headers: { 'sec-fetch-site': site },
        }),
        apiUrl,
      );
      expect(answer.status).toBe(403);
    }
    expect(seen.length).toBe(before);
  });

  it('answers with a problem, not a crash, when the api is gone', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const answer = await proxyRequest(new Request('http://console.test/trpc/a'), 'http://127.0.0.1:1');
    expect(answer.status).toBe(502);
    expect(await answer.json()).toMatchObject({ code: 'overloaded' });
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });
});
