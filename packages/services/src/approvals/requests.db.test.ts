import {
  APPROVAL_LASTS_HOURS,
  APPROVAL_WAITS_DAYS,
  type ApprovalRequestView,
  type ApprovalWanted,
  CreateListRequest,
  encodeId,
  type Role,
  SecondPersonKind,
  SetSenderRequest,
} from '@signalbox/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exportAudit } from '../audit/export.ts';
import { verifyAudit } from '../audit/verify.ts';
import { answerRule, readAnswers, removeRuleAnswer } from '../compliance/packs.ts';
import { readConsentProof } from '../consent/proof.ts';
import { recordConsent } from '../consent/record.ts';
import type { RequestContext } from '../context.ts';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { exportMembers } from '../lists/export-members.ts';
import { createList } from '../lists/lists.ts';
import { getMessage } from '../messages/get.ts';
import { maskDetail, revealRecipient } from '../messages/recipient.ts';
import { readTimeline } from '../messages/timeline.ts';
import { exportPerson } from '../people/export.ts';
import { listSenders } from '../senders/list.ts';
import { removeSender } from '../senders/remove.ts';
import { setSender } from '../senders/set.ts';
import { askApproval } from './ask.ts';
import { decideApproval, withdrawApproval } from './decide.ts';
import { listApprovals } from './list.ts';
import { listEndedApprovals } from './list-ended.ts';

const HOUR_MS = 3_600_000;
let stage: Stage;
let lateMs = 0;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.end());
beforeEach(async () => {
  lateMs = 0;
  await stage.services.database.sql`delete from approval`;
  await stage.services.database.sql`delete from sender`;
  await want(SecondPersonKind.options);
});

const want = async (kinds: readonly string[]): Promise<void> => {
  await stage.services.database
    .sql`update workspace set second_person_for = ${`{${kinds.join(',')}}`}::second_person_kind[] where number = ${stage.ctx.workspace.number}`;
};
/** A person at the console, as late as the test says. */
const as = (id: string, environment: RequestContext['environment'] = 'live'): RequestContext => {
  const { services } = stage.ctx;
  const world = { ...services.world, nowMs: () => services.world.nowMs() + lateMs };
  return { ...stage.ctx, environment, services: { ...services, world }, actor: { kind: 'user', id, name: id } };
};
const ask = (id: string, wanted: ApprovalWanted, ctx = as(id)) =>
  askApproval({ ctx, input: { reason: 'needed', wanted } });
const approve = (id: string, { id: request }: ApprovalRequestView, role: Role = 'owner') =>
  decideApproval({ ctx: as(id), input: { role, decision: { id: request, decision: 'approve' } } });
const sender = (text: string, more: object = {}) =>
  SetSenderRequest.parse({ country: 'SG', sender: text, status: 'registered', ...more });
const onFile = async () => (await listSenders({ ctx: as('ana'), input: {} })).data.map((one) => one.sender);
const didSince = async (seq: number) => {
  const rows = await stage.services.database.sql<{ did: string }[]>`
    select actor_id || ' ' || action as did from audit_entry where seq > ${seq} order by seq`;
  return rows.map(({ did }) => did);
};
const newest = async () => {
  const [row] = await stage.services.database.sql<{ seq: number }[]>`
    select coalesce(max(seq), 0)::int as seq from audit_entry`;
  return row?.seq ?? 0;
};

