import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, openTestApi, type TestApi } from '../testing.ts';

let carriers: Server;
let asked: { method: string | undefined; url: string | undefined; body: string }[] = [];
let api: TestApi;
let cookie: string;
beforeAll(async () => {
  carriers = createServer((request, response) => void answerAsCarriers(request).then((body) => response.end(body)));
  await new Promise<void>((resolve) => carriers.listen(0, '127.0.0.1', resolve));
  api = await openTestApi({ simulatorUrl: `http://127.0.0.1:${(carriers.address() as AddressInfo).port}` });
  cookie = await api.signIn(await api.addTenant('Shop'));
});
afterAll(async () => {
  await api.stop();
  carriers.closeAllConnections();
  await new Promise((resolve) => carriers.close(resolve));
});

/** Answers as the carriers simulator does; its own tests hold the other end. */
async function answerAsCarriers(request: IncomingMessage): Promise<string> {
  const body = Buffer.concat(await request.toArray()).toString();
  asked.push({ method: request.method, url: request.url, body });
  const mail = {
    id: 'm1',
    at: 't',
    from: 'a',
    to: 'b',
    subject: 's',
    text: 'x',
    html: null,
    size_bytes: 9,
    raw: 'secret',
  };
  const headers = [
    { name: 'received', value: 'one' },
    { name: 'received', value: 'two' },
  ];
  if (request.url?.endsWith('/replies')) return JSON.stringify({ carrier: 'ubx', from: 'x', to: 'y', parts: 1 });
  if (request.url?.includes('/inboxes/')) return JSON.stringify({ data: [{ ...mail, headers }] });
  return JSON.stringify({ data: [] });
}

const query = (path: string, input?: unknown, headers: Record<string, string> = {}): Promise<Called> =>
  api.query(path, input, { cookie, ...headers });
const mutate = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Called> =>
  api.mutate(path, body, { cookie, ...headers });

describe('the virtual carriers', () => {
  it('are asked by number and address, escaped, and only what the console needs comes back', async () => {
    asked = [];
    const inbox = await query('simulator.inbox', { address: 'a/../../v1/log?x=@example.com' });
    expect(asked[0]?.url).toBe('/v1/inboxes/a%2F..%2F..%2Fv1%2Flog%3Fx%3D%40example.com/messages');
    expect(inbox.json.result.data).toEqual([
      {
        id: 'm1',
        at: 't',
        from: 'a',
        to: 'b',
        subject: 's',
        text: 'x',
        html: null,
        size_bytes: 9,
        headers: { received: 'one\ntwo' },
      },
    ]);
    await mutate('simulator.reply', { number: '+525512345678', text: 'BAJA' });
    expect(asked[1]).toEqual({ method: 'POST', url: '/v1/handsets/%2B525512345678/replies', body: '{"text":"BAJA"}' });
  });

  it('are not_found where there are none, and overloaded while they are silent', async () => {
    const { settings } = api.world;
    try {
      api.world.settings = { ...settings, simulatorUrl: undefined };
      const none = await query('simulator.handsets');
      expect([none.status, none.json.error.data.detail]).toEqual([404, expect.stringContaining('SIMULATOR_URL')]);
      expect((await query('session.me')).json.result.data.has_simulator).toBe(false);
      api.world.settings = { ...settings, simulatorUrl: 'http://127.0.0.1:1' };
      const silent = await query('simulator.handsets');
      expect([silent.status, silent.json.error.data.code]).toEqual([503, 'overloaded']);
    } finally {
      api.world.settings = settings;
    }
  });
});
