import type { PlaygroundAnswer } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type Tenant, type TestApi } from '../testing.ts';

let api: TestApi;
let shop: Tenant;
let engineer: string;
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('Shop');
  engineer = await api.signIn(await api.addPerson(shop, 'engineer'));
});
afterAll(() => api.stop());

const body = JSON.stringify({
  to: '+525512345678',
  channel: 'sms',
  class: 'transactional',
  content: { text: 'hola' },
});
const call = async (input: object, cookie = engineer): Promise<PlaygroundAnswer> => {
  const answered = await api.mutate('playground.run', { environment: 'sandbox', ...input }, { cookie });
  if (answered.status !== 200) throw new Error(answered.text);
  return answered.json.result.data;
};

describe('the playground', () => {
  it('makes the call a key would make: stored in the environment chosen, replayed by its key, noted in the request log', async () => {
    const sent = await call({ operation: 'sendMessage', body, idempotency_key: 'from-the-playground' });
    expect(sent.status).toBe(202);
    const { id } = JSON.parse(sent.body);
    const again = await call({ operation: 'sendMessage', body, idempotency_key: 'from-the-playground' });
    expect([again.headers['Idempotent-Replayed'], again.body]).toEqual(['true', sent.body]);
    expect((await api.call('GET', `/v1/messages/${id}`, { key: shop.keys.sandbox })).status).toBe(200);
    expect((await api.call('GET', `/v1/messages/${id}`, { key: shop.keys.live })).status).toBe(404);
    await api.services.requestLog.flush();
    const logged = await api.call('GET', `/v1/requests/${sent.request_id}`, { key: shop.keys.sandbox });
    expect(logged.json).toMatchObject({
      operation: 'sendMessage',
      api_key: null,
      address: '127.0.0.1',
      message_ids: [id],
    });
  });

  it('shows every refusal as the public API gives it', async () => {
    const broken = await call({ operation: 'sendMessage', body: '{"to":' });
    expect([broken.status, JSON.parse(broken.body).code]).toEqual([400, 'json_invalid']);
    const unknown = await call({ operation: 'getMessage', path: { id: 'msg_doesnotexist' } });
    expect([unknown.status, JSON.parse(unknown.body).code]).toEqual([404, 'not_found']);
    const query = await call({ operation: 'listMessages', query: { sort: 'price' } });
    expect(JSON.parse(query.body).errors).toMatchObject([{ path: 'sort', code: 'unknown_field' }]);
  });

  it('opens no door the role of the person does not open', async () => {
    const operations = await api.signIn(await api.addPerson(shop, 'operations'));
    const refused = await api.mutate(
      'playground.run',
      {
        environment: 'live',
        operation: 'addSuppression',
        body: JSON.stringify({ address: '+525512345678', channel: 'sms', reason: 'x' }),
      },
      { cookie: operations },
    );
    expect([refused.status, refused.json.error.data.code]).toEqual([403, 'forbidden']);
    expect(refused.json.error.data.detail).toContain('suppressions:write');
  });

  it('hides addresses from a role that sees none in the log', async () => {
    const operations = await api.signIn(await api.addPerson(shop, 'operations', 'hidden'));
    const sent = await call({ operation: 'sendMessage', body });
    const path = { id: JSON.parse(sent.body).id };
    const seen = async (cookie: string) => JSON.parse((await call({ operation: 'getMessage', path }, cookie)).body).to;
    expect([await seen(engineer), await seen(operations)]).toEqual(['+525512345678', '+52…5678']);
  });

  it('knows no operation but those of the document', async () => {
    for (const operation of ['toString', 'constructor', 'livez']) {
      const refused = await api.mutate('playground.run', { environment: 'live', operation }, { cookie: engineer });
      expect([refused.status, refused.json.error.data.errors[0].path]).toEqual([400, 'operation']);
    }
  });
});
