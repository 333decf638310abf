import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, openTestApi, type Tenant, type TestApi } from '../../testing.ts';

let api: TestApi;
let shop: Tenant;
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('Shop');
});
afterAll(() => api.stop());

const call = (method: string, path: string, body?: unknown): Promise<Called> =>
  api.call(method, path, { key: shop.keys.live, ...(body === undefined ? {} : { body }) });

describe('/v1/suppressions', () => {
  it('201, 200, 204, 404: added under the one spelling of its address, listed, lifted, gone', async () => {
    const added = await call('POST', '/v1/suppressions', {
      address: '+52 55 1234 5678',
      channel: 'sms',
      reason: 'asked',
    });
    expect(added.status).toBe(201);
    expect(added.json).toMatchObject({ address: '+525512345678', classes: ['marketing'], environment: 'live' });
    const listed = await call('GET', '/v1/suppressions?address=%2B525512345678');
    expect(listed.json).toEqual({ data: [added.json], next_cursor: null });
    const lifted = await call('DELETE', `/v1/suppressions/${added.json.id}`);
    expect([lifted.status, lifted.text]).toEqual([204, '']);
    expect((await call('DELETE', `/v1/suppressions/${added.json.id}`)).status).toBe(404);
    expect((await call('GET', '/v1/suppressions')).json.data).toEqual([]);
  });

  it('201: a second time adds the new classes to the same entry', async () => {
    const first = await call('POST', '/v1/suppressions', {
      address: 'ana@Example.com',
      channel: 'email',
      reason: 'one',
    });
    const classes = ['otp', 'transactional'];
    const second = await call('POST', '/v1/suppressions', {
      address: 'ana@example.com',
      channel: 'email',
      classes,
      reason: 'two',
    });
    expect(second.json.id).toBe(first.json.id);
    expect([...second.json.classes].sort()).toEqual(['marketing', 'otp', 'transactional']);
  });

  it.each([
    ['no address', { channel: 'sms', reason: 'x' }, 'address'],
    ['a number that is none', { address: '+99912', channel: 'sms', reason: 'x' }, 'address'],
    ['a mailbox for a text', { address: 'ana@example.com', channel: 'sms', reason: 'x' }, 'address'],
    ['no class', { address: '+525512345678', channel: 'sms', classes: [], reason: 'x' }, 'classes'],
    ['a reason of two lines', { address: '+525512345678', channel: 'sms', reason: 'x\ny' }, 'reason'],
  ])('400: %s', async (_name, body, path) => {
    const refused = await call('POST', '/v1/suppressions', body);
    expect([refused.status, refused.json.errors[0].path]).toEqual([400, path]);
  });
});

describe('/v1/consents', () => {
  it('201, 200: the ledger keeps every entry, newest first', async () => {
    const entry = { address: 'luz@example.com', channel: 'email', source: 'checkout form' };
    const granted = await call('POST', '/v1/consents', { ...entry, state: 'granted', at: '2026-01-01T00:00:00Z' });
    const withdrawn = await call('POST', '/v1/consents', { ...entry, state: 'withdrawn' });
    expect([granted.status, withdrawn.status]).toEqual([201, 201]);
    const listed = await call('GET', '/v1/consents?address=luz@example.com');
    expect(listed.json.data).toEqual([withdrawn.json, granted.json]);
  });

  it.each([
    ['in the future', { at: '2099-01-01T00:00:00Z' }, 'at'],
    ['of an unknown kind', { state: 'maybe' }, 'state'],
    ['without where it came from', { source: '' }, 'source'],
  ])('400: %s', async (_name, change, path) => {
    const body = { address: 'luz@example.com', channel: 'email', state: 'granted', source: 'form', ...change };
    const refused = await call('POST', '/v1/consents', body);
    expect([refused.status, refused.json.errors[0].path]).toEqual([400, path]);
  });
});
