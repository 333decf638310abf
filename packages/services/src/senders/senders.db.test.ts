import { encodeId, ListSendersQuery, SetSenderRequest, ShownSenderQuery } from '@signalbox/contracts';
import { noteSenderUse } from '@signalbox/db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkCompliance } from '../compliance/check.ts';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { listSenders } from './list.ts';
import { removeSender } from './remove.ts';
import { setSender } from './set.ts';
import { readShownSender } from './shown.ts';

const DAY_MS = 86_400_000;
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.end());
beforeEach(async () => {
  await stage.services.database.sql`delete from sender`;
  await stage.services.config.refresh();
});

const file = (sender: object, id?: string) =>
  setSender({ ctx: stage.ctx, input: { id, sender: SetSenderRequest.parse(sender) } });
const faultOf = (sender: object, id?: string) =>
  file(sender, id).then(
    () => null,
    (error: unknown) => (error as { fields: { path: string; code: string; message: string }[] }).fields?.[0],
  );
const list = (query: object = {}) => listSenders({ ctx: stage.ctx, input: ListSendersQuery.parse(query) });
const shown = (query: object) => readShownSender({ ctx: stage.ctx, input: ShownSenderQuery.parse(query) });
const dayIn = (days: number) => new Date(stage.services.world.nowMs() + days * DAY_MS).toISOString().slice(0, 10);
/** What is said of a text to Italy, where names are registered. */
const toItaly = (from: string) =>
  checkCompliance({
    ctx: stage.ctx,
    input: { to: '+393471234567', channel: 'sms', class: 'transactional', from } as never,
  });

