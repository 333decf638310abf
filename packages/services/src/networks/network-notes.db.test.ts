import { encodeId, LaneJob, type SubmitAnswer } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Worker } from '../dispatch/open-worker.ts';
import {
  openScripted,
  type ScriptedCarriers,
  type Stage,
  scriptCarriers,
  setStage,
  until,
} from '../dispatch/testing.ts';
import { readTimeline } from '../messages/timeline.ts';
import { recordReceipts } from '../receipts/record-receipts.ts';
import { explainRouting } from '../routing/explain.ts';
import { previewRouting } from '../routing/preview.ts';
import { keepHouse } from '../upkeep/keep-house.ts';
import { setMexicanNetworks } from './mexican-networks.case.ts';

let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;
let serial = 0;

beforeAll(async () => {
  stage = await setStage();
  carriers = scriptCarriers();
  await stage.addRoute('carrier', 1, 1000);
  worker = await openScripted(stage, carriers);
  await setMexicanNetworks(stage);
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

const NUMBER = '+525512345678';
/** Sends a text, has its receipt name a network, and tells what the turn was decided by. */
async function send(to: string, network?: string) {
  const accepted: SubmitAnswer = { kind: 'accepted', refs: [`ref-${to}-${serial}`] };
  serial += 1;
  carriers.script = () => accepted;
  const id = await stage.accept('transactional', to);
  for (const job of await stage.jobs('transactional')) await worker.runLane('transactional', [LaneJob.parse(job.data)]);
  const { sql } = stage.services.database;
  const stateOf = async () =>
    (await sql<{ state: string }[]>`select state from event where message_id = ${id} order by seq desc limit 1`)[0]
      ?.state;
  await until('the text is sent', async () => (await stateOf()) === 'sent');
  const receipt = {
    ref: accepted.kind === 'accepted' ? (accepted.refs[0] ?? '') : '',
    verdict: 'delivered' as const,
    reason: null,
    raw: '',
  };
  await carriers.hosts.get('carrier')?.onReceipts([{ ...receipt, ...(network === undefined ? {} : { network }) }]);
  await until('the receipt is applied', async () => (await stateOf()) === 'delivered');
  await stage.services.networkNotes.flush();
  const [turn] = await sql<
    { facts: { network?: { code: string; source: string }; routes: { priceMicros: number }[] } }[]
  >`
    select p.facts from attempt a join routing_plan p on p.key = a.plan where a.message_id = ${id} and a.n = 1`;
  return { network: turn?.facts.network, price: turn?.facts.routes[0]?.priceMicros };
}
const learned = async () =>
  (
    await stage.services.database.sql<
      { address: string; network: string }[]
    >`select address, network from number_network`
  ).map(({ address, network }) => `${address} ${network}`);
const forgetAll = () => stage.services.database.sql`delete from number_network`;

describe('a receipt that names another network than the range of the number', () => {
  it('corrects it for the texts that follow, their price and what is foretold, and is taken back by one that names that of the range', async () => {
    expect(await send(NUMBER, '334050')).toMatchObject({
      network: { code: '334020', source: 'prefix' },
      price: 20_000,
    });
    expect(await learned()).toEqual([`${NUMBER} 334050`]);
    expect(await send(NUMBER)).toMatchObject({
      network: { code: '334050', source: 'receipt', name: 'AT&T' },
      price: 50_000,
    });
    const preview = await previewRouting({
      ctx: stage.ctx,
      input: { to: NUMBER, channel: 'sms', class: 'transactional' },
    });
    expect(preview.candidates[0]?.price_micros).toBe(50_000);
    await send(NUMBER, '334020');
    expect(await learned()).toEqual([]);
    expect(await send(NUMBER)).toMatchObject({ network: { source: 'prefix' }, price: 20_000 });
  });

  it('says nothing of a phone that is abroad, nor of a network that no range has', async () => {
    await send(NUMBER, '310260');
    await send(NUMBER, '33405');
    await send('+523312345678', '334050');
    expect(await learned()).toEqual(['+523312345678 334050']);
  });

  it('corrects it too when it came before its message was known to be sent', async () => {
    await forgetAll();
    const ported = '+525598765432';
    let release: (answer: SubmitAnswer) => void = () => undefined;
    carriers.script = () => new Promise((resolve) => (release = resolve));
    const before = carriers.submitted.length;
    await stage.accept('transactional', ported);
    for (const job of await stage.jobs('transactional'))
      await worker.runLane('transactional', [LaneJob.parse(job.data)]);
    await until('the text is handed over', async () => carriers.submitted.length > before);
    const [provider] = stage.services.config.current().providers.values();
    if (provider === undefined) throw new Error('no provider');
    const receipt = { ref: 'overtaking', verdict: 'delivered' as const, reason: null, raw: '', network: '334050' };
    // The process that heard of it did not send the text: the receipt waits as an orphan.
    await recordReceipts({ ctx: stage, input: { provider, receipts: [receipt] } });
    expect(await learned()).toEqual([]);
    release({ kind: 'accepted', refs: ['overtaking'] });
    await until('the receipt is applied', async () => {
      await stage.services.networkNotes.flush();
      return (await learned()).length > 0;
    });
    expect(await learned()).toEqual([`${ported} 334050`]);
  });

  it('is what the plan of a text that waits, and of the explorer, go by', async () => {
    await forgetAll();
    await send(NUMBER, '334050');
    const id = await stage.accept('transactional', NUMBER);
    const timeline = await readTimeline({ ctx: stage.ctx, input: { id: encodeId('message', id) } });
    expect(timeline.data.at(-1)?.candidates?.[0]).toMatchObject({ price_micros: 50_000 });
    const explained = await explainRouting({
      ctx: stage.ctx,
      input: { channel: 'sms', class: 'transactional', country: 'MX', number: NUMBER },
    });
    expect(explained.routes[0]?.price_micros).toBe(50_000);
    await stage.jobs('transactional');
  });

  it('is believed for ninety days', async () => {
    const { sql } = stage.services.database;
    await forgetAll();
    await send(NUMBER, '334050');
    await sql`update number_network set until = now() - interval '1 second'`;
    expect(await send(NUMBER)).toMatchObject({ network: { code: '334020' } });
    await keepHouse({ ctx: stage, input: { keepDays: 30 } });
    expect(await learned()).toEqual([]);
  });
});
