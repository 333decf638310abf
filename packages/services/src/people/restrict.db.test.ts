import { type LaneJob, TrafficClass } from '@signalbox/contracts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { verifyAudit } from '../audit/verify.ts';
import { recordConsent } from '../consent/record.ts';
import { verifyConsents } from '../consent/verify.ts';
import type { Worker } from '../dispatch/open-worker.ts';
import { openScripted, type ScriptedCarriers, type Stage, scriptCarriers, setStage } from '../dispatch/testing.ts';
import { addSuppression, listSuppressions, removeSuppression } from '../policy/suppressions.ts';
import { findPerson } from './find.ts';
import { objectToMarketing } from './object.ts';
import { listPersonRequests } from './requests.ts';
import { liftRestriction, restrictPerson } from './restrict.ts';

let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;
let people = 0;
/** Somebody new in each test. */
let ana: string;

beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('one', 1, 1);
  carriers = scriptCarriers();
  worker = await openScripted(stage, carriers);
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});
beforeEach(() => {
  people += 1;
  ana = `+52551235${String(1000 + people)}`;
});

const agree = () =>
  recordConsent({
    ctx: stage.ctx,
    input: { address: ana, channel: 'sms', state: 'granted', source: 'checkout' } as never,
  });
/** Of three messages, one of each class, those that nothing suppresses; marketing may wait for its hours. */
async function leaving(): Promise<TrafficClass[]> {
  const ids: string[] = [];
  for (const one of TrafficClass.options) ids.push(await stage.accept(one, ana));
  for (const lane of TrafficClass.options)
    await worker.runLane(
      lane,
      (await stage.jobs(lane)).map(({ data }) => data as LaneJob),
    );
  const rows = await stage.services.database.sql<{ class: TrafficClass }[]>`
    select class from message m where id = any(${ids}::uuid[])
      and exists (select from attempt where message_id = m.id)
      and not exists (select from event where message_id = m.id and state = 'suppressed') order by id`;
  return rows.map((row) => row.class);
}
const restrict = () =>
  restrictPerson({
    ctx: stage.ctx,
    input: { address: ana, reason: 'disputes the number', classes: ['transactional', 'marketing'] },
  });

test('while the data of a person are restricted codes alone leave, and lifting it opens what was open before', async () => {
  await agree();
  expect(await leaving()).toEqual(['otp', 'transactional', 'marketing']);
  const { id } = await restrict();
  expect(await leaving()).toEqual(['otp']);
  expect((await findPerson({ ctx: stage.ctx, input: { address: ana } })).holdings).toContainEqual(
    expect.objectContaining({ kind: 'suppressions', count: 1 }),
  );
  const lifted = await liftRestriction({ ctx: stage.ctx, input: { id, reason: 'settled' } });
  expect(lifted).toMatchObject({ state: 'done', kind: 'restriction' });
  expect(await leaving()).toEqual(['otp', 'transactional', 'marketing']);
  expect(await verifyAudit({ ctx: stage.ctx, input: {} })).toMatchObject({ intact: true });
});

test('what is suppressed, lifted or agreed to meanwhile neither opens a restriction nor goes with it', async () => {
  await agree();
  const { id } = await restrict();
  const { id: stop } = await addSuppression({
    ctx: stage.ctx,
    input: { address: ana, channel: 'sms', classes: ['transactional'], reason: 'called' },
  });
  await agree();
  expect(await leaving()).toEqual(['otp']);
  await liftRestriction({ ctx: stage.ctx, input: { id, reason: 'settled' } });
  expect(await leaving()).toEqual(['otp', 'marketing']);
  const again = await restrict();
  await removeSuppression({ ctx: stage.ctx, input: { id: stop } });
  expect(await leaving()).toEqual(['otp']);
  await expect(restrict()).rejects.toMatchObject({ code: 'conflict' });
  await liftRestriction({ ctx: stage.ctx, input: { id: again.id, reason: 'settled' } });
  await expect(liftRestriction({ ctx: stage.ctx, input: { id, reason: 'twice' } })).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('a restriction that is lifted among the suppressions has ended in the register too, and its row says no address', async () => {
  await restrict();
  const { data } = await listSuppressions({ ctx: stage.ctx, input: { limit: 1, address: ana } });
  expect(data).toMatchObject([{ address: 'restricted', classes: ['transactional', 'marketing'] }]);
  const rows = await stage.services.database.sql`select from suppression where address like ${`%${ana.slice(1)}%`}`;
  expect(rows).toHaveLength(0);
  await removeSuppression({ ctx: stage.ctx, input: { id: data[0]?.id ?? '', reason: 'settled' } });
  const register = await listPersonRequests({ ctx: stage.ctx, input: { limit: 1 } });
  expect(register.data).toMatchObject([{ kind: 'restriction', state: 'done' }]);
});

test('who objects to marketing gets none, also by a consent that comes later, and the ledger stays whole', async () => {
  await agree();
  const { id } = await objectToMarketing({ ctx: stage.ctx, input: { address: ana, reason: 'by letter' } });
  expect(await leaving()).toEqual(['otp', 'transactional']);
  await agree();
  expect(await leaving()).toEqual(['otp', 'transactional']);
  expect(await verifyConsents({ ctx: stage.ctx, input: {} })).toMatchObject({ intact: true });
  const register = await listPersonRequests({ ctx: stage.ctx, input: { limit: 1 } });
  expect(register.data).toMatchObject([{ id, kind: 'objection', state: 'done' }]);
  // A number that is called is the number that is texted.
  for (const channel of ['sms', 'voice'] as const) {
    const { data } = await listSuppressions({ ctx: stage.ctx, input: { limit: 3, address: ana, channel } });
    expect(data).toMatchObject([{ channel, classes: ['marketing'] }]);
  }
});
