import { encodeId, LaneJob, ListMessagesQuery, type MessageView } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
import { readOverview } from '../overview/read.ts';
import { addSuppression, listSuppressions, removeSuppression } from '../policy/suppressions.ts';
import { previewRouting } from '../routing/preview.ts';
import { listRoutes } from '../routing/routes.ts';
import { cancelMessage } from './cancel.ts';
import { countNewer } from './count-newer.ts';
import { getMessage } from './get.ts';
import { countOtherEnvironment, listMessages } from './list.ts';
import { readTimeline } from './timeline.ts';

let stage: Stage;
let ctx: RequestContext;
let neighbour: RequestContext;
let carriers: ScriptedCarriers;
let worker: Worker;
let serial = 0;

const number = () => {
  serial += 1;
  return `+5255123${String(serial).padStart(5, '0')}`;
};
const publicId = (uuid: string) => encodeId('message', uuid);
const list = (query: object = {}, by: RequestContext = ctx) =>
  listMessages({ ctx: by, input: ListMessagesQuery.parse(query) });
const send = async (lane: 'otp' | 'transactional' | 'marketing', more: object = {}) => {
  const uuid = await stage.accept(lane, number(), more);
  return { uuid, id: publicId(uuid) };
};
const dispatch = async (lane: 'otp' | 'transactional' | 'marketing') => {
  for (const job of await stage.jobs(lane)) await worker.runLane(lane, [LaneJob.parse(job.data)]);
};
const reaches = (id: string, state: MessageView['state']) =>
  until(`${id} is ${state}`, async () => (await getMessage({ ctx, input: { id } })).state === state);
const receipt = (provider: string, ref: string, verdict: 'delivered' | 'undelivered') =>
  carriers.hosts
    .get(provider)
    ?.onReceipts([
      { ref, verdict, reason: verdict === 'delivered' ? null : 'recipient.absent', raw: `stat:${verdict}` },
    ]);

beforeAll(async () => {
  stage = await setStage();
  ctx = stage.ctx;
  await stage.addRoute('primary', 1, 1000);
  await stage.addRoute('backup', 2, 1000);
  const [other] = await stage.services.database.sql<RequestContext['workspace'][]>`
    insert into workspace (id, name) values (${stage.services.ids.next()}, 'Neighbour') returning number, id, name`;
  if (other === undefined) throw new Error('no neighbour');
  neighbour = { ...ctx, workspace: other };
  carriers = scriptCarriers();
  worker = await openScripted(stage, carriers);
});

afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