describe('a change that a second person approves', () => {
  it('takes force at the word of another person who may decide it, and not before; each step is in the audit log', async () => {
    const from = await newest();
    await expect(setSender({ ctx: as('ana'), input: { sender: sender('ACME') } })).rejects.toMatchObject({
      ...{ code: 'forbidden', detail: expect.stringContaining('ask for it in the console') },
    });
    const asked = await ask('ana', { action: 'sender.set', sender: sender('ACME') });
    expect(asked).toMatchObject({ state: 'waiting', before: null, after: { sender: 'ACME' }, asked_by: { id: 'ana' } });
    expect(await onFile()).toEqual([]);
    await expect(approve('ana', asked)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(approve('ben', asked, 'viewer')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await onFile()).toEqual([]);
    const both = await Promise.allSettled([approve('ben', asked), approve('cleo', asked)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await onFile()).toEqual(['ACME']);
    const did = (await didSince(from)).map((one) => one.replace(/^(ben|cleo) /, 'second '));
    expect(did).toEqual(['ana approval.asked', 'second sender.set', 'second approval.approved']);
    expect(await verifyAudit({ ctx: stage.ctx, input: {} })).toMatchObject({ intact: true });
  });

  it('is judged when it is asked, and again when it is approved: what changed in between is not overwritten', async () => {
    await want([]);
    const { id } = await setSender({ ctx: as('ana'), input: { sender: sender('ACME') } });
    await expect(ask('ana', { action: 'sender.removed', id })).rejects.toMatchObject({ code: 'conflict' });
    await want(['senders']);
    const fault = ask('ana', { action: 'sender.set', sender: sender('far too long a name') });
    await expect(fault).rejects.toMatchObject({ code: 'request_invalid', fields: [{ path: 'sender' }] });
    const gone = await ask('ana', { action: 'sender.removed', id });
    const noted = await ask('ana', { action: 'sender.set', id, sender: sender('ACME', { notes: 'new' }) });
    await approve('ben', noted);
    await expect(approve('ben', gone)).rejects.toMatchObject({ code: 'conflict' });
    expect(await onFile()).toEqual(['ACME']);
    await approve('ben', await ask('ana', { action: 'sender.removed', id }));
    expect(await onFile()).toEqual([]);
    await expect(removeSender({ ctx: as('ana'), input: { id } })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is rejected with a reason, taken back by whoever asked alone, and falls away when nobody decides', async () => {
    const wanted = { action: 'sender.set', sender: sender('ACME') } as const;
    const [bad, own, late] = [await ask('ana', wanted), await ask('ana', wanted), await ask('ana', wanted)];
    const decision = { id: bad.id, decision: 'reject', comment: 'Not ours' } as const;
    await decideApproval({ ctx: as('ben'), input: { role: 'owner', decision } });
    const withdraw = (id: string) => withdrawApproval({ ctx: as(id), input: { role: 'owner', id: own.id } });
    await expect(withdraw('ben')).rejects.toMatchObject({ code: 'forbidden' });
    await withdraw('ana');
    lateMs = APPROVAL_WAITS_DAYS * 24 * HOUR_MS;
    for (const one of [bad, own, late]) await expect(approve('ben', one)).rejects.toMatchObject({ code: 'conflict' });
    expect(await listApprovals({ ctx: as('ben'), input: { role: 'owner' } })).toEqual([]);
    const ended = await listEndedApprovals({ ctx: as('ana'), input: { role: 'owner' } });
    expect(ended.map(({ state, comment }) => [state, comment])).toEqual([
      ['expired', null],
      ['withdrawn', null],
      ['rejected', 'Not ours'],
    ]);
    expect(await onFile()).toEqual([]);
  });

  it('is one of how a rule is read too', async () => {
    const answer = { reading: 'none', exceptions: [], note: 'Counsel.' };
    const given = { rule: 'AE.hours', answer };
    const reading = async () => (await readAnswers(stage.ctx)).get('AE.hours')?.reading;
    await expect(answerRule({ ctx: as('ana'), input: given })).rejects.toMatchObject({ code: 'forbidden' });
    await approve('ben', await ask('ana', { action: 'rule.answered', ...given }));
    expect(await reading()).toBe('none');
    await expect(removeRuleAnswer({ ctx: as('ana'), input: { rule: 'AE.hours' } })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await approve('ben', await ask('ana', { action: 'rule.answer_removed', rule: 'AE.hours' }));
    expect(await reading()).toBeUndefined();
  });
});

describe('what is only looked at', () => {
  const address = '+525512345678';

  it('is given out to whoever asked, of what was asked, while the approval lasts', async () => {
    const consent = { address, channel: 'sms', state: 'granted', source: 'form' } as never;
    const { id } = await recordConsent({ ctx: as('ana'), input: consent });
    const person = { address, reason: 'asked' };
    const list = await createList({
      ctx: as('ana'),
      input: CreateListRequest.parse({ name: 'News', channel: 'sms', wordings: { en: { text: 'Yes', version: '1' } } }),
    });
    const exports = [
      {
        wanted: { action: 'export.person', environment: 'live', person: { address } },
        fetch: (by: string) => exportPerson({ ctx: as(by), input: person }),
      },
      {
        wanted: { action: 'export.list', environment: 'live', id: list.id },
        fetch: (by: string) => exportMembers({ ctx: as(by), input: { id: list.id, limit: 10 } }),
      },
      {
        wanted: { action: 'export.audit' },
        fetch: (by: string) => exportAudit({ ctx: as(by), input: { after: 0, limit: 10 } }),
      },
      {
        wanted: { action: 'export.consent_proof', environment: 'live', id },
        fetch: (by: string) => readConsentProof({ ctx: as(by), input: { id } }),
      },
    ] as const;
    for (const { wanted, fetch } of exports) {
      lateMs = 0;
      await expect(fetch('ana')).rejects.toMatchObject({ code: 'forbidden' });
      const asked = await ask('ana', wanted);
      await expect(fetch('ana')).rejects.toMatchObject({ detail: expect.stringContaining('waits') });
      expect((await ask('ana', wanted)).id).toBe(asked.id);
      await expect(approve('ben', asked, 'engineer')).rejects.toMatchObject({});
      await approve('ben', asked, 'compliance');
      const from = await newest();
      await fetch('ana');
      expect(await didSince(from)).toHaveLength(1);
      await expect(fetch('ben')).rejects.toMatchObject({ code: 'forbidden' });
      lateMs = APPROVAL_LASTS_HOURS * HOUR_MS + 1000;
      await expect(fetch('ana')).rejects.toMatchObject({ code: 'forbidden' });
    }
    const other = { address: '+525500000001', reason: 'asked' };
    await expect(exportPerson({ ctx: as('ana'), input: other })).rejects.toMatchObject({ code: 'forbidden' });
    expect(JSON.stringify(await stage.services.database.sql`select * from approval`)).not.toContain(address);
  });

  it('hides whom a message went to from roles that see no addresses, and shows one for a reason, where it must be after a second person said so', async () => {
    const content = { text: `Call ${address}` };
    const id = encodeId('message', await stage.accept('transactional', address, { content }));
    const message = await getMessage({ ctx: as('ana'), input: { id } });
    const timeline = await readTimeline({ ctx: as('ana'), input: { id } });
    expect(maskDetail('compliance', { message, timeline })).toEqual({ message, timeline, is_masked: false });
    for (const role of ['support', 'operations', 'viewer'] as const) {
      const seen = maskDetail(role, { message, timeline });
      expect(seen).toMatchObject({ is_masked: true, message: { id, to: '+52…5678' } });
      expect(JSON.stringify(seen)).not.toContain(address.slice(1));
    }
    const reveal = (by: string) => revealRecipient({ ctx: as(by), input: { id, reason: 'called' } });
    await want([]);
    const from = await newest();
    expect(await reveal('ana')).toEqual({ to: address });
    expect(await didSince(from)).toEqual(['ana message.revealed']);
    await want(['reveals']);
    await expect(reveal('ana')).rejects.toMatchObject({ code: 'forbidden' });
    const asked = await ask('ana', { action: 'reveal.message', environment: 'live', id });
    expect(asked.object).toEqual({ id, name: '+52…5678' });
    await approve('ben', asked, 'compliance');
    expect(await reveal('ana')).toEqual({ to: address });
    await expect(reveal('ben')).rejects.toMatchObject({ code: 'forbidden' });
    lateMs = APPROVAL_LASTS_HOURS * HOUR_MS + 1000;
    await expect(reveal('ana')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is listed to whoever asked, and to roles that may see that it was asked', async () => {
    await ask('ana', { action: 'export.person', environment: 'live', person: { address } });
    const listed = async (id: string, role: Role) =>
      (await listApprovals({ ctx: as(id), input: { role } })).map(({ hindrance }) => hindrance);
    expect(await listed('ben', 'compliance')).toEqual([null]);
    expect(await listed('ana', 'compliance')).toEqual(['own']);
    expect(await listed('ben', 'support')).toEqual([]);
    expect(await listed('ana', 'support')).toEqual(['role']);
  });
});
