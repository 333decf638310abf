import type { RectifyPersonRequest } from '@signalbox/contracts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listAudit } from '../audit/list.ts';
import { verifyAudit } from '../audit/verify.ts';
import { readPersonHours } from '../consent/read-hours.ts';
import { listConsents, recordConsent } from '../consent/record.ts';
import { setPersonHours } from '../consent/set-hours.ts';
import { verifyConsents } from '../consent/verify.ts';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { addMember } from '../lists/add-member.ts';
import { createList, listMembersOf } from '../lists/lists.ts';
import { addSuppression, listSuppressions } from '../policy/suppressions.ts';
import { erasePerson } from './erase.ts';
import { rectifyPerson } from './rectify.ts';
import { listPersonRequests } from './requests.ts';
import { liftRestriction, restrictPerson } from './restrict.ts';

const PROOF = 'Code entered at the new number';
let stage: Stage;
let people = 0;
/** The wrong number and the right one of somebody new in each test. */
let wrong: string;
let right: string;

beforeAll(async () => {
  stage = await setStage();
  await stage.services.config.refresh();
});
afterAll(() => stage.end());
beforeEach(() => {
  people += 1;
  wrong = `+52551236${String(1000 + people)}`;
  right = `+52551237${String(1000 + people)}`;
});

const rectify = (input: Partial<RectifyPersonRequest>) =>
  rectifyPerson({ ctx: stage.ctx, input: { address: wrong, reason: 'asked by phone', ...input } });
const say = (address: string, state: 'granted' | 'withdrawn', topic?: string) =>
  recordConsent({ ctx: stage.ctx, input: { address, channel: 'sms', state, source: 'checkout', topic } });
const entriesOf = async (address: string) => (await listConsents({ ctx: stage.ctx, input: { address } })).data;
/** What is in force, by the topic of each newest entry. */
const inForce = async (address: string) =>
  Object.fromEntries((await entriesOf(address)).reverse().map(({ topic, state }) => [topic ?? 'all', state]));
const blocksOf = async (address: string) =>
  (await listSuppressions({ ctx: stage.ctx, input: { limit: 10, address } })).data;
const makeList = () =>
  createList({
    ctx: stage.ctx,
    input: {
      ...{ name: `List ${people}`, channel: 'sms', purpose: 'marketing', opt_in: 'single', confirm_within_hours: 72 },
      wordings: { en: { text: 'Yes', version: '1' }, es: { text: 'Sí', version: '1' } },
    },
  });
const onList = async (id: string) =>
  (await listMembersOf({ ctx: stage.ctx, input: { id, limit: 10 } })).data.map(({ address, state, locale }) => ({
    ...{ address, state, locale },
  }));

test('with proof consents and lists go along, end at the old address, and the chains stay whole', async () => {
  const list = await makeList();
  await addMember({ ctx: stage.ctx, input: { id: list.id, address: wrong, source: 'form', locale: 'es' } });
  await say(wrong, 'withdrawn', 'sales');
  const before = await entriesOf(wrong);
  const { request, carried } = await rectify({ new_address: right, same_person: PROOF });
  expect(carried).toMatchObject({
    consents: 1,
    withdrawals: 1,
    lists: 1,
    suppressed_classes: [],
    restriction_id: null,
  });
  expect(await inForce(right)).toEqual({ all: 'granted', sales: 'withdrawn' });
  expect(await inForce(wrong)).toEqual({ all: 'withdrawn', sales: 'withdrawn' });
  expect(await onList(list.id)).toEqual([
    { address: wrong, state: 'withdrawn', locale: 'es' },
    { address: right, state: 'confirmed', locale: 'es' },
  ]);
  const given = before.find(({ state }) => state === 'granted');
  const [carriedOne] = (await entriesOf(right)).filter(({ state }) => state === 'granted');
  expect(carriedOne).toMatchObject({
    ...{ wording: given?.wording, list_id: list.id, source: 'rectification' },
    proof: { carried_from: given?.id, said_at: given?.at, same_person: PROOF, request_id: request.id },
  });
  expect(await entriesOf(wrong)).toEqual(expect.arrayContaining(before));
  expect(await verifyConsents({ ctx: stage.ctx, input: {} })).toMatchObject({ intact: true });
  expect(await verifyAudit({ ctx: stage.ctx, input: {} })).toMatchObject({ intact: true });
});

