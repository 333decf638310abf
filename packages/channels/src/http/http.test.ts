import { createHmac } from 'node:crypto';
import type { SubmitAnswer } from '@signalbox/contracts';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { RecordingHost, runConformance } from '../conformance.case.ts';
import { COURIER_CALLS_PRESET, COURIER_PRESET, capabilitiesOf, manifestOf, parseSettings } from '../manifests.ts';
import { openChannel } from '../registry.ts';
import { fillTemplate, findUnknownPlaceholders, toForm, valuesOf } from './body-template.ts';
import { decodeHttpCallback } from './callback.ts';
import { type ForeignVendor, makeVendorText, openForeignVendor } from './foreign-vendor.case.ts';
import { toAnswer, toWire } from './translate.ts';

const BASE = { base_url: 'https://api.example.com', signature_secret: 'sig-77aa00ff', auth_secret: 'tok-3f9d2c7a51' };
const settings = parseSettings('http', BASE);
const NOW = 1_790_000_000_000;

function sign(body: string, stamp = String(NOW / 1000), secret = BASE.signature_secret) {
  const signature = createHmac('sha256', secret).update(`${stamp}.${body}`).digest('hex');
  return { headers: { 'X-Signature': signature, 'x-timestamp': stamp }, body };
}

runConformance({
  protocol: 'http',
  openPeer: openForeignVendor,
  refusal: 'recipient.invalid_address',
  decode: (octets) => decodeHttpCallback(settings, sign(Buffer.from(octets).toString('latin1')), NOW),
  notGiven: {
    receipts: {
      why: 'receipts come as callbacks to the api, which stores them before its 200; the adapter only reads them',
      holds: () => manifestOf('http').decodeCallback !== undefined,
    },
  },
});

