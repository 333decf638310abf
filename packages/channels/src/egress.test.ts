import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEgress, type Egress, EgressError, type EgressOptions, type ResolvedAddress } from './egress.ts';
import { judgeAddress, judgeUrl, parseAllowList } from './egress-rules.ts';
import { listenOn } from './foreign-socket.case.ts';
import { HOSTILE_URLS } from './hostile-urls.case.ts';
import { TLS_FIXTURE } from './tls-fixture.case.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

function makeEgress(options: Partial<EgressOptions> = {}): Egress {
  const egress = createEgress({ allow: [], timeoutMs: 1000, connectTimeoutMs: 1000, ...options });
  open.push(() => egress.close());
  return egress;
}

const get = (egress: Egress, url: string) => egress.request({ url, method: 'GET', headers: {} });

async function failure(work: Promise<unknown>): Promise<EgressError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EgressError);
  return error as EgressError;
}

/** A listener on both loopback addresses that counts whoever connects. */
async function openTrap() {
  let connections = 0;
  const servers = await Promise.all(
    ['127.0.0.1', '::1'].map(async (address) => {
      const server = createTcpServer((socket) => {
        connections += 1;
        socket.on('error', () => {});
        socket.destroy();
      });
      return { server, address };
    }),
  );
  const [four, six] = servers;
  await new Promise<void>((resolve) => four?.server.listen(0, '127.0.0.1', resolve));
  const bound = four?.server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  // A machine without IPv6 has one listener less and nothing to leak there.
  await new Promise<void>((resolve) => six?.server.once('error', () => resolve()).listen(port, '::1', () => resolve()));
  open.push(async () => {
    for (const { server } of servers) if (server.listening) await new Promise((resolve) => server.close(resolve));
  });
  return { port, connections: () => connections };
}

async function openHttp(handler: RequestListener, secure = false) {
  const requests: IncomingMessage[] = [];
  const listener: RequestListener = (request, response) => {
    requests.push(request);
    handler(request, response);
  };
  const server = secure
    ? createTlsServer({ key: TLS_FIXTURE.key, cert: TLS_FIXTURE.cert }, listener)
    : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  open.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  return { port, requests };
}

