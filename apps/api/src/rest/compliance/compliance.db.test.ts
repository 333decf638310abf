import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type Tenant, type TestApi } from '../../testing.ts';

let api: TestApi;
let shop: Tenant;
let stranger: Tenant;
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('Shop');
  stranger = await api.addTenant('Stranger');
});
afterAll(() => api.stop());

const call = (method: string, path: string, body?: unknown, key = shop.keys.live) =>
  api.call(method, `/v1/compliance${path}`, { key, ...(body === undefined ? {} : { body }) });
const check = (body: object) => call('POST', '/check', body);
const NOTE = 'Counsel in Riyadh, 3 November 2026.';

describe('may I send this, to this number, now?', () => {
  it('no, says the rule that decides, with its source, and the law there', async () => {
    await api.call('POST', '/v1/consents', {
      key: shop.keys.live,
      body: { address: '+84912345678', channel: 'sms', state: 'granted', source: 'form' },
    });
    const asked = { to: '+84912345678', class: 'marketing', content: { text: 'Only today' } };
    const { json } = await check(asked);
    expect(json).toMatchObject({
      country: 'VN',
      allowed: false,
      state: 'suppressed',
      reason: { code: 'policy.content_blocked' },
      decided_by: {
        kind: 'screening',
        facts: { source: 'law/VN.label', sources: 'VN-Decree91', confidence: 'confirmed', missing: '[QC] / [AD]' },
      },
    });
    expect(json.law.map(({ id }: { id: string }) => id)).toContain('VN.cap');
    expect(json.law.map(({ id }: { id: string }) => id)).not.toContain('VN.call_hours');
    // What is left out is not asked.
    const { json: open } = await check({ to: '+84912345678', class: 'marketing' });
    expect(open.reason?.code).not.toBe('policy.content_blocked');
  });

  it('not at that time: from when, by which clock', async () => {
    // A night of next week in Lagos, whose clocks never change.
    const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    await api.call('POST', '/v1/consents', {
      key: shop.keys.live,
      body: { address: '+2348035500001', channel: 'sms', state: 'granted', source: 'form' },
    });
    const { json } = await check({ to: '+2348035500001', class: 'marketing', send_at: `${day}T01:00:00Z` });
    expect(json).toMatchObject({
      allowed: false,
      state: 'held',
      eligible_again_at: `${day}T07:00:00.000Z`,
      decided_by: { kind: 'hours', result: 'wait', facts: { source: 'law/NG.hours', time_zone: 'Africa/Lagos' } },
    });
  });

  it('yes, when nothing stands against it; and nothing is stored by asking', async () => {
    const before = await api.everything();
    const { json } = await check({ to: '+447911012345', class: 'transactional', content: { text: 'On its way' } });
    expect(json).toMatchObject({ country: 'GB', allowed: true, state: 'queued', decided_by: null });
    expect(
      (await check({ to: '+14155550100', class: 'otp', content: { text: '4111 1111 1111 1111' } })).json,
    ).toMatchObject({
      allowed: false,
      decided_by: { facts: { source: 'screening/cards', what: 'card', found: '…1111' } },
    });
    expect(await api.everything()).toBe(before);
  });

  it.each([
    ['a number that is none', { to: '12345', class: 'otp' }, 'to'],
    ['a class that is none', { to: '+447911012345', class: 'ads' }, 'class'],
    ['a time that is past', { to: '+447911012345', class: 'otp', send_at: '2020-01-01T00:00:00Z' }, 'send_at'],
    ['a field there is not', { to: '+447911012345', class: 'otp', body: 'x' }, 'body'],
  ])('B-01: %s is refused by its field', async (_what, body, field) => {
    const answered = await check(body);
    expect([answered.status, answered.json.errors[0].path]).toEqual([400, field]);
  });
});

