import {
  CancelMessageInput,
  encodeId,
  LaneJob,
  type MessageState,
  type OpeningSpan,
  SetCountryRequest,
  type TrafficClass,
} from '@signalbox/contracts';
import { readAttempts, readEvents, readPositions } from '@signalbox/db';
import { afterAll, afterEach, beforeAll, describe, expect, it, type MockInstance, vi } from 'vitest';
import { recordConsent } from '../consent/record.ts';
import { setPersonHours } from '../consent/set-hours.ts';
import { removeCountry, setCountry } from '../countries/countries.ts';
import { cancelMessage } from '../messages/cancel.ts';
import { getMessage } from '../messages/get.ts';
import { listMessages } from '../messages/list.ts';
import { readTimeline } from '../messages/timeline.ts';
import { addSuppression } from '../policy/suppressions.ts';
import { sweep } from '../upkeep/sweep.ts';
import type { Worker } from './open-worker.ts';
import { openScripted, type ScriptedCarriers, type Stage, scriptCarriers, setStage, until } from './testing.ts';

const DAY_MS = 86_400_000;
const THREE_DAYS = { valid_for_seconds: 259_200 };

let stage: Stage;
let carriers: ScriptedCarriers;
let workers: Worker[];
/** Every time held messages are woken, in the tests before too. */
let woken: MockInstance<Stage['services']['queue']['release']>;
let serial = 0;

beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('texts', 1, 1000);
  await stage.addRoute('mails', 1, 1000, 'email');
  woken = vi.spyOn(stage.services.queue, 'release');
  carriers = scriptCarriers();
  workers = [await openScripted(stage, carriers), await openScripted(stage, carriers, 'two')];
  await stage.services.config.refresh();
});
afterEach(async () => {
  await stage.services.database.sql`delete from region_config`;
  await stage.services.database.sql`delete from cap_rule`;
  await stage.services.config.refresh();
  await stage.jobs('marketing');
});
afterAll(async () => {
  for (const worker of workers) await worker.stop(100);
  await stage.end();
});

/** ISO weekday of the day in London, or elsewhere, so many days from now. */
const weekday = (days: number, timeZone = 'Europe/London'): number => {
  const name = new Intl.DateTimeFormat('en', { timeZone, weekday: 'short' }).format(Date.now() + days * DAY_MS);
  return ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(name) + 1;
};
const allDay = (days: number[]): Partial<OpeningSpan> => ({ days, from: '00:00', to: '24:00' });
const ALWAYS = [allDay([1, 2, 3, 4, 5, 6, 7])];
/** Hours that are closed now and open within two days, and others that open within four. */
const soon = () => [allDay([weekday(2)])];
const late = () => [allDay([weekday(4)])];

async function say(country: string, settings: object): Promise<void> {
  const input = { country, settings: SetCountryRequest.parse({ enabled: true, ...settings }) };
  await setCountry({ ctx: stage.ctx, input });
  await stage.services.config.refresh();
}
const consent = (address: string, state: 'granted' | 'withdrawn', channel: 'sms' | 'email' = 'sms') =>
  recordConsent({ ctx: stage.ctx, input: { address, channel, state, source: 'test' } });
/** Accepts an advertisement to a British number of its own that has consented. */
async function advertise(more: object = {}): Promise<{ id: string; to: string }> {
  serial += 1;
  const to = `+4479110${String(serial).padStart(5, '0')}`;
  await consent(to, 'granted');
  return { id: await stage.accept('marketing', to, more), to };
}
const run = async (lane: TrafficClass = 'marketing', by = workers[0]) => {
  for (const job of await stage.jobs(lane)) await by?.runLane(lane, [LaneJob.parse(job.data)]);
};
const stateOf = async (id: string): Promise<MessageState | null> =>
  (await readPositions(stage.services.database.sql, [id])).get(id)?.state ?? null;
const reaches = (id: string, state: MessageState) =>
  until(`the message is ${state}`, async () => (await stateOf(id)) === state);