const to =
  (...addresses: string[]) =>
  async (): Promise<ResolvedAddress[]> =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('egress: hostile URLs lead nowhere (S-05)', () => {
  let trap: Awaited<ReturnType<typeof openTrap>>;
  beforeEach(async () => {
    trap = await openTrap();
  });

  it('the trap is a real one: an allowed host does reach it', async () => {
    const egress = makeEgress({ allow: [`127.0.0.1:${trap.port}`] });
    expect((await failure(get(egress, `http://127.0.0.1:${trap.port}/`))).stage).toBe('exchange');
    expect(trap.connections()).toBe(1);
  });

  it('there are enough of them, all different', () => {
    expect(HOSTILE_URLS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(HOSTILE_URLS).size).toBe(HOSTILE_URLS.length);
  });

  it.each(HOSTILE_URLS.map((url) => [url]))('%j', async (template) => {
    const egress = makeEgress();
    const url = template.replace('PORT', String(trap.port));
    expect(['refused', 'connect']).toContain((await failure(get(egress, url))).stage);
    expect(['refused', 'connect']).toContain((await failure(egress.probe(url))).stage);
    expect(trap.connections()).toBe(0);
  });

  it.each([
    ['one inside address', ['127.0.0.1']],
    ['an inside address behind a good one', ['93.184.216.34', '127.0.0.1']],
    ['the IPv6 loopback', ['::1']],
    ['a mapped address', ['::ffff:127.0.0.1']],
    ['the metadata address', ['169.254.169.254']],
    ['nothing', []],
    ['nonsense', ['not-an-address']],
  ])('a name that resolves to %s is refused whole', async (_what, addresses) => {
    const egress = makeEgress({ resolve: to(...addresses) });
    await failure(get(egress, `https://vendor.test:${trap.port}/`));
    expect(trap.connections()).toBe(0);
  });

  it('a resolver that changes its mind after the check gains nothing: it is asked once for each connection', async () => {
    let asked = 0;
    const egress = makeEgress({
      connectTimeoutMs: 100,
      resolve: async () => {
        asked += 1;
        // The first answer is checked; were the name looked up again to connect, it would lead into the trap.
        return asked === 1 ? [{ address: '198.41.0.4', family: 4 }] : [{ address: '127.0.0.1', family: 4 }];
      },
    });
    await failure(get(egress, `https://vendor.test:${trap.port}/`));
    expect([asked, trap.connections()]).toEqual([1, 0]);
  });

  it('a redirect is an answer and not an order', async () => {
    const vendor = await openHttp((_request, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${trap.port}/` }).end(),
    );
    const egress = makeEgress({ allow: [`127.0.0.1:${vendor.port}`] });
    expect((await get(egress, `http://127.0.0.1:${vendor.port}/`)).status).toBe(302);
    expect(trap.connections()).toBe(0);
  });
});

describe('egress: what the operator allows', () => {
  it('an allowed name may be plain and inside; its neighbours and other ports may not', async () => {
    const vendor = await openHttp((_request, response) => response.end('hello'));
    const egress = makeEgress({ allow: [`courier.local:${vendor.port}`], resolve: to('127.0.0.1') });
    expect(await get(egress, `http://courier.local:${vendor.port}/x?y=1`)).toMatchObject({
      status: 200,
      body: 'hello',
    });
    expect((await failure(get(egress, `http://other.local:${vendor.port}/`))).stage).toBe('refused');
    expect((await failure(get(egress, `http://courier.local:${vendor.port + 1}/`))).stage).toBe('refused');
    expect(vendor.requests.map((request) => [request.url, request.headers.host])).toEqual([
      ['/x?y=1', `courier.local:${vendor.port}`],
    ]);
  });

  it('connects to the checked address and checks the certificate against the name', async () => {
    const vendor = await openHttp((_request, response) => response.end('tls'), true);
    const allow = [`vendor.test:${vendor.port}`, `stranger.test:${vendor.port}`];
    const egress = makeEgress({ allow, ca: TLS_FIXTURE.cert, resolve: to('127.0.0.1') });
    expect((await get(egress, `https://vendor.test:${vendor.port}/`)).body).toBe('tls');
    expect((await failure(get(egress, `https://stranger.test:${vendor.port}/`))).stage).toBe('connect');
    const strict = makeEgress({ allow, resolve: to('127.0.0.1') });
    expect((await failure(get(strict, `https://vendor.test:${vendor.port}/`))).stage).toBe('connect');
    expect(vendor.requests.length).toBe(1);
  });

  it('tries the next checked address when the first does not answer', async () => {
    const vendor = await openHttp((_request, response) => response.end('second'));
    const egress = makeEgress({ allow: ['courier.local'], resolve: to('127.0.0.9', '127.0.0.1') });
    expect((await get(egress, `http://courier.local:${vendor.port}/`)).body).toBe('second');
  });

  it.each(['', 'http://x', '10.0.0.0/33', '1.2.3', 'a b', 'x:70000', '[::1', '127.0.0.1:0'])(
    'refuses the entry %j, quoting it',
    (entry) => {
      expect(() => parseAllowList(['good.example', entry])).toThrow(`"${entry}"`);
    },
  );
});

describe('egress: limits', () => {
  it('says how far it came: nothing listens, nothing resolves, nothing answers', async () => {
    const silent = await openHttp(() => {});
    const allow = ['127.0.0.1', 'slow.local', 'gone.local'];
    expect((await failure(get(makeEgress({ allow }), 'http://127.0.0.1:1/'))).stage).toBe('connect');
    const never = makeEgress({ allow, connectTimeoutMs: 50, resolve: () => new Promise(() => {}) });
    expect((await failure(get(never, 'http://slow.local/'))).stage).toBe('connect');
    const gone = makeEgress({ allow, resolve: () => Promise.reject(new Error('ENOTFOUND')) });
    expect((await failure(get(gone, 'http://gone.local/'))).stage).toBe('connect');
    const slow = makeEgress({ allow, timeoutMs: 80 });
    expect((await failure(get(slow, `http://127.0.0.1:${silent.port}/`))).stage).toBe('exchange');
  });

  it('a TLS handshake that never ends is ended before anything is written', async () => {
    const listener = await listenOn(createTcpServer());
    open.push(() => listener.goDown());
    const { port } = listener;
    const egress = makeEgress({ allow: ['127.0.0.1'], connectTimeoutMs: 80 });
    expect((await failure(get(egress, `https://127.0.0.1:${port}/`))).stage).toBe('connect');
  });

  it('reads no more than it was told to', async () => {
    const vendor = await openHttp((_request, response) => response.on('error', () => {}).end('x'.repeat(5000)));
    const allow = ['127.0.0.1'];
    expect(
      (await get(makeEgress({ allow, maxAnswerBytes: 5000 }), `http://127.0.0.1:${vendor.port}/`)).body.length,
    ).toBe(5000);
    expect(
      (await failure(get(makeEgress({ allow, maxAnswerBytes: 4999 }), `http://127.0.0.1:${vendor.port}/`))).stage,
    ).toBe('exchange');
  });

  it('close() ends what is under way', async () => {
    const silent = await openHttp(() => {});
    const egress = makeEgress({ allow: ['127.0.0.1'], timeoutMs: 60_000 });
    const waiting = failure(get(egress, `http://127.0.0.1:${silent.port}/`));
    await new Promise(setImmediate);
    await egress.close();
    expect((await waiting).stage).not.toBe('refused');
  });
});

describe('egress: the table of addresses', () => {
  it('passes public addresses', () => {
    for (const address of ['1.1.1.1', '93.184.216.34', '2606:4700::1111', '2a00:1450:4001::1'])
      expect(judgeAddress([], address, 443)).toBeNull();
    for (const url of ['https://api.example.com/x', 'https://1.1.1.1/', 'https://[2606:4700::1111]/'])
      expect(judgeUrl([], url).ok).toBe(true);
  });

  it('refuses user information, wherever it leads', () => {
    for (const user of ['me', 'me:pw', ':pw', '%40'])
      expect(judgeUrl([], `https://${user}@api.example.com/`).ok).toBe(false);
  });

  it('judges an address alike in every spelling of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (number) => {
        const dotted = [24, 16, 8, 0].map((shift) => (number >>> shift) & 0xff).join('.');
        const denied = judgeAddress([], dotted, 443) !== null;
        for (const host of [dotted, String(number), `0x${number.toString(16)}`, `0${number.toString(8)}`]) {
          expect(judgeUrl([], `https://${host}/`).ok).toBe(!denied);
        }
        expect(judgeAddress([], `::ffff:${dotted}`, 443)).not.toBeNull();
      }),
    );
  });

  it('denies every IPv6 address outside what is handed out', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (octets) => {
        const address = new ipaddr.IPv6([...octets]);
        if ((octets[0] ?? 0) >> 5 !== 1) expect(judgeAddress([], address.toString(), 443)).not.toBeNull();
      }),
    );
  });
});