test('without proof no consent goes along, and what was refused does', async () => {
  const list = await makeList();
  await addMember({ ctx: stage.ctx, input: { id: list.id, address: wrong, source: 'form' } });
  await say(wrong, 'withdrawn', 'sales');
  const { carried } = await rectify({ new_address: right });
  expect(carried).toMatchObject({ consents: 0, withdrawals: 1, lists: 0 });
  expect(await inForce(right)).toEqual({ sales: 'withdrawn' });
  expect(await inForce(wrong)).toEqual({ all: 'withdrawn', sales: 'withdrawn' });
  expect((await onList(list.id)).map(({ address }) => address)).toEqual([wrong]);
});

test('a no of the new address stays one, whatever is proven', async () => {
  await say(wrong, 'granted');
  await say(right, 'withdrawn', 'sales');
  expect((await rectify({ new_address: right, same_person: PROOF })).carried).toMatchObject({ consents: 0 });
  expect(await inForce(right)).toEqual({ sales: 'withdrawn' });
});

test('who comes back to the address given up by mistake has what was agreed to again, and no more', async () => {
  await say(wrong, 'granted');
  await say(wrong, 'withdrawn', 'sales');
  await rectify({ new_address: right, same_person: PROOF });
  await rectify({ address: right, new_address: wrong, same_person: PROOF });
  expect(await inForce(wrong)).toMatchObject({ sales: 'withdrawn' });
  expect(await inForce(right)).toEqual({ all: 'withdrawn', sales: 'withdrawn' });
  await say(right, 'granted');
  expect((await rectify({ address: right, new_address: wrong, same_person: PROOF })).carried?.consents).toBe(0);
});

test('suppressions and restrictions hold at both addresses, and each ends for itself', async () => {
  await addSuppression({
    ctx: stage.ctx,
    input: { address: wrong, channel: 'sms', classes: ['marketing'], reason: 'called' },
  });
  await addSuppression({
    ctx: stage.ctx,
    input: { address: right, channel: 'sms', classes: ['otp'], reason: 'theirs' },
  });
  const restricted = await restrictPerson({
    ctx: stage.ctx,
    input: { address: wrong, reason: 'disputes it', classes: ['transactional'] },
  });
  const { carried } = await rectify({ new_address: right });
  expect(carried?.suppressed_classes).toEqual(['marketing']);
  expect(carried?.restriction_id).not.toBe(restricted.id);
  const shown = async (address: string) =>
    (await blocksOf(address)).map(({ address: under, classes }) => ({ under, classes }));
  expect(await shown(wrong)).toEqual(
    expect.arrayContaining([
      { under: wrong, classes: ['marketing'] },
      { under: 'restricted', classes: ['transactional'] },
    ]),
  );
  expect(await shown(right)).toEqual(
    expect.arrayContaining([
      { under: right, classes: ['otp', 'marketing'] },
      { under: 'restricted', classes: ['transactional'] },
    ]),
  );
  expect((await blocksOf(right)).find(({ address }) => address === right)?.reason).toBe('theirs');
  await liftRestriction({ ctx: stage.ctx, input: { id: carried?.restriction_id ?? '', reason: 'settled' } });
  expect(await shown(right)).toEqual([{ under: right, classes: ['otp', 'marketing'] }]);
  expect(await shown(wrong)).toHaveLength(2);
});

