import { CreateTemplateRequest, ErasePersonRequest, type Role } from '@signalbox/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RequestContext } from '../context.ts';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { erasePerson } from '../people/erase.ts';
import { moveTemplate } from '../templates/move.ts';
import { createTemplate } from '../templates/write.ts';
import { listApprovals } from './list.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.services.database
    .sql`update workspace set second_person_for = '{templates,erasures}' where number = ${stage.ctx.workspace.number}`;
});
afterAll(() => stage.end());

const as = (id: string): RequestContext => ({ ...stage.ctx, actor: { kind: 'user', id, name: id } });
const waitingFor = async (id: string, role: Role) =>
  (await listApprovals({ ctx: as(id), input: { role } })).map(({ kind, asked_by, hindrance }) => [
    kind,
    asked_by,
    hindrance,
  ]);

it('lists what waits, tells who asked that it is their own, and a role that does not decide it, or may not see it, so', async () => {
  const template = CreateTemplateRequest.parse({
    ...{ key: 'order', name: 'Order', class: 'transactional', default_locale: 'en', variables: [] },
    bodies: [{ channel: 'sms', locale: 'en', text: 'On its way.' }],
  });
  await createTemplate({ ctx: as('ana'), input: template });
  expect(await waitingFor('cleo', 'owner')).toEqual([]);
  await moveTemplate({ ctx: as('ben'), input: { key: 'order', version: 1, move: 'submit' } });
  const erasure = ErasePersonRequest.parse({ address: '+525512345678', channel: 'sms', reason: 'asked' });
  await erasePerson({ ctx: { ...as('ben'), environment: 'sandbox' }, input: erasure });
  expect(await waitingFor('cleo', 'owner')).toEqual([
    ['template', 'ben', null],
    ['erasure', 'ben', null],
  ]);
  expect(await waitingFor('ana', 'compliance')).toEqual([
    ['template', 'ben', 'own'],
    ['erasure', 'ben', null],
  ]);
  expect(await waitingFor('ben', 'owner')).toEqual([
    ['template', 'ben', 'own'],
    ['erasure', 'ben', 'own'],
  ]);
  expect(await waitingFor('cleo', 'viewer')).toEqual([['template', 'ben', 'role']]);
  await moveTemplate({ ctx: as('cleo'), input: { key: 'order', version: 1, move: 'approve' } });
  expect(await waitingFor('cleo', 'owner')).toEqual([['erasure', 'ben', null]]);
});
