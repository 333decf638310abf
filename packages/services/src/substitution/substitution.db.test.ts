import { SubstitutionRule } from '@signalbox/contracts';
import { substitute } from '@signalbox/core';
import { addToTally, readGroups } from '@signalbox/db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ChannelScene, openChannels } from '../messages/channels.case.ts';
import { addSuppression } from '../policy/suppressions.ts';
import { previewSubstitution } from './preview.ts';
import { readSubstitutionRules, setSubstitutions } from './substitutions.ts';

let scene: ChannelScene;
let textMicros = 0;
beforeAll(async () => {
  scene = await openChannels();
  const { sql } = scene.stage.services.database;
  const [route] = await sql<{ price: number }[]>`select price_micros::int as price from route where name = 'texts'`;
  textMicros = route?.price ?? 0;
});
afterAll(() => scene.end());
beforeEach(() => set([]));

const MAIL_MICROS = 100;
const CALL_MICROS = 400;
const rule = (change: object = {}): SubstitutionRule => SubstitutionRule.parse({ key: 'mail-first', ...change });
const above = (micros: number) => ({ amount_micros: micros, currency: 'USD' });
const set = (rules: SubstitutionRule[], version?: number) =>
  setSubstitutions({ ctx: scene.stage.ctx, input: { rules, ...(version === undefined ? {} : { version }) } });
const orderOf = async (more: object = {}) => (await scene.sendBoth(more)).channels?.map(({ channel }) => channel);
const saving = async () =>
  (await readSubstitutionRules({ ctx: scene.stage.ctx, input: {} })).savings.find(({ key }) => key === 'mail-first');

