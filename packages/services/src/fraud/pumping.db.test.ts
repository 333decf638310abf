import {
  LANE_QUEUES,
  LaneJob,
  NEXT_CHANNEL_QUEUE,
  NextChannelJob,
  SetFraudRulesRequest,
  type SpendLimit,
} from '@signalbox/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../context.ts';
import { openWorker, type Worker } from '../dispatch/open-worker.ts';
import {
  openStageServices,
  type ScriptedCarriers,
  type Stage,
  scriptCarriers,
  setStage,
  until,
} from '../dispatch/testing.ts';
import { sendNextChannel } from '../messages/next-channel.ts';
import { readTimeline } from '../messages/timeline.ts';
import { previewRouting } from '../routing/preview.ts';
import { checkVerification } from '../verifications/check.ts';
import { getVerification } from '../verifications/get.ts';
import { codeOf, start } from '../verifications/testing.ts';
import { addPrefix, liftPrefix, listPrefixes } from './prefixes.ts';
import { setFraudRules } from './rules.ts';

let stage: Stage;
let carriers: ScriptedCarriers;
let hands: Services;
let worker: Worker;
const takesAll: ScriptedCarriers['script'] = (_, request) => ({
  kind: 'accepted',
  refs: [`ref-${request.attemptRef}`],
});
beforeAll(async () => {
  stage = await setStage();
  // A cent a text.
  await stage.addRoute('texts', 1, 1000);
  carriers = scriptCarriers();
  // A process of its own, as in life: the starts of a test must not hold up the lease of the worker.
  hands = await openStageServices(stage.database.url, 'worker');
  worker = await openWorker({ services: hands, name: 'one', openChannel: carriers.open, onLeaseLost: () => undefined });
  const { queue } = hands;
  const lanes = (['otp', 'transactional'] as const).flatMap((lane) =>
    Object.values(LANE_QUEUES[lane]).map((definition) => ({ lane, definition })),
  );
  for (const { lane, definition } of lanes) {
    await queue.work(definition, { batchSize: 32, concurrency: 1 }, (jobs) =>
      worker.runLane(
        lane,
        jobs.map((job) => LaneJob.parse(job.data)),
      ),
    );
  }
  await queue.work(NEXT_CHANNEL_QUEUE, { batchSize: 20, concurrency: 2 }, async (jobs) => {
    for (const job of jobs) await sendNextChannel({ ctx: { services: hands }, input: NextChannelJob.parse(job.data) });
  });
});
beforeEach(async () => {
  const { sql } = stage.services.database;
  await sql`delete from listed_prefix`;
  await sql`delete from block_counter`;
  await sql`delete from spend_counter`;
  await setRules({});
  carriers.submitted.length = 0;
  carriers.script = takesAll;
});
afterAll(async () => {
  await worker.stop(100);
  await hands.close();
  await stage.end();
});

/** What was listed or set is in force in every process. */
const everybodyReads = () => Promise.all([stage.services.config.refresh(), hands.config.refresh()]);

/** Rules that let a test ask for as many codes as it likes. */
async function setRules(rules: { all_codes?: object; each_country?: object; countries?: object[] }): Promise<void> {
  const all_codes = { codes_per_minute: 1_000_000, ...rules.all_codes };
  await setFraudRules({ ctx: stage.ctx, input: SetFraudRulesRequest.parse({ ...rules, all_codes }) });
  await everybodyReads();
}

/** Rules that close no block, so that money alone decides. */
const UNWATCHED = { near: { sent: 10, percent: 0 }, wide: { sent: 60, percent: 0 } };

const sentTo = (prefix: string): number =>
  carriers.submitted.filter(({ request }) => request.submission.to.startsWith(prefix)).length;

let networks = 0;
/** An address in a network that nobody asked from yet. */
const freshAddress = (): string => {
  networks += 1;
  return `10.${networks >> 8}.${networks & 255}.1`;
};

/** Starts verifications of many numbers from as many networks, some at once, and waits until none of them is undecided. */
async function startAll(numbers: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  const rest = [...numbers];
  const one = async () => {
    for (let to = rest.pop(); to !== undefined; to = rest.pop())
      ids.push((await start(stage, to, { ip: freshAddress() })).id);
  };
  await Promise.all(Array.from({ length: 20 }, one));
  const { sql } = stage.services.database;
  for (;;) {
    const open = await sql`
      select v.id from otp_verification v where v.state = 'pending' and v.address = any(${[...numbers]})
        and not exists (select from event e where e.message_id = v.message_ids[1] and e.state = 'sent') limit 1`;
    if (open.length === 0) return ids;
    await new Promise((resolve) => setTimeout(resolve, numbers.length > 1000 ? 1000 : 20));
  }
}