const sentTo = (to: string) => carriers.submitted.filter(({ request }) => request.submission.to === to);
const view = (id: string) => getMessage({ ctx: stage.ctx, input: { id: encodeId('message', id) } });
const timeline = (id: string) => readTimeline({ ctx: stage.ctx, input: { id: encodeId('message', id) } });
const jobs = () => stage.services.database.sql<{ startMs: number; held: boolean; ids: number }[]>`
  select (extract(epoch from start_after) * 1000)::float8 as "startMs", (data->>'held')::bool as held, length(data->>'ids') / 32 as ids
  from pgboss.job where name like 'lane_marketing%' and state = 'created' order by 1`;
const held = async (more: object = THREE_DAYS) => {
  const message = await advertise(more);
  await run();
  await reaches(message.id, 'held');
  return message;
};

describe('outside the hours', () => {
  it('marketing is held until they open, and says why, by which rule and until when', async () => {
    await say('GB', { opening_hours: soon() });
    const { id, to } = await held();
    const shown = await view(id);
    expect(shown).toMatchObject({
      state: 'held',
      reason: { code: 'policy.quiet_hours' },
      hold: { rule: 'quiet_hours', source: 'country/GB', time_zone: 'Europe/London' },
      attempts: 0,
    });
    const opens = shown.hold?.eligible_again_at ?? '';
    const local = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' });
    expect(local.format(new Date(opens))).toBe('00:00');
    const told = await timeline(id);
    expect(told.data.find(({ kind }) => kind === 'hours')).toMatchObject({
      result: 'wait',
      code: 'policy.quiet_hours',
      facts: { source: 'country/GB', time_zone: 'Europe/London', zones: 1, eligible_again_at: opens },
      text: expect.stringMatching(
        /^Held: it is \d\d:\d\d in Europe\/London, outside the hours for marketing to GB, whose last ten minutes are not used\.$/,
      ),
    });
    expect(told.data.at(-1)).toMatchObject({ kind: 'hold', state: 'held', facts: { eligible_again_at: opens } });
    expect(told.replayed).toBe(true);
    const page = await listMessages({ ctx: stage.ctx, input: { state: 'held', limit: 50 } });
    expect(page.data.map((message) => message.to)).toContain(to);
    expect(sentTo(to)).toEqual([]);
    // Released a little after the opening, by a job that knows that it is held.
    const [job] = await jobs();
    expect(job).toMatchObject({ held: true, ids: 1 });
    expect(job?.startMs).toBeGreaterThanOrEqual(Date.parse(opens));
    expect(job?.startMs).toBeLessThan(Date.parse(opens) + 300_000);
  });

  it('of the person marketing is held as well, by the entry of the ledger and in the zone of the person, until wish, workspace and law all welcome it', async () => {
    await say('GB', { opening_hours: ALWAYS });
    const { id, to } = await advertise(THREE_DAYS);
    // Quiet but for one day by the clock of Auckland, wherever the number is.
    const auckland = (days: number) => weekday(days, 'Pacific/Auckland');
    const quiet = [{ days: [0, 1, 3, 4, 5, 6].map(auckland), from: '00:00', to: '24:00' }];
    const wish = { address: to, channel: 'sms', time_zone: 'Pacific/Auckland', source: 'settings' } as const;
    const set = await setPersonHours({ ctx: stage.ctx, input: { ...wish, quiet } });
    await run();
    await reaches(id, 'held');
    const shown = await view(id);
    expect(shown.hold).toMatchObject({ source: `person/${set.consent_id}`, time_zone: 'Pacific/Auckland' });
    const opens = new Date(shown.hold?.eligible_again_at ?? '');
    const local = new Intl.DateTimeFormat('en-GB', { timeZone: 'Pacific/Auckland', timeStyle: 'short' });
    expect(local.format(opens)).toBe('00:00');
    expect((await timeline(id)).data.find(({ kind }) => kind === 'hours')).toMatchObject({
      result: 'wait',
      facts: { source: `person/${set.consent_id}`, time_zone: 'Pacific/Auckland', zones: 1 },
      text: expect.stringMatching(
        /^Held: it is \d\d:\d\d in Pacific\/Auckland, outside the hours for marketing that the person wants, /,
      ),
    });
    expect((await timeline(id)).replayed).toBe(true);
    // Nobody else waits by it, nor does a code to the same person.
    const other = await advertise(THREE_DAYS);
    const code = await stage.accept('otp', to);
    await run('otp');
    await run();
    await reaches(other.id, 'sent');
    await reaches(code, 'sent');
    expect(sentTo(to)).toHaveLength(1);
    // Taken back, the next one goes.
    await setPersonHours({ ctx: stage.ctx, input: { ...wish, quiet: [] } });
    const next = await stage.accept('marketing', to, THREE_DAYS);
    await run();
    await reaches(next, 'sent');
  });

  it('codes and what a customer waits for go', async () => {
    await say('GB', { opening_hours: soon() });
    for (const lane of ['otp', 'transactional'] as const) {
      const to = `+447911099${lane === 'otp' ? '001' : '002'}`;
      const id = await stage.accept(lane, to);
      await run(lane);
      await reaches(id, 'sent');
    }
  });

  it('a batch makes one job for one opening, whatever its size', async () => {
    await say('GB', { opening_hours: soon() });
    const messages = [];
    for (let count = 0; count < 40; count += 1) messages.push(await advertise(THREE_DAYS));
    const accepted = (await stage.jobs('marketing')).map((job) => LaneJob.parse(job.data));
    await workers[0]?.runLane('marketing', accepted);
    for (const { id } of messages) expect(await stateOf(id)).toBe('held');
    expect(await jobs()).toEqual([{ startMs: expect.any(Number), held: true, ids: 40 }]);
  });

  it('mail follows the hours of all other countries in the zone of the workspace, unless they are those of texts', async () => {
    await say('default', { opening_hours: [{ ...soon()[0], channels: ['sms'] }] });
    await consent('ana@example.com', 'granted', 'email');
    const mail = { channel: 'email', content: { subject: 'Sale', text: 'Sale' }, ...THREE_DAYS };
    const open = await stage.accept('marketing', 'ana@example.com', mail);
    await run();
    await reaches(open, 'sent');
    await say('default', { opening_hours: soon() });
    const id = await stage.accept('marketing', 'ana@example.com', mail);
    await run();
    await reaches(id, 'held');
    expect((await view(id)).hold).toMatchObject({ source: 'country/default', time_zone: 'UTC' });
  });

  it('a closed date of the country is outside, whatever the hours it inherits', async () => {
    const dates = [-1, 0, 1].map((days) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10));
    await say('default', { opening_hours: ALWAYS });
    await say('GB', { closed_dates: dates });
    expect((await view((await held()).id)).hold).toMatchObject({ source: 'country/default' });
  });

  it('hours that never come in all zones of a country at once stop it, and are refused where they are said of it', async () => {
    const short = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '17:00' }];
    await expect(say('RU', { opening_hours: short })).rejects.toMatchObject({
      fields: [{ path: 'opening_hours', code: 'never_open' }],
    });
    await say('default', { opening_hours: short });
    const to = '+79161234567';
    await consent(to, 'granted');
    const id = await stage.accept('marketing', to);
    await run();
    await reaches(id, 'suppressed');
    expect((await timeline(id)).data.find(({ kind }) => kind === 'hours')?.text).toBe(
      'Stopped: the hours for marketing to all other countries never come in all 26 time zones of the recipient at once.',
    );
  });
});