describe('a substitution rule', () => {
  it('lets the mail of a send go before its text, says so, and gives the same order again from the record', async () => {
    await set([rule({ key: 'other', country: 'BR' }), rule({ above: above(1) }), rule({ key: 'later' })]);
    const before = await saving();
    const sent = await scene.sendBoth({ client_ref: 'moved-1' });
    expect(sent).toMatchObject({
      channel: 'email',
      client_ref: 'moved-1',
      channels: [{ channel: 'email' }, { channel: 'sms', id: null }],
    });
    await scene.arrives(sent.email);
    expect(scene.sentTo(sent.to)).toEqual([]);
    const { group } = await scene.read(sent.id);
    const saved = { amount_micros: textMicros - MAIL_MICROS, currency: 'USD' };
    expect(group?.substitution).toEqual({
      rule: 'mail-first',
      asked: ['sms', 'email'],
      price: above(textMicros),
      saved,
      replays: true,
    });
    const { number } = scene.stage.ctx.workspace;
    const [row] = await readGroups(scene.stage.services.database.sql, number, [await scene.uuidIn(sent.email)]);
    const facts = row?.substitution?.facts;
    expect(facts?.rules.map(({ key }) => key)).toEqual(['other', 'mail-first']);
    expect(facts && substitute(facts)?.channels).toEqual(row?.channels);
    const after = await saving();
    expect(after?.moved).toBe((before?.moved ?? 0) + 1);
    expect(after?.saved).toEqual([{ ...saved, amount_micros: saved.amount_micros * (after?.moved ?? 0) }]);
  });

  it('lets a call go before the text where a text is dear, and tells what that saved', async () => {
    const { services, addRoute } = scene.stage;
    const calls = await addRoute('calls', 1, 1000, 'voice');
    await services.database.sql`update route set price_micros = ${CALL_MICROS} where number = ${calls}`;
    await services.config.refresh();
    await set([rule({ key: 'call-first', to: 'voice', country: 'MX' })]);
    const to = '+525512888807';
    const sent = await scene.sendBoth({
      channels: ['sms', 'voice'],
      to: { sms: to, voice: to },
      content: { text: 'Your payment arrived.', locale: 'en' },
    });
    expect(sent.channels?.map(({ channel }) => channel)).toEqual(['voice', 'sms']);
    const { group } = await scene.read(sent.id);
    expect(group?.substitution).toMatchObject({ rule: 'call-first', saved: above(textMicros - CALL_MICROS) });
  });

  it('leaves alone what it does not fit: class, country, price, mode, a send that does not name its channel', async () => {
    const alone: [SubstitutionRule, object?][] = [
      [rule({ class: 'marketing' })],
      [rule({ country: 'BR' })],
      [rule({ template: 'paid' })],
      [rule({ enabled: false })],
      [rule({ above: above(textMicros) })],
      [rule(), { mode: 'parallel' }],
    ];
    for (const [one, more] of alone) {
      await set([one]);
      expect(await orderOf(more)).toEqual(['sms', 'email']);
    }
    await set([rule({ country: 'MX', class: 'transactional', above: above(textMicros - 1) })]);
    expect(await orderOf()).toEqual(['email', 'sms']);
  });

  it('never costs anybody the message: whom the mail may not go to gets the text, and nothing counts as saved', async () => {
    await set([rule({ key: 'blocked' })]);
    const address = 'not.by.mail@example.com';
    const input = { address, channel: 'email' as const, classes: ['transactional' as const], reason: 'test' };
    await addSuppression({ ctx: scene.stage.ctx, input });
    const to = '+525512888801';
    const sent = await scene.sendBoth({ to: { sms: to, email: address } });
    await scene.arrives(to);
    expect(scene.sentTo(address)).toEqual([]);
    expect(await scene.read(sent.id)).toMatchObject({ state: 'suppressed', channel: 'email' });
    const { savings } = await readSubstitutionRules({ ctx: scene.stage.ctx, input: {} });
    expect(savings.find(({ key }) => key === 'blocked')).toMatchObject({
      moved: 1,
      came_back: 1,
      saved: [{ amount_micros: 0, currency: 'USD' }],
    });
  });

  it('is refused where it could never hold, and where somebody else changed the rules meanwhile', async () => {
    const { version } = await set([rule()]);
    await expect(set([rule()], version - 1)).rejects.toMatchObject({ code: 'conflict' });
    const refused: [SubstitutionRule[], string][] = [
      [[rule(), rule()], 'rules.1.key'],
      [[rule({ to: 'sms' })], 'rules.0.to'],
      [[rule({ country: 'XX' })], 'rules.0.country'],
      [[rule({ above: { amount_micros: 1, currency: 'EUR' } })], 'rules.0.above.currency'],
    ];
    for (const [rules, path] of refused)
      await expect(set(rules)).rejects.toMatchObject({ fields: [expect.objectContaining({ path })] });
  });
});

describe('a rule that is tried on last week', () => {
  it('tells what it would have moved, and a saving only where enough mails ended', async () => {
    const { ctx, services } = scene.stage;
    for (let count = 0; count < 3; count += 1) await scene.sendBoth();
    const tried = (change: object = {}) => previewSubstitution({ ctx, input: rule(change) });
    const thin = await tried();
    expect(thin.moved).toBeGreaterThanOrEqual(3);
    expect(thin).toMatchObject({ saving: null, refused: 'too_few_ended' });
    expect(await tried({ country: 'BR' })).toMatchObject({ moved: 0, refused: 'nothing_moved' });
    const hourMs = Math.floor(Date.now() / 3_600_000) * 3_600_000;
    const ends = { hourMs, workspace: ctx.workspace.number, environment: 'live', channel: 'email' };
    await addToTally(services.database.sql, [
      { ...ends, class: 'transactional', country: '', state: 'sent', delta: 90 },
      { ...ends, class: 'transactional', country: '', state: 'failed', delta: 10 },
    ]);
    const told = await tried();
    const { saving: saved } = told;
    expect(told.refused).toBeNull();
    const most = told.moved * (textMicros - MAIL_MICROS);
    expect(saved?.low_micros).toBeLessThan(saved?.expected_micros ?? 0);
    expect(saved?.expected_micros).toBeLessThan(saved?.high_micros ?? 0);
    expect(saved?.high_micros).toBeLessThan(most);
    expect(saved?.low_micros).toBeGreaterThan(most * 0.7);
  });
});
