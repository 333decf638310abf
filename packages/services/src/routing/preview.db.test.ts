import { type RoutingPreview, SetCountryRequest } from '@signalbox/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { recordConsent } from '../consent/record.ts';
import { setCountry } from '../countries/countries.ts';
import type { Worker } from '../dispatch/open-worker.ts';
import { openScripted, type Stage, scriptCarriers, setStage, until } from '../dispatch/testing.ts';
import { addSuppression } from '../policy/suppressions.ts';
import { previewRouting } from './preview.ts';

let stage: Stage;
let worker: Worker;
const [TO, EMAIL] = ['+447911012345', 'ana@example.com'];

beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('texts', 1, 1000);
  await stage.addRoute('dear texts', 1, 0);
  await stage.addRoute('mails', 1, 1000, 'email');
  const { sql } = stage.services.database;
  await sql`update route set price_micros = 40000, weight = 500 where name = 'dear texts'`;
  await sql`update route set price_micros = 100 where name = 'mails'`;
  worker = await openScripted(stage, scriptCarriers());
  await stage.services.config.refresh();
  await until('the worker has reported its carriers', async () => {
    const preview = await look({ to: TO, channel: 'sms', class: 'otp' });
    return preview.blocked === null;
  });
});
afterEach(async () => {
  const { sql } = stage.services.database;
  for (const table of ['region_config', 'cap_rule', 'rolling_cap', 'suppression', 'consent']) {
    await sql`delete from ${sql(table)}`;
  }
  await stage.services.config.refresh();
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

const look = (input: object): Promise<RoutingPreview> => previewRouting({ ctx: stage.ctx, input });
const BOTH = { channels: ['sms', 'email'], mode: 'failover', to: { sms: TO, email: EMAIL }, class: 'marketing' };
async function consentToBoth(): Promise<void> {
  for (const [address, channel] of [
    [TO, 'sms'],
    [EMAIL, 'email'],
  ] as const) {
    await recordConsent({ ctx: stage.ctx, input: { address, channel, state: 'granted', source: 'test' } });
  }
}
const say = async (settings: object) => {
  const given = SetCountryRequest.parse({ enabled: true, ...settings });
  await setCountry({ ctx: stage.ctx, input: { country: 'GB', settings: given } });
  await stage.services.config.refresh();
};
const ruleOf = ({ rules }: Pick<RoutingPreview, 'rules'>, kind: string) => rules.find((rule) => rule.kind === kind);

describe('a preview of one channel', () => {
  it('takes the body of a send, with or without its content: the price is that of its parts', async () => {
    const body = { to: '+44 7911 012345', channel: 'sms', class: 'transactional' };
    expect(await look(body)).toMatchObject({
      channel: 'sms',
      country: 'GB',
      state: 'sending',
      reason: null,
      price: { currency: 'USD', lowest_micros: 10_000, highest_micros: 40_000 },
    });
    const long = { ...body, content: { text: 'x'.repeat(300) }, metadata: { order: '1' }, explain: true };
    expect((await look(long)).price).toEqual({ currency: 'USD', lowest_micros: 20_000, highest_micros: 80_000 });
    const limited = await look({ ...body, max_price: { amount_micros: 10_000, currency: 'USD' } });
    expect(limited.candidates.map(({ route_name, excluded }) => [route_name, excluded])).toEqual(
      expect.arrayContaining([
        ['texts', null],
        ['dear texts', 'price_above_limit'],
      ]),
    );
  });

  it('is refused for what a send is refused for, by field', async () => {
    for (const [body, path] of [
      [{ to: '+99912', channel: 'sms', class: 'otp' }, 'to'],
      [{ to: TO, channel: 'sms' }, 'class'],
      [{ to: TO, channel: 'sms', class: 'otp', content: { text: '' } }, 'content.text'],
      [{ ...BOTH, mode: undefined }, 'mode'],
      [{ ...BOTH, to: { sms: TO } }, 'to.email'],
    ] as const) {
      await expect(look(body)).rejects.toMatchObject({ code: 'request_invalid', fields: [{ path }] });
    }
    await expect(previewRouting({ ctx: stage.ctx, input: null })).rejects.toMatchObject({ code: 'request_invalid' });
  });

  it('tells what each rule says, and stores, reserves and sends nothing', async () => {
    const { sql } = stage.services.database;
    await say({ marketing_per_day: 1 });
    const body = { to: TO, channel: 'sms', class: 'marketing' };
    expect(await look(body)).toMatchObject({ state: 'suppressed', reason: { code: 'policy.consent_missing' } });
    await consentToBoth();
    const open = await look(body);
    expect(open.state).toBe('sending');
    expect(open.rules.map(({ kind, result }) => [kind, result])).toEqual([
      ['geo', 'pass'],
      ['suppression', 'pass'],
      ['consent', 'pass'],
      ['limits', 'pass'],
    ]);
    expect(ruleOf(open, 'limits')?.text).toBe('Message 1 of the 1 message in 24 hours that the cap allows.');
    const [counted] = await sql`select count(*)::int as n from rolling_cap`;
    const [stored] = await sql`select count(*)::int as n from message`;
    expect([counted?.n, stored?.n]).toEqual([0, 0]);
    await sql`insert into rolling_cap (workspace, environment, rule, subject, taken, ends_at)
      select workspace, 'live', 'country/' || country, ${TO}, array[(extract(epoch from now()) * 1000)::int8 - 1000], now() + interval '1 day'
      from region_config`;
    expect(await look(body)).toMatchObject({ state: 'suppressed', reason: { code: 'policy.frequency_capped' } });
    const input = { address: TO, channel: 'sms', classes: ['marketing'], reason: 'STOP' } as const;
    await addSuppression({ ctx: stage.ctx, input: { ...input, classes: [...input.classes] } });
    expect(await look(body)).toMatchObject({ state: 'suppressed', reason: { code: 'policy.suppressed' } });
  });

  it('tells until when it would be held, now or at the time it is scheduled for', async () => {
    await consentToBoth();
    const day = (days: number) => {
      const format = new Intl.DateTimeFormat('en', { timeZone: 'Europe/London', weekday: 'short' });
      return (
        ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(format.format(Date.now() + days * 86_400_000)) + 1
      );
    };
    await say({ opening_hours: [{ days: [day(2)], from: '00:00', to: '24:00' }] });
    const body = { to: TO, channel: 'sms', class: 'marketing' };
    const held = await look(body);
    expect(held).toMatchObject({ state: 'held', reason: { code: 'policy.quiet_hours' }, blocked: null });
    expect(ruleOf(held, 'hours')).toMatchObject({
      result: 'wait',
      facts: { eligible_again_at: held.eligible_again_at },
    });
    const opensMs = Date.parse(held.eligible_again_at ?? '');
    const later = await look({ ...body, send_at: new Date(opensMs + 3_600_000).toISOString() });
    expect([later.state, ruleOf(later, 'hours')?.result]).toEqual(['sending', 'pass']);
    expect((await look({ ...body, class: 'otp' })).state).toBe('sending');
  });
});

describe('a preview of several channels', () => {
  it('tells of each in its order, and what makes the next one go', async () => {
    await consentToBoth();
    const preview = await look({ ...BOTH, channel_timeout_seconds: 600 });
    expect(preview).toMatchObject({ mode: 'failover', channel_timeout_seconds: 600, channel: 'sms', state: 'sending' });
    const [first, second] = preview.channels ?? [];
    expect(first).toMatchObject({ channel: 'sms', starts: 'at_once', candidates: preview.candidates });
    expect(first?.follow_ups.map(({ when, next, after_seconds }) => [when, next, after_seconds])).toEqual([
      ['delivered', null, null],
      ['no_receipt', 'email', 600],
      ['ended', 'email', 0],
      ['ended_for_person', null, null],
      ['held', null, null],
    ]);
    expect(first?.follow_ups[1]?.text).toBe('Without a receipt within 10 minutes of being sent it goes on by email.');
    expect(second).toMatchObject({
      channel: 'email',
      starts: 'when_needed',
      price: { currency: 'USD', lowest_micros: 100, highest_micros: 100 },
      follow_ups: [{ when: 'any', next: null }],
    });
  });

  it('tells that a mail server, which sends no receipts, ends it by taking the mail', async () => {
    await consentToBoth();
    await stage.services.database.sql`update provider set protocol = 'smtp' where name = 'mails'`;
    await stage.services.config.refresh();
    const preview = await look({ ...BOTH, channels: ['email', 'sms'] });
    expect(preview.channels?.[0]?.follow_ups.map(({ when, next }) => [when, next])).toEqual([
      ['delivered', null],
      ['taken', null],
      ['ended', 'sms'],
      ['ended_for_person', null],
      ['held', null],
    ]);
    await stage.services.database.sql`update provider set protocol = 'loopback' where name = 'mails'`;
    await stage.services.config.refresh();
  });

  it('tells that nothing follows where all go at once, each judged by itself', async () => {
    await recordConsent({
      ctx: stage.ctx,
      input: { address: EMAIL, channel: 'email', state: 'granted', source: 'test' },
    });
    const preview = await look({ ...BOTH, mode: 'parallel' });
    expect(preview.channel_timeout_seconds).toBeNull();
    expect(preview.channels?.map(({ starts, state }) => [starts, state])).toEqual([
      ['at_once', 'suppressed'],
      ['at_once', 'sending'],
    ]);
    for (const { follow_ups } of preview.channels ?? []) {
      expect(follow_ups).toEqual([expect.objectContaining({ when: 'any', next: null })]);
    }
  });
});
