import {
  encodeId,
  LaneJob,
  SetCountryRequest,
  SetSenderRequest,
  type TrafficClass,
  uuidTimeMs,
} from '@signalbox/contracts';
import { readAttempts, readEvents, readMessageRows } from '@signalbox/db';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { recordConsent } from '../consent/record.ts';
import type { RequestContext } from '../context.ts';
import type { Worker } from '../dispatch/open-worker.ts';
import {
  openScripted,
  type ScriptedCarriers,
  type Stage,
  scriptCarriers,
  setStage,
  until,
} from '../dispatch/testing.ts';
import { sendMessage } from '../messages/send.ts';
import { readTimeline } from '../messages/timeline.ts';
import { previewRouting } from '../routing/preview.ts';
import { setSender } from '../senders/set.ts';
import { start } from '../verifications/testing.ts';
import { removeCountry, setCountry } from './countries.ts';

let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;
let serial = 0;
const mexican = () => {
  serial += 1;
  return `+5255129${String(serial).padStart(5, '0')}`;
};
const brazilian = () => {
  serial += 1;
  return `+55119876${String(serial).padStart(5, '0')}`;
};

beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('texts', 1, 1000);
  await stage.addRoute('mails', 1, 1000, 'email');
  carriers = scriptCarriers();
  worker = await openScripted(stage, carriers);
  await stage.services.config.refresh();
});
afterEach(async () => {
  await stage.services.database.sql`delete from region_config`;
  await stage.services.database.sql`delete from sender`;
  await stage.services.config.refresh();
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

/** Says what holds in a country, in the words of the public call. */
async function say(country: string, settings: object, ctx: RequestContext = stage.ctx): Promise<void> {
  await setCountry({ ctx, input: { country, settings: SetCountryRequest.parse({ enabled: true, ...settings }) } });
  await stage.services.config.refresh();
}
/** Puts a sender on file, or changes the one with the id. */
const file = (sender: object, id?: string) =>
  setSender({ ctx: stage.ctx, input: { id, sender: SetSenderRequest.parse(sender) } });
const run = async (lane: TrafficClass) => {
  const jobs = (await stage.jobs(lane)).map((job) => LaneJob.parse(job.data));
  await worker.runLane(lane, jobs);
};
const endOf = async (id: string) => (await readEvents(stage.services.database.sql, [id]))[0];
const sentTo = (to: string) => carriers.submitted.filter(({ request }) => request.submission.to === to);
const goes = (to: string) => until(`something for ${to} is submitted`, async () => sentTo(to).length > 0);
const rowOf = async (id: string) => {
  const rows = await readMessageRows(stage.services.database.sql, stage.ctx.workspace.number, 'live', [id]);
  return rows[0];
};
const MAIL = { channel: 'email', content: { subject: 'Hello', text: 'hello' } };
const refusalOf = async (more: object) => {
  const body = { channel: 'sms', class: 'transactional', content: { text: 'hello' }, ...more };
  const error = await sendMessage({ ctx: stage.ctx, input: { body } }).catch((thrown: unknown) => thrown);
  return (error as { fields: { path: string; message: string }[] }).fields;
};

describe('geo permission', () => {
  it('stops what goes to a closed country, codes included, and says by which row', async () => {
    await say('BR', { enabled: false });
    const to = brazilian();
    for (const lane of ['otp', 'transactional', 'marketing'] as const) {
      const id = await stage.accept(lane, to);
      await run(lane);
      expect(await endOf(id)).toMatchObject({ state: 'suppressed', reason: 'policy.geo_denied' });
      const told = await readTimeline({ ctx: stage.ctx, input: { id: encodeId('message', id) } });
      expect(told.replayed).toBe(true);
      expect(told.data.find((step) => step.kind === 'geo')).toMatchObject({
        result: 'fail',
        text: 'Stopped: the workspace does not send to BR.',
        facts: { country: 'BR', row: 'BR' },
      });
    }
    expect(sentTo(to)).toEqual([]);
    const preview = { ctx: stage.ctx, input: { to, channel: 'sms', class: 'otp' } } as const;
    expect(await previewRouting(preview)).toMatchObject({ country: 'BR', blocked: 'geo_denied' });
    const open = mexican();
    await stage.accept('transactional', open);
    await run('transactional');
    await goes(open);
  });

  it('closes every country without a row when the default is closed; numbers of no country too, mail not', async () => {
    await say('default', { enabled: false });
    await say('MX', {});
    const [open, closed, satellite] = [mexican(), brazilian(), '+881612345678'];
    const ids = [];
    for (const to of [open, closed, satellite]) ids.push(await stage.accept('transactional', to));
    await stage.accept('transactional', 'ana@example.com', MAIL);
    await run('transactional');
    await goes(open);
    await goes('ana@example.com');
    expect([sentTo(closed), sentTo(satellite)]).toEqual([[], []]);
    expect(await endOf(ids[2] ?? '')).toMatchObject({ reason: 'policy.geo_denied' });
  });

  it('closes one channel, by the country or by what it inherits', async () => {
    await say('default', { channels: ['sms'] });
    await say('BR', { channels: ['email'] });
    const [open, closed] = [mexican(), brazilian()];
    const text = await stage.accept('otp', closed);
    await stage.accept('otp', open);
    const mail = await stage.accept('transactional', 'bo@example.com', MAIL);
    await run('otp');
    await run('transactional');
    await goes(open);
    for (const id of [text, mail]) expect(await endOf(id)).toMatchObject({ reason: 'policy.geo_denied' });
  });

  it('stops a code of a verification, whose start is answered as ever', async () => {
    await say('BR', { enabled: false });
    const to = brazilian();
    expect(await start(stage, to)).toMatchObject({ state: 'pending' });
    await run('otp');
    expect(sentTo(to)).toEqual([]);
  });

  it('keeps the facts of what it let pass, so that the decision reads the same after the rule has changed', async () => {
    await say('MX', { channels: ['sms'] });
    const to = mexican();
    const id = await stage.accept('transactional', to);
    await run('transactional');
    await goes(to);
    await say('MX', { enabled: false });
    const told = await readTimeline({ ctx: stage.ctx, input: { id: encodeId('message', id) } });
    expect([told.replayed, told.data.find((step) => step.kind === 'geo')?.text]).toEqual([
      true,
      'The workspace sends to MX.',
    ]);
  });

  it('costs a workspace that says nothing no fact and no step', async () => {
    const to = mexican();
    const id = await stage.accept('transactional', to);
    await run('transactional');
    await goes(to);
    expect((await readAttempts(stage.services.database.sql, [id]))[0]?.facts).toBeNull();
    const told = await readTimeline({ ctx: stage.ctx, input: { id: encodeId('message', id) } });
    expect(told.data.map((step) => step.kind)).not.toContain('geo');
  });

  it('of one workspace says nothing to another', async () => {
    const { sql } = stage.services.database;
    const [neighbour] = await sql<{ number: number; id: string; name: string }[]>`
      insert into workspace (id, name) values (${stage.services.ids.next()}, 'Neighbour') returning number, id, name`;
    if (neighbour === undefined) throw new Error('no workspace');
    await say('default', { enabled: false }, { ...stage.ctx, workspace: neighbour });
    const to = mexican();
    await stage.accept('transactional', to);
    await run('transactional');
    await goes(to);
  });
});

describe('senders of a country', () => {
  it('stand in for the one a message does not name: of texts, of mails and of codes', async () => {
    await say('MX', { senders: { sms: { default: 'TIENDA' } } });
    await say('default', { senders: { sms: { default: 'SHOP' }, email: { default: 'Shop <shop@example.com>' } } });
    const own = await stage.accept('transactional', mexican());
    const inherited = await stage.accept('transactional', brazilian());
    const named = await stage.accept('transactional', mexican(), { from: 'OTHER' });
    const mail = await stage.accept('transactional', 'cy@example.com', MAIL);
    const senders = await Promise.all([own, inherited, named, mail].map(async (id) => (await rowOf(id))?.sender));
    expect(senders).toEqual(['TIENDA', 'SHOP', 'OTHER', '"Shop" <shop@example.com>']);
    const to = mexican();
    await start(stage, to);
    await run('otp');
    await goes(to);
    expect(sentTo(to)[0]?.request.submission.from).toBe('TIENDA');
    await run('transactional');
  });

  it('that are not registered are refused at the field `from` where only such may be named; the name before a mail address is free', async () => {
    await file({ country: 'MX', sender: 'TIENDA', status: 'registered' });
    await file({ country: 'MX', sender: '28000', status: 'registered', class: 'transactional' });
    const waiting = await file({ country: 'MX', sender: 'OTHER', status: 'submitted' });
    await file({ channel: 'email', sender: 'shop@example.com', status: 'registered' });
    await say('MX', { senders: { sms: { default: 'TIENDA', registered_only: true } } });
    await say('default', { senders: { email: { default: 'shop@example.com', registered_only: true } } });
    const to = mexican();
    expect(await refusalOf({ to, from: 'OTHER' })).toMatchObject([
      { path: 'from', code: 'not_allowed', message: expect.stringMatching(/submitted.*28000, TIENDA/) },
    ]);
    await expect(start(stage, to, { from: 'OTHER' })).rejects.toMatchObject({ fields: [{ path: 'from' }] });
    await expect(start(stage, to, { from: '28000' })).rejects.toMatchObject({ fields: [{ path: 'from' }] });
    await stage.accept('transactional', to, { from: '28000' });
    await stage.accept('transactional', brazilian(), { from: 'OTHER' });
    await stage.accept('transactional', 'di@example.com', { ...MAIL, from: 'The Shop <shop@example.com>' });
    expect(await refusalOf({ to: 'di@example.com', ...MAIL, from: 'other@example.com' })).toMatchObject([
      { path: 'from' },
    ]);
    await file({ country: 'MX', sender: 'OTHER', status: 'registered' }, waiting.id);
    await stage.accept('transactional', to, { from: 'OTHER' });
    await run('transactional');
  });

  it('are judged again before they go: one that is suspended after the accept stops the message', async () => {
    const filed = await file({ country: 'MX', sender: 'TIENDA', status: 'registered' });
    await say('MX', { senders: { sms: { default: 'TIENDA', registered_only: true } } });
    const id = await stage.accept('transactional', mexican());
    await file({ country: 'MX', sender: 'TIENDA', status: 'suspended' }, filed.id);
    await run('transactional');
    expect(await endOf(id)).toMatchObject({ state: 'suppressed', reason: 'policy.sender_not_allowed' });
    const told = await readTimeline({ ctx: stage.ctx, input: { id: encodeId('message', id) } });
    expect(told.replayed).toBe(true);
    expect(told.data.find((step) => step.kind === 'sender')).toMatchObject({
      text: 'Stopped: the sender TIENDA is suspended there.',
      facts: { standing: 'suspended', source: 'country/MX' },
    });
  });

  it('are refused when they cannot be senders or are not registered, each at its place', async () => {
    const fault = async (sms: object) => {
      const settings = SetCountryRequest.parse({ enabled: true, senders: { sms } });
      const refusal = setCountry({ ctx: stage.ctx, input: { country: 'MX', settings } });
      return refusal.then(
        () => null,
        (error: unknown) => (error as { fields: { path: string; code: string }[] }).fields[0],
      );
    };
    const path = 'senders.sms.default';
    expect(await fault({ default: 'far too long a name' })).toMatchObject({ path, code: 'sender_text' });
    expect(await fault({ default: 'TIENDA', registered_only: true })).toMatchObject({ path, code: 'not_allowed' });
    expect(await fault({ registered_only: true })).toMatchObject({ path, code: 'required' });
    expect(await fault({ default: 'TIENDA' })).toBeNull();
  });
});

describe('overrides of a country', () => {
  it('the price: routes above it carry nothing there, and the facts of the plan name it', async () => {
    await say('MX', { max_price: { amount_micros: 9_999, currency: 'USD' } });
    const id = await stage.accept('transactional', mexican());
    const open = brazilian();
    await stage.accept('transactional', open);
    await run('transactional');
    await goes(open);
    expect(await endOf(id)).toMatchObject({ state: 'failed', reason: 'platform.no_route' });
    const told = await readTimeline({ ctx: stage.ctx, input: { id: encodeId('message', id) } });
    const texts = told.data.flatMap((step) => step.candidates ?? []).find((one) => one.route_name === 'texts');
    expect([told.replayed, texts?.excluded]).toEqual([true, 'price_above_limit']);
  });

  it('the lower of two prices counts; one in another currency is refused at its field', async () => {
    await say('MX', { max_price: { amount_micros: 20_000, currency: 'USD' } });
    const low = await stage.accept('transactional', mexican(), {
      max_price: { amount_micros: 5_000, currency: 'USD' },
    });
    const to = mexican();
    await stage.accept('transactional', to, { max_price: { amount_micros: 90_000, currency: 'USD' } });
    await run('transactional');
    await goes(to);
    expect(await endOf(low)).toMatchObject({ reason: 'platform.no_route' });
    const dear = { to, max_price: { amount_micros: 5_000, currency: 'MXN' } };
    expect(await refusalOf(dear)).toMatchObject([{ path: 'max_price.currency' }]);
  });

  it('the validity is the longest a message may have; codes keep their own', async () => {
    await say('MX', { valid_for_seconds: 60 });
    const seconds = async (id: string) => {
      const row = await rowOf(id);
      return Math.round(((row?.expiresAtMs ?? 0) - uuidTimeMs(id)) / 1000);
    };
    const long = await stage.accept('transactional', mexican(), { valid_for_seconds: 3600 });
    const short = await stage.accept('transactional', mexican(), { valid_for_seconds: 30 });
    const code = await stage.accept('otp', mexican());
    expect([await seconds(long), await seconds(short), await seconds(code)]).toEqual([60, 30, 300]);
    await run('transactional');
    await run('otp');
  });

  it('the cap holds beside those of the workspace, the stricter wins, across batches', async () => {
    const { sql } = stage.services.database;
    const workspace = stage.ctx.workspace.number;
    await sql`insert into cap_rule (id, workspace, environment, name, channels, classes, "limit", window_seconds)
      values (${stage.services.ids.next()}, ${workspace}, 'live', 'Cap', '{sms}', '{marketing}', 5, 86400)`;
    await say('default', { marketing_per_day: 3 });
    await say('AR', { marketing_per_day: 0 });
    // No law closes their hours.
    const [three, none] = ['+447912900001', '+5491123456789'];
    for (const to of [three, none]) {
      await recordConsent({
        ctx: stage.ctx,
        input: { address: to ?? '', channel: 'sms', state: 'granted', source: 'test' },
      });
    }
    const ids: string[] = [];
    for (let batch = 0; batch < 3; batch += 1) {
      for (const to of [three, three, none]) ids.push(await stage.accept('marketing', to));
      await run('marketing');
    }
    await until(
      'all are decided',
      async () =>
        (await readAttempts(sql, ids)).every((attempt) => attempt.n === 1) &&
        (await readAttempts(sql, ids)).length === 9,
    );
    expect([sentTo(three).length, sentTo(none).length]).toEqual([3, 0]);
    expect(await endOf(ids[2] ?? '')).toMatchObject({ reason: 'policy.frequency_capped' });
    await sql`delete from cap_rule`;
  });
});

describe('what is said of a country', () => {
  it('is not said twice by two people, nor of what is no country, and can be taken back', async () => {
    const settings = SetCountryRequest.parse({ enabled: true });
    const set = (country: string, version?: number) =>
      setCountry({ ctx: stage.ctx, input: { country, settings: { ...settings, ...(version ? { version } : {}) } } });
    expect(await set('MX')).toMatchObject({ country: 'MX', version: 1 });
    expect(await set('MX', 1)).toMatchObject({ version: 2 });
    await expect(set('MX', 1)).rejects.toMatchObject({ code: 'conflict' });
    await expect(set('BR', 1)).rejects.toMatchObject({ code: 'conflict' });
    await expect(set('XX')).rejects.toMatchObject({ fields: [{ path: 'country' }] });
    await removeCountry({ ctx: stage.ctx, input: { country: 'MX' } });
    for (const country of ['MX', 'XX', '\u0000']) {
      await expect(removeCountry({ ctx: stage.ctx, input: { country } })).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