describe('the registry of senders', () => {
  it('holds to the law of a country from its first sender on, and only warns before', async () => {
    expect(await toItaly('ACME')).toMatchObject({ allowed: true });
    expect((await list()).duties.find(({ country }) => country === 'IT')).toMatchObject({
      ...{ rule: 'IT.sender', unregistered: 'blocked', on_file: 0, usable: 0 },
    });
    const { id } = await file({ country: 'IT', sender: 'OTHER', status: 'registered' });
    const refused = await toItaly('ACME');
    expect(refused).toMatchObject({ allowed: false, reason: { code: 'policy.sender_not_allowed' } });
    expect(refused.decided_by).toMatchObject({
      text: expect.stringContaining('not on the registry of senders there, by IT.sender'),
    });
    expect(await toItaly('OTHER')).toMatchObject({ allowed: true });
    await file({ country: 'IT', sender: 'OTHER', status: 'registered', expires_on: dayIn(-1) }, id);
    expect((await toItaly('OTHER')).decided_by).toMatchObject({ text: expect.stringContaining('expired') });
    await removeSender({ ctx: stage.ctx, input: { id } });
    expect(await toItaly('ACME')).toMatchObject({ allowed: true });
  });

  it('says of each field that cannot be what is wrong, and knows a sender again', async () => {
    expect(await faultOf({ sender: 'far too long a name' })).toMatchObject({ path: 'sender', code: 'sender_text' });
    expect(await faultOf({ sender: '28000', kind: 'toll_free' })).toMatchObject({ path: 'kind' });
    expect(await faultOf({ sender: 'ACME', country: 'XX' })).toMatchObject({ path: 'country' });
    expect(await faultOf({ sender: 'ACMEIN', country: 'IN' })).toMatchObject({ path: 'country', code: 'not_allowed' });
    expect(await faultOf({ channel: 'email', sender: 'a@example.com', country: 'SG' })).toMatchObject({
      path: 'country',
    });
    const affix = { at: 'end', text: '-AD' };
    expect(await faultOf({ sender: 'ACMESTORE', country: 'SA', affix })).toMatchObject({
      ...{ path: 'affix.text', code: 'too_long', message: expect.stringContaining('12 characters') },
    });
    await file({ sender: 'ACME', country: 'SA', affix });
    expect(await faultOf({ sender: 'ACME', country: 'SA' })).toMatchObject({ path: 'sender', code: 'taken' });
    await file({ sender: 'ACME', country: 'SA', class: 'otp' });
    await file({ sender: 'ACME', country: 'SA', network: '42001' });
    expect((await list({ country: 'SA' })).data).toHaveLength(3);
  });

  it('refuses a change of a sender that changed since it was read, and of one that is not there', async () => {
    const { id, version } = await file({ sender: 'ACME', country: 'SG' });
    await file({ sender: 'ACME', country: 'SG', status: 'submitted', version }, id);
    await expect(file({ sender: 'ACME', country: 'SG', version }, id)).rejects.toMatchObject({ code: 'conflict' });
    const strange = encodeId('sender', stage.services.ids.next());
    await expect(file({ sender: 'ACME', country: 'SG' }, strange)).rejects.toMatchObject({ code: 'not_found' });
    await expect(removeSender({ ctx: stage.ctx, input: { id: strange } })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('warns before a sender expires, and before a country drops it because it lies idle', async () => {
    const base = { sender: 'ACME', country: 'TH', status: 'registered' };
    await file({ ...base, registered_on: dayIn(-160), expires_on: dayIn(10) });
    await file({ ...base, sender: 'FAR', registered_on: dayIn(-10), expires_on: dayIn(300) });
    await file({ ...base, sender: 'GONE', registered_on: dayIn(-200), expires_on: dayIn(300) });
    const { data } = await list({ country: 'TH' });
    const warnings = Object.fromEntries(data.map((view) => [view.sender, view.warnings]));
    expect(warnings).toEqual({
      ACME: [
        { code: 'expires', on: dayIn(10), days_left: 10 },
        { code: 'idle', on: dayIn(20), days_left: 20 },
      ],
      FAR: [],
      GONE: [{ code: 'dropped', on: dayIn(-20), days_left: -20 }],
    });
  });

  it('learns from live messages alone when a sender was last used, and so until when it may lie idle', async () => {
    const { sql } = stage.services.database;
    const nowMs = stage.services.world.nowMs();
    await file({ sender: 'ACME', country: 'TH', status: 'registered', registered_on: dayIn(-170) });
    await file({ sender: 'UNUSED', country: 'TH', status: 'registered', registered_on: dayIn(-170) });
    const affix = { at: 'end', text: '-AD' };
    await file({ sender: 'OTHER', country: 'TH', status: 'registered', registered_on: dayIn(-170), affix });
    await stage.accept('transactional', '+66812345678', { from: 'ACME' });
    await stage.accept('transactional', '+66812345678', { from: 'OTHER-AD' });
    expect(await noteSenderUse(sql, nowMs)).toBe(2);
    expect(await noteSenderUse(sql, nowMs)).toBe(0);
    const { data } = await list({ country: 'TH' });
    expect(data.map(({ sender, last_used_on, idle_on }) => [sender, last_used_on, idle_on])).toEqual([
      ['ACME', dayIn(0), dayIn(180)],
      ['OTHER', dayIn(0), dayIn(180)],
      ['UNUSED', null, dayIn(10)],
    ]);
  });

  it('is written into the audit log when it is set and when it is removed', async () => {
    const { id } = await file({ sender: 'ACME', country: 'SG' });
    await removeSender({ ctx: stage.ctx, input: { id } });
    const rows = await stage.services.database.sql`
      select action from audit_entry where object_id = ${id} order by seq`;
    expect(rows.map((row) => row.action)).toEqual(['sender.set', 'sender.removed']);
  });
});

describe('a sender on a phone', () => {
  it('is replaced, labelled or left as the law of the country says', async () => {
    expect(await shown({ country: 'MY', from: 'ACME' })).toMatchObject({
      standing: null,
      shown: { look: 'replaced', text: null, by: 'short_code', rules: ['MY.sender'] },
    });
    expect(await shown({ country: 'GB', from: 'ACME' })).toMatchObject({ shown: { look: 'as_is', text: 'ACME' } });
    expect(await shown({ country: 'SG', from: 'ACME' })).toMatchObject({
      shown: { look: 'labelled', text: 'Likely-SCAM', rules: ['SG.sender'] },
    });
    await file({ country: 'SG', sender: 'ACME', status: 'registered' });
    expect(await shown({ country: 'SG', from: 'ACME' })).toMatchObject({
      standing: 'registered',
      shown: { look: 'as_is', text: 'ACME' },
    });
    expect(await shown({ country: 'IN', from: 'ACMEIN', class: 'marketing' })).toMatchObject({
      shown: { look: 'affixed', text: 'XX-ACMEIN-P' },
    });
    await file({ country: 'SA', sender: 'ACME', status: 'registered', affix: { at: 'end', text: '-AD' } });
    expect(await shown({ country: 'SA', from: 'ACME' })).toMatchObject({ shown: { text: 'ACME-AD' } });
    expect(await shown({ country: 'KE', from: 'ACME', class: 'marketing' })).toMatchObject({
      shown: { look: 'as_is', tail: 'STOP*456*9*5#', rules: ['KE.opt_out'] },
    });
  });
});
