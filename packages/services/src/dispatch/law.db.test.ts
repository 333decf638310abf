import { encodeId, LaneJob, type PolicyFacts, type TrafficClass } from '@signalbox/contracts';
import { COUNTRY_PACKS } from '@signalbox/core';
import { loadMessages, putLegalAnswer, readEvents } from '@signalbox/db';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { recordConsent } from '../consent/record.ts';
import { getMessage } from '../messages/get.ts';
import { readTimeline } from '../messages/timeline.ts';
import { previewRouting } from '../routing/preview.ts';
import type { Worker } from './open-worker.ts';
import { reserveAll } from './reserve-caps.ts';
import { openScripted, type ScriptedCarriers, type Stage, scriptCarriers, setStage, until } from './testing.ts';

let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;
let serial = 0;

beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('texts', 1, 1000);
  carriers = scriptCarriers();
  worker = await openScripted(stage, carriers);
});
afterEach(async () => {
  await stage.jobs('marketing');
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

/** Countries whose nights follow each other: at any time one of them is within its legal hours, and one outside. */
const NIGHTS = [
  { country: 'PH', prefix: '+6391755', zone: 'Asia/Manila', opens: '07:00', closes: '20:50', sources: 'NTC-MC' },
  { country: 'NG', prefix: '+23480355', zone: 'Africa/Lagos', opens: '08:00', closes: '19:50', sources: 'AT-NG' },
  { country: 'CO', prefix: '+5730055', zone: 'America/Bogota', opens: '08:00', closes: '19:50', sources: 'Twilio-CO' },
] as const;
const clockIn = (zone: string, at: number | string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(new Date(at));
const isOpen = ({ zone, opens, closes }: (typeof NIGHTS)[number]) => {
  const clock = clockIn(zone, Date.now());
  return opens <= clock && clock < closes;
};
function nightNow() {
  const found = NIGHTS.find((one) => !isOpen(one));
  if (found === undefined) throw new Error('it is night nowhere');
  return found;
}
const numberOf = (prefix: string): string => {
  serial += 1;
  return `${prefix}${String(serial).padStart(5, '0')}`;
};
async function accept(lane: TrafficClass, to: string, more: object = {}): Promise<string> {
  if (lane === 'marketing') {
    const input = { address: to, channel: 'sms', state: 'granted', source: 'test' } as const;
    await recordConsent({ ctx: stage.ctx, input });
  }
  return stage.accept(lane, to, more);
}
const run = async (lane: TrafficClass) => {
  for (const job of await stage.jobs(lane)) await worker.runLane(lane, [LaneJob.parse(job.data)]);
};
const endOf = async (id: string) => (await readEvents(stage.services.database.sql, [id]))[0];
const timeline = (id: string) => readTimeline({ ctx: stage.ctx, input: { id: encodeId('message', id) } });
const sentTo = (to: string) => carriers.submitted.filter(({ request }) => request.submission.to === to);
const goes = (to: string) => until(`something for ${to} is submitted`, async () => sentTo(to).length > 0);

describe('the law of a country', () => {
  it('holds marketing at night without a word of the workspace, and names the rule, its source and how sure it is', async () => {
    const { country, prefix, zone, opens, sources } = nightNow();
    const to = numberOf(prefix);
    const id = await accept('marketing', to, { valid_for_seconds: 259_200 });
    await run('marketing');
    expect(await endOf(id)).toMatchObject({ state: 'held', reason: 'policy.quiet_hours' });
    const { hold } = await getMessage({ ctx: stage.ctx, input: { id: encodeId('message', id) } });
    expect(hold).toMatchObject({ rule: 'quiet_hours', source: `law/${country}.hours`, time_zone: zone });
    expect(clockIn(zone, hold?.eligible_again_at ?? '')).toBe(opens);
    const told = await timeline(id);
    expect(told.replayed).toBe(true);
    expect(told.data.find(({ kind }) => kind === 'hours')).toMatchObject({
      result: 'wait',
      facts: {
        source: `law/${country}.hours`,
        version: COUNTRY_PACKS.get(country)?.version,
        sources,
        confidence: expect.any(String),
      },
      text: expect.stringContaining(`outside the hours for marketing, by ${country}.hours (${sources};`),
    });
    const preview = { to, channel: 'sms', class: 'marketing' };
    expect(await previewRouting({ ctx: stage.ctx, input: preview })).toMatchObject({
      state: 'held',
      reason: { code: 'policy.quiet_hours' },
    });
    expect(sentTo(to)).toEqual([]);
  });

  it('lets codes and orders go at night, and marketing by day', async () => {
    const night = nightNow();
    for (const lane of ['otp', 'transactional'] as const) {
      const to = numberOf(night.prefix);
      await accept(lane, to);
      await run(lane);
      await goes(to);
    }
    const day = NIGHTS.find(isOpen);
    if (day === undefined) return;
    const to = numberOf(day.prefix);
    await accept('marketing', to);
    await run('marketing');
    await goes(to);
  });

  it.each([
    ['the United States', '+12025550143', 'law/US.sender'],
    ['China', '+8613812345678', 'law/CN.sender'],
  ])('stops a sender of a kind that is not possible in %s, for codes too', async (_, to, rule) => {
    for (const lane of ['otp', 'transactional'] as const) {
      const id = await accept(lane, to, { from: 'ACME' });
      await run(lane);
      expect(await endOf(id)).toMatchObject({ state: 'suppressed', reason: 'policy.sender_not_allowed' });
      const told = await timeline(id);
      expect(told.replayed).toBe(true);
      expect(told.data.find(({ kind }) => kind === 'sender')).toMatchObject({
        result: 'fail',
        facts: { sender: 'ACME', source: rule, confidence: 'reported' },
        text: expect.stringContaining('the sender ACME is of a kind that is not possible there, by'),
      });
    }
    expect(sentTo(to)).toEqual([]);
  });

  it('stops a promotion whose sender lacks what the country asks for, or whose text does', async () => {
    const [saudi, vietnam] = ['+966501234567', '+84912345678'];
    const affix = await accept('marketing', saudi, { from: 'ACME' });
    const label = await accept('marketing', vietnam, { content: { text: 'Only today' } });
    await run('marketing');
    expect(await endOf(affix)).toMatchObject({ state: 'suppressed', reason: 'policy.sender_not_allowed' });
    expect(await endOf(label)).toMatchObject({ state: 'suppressed', reason: 'policy.content_blocked' });
    const texts = await Promise.all(
      [affix, label].map(async (id) => (await timeline(id)).data.map(({ text }) => text)),
    );
    expect(texts[0]).toContainEqual(
      expect.stringContaining('the sender ACME must end with -AD, by SA.affix (Unifonic'),
    );
    expect(texts[1]).toContainEqual(
      'Stopped: the text must begin with [QC] / [AD], by VN.label (VN-Decree91; confirmed).',
    );
  });
});

/** Says how the workspace reads a rule. */
async function answer(rule: string, reading: string): Promise<void> {
  const { sql } = stage.services.database;
  const workspace = stage.ctx.workspace.number;
  await putLegalAnswer(sql, { workspace, rule, reading, exceptions: [], note: 'Counsel says so.' });
  await stage.services.config.refresh();
}

describe('caps of the law', () => {
  it('stop the third text of the same words in China, name the rule, and let other words go', async () => {
    const to = '+8613812340001';
    const same = { content: { text: 'Acme: your parcel is here' } };
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) ids.push(await accept('transactional', to, same));
    ids.push(await accept('transactional', to, { content: { text: 'Acme: your parcel left' } }));
    await run('transactional');
    await until('three are submitted', async () => sentTo(to).length === 3);
    expect(await endOf(ids[2] ?? '')).toMatchObject({ state: 'suppressed', reason: 'policy.frequency_capped' });
    const told = await timeline(ids[2] ?? '');
    expect(told.data.find(({ kind }) => kind === 'limits')).toMatchObject({
      result: 'fail',
      facts: { limit: 2, window_seconds: 86_400, source: 'law/CN.identical' },
      text: expect.stringContaining('2 messages in 24 hours that the cap allows, by CN.identical (Vonage-CN'),
    });
    const kept = await stage.services.database.sql`select subject from rolling_cap`;
    expect(JSON.stringify(kept)).not.toContain('parcel');
    const looked = await previewRouting({
      ctx: stage.ctx,
      input: { to, channel: 'sms', class: 'transactional', ...same },
    });
    expect(looked).toMatchObject({ state: 'suppressed', reason: { code: 'policy.frequency_capped' } });
  });

  it('hold whatever caps the workspace has, and are not used up by what one of those refuses', async () => {
    const { sql } = stage.services.database;
    const { number: workspace } = stage.ctx.workspace;
    const question = { workspace, environment: 'live' as const, nowMs: Date.now() };
    await sql`insert into region_config (workspace, country, enabled, marketing_per_day) values (${workspace}, 'VN', true, 100)`;
    await stage.services.config.refresh();
    const to = '+84912340001';
    const ids: string[] = [];
    for (let n = 0; n < 4; n += 1) ids.push(await stage.accept('marketing', to));
    const messages = await loadMessages(sql, workspace, ids);
    // By day, whatever the time is now.
    const factsAt = () =>
      new Map(
        messages.map((message): [string, PolicyFacts] => [
          message.id,
          {
            ...{ class: 'marketing', channel: 'sms', nowMs: question.nowMs, expiresAtMs: question.nowMs + 60_000 },
            ...{
              geo: null,
              suppression: null,
              sender: null,
              template: null,
              screening: null,
              reach: null,
              registries: [],
              hours: null,
              cap: null,
              fraud: null,
              spend: null,
              dlt: null,
            },
            consent: { id: 'c', state: 'granted', source: 'test', atMs: 0 },
          },
        ]),
      );
    const reserve = async (facts: Map<string, PolicyFacts>) => {
      const book = stage.services.config.current().capsOf(workspace);
      await sql.begin((tx) => reserveAll(tx, book, question, messages, facts));
      return messages.map(({ id }) => facts.get(id)?.cap);
    };
    await sql`update region_config set marketing_per_day = 1`;
    await stage.services.config.refresh();
    const capped = await reserve(factsAt());
    expect(capped.map((cap) => [cap?.ruleId, cap?.granted])).toEqual([
      ['country/VN', true],
      ['country/VN', false],
      ['country/VN', false],
      ['country/VN', false],
    ]);
    const [counter] = await sql`select cardinality(taken) as used from rolling_cap where rule = 'law/VN.cap'`;
    expect(counter?.used).toBe(1);
    await sql`update region_config set marketing_per_day = 100`;
    await stage.services.config.refresh();
    const legal = await reserve(factsAt());
    expect(legal.filter((cap) => cap?.granted)).toHaveLength(2);
    expect(legal.at(-1)).toMatchObject({ ruleId: 'law/VN.cap', granted: false, law: { confidence: 'confirmed' } });
    await sql`delete from region_config`;
    await answer('VN.cap', 'none');
    expect((await reserve(factsAt())).every((cap) => cap?.granted === false)).toBe(true);
  });
});

describe('the answer of a workspace', () => {
  it('counts where the law is not settled, and not where it is', async () => {
    await answer('CN.identical', 'none');
    const to = '+8613812340002';
    for (let n = 0; n < 3; n += 1) await accept('transactional', to);
    await run('transactional');
    await until('all three are submitted', async () => sentTo(to).length === 3);
    const confirmed = '+84912340009';
    await answer('VN.label', 'none');
    const id = await accept('marketing', confirmed, { content: { text: 'Only today' } });
    await run('marketing');
    expect(await endOf(id)).toMatchObject({ state: 'suppressed', reason: 'policy.content_blocked' });
  });

  it('opens hours that are only reported', async () => {
    // The hours of the Philippines are confirmed.
    const { country, prefix } = NIGHTS.find((one) => one.country !== 'PH' && !isOpen(one)) ?? NIGHTS[1];
    await answer(`${country}.hours`, 'none');
    const to = numberOf(prefix);
    await accept('marketing', to);
    await run('marketing');
    await goes(to);
  });
});
