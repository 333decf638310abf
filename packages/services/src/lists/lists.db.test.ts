import { decodeId, LaneJob } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listConsents, recordConsent } from '../consent/record.ts';
import { openScripted, type Stage, scriptCarriers, setStage } from '../dispatch/testing.ts';
import { actOnPersonPage, readPersonPage } from '../unsubscribe/person-page.ts';
import { addMember } from './add-member.ts';
import { changeList, createList, getList, listMembersOf } from './lists.ts';

let stage: Stage;
let names = 0;
beforeAll(async () => {
  stage = await setStage();
  await stage.services.config.refresh();
});
afterAll(() => stage.end());

const makeList = (more: object = {}) => {
  names += 1;
  return createList({
    ctx: stage.ctx,
    input: {
      name: `List ${names}`,
      channel: 'email',
      purpose: 'marketing',
      topic: `topic-${names}`,
      opt_in: 'double',
      confirm_within_hours: 72,
      wordings: {
        en: { text: 'Yes, send me news.', version: '1' },
        es: { text: 'Sí, quiero noticias.', version: '2' },
      },
      ...more,
    },
  });
};
const add = (id: string, address: string, more: object = {}) =>
  addMember({ ctx: stage.ctx, input: { id, address, source: 'checkout', ...more } });
const consentsOf = async (address: string) => (await listConsents({ ctx: stage.ctx, input: { address } })).data;

/** The calls a person makes by the link in the newest message to an address. */
async function linkTo(address: string) {
  const [row] = await stage.services.database.sql<{ body: string }[]>`
    select body from message where address = ${address} order by id desc limit 1`;
  const token = /\/u\/([\w.-]+)/.exec(row?.body ?? '')?.[1] ?? '';
  const call = { services: stage.services, token, requestId: 'req_x', address: '203.0.113.9', userAgent: 'Browser/1' };
  return {
    look: () => readPersonPage(call),
    press: () => actOnPersonPage(call, { act: 'confirm' }),
  };
}

describe('double opt-in', () => {
  test('a person is asked once, and is on the list when the link is confirmed, with the proof of both', async () => {
    const list = await makeList();
    const proof = { form: '/signup', ip: '203.0.113.7' };
    const asked = await Promise.all(
      Array.from({ length: 5 }, () => add(list.id, 'Ana@Example.com', { locale: 'es', proof })),
    );
    expect(new Set(asked.map(({ message_id }) => message_id)).size).toBe(1);
    expect(asked[0]).toMatchObject({ address: 'ana@example.com', state: 'pending', consent_id: null });
    expect(await consentsOf('ana@example.com')).toEqual([]);
    const link = await linkTo('ana@example.com');
    expect(await link.look()).toMatchObject({ kind: 'confirm', list: { name: list.name, state: 'pending' } });
    expect(await consentsOf('ana@example.com')).toEqual([]);
    expect(await link.press()).toMatchObject({ list: { state: 'confirmed' } });
    expect(await link.press()).toMatchObject({ list: { state: 'confirmed' } });
    const [entry, ...others] = await consentsOf('ana@example.com');
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      state: 'granted',
      topic: list.topic,
      list_id: list.id,
      locale: 'es',
      wording: { text: 'Sí, quiero noticias.', version: '2' },
      proof: { asked: proof, confirmed: { ip: '203.0.113.9', user_agent: 'Browser/1' } },
    });
    // A repeated wish never downgrades who is confirmed, and sends nothing.
    expect(await add(list.id, 'ana@example.com')).toMatchObject({ state: 'confirmed', message_id: null });
    expect((await getList({ ctx: stage.ctx, input: { id: list.id } })).members).toMatchObject({
      confirmed: 1,
      pending: 0,
    });
  });

  test('a link that has expired, or is older than the newest wish, confirms nothing', async () => {
    const list = await makeList();
    await add(list.id, 'late@example.com');
    const link = await linkTo('late@example.com');
    await stage.services.database.sql`update list_member set confirm_by = now() where address = 'late@example.com'`;
    expect(await link.press()).toMatchObject({ list: { state: 'expired' } });
    expect((await getList({ ctx: stage.ctx, input: { id: list.id } })).members).toMatchObject({
      expired: 1,
      pending: 0,
    });
    expect(await add(list.id, 'late@example.com')).toMatchObject({ state: 'pending' });
    expect(await link.press()).toMatchObject({ list: { state: 'pending' } });
    expect(await (await linkTo('late@example.com')).press()).toMatchObject({ list: { state: 'confirmed' } });
  });

  test('on a list with single opt-in the person is on it at once, with the wording shown', async () => {
    const list = await makeList({ opt_in: 'single' });
    expect(await add(list.id, 'eva@example.com')).toMatchObject({ state: 'confirmed' });
    expect(await consentsOf('eva@example.com')).toMatchObject([{ wording: { text: 'Yes, send me news.' } }]);
    await expect(add(list.id, 'eva@example.com', { locale: 'fr' })).rejects.toMatchObject({
      fields: [{ path: 'locale', code: 'no_wording' }],
    });
  });

  test('whoever withdraws by any way leaves the lists it is about, and no others', async () => {
    const [one, two] = [await makeList({ opt_in: 'single' }), await makeList({ opt_in: 'single' })];
    for (const list of [one, two]) await add(list.id, 'leo@example.com');
    const withdraw = (more: object) =>
      recordConsent({
        ctx: stage.ctx,
        input: { address: 'leo@example.com', channel: 'email', state: 'withdrawn', source: 'phone', ...more },
      });
    const states = async () =>
      Promise.all(
        [one, two].map(
          async ({ id }) => (await listMembersOf({ ctx: stage.ctx, input: { id, limit: 9 } })).data[0]?.state,
        ),
      );
    await withdraw({ topic: one.topic });
    expect(await states()).toEqual(['withdrawn', 'confirmed']);
    await withdraw({});
    expect(await states()).toEqual(['withdrawn', 'withdrawn']);
  });

  test('a wording that changes leaves what was shown before in the ledger', async () => {
    const list = await makeList({ opt_in: 'single' });
    await add(list.id, 'old@example.com');
    await changeList({
      ctx: stage.ctx,
      input: { id: list.id, wordings: { en: { text: 'New words.', version: '9' } } },
    });
    await add(list.id, 'new@example.com');
    expect(await consentsOf('old@example.com')).toMatchObject([
      { wording: { text: 'Yes, send me news.', version: '1' } },
    ]);
    expect(await consentsOf('new@example.com')).toMatchObject([{ wording: { text: 'New words.', version: '9' } }]);
  });
});