describe('http: what the answer of a vendor means', () => {
  const read = (status: number, body: unknown, headers: Record<string, string> = {}, change = {}): SubmitAnswer =>
    toAnswer(parseSettings('http', { ...BASE, ...change }), 'ref-1', {
      status,
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it.each([
    [200, { id: 'a1' }, 'accepted'],
    [201, { id: 17 }, 'accepted'],
    [409, { id: 'a1', error: { code: 'duplicate_reference' } }, 'accepted'],
    [200, { error: { code: 'invalid_number' } }, 'recipient.invalid_address'],
    [200, { id: 'a1', error: { code: 'never_heard_of' } }, 'unknown.unspecified'],
    [400, {}, 'content.invalid'],
    [401, {}, 'account.auth'],
    [402, {}, 'account.credit'],
    [403, {}, 'account.not_enabled'],
    [404, {}, 'provider.protocol'],
    [408, {}, 'provider.unavailable'],
    [413, '<html>too large</html>', 'content.invalid'],
    [418, {}, 'provider.protocol'],
    [422, { error: { code: 'unknown_subscriber' } }, 'recipient.unknown'],
    [302, '', 'provider.protocol'],
    [429, {}, 'throttled'],
    [500, { error: { code: 'throttled' } }, 'throttled'],
    [500, { error: { code: 'insufficient_credit' } }, 'account.credit'],
    [500, '<html>', 'indeterminate'],
    [502, {}, 'indeterminate'],
    [503, {}, 'indeterminate'],
    [200, '<html>fine</html>', 'indeterminate'],
    [200, '{"id":"a', 'indeterminate'],
    [200, { status: 'ok' }, 'indeterminate'],
    [200, { id: 'x'.repeat(300) }, 'indeterminate'],
  ] as const)('%i %j is %s', (status, body, expected) => {
    const answer = read(status, body);
    expect('reason' in answer && answer.kind === 'rejected' ? answer.reason : answer.kind).toBe(expected);
  });

  it('takes the time of Retry-After, and its own without one; 503 with it is a request to slow down', () => {
    expect(read(429, {}, { 'retry-after': '7' })).toMatchObject({ kind: 'throttled', retryAfterMs: 7000 });
    expect(read(429, {})).toMatchObject({ retryAfterMs: 1000 });
    expect(read(429, {}, { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' })).toMatchObject({ retryAfterMs: 1000 });
    expect(read(503, {}, { 'retry-after': '2' })).toMatchObject({ kind: 'throttled', retryAfterMs: 2000 });
  });

  it('asks the provider’s own codes first, and a success rule for every word', () => {
    const change = {
      codes_map: { E7: 'account.credit' },
      success_pointer: '/ok',
      success_equals: 'true',
      error_pointer: '/code',
    };
    expect(read(400, { code: 'e7' }, {}, change)).toMatchObject({ kind: 'rejected', reason: 'account.credit' });
    expect(read(200, { ok: true, id: 'z' }, {}, change)).toEqual({ kind: 'accepted', refs: ['z'] });
    expect(read(200, { ok: false, code: 'E7' }, {}, change)).toMatchObject({
      kind: 'rejected',
      reason: 'account.credit',
    });
  });

  it('uses our reference where the vendor has no id, and trusts a coded fault of a vendor that acts once per key', () => {
    expect(read(202, '', {}, { id_pointer: '' })).toEqual({ kind: 'accepted', refs: ['ref-1'] });
    const keyed = { idempotency_header: 'Idempotency-Key' };
    expect(read(500, { error: { code: 'boom' } }, {}, keyed)).toMatchObject({
      kind: 'rejected',
      reason: 'provider.unavailable',
    });
    expect(read(500, '<html>', {}, keyed).kind).toBe('indeterminate');
  });

  it('finds nothing under names the vendor did not write', () => {
    for (const pointer of ['/__proto__/id', '/constructor/name', '/toString']) {
      expect(read(200, { ok: 1 }, {}, { id_pointer: pointer }).kind).toBe('indeterminate');
    }
  });
});

describe('http: what is sent', () => {
  it('puts values into the tree: no text can change the form of the body', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 12 }), (text, from) => {
        const request = makeVendorText(1);
        if (request.submission.kind === 'sms')
          Object.assign(request.submission, { from, parts: [{ encoding: 'ucs2', text }] });
        const wire = toWire(settings, request);
        expect(JSON.parse(wire.body ?? '')).toEqual({ to: '+12025550001', from, text, reference: request.attemptRef });
      }),
    );
  });

  it('leaves out a field without a value, fills numbers as numbers and keeps `__proto__` an ordinary name', () => {
    const values = valuesOf(makeVendorText(3), '', '');
    const template = JSON.parse(
      '{"a":"{{callback_url}}","b":"{{ valid_for_seconds }}","__proto__":{"x":"to {{to_digits}}"},"l":["{{text}}"]}',
    );
    expect(JSON.stringify(fillTemplate(template, values))).toBe(
      '{"b":300,"__proto__":{"x":"to 12025550003"},"l":["text 3"]}',
    );
    expect(toForm(fillTemplate({ text: '{{text}}', to: '{{to}}' }, values))).toBe('text=text+3&to=%2B12025550003');
  });

  it('refuses a template with a word that is no placeholder, naming it', () => {
    expect(findUnknownPlaceholders({ a: ['{{txt}}'] })).toEqual(['txt']);
    expect(() => parseSettings('http', { ...BASE, body: { a: '{{constructor}}' } })).toThrow(
      /body.*\{\{constructor\}\}/,
    );
  });

  it.each([
    [{ base_url: 'ftp://x' }, 'base_url'],
    [{ base_url: 'https://user:pw@x.example' }, 'base_url'],
    [{ auth_header: 'Host' }, 'auth_header'],
    [{ auth: 'header' }, 'auth_header'],
    [{ auth: 'basic' }, 'auth_user'],
    [{ auth_secret: '' }, 'auth_secret'],
    [{ auth_header: 'X Bad\r\nInjected' }, 'auth_header'],
    [{ auth_secret: 'a\r\nX-Admin: 1' }, 'auth_secret'],
    [{ codes_map: { a: 'no.such' } }, 'codes_map'],
    [{ timeout_ms: 1 }, 'timeout_ms'],
    [{ path: 'v1' }, 'path'],
  ])('refuses the setting %j, naming it', (change, field) => {
    expect(() => parseSettings('http', { ...BASE, ...change })).toThrow(`"${field}"`);
  });

  it('takes json and list fields as the form gives them', () => {
    const typed = parseSettings('http', {
      ...BASE,
      body: '{"m":"{{text}}"}',
      success_statuses: '200, 202',
      codes_map: '',
      status_map: '',
    });
    expect(typed).toMatchObject({ body: { m: '{{text}}' }, success_statuses: [200, 202], codes_map: {} });
    expect(typed.status_map.delivered).toBe('delivered');
  });

  it('tells from the settings whether a lost answer may be asked about', () => {
    const of = (change: object) => capabilitiesOf('http', parseSettings('http', { ...BASE, ...change })).dedupe;
    expect([of({}), of({ lookup_path: '/x/{{reference}}' }), of({ idempotency_header: 'Idempotency-Key' })]).toEqual([
      'client_ref',
      'lookup',
      'idempotency_key',
    ]);
  });
});