test('a number is one person by text and by call: what was said of calls goes along as what was said of texts', async () => {
  const call = { address: wrong, channel: 'voice', source: 'checkout' } as const;
  await recordConsent({ ctx: stage.ctx, input: { ...call, state: 'withdrawn' } });
  await say(wrong, 'granted');
  await addSuppression({ ctx: stage.ctx, input: { ...call, classes: ['marketing'], reason: 'no calls' } });
  const { carried } = await rectify({ new_address: right, same_person: PROOF });
  expect(carried).toMatchObject({ consents: 1, withdrawals: 1, suppressed_classes: ['marketing'] });
  const stateOf = async (channel: 'sms' | 'voice') =>
    (await listConsents({ ctx: stage.ctx, input: { address: right, channel } })).data.map(({ state }) => state);
  expect([await stateOf('sms'), await stateOf('voice')]).toEqual([['granted'], ['withdrawn']]);
  const blocks = await listSuppressions({ ctx: stage.ctx, input: { limit: 5, address: right, channel: 'voice' } });
  expect(blocks.data).toMatchObject([{ address: right, channel: 'voice', classes: ['marketing'] }]);
  expect(await blocksOf(right)).toEqual([]);
});

test('an erased person is neither corrected nor written down again by a correction', async () => {
  await erasePerson({ ctx: stage.ctx, input: { address: right, reason: 'asked', blocked_classes: ['marketing'] } });
  const refused = (path: string) => ({ code: 'request_invalid', fields: [{ path, code: 'erased' }] });
  await say(wrong, 'granted');
  await expect(rectify({ new_address: right, same_person: PROOF })).rejects.toMatchObject(refused('new_address'));
  await expect(rectify({ address: right, new_address: wrong })).rejects.toMatchObject(refused('address'));
  expect(await inForce(wrong)).toEqual({ all: 'granted' });
  expect((await blocksOf(right)).map(({ address }) => address)).toEqual(['erased']);
});

test('language and zone are corrected where they are held, with what was before in the register, and the address nowhere in full', async () => {
  const list = await makeList();
  await addMember({ ctx: stage.ctx, input: { id: list.id, address: wrong, source: 'form', locale: 'es' } });
  const quiet = [{ days: [7], from: '00:00', to: '24:00' as const }];
  await setPersonHours({
    ctx: stage.ctx,
    input: { address: wrong, channel: 'sms', quiet, time_zone: 'America/Mexico_City', source: 'form' },
  });
  const { request } = await rectify({
    ...{ new_address: right, same_person: PROOF, language: 'pt-BR', time_zone: 'America/Sao_Paulo' },
  });
  expect(request).toMatchObject({ kind: 'rectification', state: 'done' });
  expect(Date.parse(request.due_at) - Date.parse(request.created_at)).toBe(30 * 86_400_000);
  expect(request.changes).toEqual([
    { what: 'address', before: `+52…${wrong.slice(-4)}`, after: `+52…${right.slice(-4)}` },
    { what: 'language', before: 'es', after: 'pt-BR' },
    { what: 'time_zone', before: 'America/Mexico_City', after: 'America/Sao_Paulo' },
  ]);
  expect((await listPersonRequests({ ctx: stage.ctx, input: { limit: 1 } })).data).toEqual([request]);
  expect(await readPersonHours({ ctx: stage.ctx, input: { address: right } })).toMatchObject({
    ...{ quiet, time_zone: 'America/Sao_Paulo' },
  });
  expect((await onList(list.id)).find(({ address }) => address === right)?.locale).toBe('pt-BR');
  const [entry] = (await listAudit({ ctx: stage.ctx, input: { limit: 1, action: 'person.rectified' } })).data;
  expect(entry).toMatchObject({ before: { language: 'es' }, after: { language: 'pt-BR', carried: { lists: 1 } } });
  expect(JSON.stringify(entry)).not.toMatch(new RegExp(`${wrong.slice(1)}|${right.slice(1)}`));
});

test('a correction of what is not held, or of nothing, is refused and names its field', async () => {
  const refused = (path: string, code: string) => ({ code: 'request_invalid', fields: [{ path, code }] });
  await expect(rectify({ language: 'es' })).rejects.toMatchObject(refused('language', 'not_held'));
  await expect(rectify({ time_zone: 'Asia/Tokyo' })).rejects.toMatchObject(refused('time_zone', 'not_held'));
  await expect(rectify({ new_address: wrong })).rejects.toMatchObject(refused('new_address', 'the_same'));
  await expect(rectify({ new_address: 'a@example.com' })).rejects.toMatchObject({
    fields: [{ path: 'new_address' }],
  });
});