test('the mail of a campaign names where one click stops it; after the click the next one is stopped, by the rule and the record', async () => {
  await stage.addRoute('mailer', 1, 100, 'email');
  const carriers = scriptCarriers();
  const worker = await openScripted(stage, carriers);
  try {
    const mail = { channel: 'email', content: { subject: 'Sale', html: '<a href="{{unsubscribe_url}}">stop</a>' } };
    const send = async (lane: 'marketing' | 'transactional') => {
      const id = await stage.accept(lane, 'Click@example.com', mail);
      const jobs = (await stage.jobs(lane)).map(({ data }) => LaneJob.parse(data));
      await worker.runLane(lane, jobs);
      return id;
    };
    const list = await makeList({ opt_in: 'single' });
    await add(list.id, 'click@example.com');
    await send('marketing');
    await send('transactional');
    const sent = () =>
      carriers.submitted.map(({ request }) => request.submission).filter(({ to }) => to === 'Click@example.com');
    const [marketing, other] = sent();
    if (marketing?.kind !== 'email' || other?.kind !== 'email') throw new Error('two mails were expected');
    expect(other.unsubscribeUrl).toBeUndefined();
    expect(marketing.html).toBe(`<a href="${marketing.unsubscribeUrl}">stop</a>`);
    const token = marketing.unsubscribeUrl?.split('/u/')[1] ?? '';
    const call = { services: stage.services, token, requestId: 'req_x', address: '203.0.113.9', userAgent: 'Mail/1' };
    await actOnPersonPage(call, { act: 'one_click' });
    await actOnPersonPage(call, { act: 'one_click' });
    const [withdrawn, ...before] = await consentsOf('click@example.com');
    expect(withdrawn).toMatchObject({ state: 'withdrawn', topic: null, proof: { form: 'one_click' } });
    expect(before).toHaveLength(1);
    const stopped = await send('marketing');
    await send('transactional');
    expect(sent()).toHaveLength(3);
    const [attempt] = await stage.services.database.sql<{ facts: { consent: { id: string } } }[]>`
      select facts from attempt where message_id = ${stopped}`;
    expect(attempt?.facts.consent.id).toBe(decodeId('consent', withdrawn?.id ?? ''));
  } finally {
    await worker.stop(1000);
  }
});