describe('the release', () => {
  it('judges afresh and sends once, whoever runs it; a held turn is no attempt', async () => {
    await say('GB', { opening_hours: soon() });
    const { id, to } = await held();
    await say('GB', { opening_hours: ALWAYS });
    const released = (await stage.jobs('marketing')).map((job) => LaneJob.parse(job.data));
    await Promise.all([...workers, ...workers].map((by) => by.runLane('marketing', released)));
    await reaches(id, 'sent');
    expect(sentTo(to)).toHaveLength(1);
    expect(await view(id)).toMatchObject({ state: 'sent', attempts: 1, hold: null });
    const told = await timeline(id);
    expect(told.replayed).toBe(true);
    expect(told.data.filter(({ kind }) => kind === 'content')).toHaveLength(1);
    expect(told.data.filter(({ kind }) => kind === 'hours').map(({ result }) => result)).toEqual(['wait', 'pass']);
  });

  it.each([
    ['an opt-out that came meanwhile', 'policy.suppressed'],
    ['a consent that was withdrawn', 'policy.consent_missing'],
    ['a cap that was lowered', 'policy.frequency_capped'],
    ['a country that was closed', 'policy.geo_denied'],
  ])('%s wins', async (_, reason) => {
    await say('GB', { opening_hours: soon() });
    const { id, to } = await held();
    const change: Record<string, () => Promise<unknown>> = {
      'policy.suppressed': () =>
        addSuppression({
          ctx: stage.ctx,
          input: { address: to, channel: 'sms', classes: ['marketing'], reason: 'STOP' },
        }),
      'policy.consent_missing': () => consent(to, 'withdrawn'),
      'policy.frequency_capped': () => say('GB', { opening_hours: ALWAYS, marketing_per_day: 0 }),
      'policy.geo_denied': () => say('GB', { enabled: false }),
    };
    await change[reason]?.();
    await run();
    await reaches(id, 'suppressed');
    expect(await view(id)).toMatchObject({ state: 'suppressed', reason: { code: reason } });
    expect(sentTo(to)).toEqual([]);
  });

  it('counts against a cap when it goes and not while it is held', async () => {
    await say('GB', { opening_hours: soon(), marketing_per_day: 1 });
    const { id, to } = await held();
    expect(await stage.services.database.sql`select 1 from rolling_cap where subject = ${to}`).toHaveLength(0);
    await say('GB', { opening_hours: ALWAYS, marketing_per_day: 1 });
    await run();
    await reaches(id, 'sent');
    const again = await stage.accept('marketing', to);
    await run();
    await reaches(again, 'suppressed');
    expect((await view(again)).reason?.code).toBe('policy.frequency_capped');
  });

  it('that comes too early changes nothing: the message waits on for the same moment', async () => {
    await say('GB', { opening_hours: soon() });
    const { id } = await held();
    const before = await jobs();
    await run();
    expect(await jobs()).toEqual(before);
    expect(await readAttempts(stage.services.database.sql, [id])).toHaveLength(1);
    expect(await readEvents(stage.services.database.sql, [id])).toHaveLength(1);
  });

  it('under other hours holds for those', async () => {
    await say('GB', { opening_hours: [allDay([weekday(1)])] });
    const { id } = await held();
    const first = (await view(id)).hold?.eligible_again_at ?? '';
    await say('GB', { opening_hours: soon() });
    await run();
    const second = (await view(id)).hold?.eligible_again_at ?? '';
    expect(Date.parse(second) - Date.parse(first)).toBe(DAY_MS);
    expect((await readEvents(stage.services.database.sql, [id])).map(({ state }) => state)).toEqual(['held', 'held']);
  });

  it('expires what is no longer valid by then, when its validity ends', async () => {
    await say('GB', { opening_hours: late() });
    const { id, to } = await held({ valid_for_seconds: 2 });
    const shown = await view(id);
    expect((await timeline(id)).data.at(-1)?.text).toMatch(
      /^Held: it may go from .*, which is after the end of its validity\.$/,
    );
    const [job] = await jobs();
    expect(job?.startMs).toBe(Date.parse(shown.expires_at));
    await until('its validity has ended', async () => Date.now() > Date.parse(shown.expires_at));
    await run();
    await reaches(id, 'expired');
    expect(sentTo(to)).toEqual([]);
  });

  it('never comes for what was canceled while it was held', async () => {
    await say('GB', { opening_hours: soon() });
    const { id, to } = await held();
    const input = CancelMessageInput.parse({ environment: 'live', id: encodeId('message', id) });
    expect(await cancelMessage({ ctx: stage.ctx, input })).toMatchObject({ state: 'canceled', hold: null });
    await say('GB', { opening_hours: ALWAYS });
    await run();
    expect(await stateOf(id)).toBe('canceled');
    expect(sentTo(to)).toEqual([]);
  });
});