const numbersOf = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${prefix}${String(n).padStart(13 - prefix.length, '0')}`);

const usd = (cents: number): SpendLimit => ({ amount_micros: cents * 10_000, currency: 'USD' });

describe('A-01: pumping, from as many addresses as there are numbers', () => {
  it('5,000 numbers of one prefix: it stops after the tenth, and the prefix is listed with what was counted', async () => {
    const before = Date.now();
    const ids = await startAll(numbersOf('+52551234', 5000));
    expect(carriers.submitted).toHaveLength(10);
    const { data } = await listPrefixes({ ctx: stage.ctx, input: { limit: 50, state: 'active' } });
    expect(data).toMatchObject([
      {
        ...{ prefix: '+52551234', action: 'block', origin: 'rule', country: 'MX', state: 'active', lifted_at: null },
        evidence: { rule: 'near', sent: 11, converted: 0, limit_sent: 10, limit_percent: 20 },
      },
    ]);
    const [listed] = data;
    expect(Date.parse(listed?.evidence?.until ?? '')).toBeGreaterThanOrEqual(before - 1000);
    const hours = (Date.parse(listed?.expires_at ?? '') - Date.parse(listed?.created_at ?? '')) / 3_600_000;
    expect(Math.round(hours)).toBe(12);
    const [states] = await stage.services.database.sql`
      select count(*) filter (where state = 'blocked')::int as blocked, count(*) filter (where state = 'pending')::int as pending
      from otp_verification`;
    expect(states).toEqual({ blocked: 4990, pending: 10 });
    // Whoever asks why is told by the verification and by its message.
    const blocked = (await Promise.all(ids.map((id) => getVerification({ ctx: stage.ctx, input: { id } })))).find(
      ({ state }) => state === 'blocked',
    );
    expect(blocked).toMatchObject({
      reason: { code: 'policy.fraud_blocked' },
      block: { prefix: '+52551234', text: expect.stringContaining('+52551234') },
      sends: [{ state: 'suppressed', route: null }],
    });
    const timeline = await readTimeline({ ctx: stage.ctx, input: { id: blocked?.sends[0]?.message_id ?? '' } });
    expect(timeline).toMatchObject({ replayed: true });
    expect(timeline.data).toContainEqual(
      expect.objectContaining({ kind: 'fraud', result: 'fail', code: 'policy.fraud_blocked' }),
    );
  }, 300_000);

  it('spread over the blocks of a million numbers it stops below a hundred', async () => {
    const numbers = Array.from(
      { length: 400 },
      (_, n) => `+525566${String(n % 100).padStart(2, '0')}${String(n).padStart(4, '0')}`,
    );
    await startAll(numbers);
    expect(carriers.submitted).toHaveLength(60);
    const { data } = await listPrefixes({ ctx: stage.ctx, input: { limit: 50, state: 'active' } });
    expect(data.map(({ prefix, evidence }) => [prefix, evidence?.rule])).toContainEqual(['+525566', 'wide']);
  }, 60_000);

  it('numbers whose codes come back are no pumping, however many they are', async () => {
    for (const to of numbersOf('+52557777', 40)) {
      const [id = ''] = await startAll([to]);
      await checkVerification({ ctx: stage.ctx, input: { id, code: await codeOf(stage.services, id) } });
    }
    expect(sentTo('+52557777')).toBe(40);
    expect((await listPrefixes({ ctx: stage.ctx, input: { limit: 50 } })).data).toEqual([]);
  }, 60_000);

  it('a closed prefix stays open to a number that typed a code before, and to no other of it', async () => {
    const [known = '', ...strangers] = numbersOf('+52558888', 30);
    const [id = ''] = await startAll([known]);
    await checkVerification({ ctx: stage.ctx, input: { id, code: await codeOf(stage.services, id) } });
    await startAll(strangers);
    expect((await listPrefixes({ ctx: stage.ctx, input: { limit: 1 } })).data).toMatchObject([{ prefix: '+52558888' }]);
    await everybodyReads();
    carriers.submitted.length = 0;
    await startAll([known, '+525588880099']);
    expect(sentTo(known)).toBe(1);
    expect(sentTo('+525588880099')).toBe(0);
  }, 60_000);

  it('lifted, its numbers are judged anew; allowed, they are sent whatever is counted', async () => {
    await startAll(numbersOf('+52559999', 15));
    const [listed] = (await listPrefixes({ ctx: stage.ctx, input: { limit: 1, state: 'active' } })).data;
    await liftPrefix({ ctx: stage.ctx, input: { id: listed?.id ?? '' } });
    await everybodyReads();
    carriers.submitted.length = 0;
    await startAll(['+525599990100']);
    expect(carriers.submitted).toHaveLength(1);
    await addPrefix({
      ctx: stage.ctx,
      input: { prefix: '+5255999', action: 'allow', reason: 'a campaign in one town', expires_in_hours: 24 },
    });
    await everybodyReads();
    await startAll(numbersOf('+525599992', 25));
    expect(carriers.submitted).toHaveLength(26);
    const ended = await listPrefixes({ ctx: stage.ctx, input: { limit: 10, state: 'ended' } });
    expect(ended.data).toMatchObject([{ prefix: '+52559999', state: 'lifted', evidence: { rule: 'near' } }]);
  }, 60_000);

  it('listed by hand, a prefix stops codes of our making and of the caller, in live and sandbox apart, and nothing else', async () => {
    await addPrefix({
      ctx: stage.ctx,
      input: { prefix: '+525511', action: 'block', reason: 'reported by the carrier', expires_in_hours: null },
    });
    await everybodyReads();
    const [id = ''] = await startAll(['+525511000001']);
    expect((await getVerification({ ctx: stage.ctx, input: { id } })).block).toMatchObject({
      rule: 'listed',
      text: 'Stopped: the numbers that begin with +525511 are closed to codes (reported by the carrier).',
    });
    await stage.accept('otp', '+525511000002');
    await stage.accept('transactional', '+525511000003');
    await until('the notice was taken', async () => sentTo('+525511') === 1);
    const states = await stage.services.database.sql<{ address: string; state: string; reason: string | null }[]>`
      select m.address, e.state, e.reason from message m join event e on e.message_id = m.id
      where m.address in ('+525511000002', '+525511000003') order by m.address, e.seq`;
    expect(states[0]).toEqual({ address: '+525511000002', state: 'suppressed', reason: 'policy.fraud_blocked' });
    expect(states.map(({ state }) => state)).toEqual(['suppressed', 'sent']);
    const ask = { to: '+525511000004', channel: 'sms', class: 'otp' } as const;
    const sandbox = { ...stage.ctx, environment: 'sandbox' as const };
    expect((await previewRouting({ ctx: stage.ctx, input: ask })).blocked).toBe('fraud_blocked');
    expect((await previewRouting({ ctx: sandbox, input: ask })).blocked).toBe('no_route');
  });
});

describe('R-07, A-01: money for codes', () => {
  /** Numbers that are in no block with another. */
  const apart = (count: number, area = '+5281') =>
    Array.from(
      { length: count },
      (_, n) => `${area}${String(n).padStart(13 - area.length - 5, '1')}${String(n).padStart(5, '0')}`,
    );

  it('a hundred at once with money for sixty: exactly sixty go, and the rest is told why', async () => {
    await setRules({ all_codes: { spend_per_day: usd(60) }, each_country: UNWATCHED });
    const ids = await startAll(apart(100));
    expect(carriers.submitted).toHaveLength(60);
    const views = await Promise.all(ids.map((id) => getVerification({ ctx: stage.ctx, input: { id } })));
    const blocked = views.filter(({ state }) => state === 'blocked');
    expect(blocked).toHaveLength(40);
    expect(blocked[0]).toMatchObject({
      reason: { code: 'policy.budget_exceeded' },
      block: {
        rule: 'spend',
        spend: { scope: 'workspace', window_seconds: 86_400, limit: usd(60), used_micros: 600_000 },
      },
    });
    const [spent] = await stage.services.database.sql`select used_micros::int as used from spend_counter`;
    expect(spent).toEqual({ used: 600_000 });
  }, 60_000);

  it('each country has its own, and one that says so another', async () => {
    await setRules({
      each_country: { ...UNWATCHED, spend_per_hour: usd(5) },
      countries: [{ country: 'DE', spend_per_hour: usd(8) }],
    });
    await startAll([...apart(12), ...apart(12, '+49170')]);
    expect([sentTo('+52'), sentTo('+49')]).toEqual([5, 8]);
  }, 60_000);

  it('what a carrier refuses is not charged again by the next route', async () => {
    await stage.addRoute('second', 2, 1000);
    await setRules({ all_codes: { spend_per_day: usd(2) }, each_country: UNWATCHED });
    carriers.script = (provider, request) =>
      provider === 'texts'
        ? { kind: 'rejected', reason: 'account.credit', raw: 'no credit' }
        : { kind: 'accepted', refs: [`ref-${request.attemptRef}`] };
    await startAll(apart(3, '+5233'));
    expect(carriers.submitted.filter(({ provider }) => provider === 'second')).toHaveLength(2);
    // A code of the test before may look at the limits of its hour once more.
    const today = stage.services.database.sql`
      select used_micros::int as used from spend_counter where window_seconds = 86400`;
    expect(await today).toEqual([{ used: 20_000 }]);
  });

  it('a code that is stopped for it counts against no cap of its person', async () => {
    const { sql } = stage.services.database;
    await sql`insert into cap_rule (id, workspace, environment, name, channels, classes, "limit", window_seconds)
      values (${stage.services.ids.next()}, ${stage.ctx.workspace.number}, 'live', 'Cap', '{sms}', '{otp}', 5, 86400)`;
    await setRules({ all_codes: { spend_per_day: usd(1) }, each_country: UNWATCHED });
    await startAll(apart(3, '+5244'));
    expect(sentTo('+5244')).toBe(1);
    expect(await sql`select sum(cardinality(taken))::int as used from rolling_cap where subject like '+5244%'`).toEqual(
      [{ used: 1 }],
    );
    await sql`delete from cap_rule`;
    await everybodyReads();
  }, 60_000);

  it('is not set in a currency that no route of codes is priced in', async () => {
    const rules = { all_codes: { spend_per_day: { amount_micros: 1, currency: 'EUR' } } };
    await expect(setRules(rules)).rejects.toMatchObject({
      fields: [
        {
          path: 'all_codes.spend_per_day.currency',
          code: 'not_allowed',
          message: expect.stringContaining('texts (USD)'),
        },
      ],
    });
  });
});