describe('http: calls', () => {
  const calls = parseSettings('http', { ...BASE, ...COURIER_CALLS_PRESET });

  it('hands over what is spoken and in which language', () => {
    const { url, body } = toWire(calls, {
      ...{ attemptRef: 'ref-1', validForSeconds: 60, urgent: true, environment: 'live' },
      submission: { kind: 'voice', to: '+525512345678', from: '+12025550142', text: 'Hola', locale: 'es-MX' },
    });
    expect(url).toBe('https://api.example.com/v1/calls');
    expect(JSON.parse(body ?? '')).toEqual({
      ...{ to: '+525512345678', from: '+12025550142', text: 'Hola', language: 'es-MX', reference: 'ref-1' },
    });
  });

  it('keeps no digit of a code that the vendor says back, spelled out or whole', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{6,10}$/), fc.constantFrom('', ' ', ', ', '，', '. '), (code, pause) => {
        const said = `Your code is: ${[...code].join(pause)}. Call 2 of 3.`;
        const body = JSON.stringify({ text: said, error: { code: 'blocked' } });
        const answer = toAnswer(calls, 'ref-1', { status: 422, headers: {}, body });
        const raw = 'raw' in answer ? answer.raw : '';
        expect(raw.match(/Your code is: (.*?)\. Call/)?.[1]).not.toMatch(/\d/);
        expect(raw).toContain('Call 2 of 3');
      }),
    );
  });

  it.each([
    ['answered', null, 'delivered', null],
    ['no-answer', null, 'undelivered', 'recipient.no_answer'],
    ['busy', null, 'undelivered', 'recipient.busy'],
    ['failed', null, 'undelivered', 'unknown.unspecified'],
    ['failed', '001', 'undelivered', 'recipient.unknown'],
    ['ringing', null, 'enroute', null],
  ])('reads that a call is %s with the error %s as %s for the reason %s', (status, error_code, verdict, reason) => {
    const body = JSON.stringify({ id: 'c-1', status, error_code });
    const stamp = String(NOW / 1000);
    const signature = createHmac('sha256', BASE.signature_secret).update(`${stamp}.${body}`).digest('hex');
    const headers = { 'x-courier-timestamp': stamp, 'x-courier-signature': `sha256=${signature}` };
    expect(decodeHttpCallback(calls, { headers, body }, NOW)).toMatchObject({
      receipts: [{ ref: 'c-1', verdict, reason }],
    });
  });
});