describe('packs and answers', () => {
  it('are listed by country and read with all readings, their sources, and the one that counts', async () => {
    const { json } = await call('GET', '/packs');
    expect(json.data).toHaveLength(34);
    expect(json.data.find(({ country }: { country: string }) => country === 'VN')).toMatchObject({ version: 2 });
    const { json: pack } = await call('GET', '/packs/SA');
    const hours = pack.rules.find(({ id }: { id: string }) => id === 'SA.hours');
    expect(hours).toMatchObject({ confidence: 'disputed', in_use: 'strict', answerable: true, answer: null });
    expect(hours.readings).toHaveLength(4);
    for (const { sources } of hours.readings) expect(sources[0].title).not.toBe('');
    expect(hours.readings[0]).toMatchObject({
      sources: expect.arrayContaining([expect.objectContaining({ kind: 'own' })]),
    });
    expect(pack.cases.length).toBeGreaterThan(2);
    const { json: france } = await call('GET', '/packs/FR');
    expect(france.rules[0].readings[0]).toMatchObject({ acts: true, holidays: true });
    for (const path of ['/packs/XX', '/packs/sa', '/packs/%00']) expect((await call('GET', path)).status).toBe(404);
  });

  it('S-01: an answer is that of one workspace, in both environments, audited, and can be taken back', async () => {
    const said = await call('PUT', '/answers/SA.hours', { reading: 'not_at_night', note: NOTE });
    expect(said.json).toMatchObject({ in_use: 'not_at_night', answer: { note: NOTE, version: 1 } });
    const inUse = async (key: string) =>
      (await call('GET', '/packs/SA', undefined, key)).json.rules.find(({ id }: { id: string }) => id === 'SA.hours')
        .in_use;
    expect([await inUse(shop.keys.sandbox), await inUse(stranger.keys.live)]).toEqual(['not_at_night', 'strict']);
    expect((await call('PUT', '/answers/SA.hours', { reading: null, note: NOTE, version: 9 })).status).toBe(409);
    const { json: log } = await api.call('GET', '/v1/audit?action=rule.answered', { key: shop.keys.live });
    expect(log.data[0]).toMatchObject({
      object: { kind: 'rule', id: 'SA.hours' },
      after: { reading: 'not_at_night', note: NOTE },
    });
    expect((await call('DELETE', '/answers/SA.hours', undefined, stranger.keys.live)).status).toBe(404);
    expect((await call('DELETE', '/answers/SA.hours')).status).toBe(204);
    expect(await inUse(shop.keys.live)).toBe('strict');
  });

  it('an exception to a list of words holds for the next message', async () => {
    const asked = {
      to: '+6281234567890',
      class: 'transactional',
      content: { text: 'Film dewasa hewan: jadwal bioskop' },
    };
    expect((await check(asked)).json).toMatchObject({
      allowed: false,
      decided_by: { facts: { list: 'id.adult', found: 'Film dewasa' } },
    });
    await call('PUT', '/answers/ID.content', { exceptions: ['film dewasa hewan'], note: 'The name of a film.' });
    await api.services.config.refresh();
    expect((await check(asked)).json).toMatchObject({ allowed: true });
    await call('DELETE', '/answers/ID.content');
  });

  it.each([
    ['a reading of a rule that is confirmed', 'VN.hours', { reading: 'none', note: NOTE }, 'reading'],
    ['a reading there is not', 'SA.hours', { reading: 'sometimes', note: NOTE }, 'reading'],
    ['exceptions of a rule without words', 'SA.hours', { exceptions: ['x'], note: NOTE }, 'exceptions'],
    ['no reason why', 'SA.hours', { reading: 'none' }, 'note'],
  ])('B-01: %s is refused by its field', async (_what, rule, body, field) => {
    const before = await api.everything();
    const answered = await call('PUT', `/answers/${rule}`, body);
    expect([answered.status, answered.json.errors[0].path]).toEqual([400, field]);
    expect(await api.everything()).toBe(before);
  });

  it('a rule there is not answers 404', async () => {
    for (const rule of ['XX.hours', 'SA.nothing', 'x']) {
      expect((await call('PUT', `/answers/${rule}`, { reading: 'none', note: NOTE })).status).toBe(404);
    }
  });
});