describe('what wakes a held message besides its job', () => {
  it('a change of the hours, within a minute; a change that says the same of them does not', async () => {
    await say('GB', { opening_hours: soon() });
    // Nobody waits for what this change wakes; what is held afterwards must not be meant by it.
    await Promise.all(woken.mock.results.map(({ value }) => value));
    await held();
    const before = await jobs();
    await say('GB', { opening_hours: soon(), marketing_per_day: 5 });
    await say('FR', { marketing_per_day: 5 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await jobs()).toEqual(before);
    await removeCountry({ ctx: stage.ctx, input: { country: 'GB' } });
    await until('the job is due within a minute', async () => ((await jobs())[0]?.startMs ?? 0) < Date.now() + 61_000);
  });

  it('another wish of the person, or none: within a minute, and nothing that others wait for', async () => {
    await say('GB', { opening_hours: ALWAYS });
    const wish = (address: string, days: number[]) =>
      setPersonHours({
        ctx: stage.ctx,
        input: {
          ...{ address, channel: 'sms', time_zone: 'Europe/London', source: 'settings' },
          quiet: days.length === 0 ? [] : [{ days: days.map((day) => weekday(day)), from: '00:00', to: '24:00' }],
        },
      });
    const wishing = async () => {
      const message = await advertise(THREE_DAYS);
      await wish(message.to, [0, 1, 3, 4, 5, 6]);
      await run();
      await reaches(message.id, 'held');
      return message;
    };
    const soonDue = async () => {
      const rows = await stage.services.database.sql<{ ids: string }[]>`
        select data->>'ids' as ids from pgboss.job
        where name like 'lane_marketing%' and state = 'created' and start_after < now() + interval '61 seconds'`;
      return rows.map(({ ids }) => ids).join();
    };
    const { id, to } = await wishing();
    const other = await wishing();
    const isWoken = () => until('the job is due', async () => (await soonDue()) === id.replaceAll('-', ''));
    expect(await soonDue()).toBe('');
    // It opens at the same time, and yet it is the new wish by which the message waits on, so that this one wakes it too.
    const { consent_id } = await wish(to, [0, 1, 3, 4, 5]);
    await isWoken();
    await run();
    expect((await view(id)).hold).toMatchObject({ source: `person/${consent_id}` });
    expect(await soonDue()).toBe('');
    await wish(to, []);
    await isWoken();
    await run();
    await reaches(id, 'sent');
    expect(await stateOf(other.id)).toBe('held');
  });

  it('the sweep, when its job was lost: the stored hold is what counts', async () => {
    await say('GB', { opening_hours: soon() });
    const { id } = await held();
    await stage.jobs('marketing');
    await sweep({ ctx: { services: stage.services } });
    expect(await jobs()).toEqual([]);
    await stage.services.database.sql`
      update event set data = jsonb_set(data, '{release_at_ms}', to_jsonb(${Date.now() - 90_000}::int8)) where message_id = ${id}`;
    await stage.services.database.sql`delete from sweep_mark`;
    await sweep({ ctx: { services: stage.services } });
    expect((await jobs()).map(({ ids }) => ids)).toEqual([1]);
    await say('GB', { opening_hours: ALWAYS });
    await run();
    await reaches(id, 'sent');
  });
});