describe('http: callbacks', () => {
  const receipt = JSON.stringify({
    id: 'v-1',
    reference: 'r',
    status: 'UNDELIVERED',
    error_code: '006',
    at: '2026-01-01T00:00:00Z',
  });
  const courier = parseSettings('http', { ...BASE, ...COURIER_PRESET });

  it('reads a receipt of the demo vendor, error numbers and signature included', () => {
    const stamp = String(NOW / 1000);
    const signature = createHmac('sha256', BASE.signature_secret).update(`${stamp}.${receipt}`).digest('hex');
    const headers = { 'x-courier-timestamp': stamp, 'x-courier-signature': `sha256=${signature}` };
    expect(decodeHttpCallback(courier, { headers, body: receipt }, NOW)).toEqual({
      kind: 'receipts',
      receipts: [{ ref: 'v-1', verdict: 'undelivered', reason: 'recipient.absent', raw: receipt }],
      replies: [],
    });
    expect(decodeHttpCallback(courier, { headers, body: `${receipt} ` }, NOW)).toMatchObject({
      kind: 'refused',
      status: 401,
    });
  });

  it.each([
    ['an unsigned one', { headers: {}, body: receipt }],
    ['a foreign secret', sign(receipt, undefined, 'someone-else')],
    ['one six minutes old', sign(receipt, String(NOW / 1000 - 360))],
    ['one from the future', sign(receipt, String(NOW / 1000 + 360))],
    [
      'a time that was not signed',
      { ...sign(receipt), headers: { ...sign(receipt).headers, 'x-timestamp': String(NOW / 1000 - 1) } },
    ],
    ['no time at all', { ...sign(receipt), headers: { 'x-signature': sign(receipt).headers['X-Signature'] } }],
    [
      'a signature that is no hex',
      { ...sign(receipt), headers: { ...sign(receipt).headers, 'X-Signature': 'é'.repeat(64) } },
    ],
  ])('refuses %s with 401', (_what, request) => {
    expect(decodeHttpCallback(settings, request, NOW)).toMatchObject({ kind: 'refused', status: 401 });
  });

  it('refuses every callback of a provider without a secret', () => {
    const open = parseSettings('http', { base_url: BASE.base_url, auth: 'none' });
    expect(decodeHttpCallback(open, sign(receipt, undefined, ''), NOW)).toMatchObject({ kind: 'refused', status: 401 });
  });

  it.each([
    '{"id":[},"status":',
    '<html>',
    '[]',
    'null',
    '{"status":"delivered"}',
    '{"__proto__":{"id":"x","status":"delivered"}}',
    `{"id":"${'x'.repeat(300)}","status":"delivered"}`,
  ])('refuses the signed body %s with 400', (body) =>
    expect(decodeHttpCallback(settings, sign(body), NOW)).toMatchObject({ kind: 'refused', status: 400 }),
  );

  it('reads a text of a person by the word that marks it, and never takes a receipt that repeats one for it', () => {
    const text = { type: 'Inbound', id: 'in-1', from: '12025550101', to: '12345', text: 'Stop\0.', at: 'now' };
    const bringing = parseSettings('http', { ...BASE, reply_kind_equals: 'inbound' });
    expect(decodeHttpCallback(bringing, sign(JSON.stringify(text)), NOW)).toMatchObject({
      kind: 'receipts',
      receipts: [],
      replies: [{ from: '+12025550101', to: '12345', text: 'Stop.', ref: 'in-1', part: null, answered: false }],
    });
    const echo = JSON.stringify({ ...text, type: 'receipt', status: 'delivered' });
    expect(decodeHttpCallback(bringing, sign(echo), NOW)).toMatchObject({ receipts: [{ ref: 'in-1' }], replies: [] });
    expect(decodeHttpCallback(settings, sign(JSON.stringify(text)), NOW)).toMatchObject({
      kind: 'refused',
      status: 400,
    });
  });

  it('reads a list, skips what is no receipt in it, and lets an unknown word change nothing', () => {
    const many = parseSettings('http', { ...BASE, receipts_pointer: '/results' });
    const body = JSON.stringify({
      results: [
        { id: 'a', status: 'Delivered' },
        7,
        { id: 'b', status: 'teleported' },
        { id: 'c', status: 'failed', error_code: 'zz' },
      ],
    });
    const result = decodeHttpCallback(many, sign(body), NOW);
    expect(
      result.kind === 'receipts' && result.receipts.map(({ ref, verdict, reason }) => [ref, verdict, reason]),
    ).toEqual([
      ['a', 'delivered', null],
      ['b', 'enroute', null],
      ['c', 'undelivered', 'unknown.unspecified'],
    ]);
  });

  it('reads the network of the recipient where the account says it stands, however it is written', () => {
    const named = (mccmnc: unknown, change = {}) => {
      const body = JSON.stringify({ id: 'a', status: 'delivered', mccmnc });
      const result = decodeHttpCallback(parseSettings('http', { ...BASE, ...change }), sign(body), NOW);
      return result.kind === 'receipts' ? result.receipts[0]?.network : result.why;
    };
    const told = { receipt_network_pointer: '/mccmnc' };
    expect(named('334020')).toBeUndefined();
    expect(named('334020', told)).toBe('334020');
    expect(named('334-020', told)).toBe('334020');
    expect(named('unknown', told)).toBeUndefined();
    expect(named(undefined, told)).toBeUndefined();
  });
});

