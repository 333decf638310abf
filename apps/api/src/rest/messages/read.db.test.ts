import { decodeId, MessagePage, MessageView, SendBatchAnswer, Timeline } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, openTestApi, type Tenant, type TestApi } from '../../testing.ts';

let api: TestApi;
let shop: Tenant;
const sent: string[] = [];
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('Shop');
  for (let index = 0; index < 7; index += 1) {
    const to = index % 2 === 0 ? '+525512345678' : '+5511970000012';
    sent.push((await post('/v1/messages', { ...text, to, client_ref: `order-${index}` })).json.id);
  }
});
afterAll(() => api.stop());

const text = { to: '+525512345678', channel: 'sms', class: 'transactional', content: { text: 'hola' } };
const get = (path: string): Promise<Called> => api.call('GET', path, { key: shop.keys.live });
const post = (path: string, body?: unknown): Promise<Called> => api.call('POST', path, { key: shop.keys.live, body });

describe('GET /v1/messages', () => {
  it('200: pages from the newest to the oldest, each message once, null at the end', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = MessagePage.parse((await get(`/v1/messages?limit=3${cursor && `&cursor=${cursor}`}`)).json);
      expect(page.data.length).toBeLessThanOrEqual(3);
      seen.push(...page.data.map((message) => message.id));
      cursor = page.next_cursor;
    }
    expect(seen).toEqual([...sent].reverse());
  });

  it.each([
    ['to=%2B525512345678', 4],
    ['to=5678', 4],
    ['country=BR', 3],
    ['client_ref=order-3', 1],
    ['channel=email', 0],
    ['class=transactional&country=MX', 4],
    ['accepted_before=2020-01-01T00:00:00Z', 0],
  ])('200: ?%s narrows to %i', async (query, count) => {
    expect((await get(`/v1/messages?${query}`)).json.data).toHaveLength(count);
  });

  it.each(['limit=0', 'limit=201', 'limit=x', 'state=gone', 'country=mexico', 'cursor=%27', 'accepted_after=now'])(
    '400: ?%s is refused by name',
    async (query) => {
      const answered = await get(`/v1/messages?${query}`);
      expect([answered.status, answered.json.errors[0].path]).toEqual([400, query.split('=')[0]]);
    },
  );
});

describe('GET /v1/messages/{id} and its timeline', () => {
  it('200: what was sent, and that it was accepted and by whom', async () => {
    const message = MessageView.parse((await get(`/v1/messages/${sent[0]}`)).json);
    expect(message).toMatchObject({ id: sent[0], content: { text: 'hola' }, country: 'MX', client_ref: 'order-0' });
    const timeline = Timeline.parse((await get(`/v1/messages/${sent[0]}/timeline`)).json);
    expect(timeline.data[0]).toMatchObject({ kind: 'accept', actor: 'api', result: 'pass' });
  });
});

describe('POST /v1/messages/{id}/cancel', () => {
  it('200: stops what nobody has claimed, and says so again when asked again', async () => {
    for (const _turn of [1, 2]) {
      const canceled = await post(`/v1/messages/${sent[1]}/cancel`);
      expect([canceled.status, canceled.json.state]).toEqual([200, 'canceled']);
    }
  });

  it('409: what is final stays what it is', async () => {
    await api.services.database.sql`
      insert into event (message_id, at, workspace, state, seq, attempt, late)
      values (${decodeId('message', sent[2] ?? '') ?? ''}, now(), ${shop.number}, 'delivered', 2, 1, false)`;
    const refused = await post(`/v1/messages/${sent[2]}/cancel`);
    expect([refused.status, refused.json.code]).toEqual([409, 'not_cancelable']);
  });
});

describe('POST /v1/messages/batch', () => {
  const batch = Array.from({ length: 1000 }, (_, index) => ({
    ...text,
    to: index === 500 ? 'not a number' : `+5255880${String(index).padStart(5, '0')}`,
  }));

  it('202: a thousand are answered item by item, the bad one by index and field', async () => {
    const answered = await post('/v1/messages/batch', { messages: batch });
    expect(answered.status).toBe(202);
    const { accepted, rejected } = SendBatchAnswer.parse(answered.json);
    expect([accepted.length, new Set(accepted.map((one) => one.id)).size]).toEqual([999, 999]);
    expect(rejected).toMatchObject([{ index: 500, error: { code: 'request_invalid', errors: [{ path: 'to' }] } }]);
  });

  it('202: a repeat under the same key makes nothing new', async () => {
    const headers = { 'idempotency-key': 'batch-1' };
    const call = () =>
      api.call('POST', '/v1/messages/batch', { key: shop.keys.live, body: { messages: batch.slice(0, 5) }, headers });
    const [first, second] = [await call(), await call()];
    expect(second.text).toBe(first.text);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });

  it.each([
    ['none', { messages: [] }, 'messages'],
    ['1001', { messages: [...batch, text] }, 'messages'],
    ['a text', { messages: 'x' }, 'messages'],
    ['an unknown field', { messages: [text], dry_run: true }, 'dry_run'],
  ])('400: %s', async (_name, body, path) => {
    const refused = await post('/v1/messages/batch', body);
    expect([refused.status, refused.json.errors[0].path]).toEqual([400, path]);
  });
});

describe('POST /v1/routing/preview', () => {
  it('200: explains, and sends nothing', async () => {
    const [before] = await api.services.database.sql`select count(*) from message`;
    const answered = await post('/v1/routing/preview', { to: '+525512345678', channel: 'sms', class: 'otp' });
    expect([answered.status, answered.json.country, answered.json.candidates]).toEqual([200, 'MX', []]);
    expect(await api.services.database.sql`select count(*) from message`).toEqual([before]);
  });

  it('400: a number that is none', async () => {
    const answered = await post('/v1/routing/preview', { to: '+99912', channel: 'sms', class: 'otp' });
    expect([answered.status, answered.json.errors[0].path]).toEqual([400, 'to']);
  });
});
