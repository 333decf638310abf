import { encodeId, LaneJob, SaveCap } from '@signalbox/contracts';
import { readPositions } from '@signalbox/db';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { recordConsent } from '../consent/record.ts';
import type { Worker } from '../dispatch/open-worker.ts';
import {
  openScripted,
  type ScriptedCarriers,
  type Stage,
  scriptCarriers,
  setStage,
  until,
} from '../dispatch/testing.ts';
import { getMessage } from '../messages/get.ts';
import { readTimeline } from '../messages/timeline.ts';
import { listCaps, removeCap, saveCap } from './caps.ts';
import { previewCap } from './preview.ts';

let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;
beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('texts', 1, 1000);
  carriers = scriptCarriers();
  worker = await openScripted(stage, carriers);
  await stage.services.config.refresh();
});
afterEach(async () => {
  await stage.services.database.sql`delete from cap_rule`;
  await stage.services.config.refresh();
  await stage.jobs('marketing');
  carriers.script = (_, request) => ({ kind: 'accepted', refs: [`ref-${request.attemptRef}`] });
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

let people = 0;
/** Somebody in Britain who agreed to marketing: no law closes the hours there. */
async function somebody(): Promise<string> {
  people += 1;
  const address = `+4479128${String(people).padStart(5, '0')}`;
  await recordConsent({ ctx: stage.ctx, input: { address, channel: 'sms', state: 'granted', source: 'test' } });
  return address;
}
const save = async (cap: Partial<SaveCap>, id?: string) => {
  const view = await saveCap({ ctx: stage.ctx, input: { id, cap: SaveCap.parse({ name: 'Offers', ...cap }) } });
  await stage.services.config.refresh();
  return view;
};
const view = (id: string) => getMessage({ ctx: stage.ctx, input: { id: encodeId('message', id) } });
const stateOf = async (id: string) => (await view(id)).state;
/** Sends one message and tells what became of it. */
async function send(to: string, more: object = {}, trafficClass: 'marketing' | 'transactional' = 'marketing') {
  const id = await stage.accept(trafficClass, to, more);
  for (const { data } of await stage.jobs(trafficClass)) await worker.runLane(trafficClass, [LaneJob.parse(data)]);
  await until('it is decided', async () => !['queued', 'sending'].includes(await stateOf(id)));
  return id;
}
const sendAll = async (to: string, count: number, more: object = {}) => {
  const states: string[] = [];
  for (let n = 0; n < count; n += 1) states.push(await stateOf(await send(to, more)));
  return states;
};

describe('a cap', () => {
  it('that defers holds what is over it, tells by which rule and until when, and lets it go when it is raised', async () => {
    const to = await somebody();
    const cap = await save({ limit: 1, rolling_seconds: 3600, over_limit: 'defer' });
    const before = Date.now();
    const first = await send(to);
    const held = await send(to);
    expect(await stateOf(first)).toBe('sent');
    const shown = await view(held);
    expect(shown).toMatchObject({ state: 'held', reason: { code: 'policy.frequency_capped' } });
    expect(shown.hold).toMatchObject({ rule: 'frequency_cap' });
    // An hour after the first was counted, to the millisecond of its claim.
    const [counter] = await stage.services.database.sql<{ at: number }[]>`
      select taken[1]::float8 as at from rolling_cap where subject = ${to}`;
    expect(counter?.at).toBeGreaterThanOrEqual(before);
    expect(Date.parse(shown.hold?.eligible_again_at ?? '')).toBe((counter?.at ?? 0) + 3_600_000);
    const told = await readTimeline({ ctx: stage.ctx, input: { id: encodeId('message', held) } });
    expect(told.replayed).toBe(true);
    expect(told.data.find(({ kind }) => kind === 'limits')).toMatchObject({
      result: 'wait',
      facts: {
        ...{ source: cap.id, cap: 'Offers', used: 1, limit: 1, window_seconds: 3600, because: 'limit' },
        eligible_again_at: shown.hold?.eligible_again_at,
      },
    });
    await save({ limit: 2, rolling_seconds: 3600, over_limit: 'defer' }, cap.id);
    for (const { data } of await stage.jobs('marketing')) await worker.runLane('marketing', [LaneJob.parse(data)]);
    await until('it goes', async () => (await stateOf(held)) === 'sent');
    expect(await sendAll(to, 1)).toEqual(['held']);
  });

  it('drops what would fit only after its validity, and what comes too soon after another', async () => {
    const to = await somebody();
    await save({ min_gap_seconds: 3600, over_limit: 'defer' });
    await send(to);
    expect(await stateOf(await send(to, { valid_for_seconds: 600 }))).toBe('suppressed');
    expect(await stateOf(await send(to, { valid_for_seconds: 7200 }))).toBe('held');
  });

  it('counts only what it is about, keeps a share for what matters more, and the strictest of several wins', async () => {
    const to = await somebody();
    const campaign = (name: string) => ({ metadata: { campaign: name } });
    const scope = (value: string) => ({ templates: [], metadata: { key: 'campaign', value } });
    const one = await save({ limit: 1, calendar: 'day', scope: scope('spring') });
    expect(await sendAll(to, 2, campaign('spring'))).toEqual(['sent', 'suppressed']);
    expect(await sendAll(to, 2, campaign('autumn'))).toEqual(['sent', 'sent']);
    await removeCap({ ctx: stage.ctx, input: { id: one.id } });
    const other = await somebody();
    await save({ limit: 3, calendar: 'week', kept: 1, kept_for: scope('renewal') });
    await save({ limit: 100, rolling_seconds: 60 });
    expect(await sendAll(other, 3)).toEqual(['sent', 'sent', 'suppressed']);
    expect(await sendAll(other, 2, campaign('renewal'))).toEqual(['sent', 'suppressed']);
  });

  it('is used up by a class that it does not hold for, where it says so', async () => {
    const to = await somebody();
    await save({ limit: 2, rolling_seconds: 3600, also_counts: ['transactional'] });
    for (let n = 0; n < 3; n += 1) expect(await stateOf(await send(to, {}, 'transactional'))).toBe('sent');
    expect(await sendAll(to, 1)).toEqual(['suppressed']);
  });

  it('counts a message once over all its tries, and gives it back when no carrier took it', async () => {
    const to = await somebody();
    await save({ limit: 1, rolling_seconds: 3600 });
    carriers.script = () => ({ kind: 'rejected', reason: 'recipient.unknown', raw: 'no such number' });
    expect(await sendAll(to, 1)).toEqual(['failed']);
    const taken = await stage.services.database.sql`select taken from rolling_cap where subject = ${to}`;
    expect(taken).toEqual([{ taken: [] }]);
    carriers.script = (_, request) => ({ kind: 'accepted', refs: [`ref-${request.attemptRef}`] });
    expect(await sendAll(to, 2)).toEqual(['sent', 'suppressed']);
  });

  it('stays used up when the answer of the carrier is lost', async () => {
    const to = await somebody();
    await save({ limit: 1, rolling_seconds: 3600 });
    carriers.script = () => ({ kind: 'indeterminate', reason: 'provider.indeterminate', raw: 'cut', refs: [] });
    const id = await stage.accept('marketing', to);
    for (const { data } of await stage.jobs('marketing')) await worker.runLane('marketing', [LaneJob.parse(data)]);
    await until(
      'its answer is lost',
      async () => (await readPositions(stage.services.database.sql, [id])).get(id)?.turns === 1,
    );
    expect(await sendAll(to, 1)).toEqual(['suppressed']);
  });
});

describe('the caps of a workspace', () => {
  it('are listed beside those of the law, changed and removed, each with its entry of the audit log', async () => {
    const made = await save({ limit: 3, calendar: 'day' });
    const off = await save({ limit: 3, calendar: 'day', enabled: false }, made.id);
    expect(off).toMatchObject({ id: made.id, enabled: false, version: 2 });
    const { data, legal } = await listCaps({ ctx: stage.ctx, input: {} });
    expect(data).toEqual([off]);
    expect(legal.find(({ rule }) => rule === 'VN.cap')).toMatchObject({
      country: 'VN',
      limit: 3,
      rolling_seconds: 86_400,
    });
    await removeCap({ ctx: stage.ctx, input: { id: made.id } });
    await expect(removeCap({ ctx: stage.ctx, input: { id: made.id } })).rejects.toMatchObject({ code: 'not_found' });
    const audited = await stage.services.database.sql<{ action: string }[]>`
      select action from audit_entry where object_id = ${made.id} order by seq`;
    expect(audited.map(({ action }) => action)).toEqual(['cap.saved', 'cap.saved', 'cap.removed']);
  });

  it.each<[string, Partial<SaveCap>]>([
    ['says nothing', {}],
    ['has no window', { limit: 1 }],
    ['has two windows', { limit: 1, calendar: 'day', rolling_seconds: 60 }],
    ['keeps all of itself', { limit: 1, calendar: 'day', kept: 1 }],
    ['keeps a share for everybody', { limit: 2, calendar: 'day', kept: 1 }],
    ['counts a class twice', { limit: 1, calendar: 'day', also_counts: ['marketing'] }],
  ])('refuse one that %s', async (_, cap) => {
    await expect(save(cap)).rejects.toMatchObject({ code: 'request_invalid' });
  });

  it('are tried on what went last week before they hold', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const metadata = { metadata: { campaign: 'tried' } };
    for (const to of [one, one, one, other]) await send(to, metadata);
    const scope = { templates: [], metadata: { key: 'campaign', value: 'tried' } };
    const cap = SaveCap.parse({ name: 'Tried', limit: 1, calendar: 'month', scope });
    expect(await previewCap({ ctx: stage.ctx, input: { cap } })).toMatchObject({
      ...{ counted: 4, people: 2, over: 2, people_over: 1, complete: true },
    });
    expect((await listCaps({ ctx: stage.ctx, input: {} })).data).toEqual([]);
  });
});