describe('http: on the wire', () => {
  const close: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const each of close.splice(0).reverse()) await each();
  });

  async function setUp(change: Record<string, unknown> = {}) {
    const vendor = await openForeignVendor();
    close.push(() => vendor.goDown());
    const host = new RecordingHost();
    const adapter = openChannel({
      protocol: 'http',
      settings: { ...vendor.settings, ...change },
      providerId: 'prv',
      host,
      egressAllow: vendor.allow,
    });
    close.push(() => adapter.stop(20));
    adapter.start();
    await host.until(() => adapter.isUp());
    const send = (number: number): Promise<SubmitAnswer> =>
      new Promise((resolve) => adapter.submit([makeVendorText(number)], (_index, answer) => resolve(answer)));
    return { vendor, host, adapter, send };
  }

  it('asks once by our reference when the answer was lost, and takes a find for acceptance', async () => {
    const { vendor, send } = await setUp({ lookup_path: '/v1/sms?reference={{reference}}' });
    vendor.handle = (request, _body, response) => {
      if (request.method === 'POST') request.socket.destroy();
      else response.end(JSON.stringify({ id: 'found-1' }));
    };
    expect(await send(1)).toEqual({ kind: 'accepted', refs: ['found-1'] });
    expect(vendor.requests.map((request) => `${request.method} ${request.url.split('=')[0]}`)).toEqual([
      'POST /v1/sms',
      'GET /v1/sms?reference',
    ]);
    vendor.handle = (request, _body, response) => {
      if (request.method === 'POST') request.socket.destroy();
      else response.writeHead(404).end('{}');
    };
    expect((await send(2)).kind).toBe('indeterminate');
  });

  it.each([
    [
      'headers that drip for ever',
      (vendor: ForeignVendor) => {
        vendor.handle = (request) => {
          const timer = setInterval(() => request.socket.write('H'), 20);
          request.socket.on('close', () => clearInterval(timer));
          request.socket.on('error', () => {});
        };
      },
    ],
    [
      'a body that drips for ever',
      (vendor: ForeignVendor) => {
        vendor.handle = (_request, _body, response) => {
          response.writeHead(200, { 'content-type': 'application/json' });
          const timer = setInterval(() => response.write(' '), 20);
          response.on('close', () => clearInterval(timer));
          response.on('error', () => {});
        };
      },
    ],
    [
      'an answer of ten megabytes',
      (vendor: ForeignVendor) => {
        vendor.handle = (_request, _body, response) => {
          response.on('error', () => {});
          response.writeHead(200).end(Buffer.alloc(10_000_000, 32));
        };
      },
    ],
  ])('ends %s within its time as indeterminate', async (_what, prepare) => {
    const { vendor, send } = await setUp();
    prepare(vendor);
    const startedMs = performance.now();
    expect((await send(1)).kind).toBe('indeterminate');
    expect(performance.now() - startedMs).toBeLessThan(3000);
  });

  it('follows no redirect', async () => {
    const { vendor, send } = await setUp();
    vendor.handle = (_request, _body, response) =>
      response.writeHead(307, { location: `${vendor.settings.base_url}/elsewhere` }).end();
    expect(await send(1)).toMatchObject({ kind: 'rejected', reason: 'provider.protocol' });
    expect(vendor.requests.map((request) => request.url)).toEqual(['/v1/sms']);
  });

  it('hands messages back instead of keeping them while the vendor wants a long pause', async () => {
    const { vendor, send } = await setUp();
    vendor.handle = (_request, _body, response) => response.writeHead(429, { 'retry-after': '60' }).end('{}');
    expect(await send(1)).toMatchObject({ kind: 'throttled', retryAfterMs: 60_000 });
    const second = await send(2);
    expect(second.kind === 'throttled' && second.retryAfterMs).toBeGreaterThan(50_000);
    expect(vendor.requests.length).toBe(1);
  });

  it('signs in and carries the idempotency key as configured', async () => {
    const { vendor, send } = await setUp({ auth: 'basic', auth_user: 'me', idempotency_header: 'Idempotency-Key' });
    await send(5);
    const [first] = vendor.requests;
    expect(first?.headers.authorization).toBe(`Basic ${Buffer.from('me:tok-3f9d2c7a51').toString('base64')}`);
    expect(first?.headers['idempotency-key']).toBe(makeVendorText(5).attemptRef);
  });
});
