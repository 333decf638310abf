import type { OnboardingView } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type Tenant, type TestApi } from '../testing.ts';

let api: TestApi;
let shop: Tenant;
let cookie: string;
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('Shop');
  cookie = await api.signIn(shop);
});
afterAll(() => api.stop());

const read = async (as = cookie): Promise<OnboardingView> =>
  (await api.query('onboarding.read', { environment: 'live' }, { cookie: as })).json.result.data;
const done = async (): Promise<string[]> =>
  (await read()).steps.filter(({ done_at }) => done_at !== null).map(({ step }) => step);
const body = { to: '+525512345678', channel: 'sms', class: 'transactional', content: { text: 'hola' } };

describe('the first steps', () => {
  it('are ticked by what happened, each by its own event, and never by a call from the console', async () => {
    const { sql } = api.services.database;
    expect(await done()).toEqual(['key']);
    await api.mutate('messages.send', { environment: 'live', message: body, idempotency_key: 'by-hand-1' }, { cookie });
    expect(await done()).toEqual(['key']);
    await api.call('POST', '/v1/messages', { key: shop.keys.sandbox, body });
    expect(await done()).toEqual(['key', 'call']);
    const sent = await api.call('POST', '/v1/messages', { key: shop.keys.live, body });
    expect(await done()).toEqual(['key', 'call', 'live']);
    await sql`
      insert into event (message_id, seq, at, workspace, attempt, state, late)
      select id, 1, now(), workspace, 1, 'delivered', false from message where workspace = ${shop.number} order by id limit 1`;
    expect(await done()).toEqual(['key', 'call', 'delivered', 'live']);
    expect((await read()).first_delivered_seconds).toBeGreaterThanOrEqual(0);
    await api.addPerson(shop, 'viewer');
    expect(await done()).toEqual(['key', 'call', 'delivered', 'live', 'teammate']);
    expect(sent.status).toBe(202);
  });

  it('are of one workspace: a stranger sees nothing of them, and puts only its own away', async () => {
    const stranger = await api.signIn(await api.addTenant('Stranger'));
    expect((await read(stranger)).steps.filter(({ done_at }) => done_at !== null)).toHaveLength(1);
    await api.mutate('onboarding.close', { closed: true }, { cookie: stranger });
    expect([(await read(stranger)).closed_at, (await read()).closed_at]).toEqual([expect.any(String), null]);
    await api.mutate('onboarding.close', { closed: false }, { cookie: stranger });
    expect((await read(stranger)).closed_at).toBeNull();
  });
});
