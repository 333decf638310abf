import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { expect, expected, test } from './testing.ts';

/** Serves one page of another site for as long as `use` takes. */
async function withForeignPage(html: string, use: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    // Another site to the browser: sites are told apart by their names, not by their ports.
    await use(`http://localhost:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.close();
  }
}

test.describe('S-15: another site', () => {
  test('cannot put the console into a frame', async ({ browser, baseURL }) => {
    const page = await browser.newPage({ storageState: 'test-results/session.json' });
    await withForeignPage(`<iframe id="frame" src="${baseURL}/en/live/overview"></iframe>`, async (url) => {
      await page.goto(url);
      const frame = await (await page.$('#frame'))?.contentFrame();
      await page.waitForTimeout(1000);
      expect(await frame?.content()).not.toContain('Signalbox');
    });
    await page.close();
  });

  test('cannot change anything by a form it makes the browser send', async ({ browser, baseURL }) => {
    const page = await browser.newPage({ storageState: 'test-results/session.json' });
    const target = `${baseURL}/trpc/keys.create`;
    const forged =
      '{"name":"forged","environment":"live","scopes":null,"allowed_networks":null,"expires_in_days":null,"x":"';
    const form = `<form method="post" enctype="text/plain" action="${target}"><input name='${forged}' value='"}'></form><script>document.forms[0].submit()</script>`;
    await withForeignPage(form, async (url) => {
      const answered = page.waitForResponse(target);
      await page.goto(url).catch(() => undefined);
      expect((await answered).status()).toBe(403);
    });
    await page.goto(`${baseURL}/en/live/keys`);
    await expect(page.getByText('forged')).toHaveCount(0);
    await page.close();
  });

  test('cannot change anything by a link: a mutation is not read', async ({ page }) => {
    const input = encodeURIComponent(JSON.stringify({ id: 'key_01m8d6ph2be06rvzmy1zt6nv7b' }));
    const answered = await page.request.get(`/trpc/keys.revoke?input=${input}`);
    expect(answered.status()).toBe(405);
  });
});

test('S-15: the policy is in force, not only reported: no script without its nonce runs, and none of ours breaks it', async ({
  page,
}) => {
  const answered = await page.goto('/en/live/overview');
  const headers = answered?.headers() ?? {};
  expect(headers['content-security-policy-report-only']).toBeUndefined();
  expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}' 'strict-dynamic'/);
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expected.complaints = [/Content Security Policy/];
  await page.evaluate(() => {
    const script = document.createElement('div');
    script.innerHTML = '<img src="/livez" onerror="window.injected = true">';
    document.body.append(script);
  });
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => 'injected' in window)).toBe(false);
});

test.describe('S-17: without a session', () => {
  test.use({ storageState: { cookies: [], origins: [] } });
  const PATHS = [
    '/en/live/keys',
    '/EN/live/keys',
    '/zh/live/keys',
    '/en/live/%6beys',
    '/en//live/keys',
    '/en/live/keys/',
    '/en/live/keys?__nextLocale=en',
    '/en/live/keys.rsc',
    '/en/live/keys?_rsc=1',
    '/_next/data/build/en/live/keys.json',
  ];
  const HEADERS: Record<string, string>[] = [
    {},
    { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    { 'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware:src/middleware:src/middleware' },
    { 'x-middleware-rewrite': '/en/live/keys', 'x-middleware-next': '1' },
    { 'x-invoke-path': '/en/live/keys', 'x-matched-path': '/en/live/keys' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
    { purpose: 'prefetch', 'x-nextjs-data': '1' },
    { 'x-forwarded-host': 'evil.example', 'x-nonce': 'mine', 'x-address': '/en/live/keys' },
  ];

  for (const path of PATHS) {
    test(`${path} shows nothing of the workspace, whatever headers the framework knows`, async ({ request }) => {
      for (const headers of HEADERS) {
        const answered = await request.get(path, { headers });
        const text = await answered.text();
        // Compared as a truth value: a page is no message for a person.
        expect(/Demo key|Demo Store|sb_live_/.test(text), `${path} ${JSON.stringify(headers)}`).toBe(false);
        expect(answered.headers().location ?? '').not.toContain('evil.example');
        expect(answered.status()).toBeLessThan(500);
      }
    });
  }

  test('the api behind the console answers 401 whatever the headers', async ({ request }) => {
    for (const headers of HEADERS) {
      const answered = await request.get('/trpc/keys.list', { headers });
      expect(answered.status()).toBe(401);
    }
  });

  test('an upgrade to a WebSocket is not passed on', async ({ baseURL }) => {
    const { hostname, port } = new URL(baseURL ?? '');
    for (const path of ['/trpc/keys.list', '/en/live/keys', '/_next/webpack-hmr']) {
      const answer = await new Promise<string>((resolve, reject) => {
        const socket = connect(Number(port), hostname, () => {
          socket.write(
            `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
              'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
          );
        });
        socket.setTimeout(5000, () => socket.destroy());
        socket.once('data', (chunk) => {
          resolve(chunk.toString('latin1').split('\r\n')[0] ?? '');
          socket.destroy();
        });
        socket.once('error', reject).once('close', () => resolve('closed'));
      });
      expect(answer).not.toContain('101');
    }
  });
});