describe('the walls of a workspace', () => {
  test('a neighbour sees nothing, neither in lists nor by id nor in figures', async () => {
    const { id } = await send('transactional');
    const suppression = await addSuppression({
      ctx,
      input: { address: number(), channel: 'sms', classes: ['marketing'], reason: 'asked' },
    });
    expect((await list({}, neighbour)).data).toEqual([]);
    for (const verb of [getMessage, readTimeline, cancelMessage]) {
      await expect(verb({ ctx: neighbour, input: { id } })).rejects.toMatchObject({ code: 'not_found' });
    }
    expect((await listSuppressions({ ctx: neighbour, input: { limit: 50 } })).data).toEqual([]);
    await expect(removeSuppression({ ctx: neighbour, input: { id: suppression.id } })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await listRoutes({ ctx: neighbour, input: {} })).toEqual([]);
    const overview = await readOverview({ ctx: neighbour, input: { hours: 24 } });
    expect(overview.by_state).toEqual([]);
    expect(overview.providers_down).toEqual([]);
  });

  test('row-level security alone keeps a neighbour out, also where a query forgets the workspace', async () => {
    const { uuid } = await send('transactional');
    const { withTenant } = await import('@signalbox/db');
    const { sql } = stage.services.database;
    const seen = (workspace: number) =>
      withTenant(sql, [workspace], async (tx) => (await tx`select id from message where id = ${uuid}`).length);
    expect(await seen(ctx.workspace.number)).toBe(1);
    expect(await seen(neighbour.workspace.number)).toBe(0);
    const steal = withTenant(sql, [neighbour.workspace.number], async (tx) => {
      await tx`insert into suppression (id, workspace, environment, channel, address, classes, reason)
        values (${stage.services.ids.next()}, ${ctx.workspace.number}, 'live', 'sms', '+525500000001', '{marketing}', 'x')`;
    });
    await expect(steal).rejects.toThrow(/row-level security/);
  });

  test('the sandbox and the live environment do not see each other', async () => {
    const { id } = await send('transactional');
    const sandbox: RequestContext = { ...ctx, environment: 'sandbox' };
    await expect(getMessage({ ctx: sandbox, input: { id } })).rejects.toMatchObject({ code: 'not_found' });
    expect((await list({}, sandbox)).data).toEqual([]);
  });

  test('an id that is not one of ours is not found, whatever it looks like', async () => {
    for (const id of ['msg_doesnotexist', '', 'rte_00000000000000000000000000', `msg_${'z'.repeat(26)}`]) {
      await expect(getMessage({ ctx, input: { id } })).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});

describe('lists', () => {
  test('pages are newest first, whole, and stand still while new messages arrive', async () => {
    const sent: string[] = [];
    for (let index = 0; index < 7; index += 1) sent.push((await send('marketing')).id);
    const first = await list({ limit: 3, class: 'marketing' });
    await send('marketing');
    const second = await list({ limit: 3, class: 'marketing', cursor: first.next_cursor });
    const third = await list({ limit: 3, class: 'marketing', cursor: second.next_cursor });
    expect([...first.data, ...second.data, ...third.data].map((one) => one.id)).toEqual(sent.toReversed());
    expect(third.next_cursor).toBeNull();
  });

  test('a cursor that is not one of ours is refused by name', async () => {
    for (const cursor of ['x', '!!!!', 'AAAA', 'a'.repeat(200)]) {
      await expect(list({ cursor })).rejects.toMatchObject({ code: 'request_invalid', fields: [{ path: 'cursor' }] });
    }
  });

  test('filters find by address in any spelling, by the last digits, by reference and by time', async () => {
    const before = new Date().toISOString();
    // Not a code: the worker takes those at once.
    const { id } = await send('transactional', { client_ref: `order-${serial + 1}` });
    const [message] = (await list({ limit: 1 })).data;
    const to = message?.to ?? '';
    const spelled = `${to.slice(0, 3)} ${to.slice(3, 7)}-${to.slice(7)}`;
    for (const query of [
      { to },
      { to: spelled },
      { to: `…${to.slice(-5)}` },
      { client_ref: message?.client_ref },
      { accepted_after: before },
      { country: 'MX', state: 'queued', class: 'transactional', channel: 'sms', to },
    ]) {
      expect((await list(query)).data.map((one) => one.id)).toEqual([id]);
    }
    expect((await list({ to, accepted_before: before })).data).toEqual([]);
    expect((await list({ to, state: 'delivered' })).data).toEqual([]);
    await expect(list({ to: 'nobody' })).rejects.toMatchObject({ fields: [{ path: 'to' }] });
    await expect(list({ reason: 'bad.luck' })).rejects.toMatchObject({ fields: [{ path: 'reason' }] });
  });

  test('a search that would read too long is refused and says what narrows it', async () => {
    const { readWithin } = await import('../tenant.ts');
    const slow = readWithin(ctx, 'Narrow it.', (tx) => tx`select pg_sleep(5)`, 50);
    await expect(slow).rejects.toMatchObject({ code: 'overloaded', detail: 'Narrow it.', retryAfterSeconds: 1 });
  });

  test('newer messages are counted by the same filters', async () => {
    const { id } = await send('otp');
    await send('otp');
    await send('transactional');
    const query = ListMessagesQuery.parse({ class: 'otp' });
    expect(await countNewer({ ctx, input: { query, newest_id: id } })).toEqual({ count: 1 });
  });
});

describe('a message on its way', () => {
  test('the view and the timeline tell the whole story of a delivery, and the decision replays', async () => {
    await stage.jobs('transactional');
    const { id, uuid } = await send('transactional', { content: { text: 'Tu pedido va en camino ñ €' } });
    expect((await getMessage({ ctx, input: { id } })).state).toBe('queued');
    const waiting = await readTimeline({ ctx, input: { id } });
    expect(waiting.data.at(-1)).toMatchObject({ kind: 'route.candidates', state: 'queued' });
    expect(waiting.data.at(-1)?.candidates?.length).toBe(2);

    await dispatch('transactional');
    await reaches(id, 'sent');
    await receipt('primary', `ref-${uuid.replaceAll('-', '')}-1`, 'delivered');
    await reaches(id, 'delivered');
    const view = await getMessage({ ctx, input: { id } });
    expect(view).toMatchObject({
      attempts: 1,
      route: { name: 'primary' },
      provider: { name: 'primary' },
      price: { amount_micros: 10_000, currency: 'USD' },
      reason: null,
      simulated: false,
      country: 'MX',
    });
    const timeline = await readTimeline({ ctx, input: { id } });
    expect(timeline.replayed).toBe(true);
    expect(timeline.data.map((entry) => entry.kind)).toEqual([
      'accept',
      'normalise',
      'validity',
      'suppression',
      'consent',
      'limits',
      'content',
      'route.candidates',
      'route.pick',
      'attempt.start',
      'attempt.answer',
      'receipt',
      'final',
    ]);
    const chosen = timeline.data.find((entry) => entry.kind === 'route.candidates');
    expect(chosen?.candidates?.map((one) => [one.route_name, one.excluded, one.chosen])).toEqual([
      ['primary', null, true],
      ['backup', 'backup_not_needed', false],
    ]);
    expect(timeline.data.map((entry) => entry.seq)).toEqual(timeline.data.map((_, index) => index + 1));
    expect(timeline.data.at(-1)).toMatchObject({ state: 'delivered', result: 'pass' });
    expect(timeline.data.every((entry) => entry.text.length > 10)).toBe(true);
  });

  test('a refusal, the failover and an undelivered receipt stand in order with their raw answers', async () => {
    await stage.jobs('transactional');
    carriers.script = (provider, request) =>
      provider === 'primary'
        ? { kind: 'rejected', reason: 'provider.unavailable', raw: 'command_status 0x08' }
        : { kind: 'accepted', refs: [`ref-${request.attemptRef}`] };
    const { id, uuid } = await send('transactional');
    await dispatch('transactional');
    await reaches(id, 'queued');
    await dispatch('transactional');
    await reaches(id, 'sent');
    await receipt('backup', `ref-${uuid.replaceAll('-', '')}-2`, 'undelivered');
    await reaches(id, 'undelivered');
    const view = await getMessage({ ctx, input: { id } });
    expect(view).toMatchObject({ attempts: 2, route: { name: 'backup' }, reason: { code: 'recipient.absent' } });
    const { data, replayed } = await readTimeline({ ctx, input: { id } });
    expect(replayed).toBe(true);
    const told = data.map((entry) => entry.kind).join(' ');
    expect(told).toMatch(/attempt\.start attempt\.answer failover .*attempt\.start attempt\.answer receipt final$/);
    expect(data.find((entry) => entry.kind === 'attempt.answer')?.facts).toMatchObject({
      answer: 'rejected',
      raw: 'command_status 0x08',
      provider: 'primary',
    });
    const second = data.filter((entry) => entry.kind === 'route.candidates')[1];
    expect(second?.candidates?.find((one) => one.route_name === 'primary')?.excluded).toBe('already_tried');
    expect((await list({ state: 'undelivered', reason: 'recipient.absent' })).data.map((one) => one.id)).toContain(id);
    expect((await list({ reason: 'recipient.absent' })).data.map((one) => one.id)).toEqual([id]);
    const route = (await listRoutes({ ctx, input: {} })).find((one) => one.name === 'backup');
    expect((await list({ route_id: route?.id, to: view.to })).data.map((one) => one.id)).toEqual([id]);
    expect(route).toMatchObject({ attempts_24h: 1, delivered_24h: 0 });
    carriers.script = (_, request) => ({ kind: 'accepted', refs: [`ref-${request.attemptRef}`] });
  });

  test('a stop by policy names its rule and its evidence', async () => {
    const to = number();
    await addSuppression({
      ctx,
      input: { address: to, channel: 'sms', classes: ['transactional'], reason: 'complaint' },
    });
    await stage.jobs('transactional');
    const id = publicId(await stage.accept('transactional', to));
    await dispatch('transactional');
    await reaches(id, 'suppressed');
    const { data } = await readTimeline({ ctx, input: { id } });
    expect(data.find((entry) => entry.kind === 'suppression')).toMatchObject({
      result: 'fail',
      code: 'policy.suppressed',
      facts: { reason: 'complaint' },
    });
    expect(data.at(-1)).toMatchObject({ kind: 'final', state: 'suppressed', code: 'policy.suppressed' });
    expect((await list({ state: 'suppressed', to })).data.map((one) => one.id)).toEqual([id]);
  });

  test('the overview adds up: what waits, what was delivered, what it cost', async () => {
    const overview = await readOverview({ ctx, input: { hours: 24 } });
    const all = (await list({ limit: 200 })).data;
    const counted = overview.by_state.reduce((sum, one) => sum + one.count, 0);
    expect(counted).toBe(all.length);
    for (const { state, count } of overview.by_state) {
      expect([state, count]).toEqual([state, all.filter((one) => one.state === state).length]);
    }
    expect(overview.over_time).toHaveLength(24);
    expect(overview.over_time.reduce((sum, bucket) => sum + bucket.accepted, 0)).toBe(all.length);
    const paid = all.filter((one) => ['sent', 'delivered', 'undelivered'].includes(one.state));
    const spent = paid.reduce((sum, one) => sum + (one.price?.amount_micros ?? 0), 0);
    expect(overview.spend).toEqual([{ currency: 'USD', amount_micros: spent }]);
    expect(overview.top_reasons.map((one) => one.code)).toContain('recipient.absent');
    expect(overview.delivery_ms?.p50).toBeGreaterThanOrEqual(0);
    expect(overview.oldest_waiting_seconds.marketing).toBeGreaterThanOrEqual(0);
    expect(await countOtherEnvironment({ ctx: { ...ctx, environment: 'sandbox' }, input: {} })).toBeGreaterThan(0);
    const month = await readOverview({ ctx, input: { hours: 720 } });
    expect(month.over_time).toHaveLength(30);
    expect(month.over_time.at(-1)?.at).toMatch(/T00:00:00/);
  });

  test('the days of the overview are those of the zone of the workspace, and no message is lost between them', async () => {
    const before = await readOverview({ ctx, input: { hours: 168 } });
    await stage.services.database.sql`update workspace set time_zone = 'Asia/Kolkata'`;
    await stage.services.config.refresh();
    const { over_time } = await readOverview({ ctx, input: { hours: 168 } });
    expect(over_time.map(({ at }) => at.slice(11))).toEqual(Array.from({ length: 7 }, () => '18:30:00.000Z'));
    const accepted = (days: typeof over_time) => days.reduce((sum, day) => sum + day.accepted, 0);
    expect(accepted(over_time)).toBe(accepted(before.over_time));
    await stage.services.database.sql`update workspace set time_zone = 'UTC'`;
    await stage.services.config.refresh();
  });

  test('a preview shows the decision by the connections the workers reported, and refuses a bad address by name', async () => {
    await until('the worker has reported', async () => {
      const preview = await previewRouting({ ctx, input: { to: '+525512345678', channel: 'sms', class: 'otp' } });
      return preview.blocked === null;
    });
    const bad = previewRouting({ ctx, input: { to: '+99912', channel: 'sms', class: 'otp' } });
    await expect(bad).rejects.toMatchObject({ code: 'request_invalid', fields: [{ path: 'to' }] });
    const mail = await previewRouting({ ctx, input: { to: 'a@example.com', channel: 'email', class: 'otp' } });
    expect(mail).toMatchObject({ country: null, blocked: 'no_route' });
  });
});
