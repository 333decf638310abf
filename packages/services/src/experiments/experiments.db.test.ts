import {
  type ExperimentArm,
  encodeId,
  LaneJob,
  type RoutingFacts,
  type StartExperimentInput,
  type WeightMode,
  type WeightRow,
} from '@signalbox/contracts';
import { drawOf, pickRoute, planKey, planRoutes } from '@signalbox/core';
import { addToExperiments, raiseAlerts } from '@signalbox/db';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { factsOf, standingOf } from '../dispatch/plan-book.ts';
import { openScripted, type Stage, scriptCarriers, setStage, until } from '../dispatch/testing.ts';
import { learn } from '../learning/learn.ts';
import { noteAnswer, noteReceipt, submissionOf } from '../learning/note-outcomes.ts';
import { readTimeline } from '../messages/timeline.ts';
import { approveWeights, listWeightHistory } from '../weights/changes.ts';
import { listWeightSets, saveWeightSet } from '../weights/weight-sets.ts';
import { adoptChallenger } from './adopt-challenger.ts';
import { judgeExperiments } from './judge-experiments.ts';
import { listExperiments } from './list-experiments.ts';
import { startExperiment } from './start-experiment.ts';
import { stopExperiment } from './stop-experiment.ts';
import { countedTrial, trialOf } from './trial.ts';

const HOUR_MS = 3_600_000;
const scope = { channel: 'sms', class: 'transactional', tier: 1, country: 'MX' } as const;

let stage: Stage;
let old: number;
let fresh: number;
beforeAll(async () => {
  stage = await setStage();
  old = await stage.addRoute('old', 1, 900);
  fresh = await stage.addRoute('fresh', 1, 100);
});
afterAll(() => stage.end());

const idOf = (route: number) => encodeId('route', stage.services.config.current().route(route)?.id ?? '');
const row = (route: number, permille: number): WeightRow => ({
  route_id: idOf(route),
  permille,
  locked: false,
  floor_permille: 0,
  ceiling_permille: 1000,
});
const current = async () => {
  const set = (await listWeightSets({ ctx: stage.ctx, input: {} }))[0];
  if (set === undefined) throw new Error('no weights');
  return set;
};
const save = async (mode: WeightMode = 'automatic', of = [row(old, 900), row(fresh, 100)]) => {
  const set = (await listWeightSets({ ctx: stage.ctx, input: {} }))[0];
  const version = set === undefined ? {} : { version: set.version };
  const more = { mode, explore_ppm: 20_000, weights: of, why: 'test' };
  return saveWeightSet({ ctx: stage.ctx, input: { environment: 'live', scope, ...version, ...more } });
};
const tried = () => [
  { route_id: idOf(old), permille: 200 },
  { route_id: idOf(fresh), permille: 800 },
];
const start = async (change: Partial<StartExperimentInput> = {}) => {
  const set = await current();
  return startExperiment({
    ctx: stage.ctx,
    input: {
      weights_id: set.id,
      version: set.version,
      name: 'Fresh first',
      challenger: 'Mostly fresh',
      weights: tried(),
      share_permille: 500,
      measure: 'success',
      difference_ppm: 30_000,
      guard: { min_success_ppm: 500_000, max_drop_ppm: 100_000, max_cost_rise_permille: 500 },
      max_outcomes: 100_000,
      max_days: 14,
      ...change,
    },
  });
};
const newest = async () => {
  const [one] = await listExperiments({ ctx: stage.ctx, input: {} });
  if (one === undefined) throw new Error('no experiment');
  return one;
};
const judge = () => judgeExperiments({ ctx: stage });

/** What came of so many submissions of an arm two hours ago. */
const happened = async (arm: ExperimentArm, outcomes: number, successes: number, costMicros = 8000) => {
  const { sql } = stage.services.database;
  const [{ number } = { number: 0 }] = await sql<
    { number: number }[]
  >`select number from experiment where stop is null`;
  const spanMs = Math.floor((stage.services.world.nowMs() - 2 * HOUR_MS) / 600_000) * 600_000;
  await addToExperiments(
    sql,
    Array.from({ length: 32 }, (_, group) => ({
      ...{ experiment: number, workspace: stage.ctx.workspace.number, spanMs, arm, group },
      counts: {
        accepted: outcomes / 32,
        resolved: outcomes / 32,
        priced: outcomes / 32,
        costMicros: (outcomes / 32) * costMicros,
        settledMilli: (outcomes / 32) * 1000,
        successMilli: (successes / 32) * 1000,
      },
    })),
  );
};

const questionFor = (address: string) => ({
  workspace: stage.ctx.workspace.number,
  environment: 'live' as const,
  channel: 'sms' as const,
  class: 'transactional' as const,
  country: 'MX',
  address,
  maxPriceMicrosPerPart: null,
  maxPriceCurrency: null,
  barred: [],
  dlt: null,
});
/** What a decision about a message to somebody is told. */
const factsFor = (address: string): RoutingFacts => {
  const config = stage.services.config.current();
  const question = questionFor(address);
  const gateOf = () => ({ breaker: 'closed' as const, admitPermille: 1000 });
  const standing = { isUp: () => true, gateOf, ...standingOf(stage.services, config, question) };
  return factsOf(question, [], config.routesOf(question.workspace), standing);
};
const numbers = Array.from({ length: 400 }, (_, index) => `+5255${String(10_000_000 + index * 7919)}`);
const numberIn = (arm: ExperimentArm) => {
  const found = numbers.find((number) => trialOf(stage.services, questionFor(number))?.arm === arm);
  if (found === undefined) throw new Error(`nobody is in the ${arm}`);
  return found;
};
/** Lets an experiment have begun an hour ago: every process has heard of it. */
const age = async () => {
  await stage.services.database
    .sql`update experiment set started_at = started_at - interval '3 hours' where stop is null`;
  await stage.services.knowledge.refresh();
};

beforeEach(() => save());
afterEach(async () => {
  const running = (await listExperiments({ ctx: stage.ctx, input: {} })).find(({ ended }) => ended === null);
  if (running !== undefined) await stopExperiment({ ctx: stage.ctx, input: { id: running.id } });
});

describe('an experiment', () => {
  it('is refused where nothing could come of it, with the field at fault', async () => {
    const at = (change: Partial<StartExperimentInput>) => start(change).catch((error) => error.fields?.[0]?.path);
    expect(
      await at({ weights: [row(old, 900), row(fresh, 100)].map(({ route_id, permille }) => ({ route_id, permille })) }),
    ).toBe('weights');
    expect(await at({ weights: [{ route_id: idOf(old), permille: 999 }] })).toBe('weights');
    expect(await at({ weights: [{ route_id: encodeId('route', stage.services.ids.next()), permille: 1000 }] })).toBe(
      'weights.0.route_id',
    );
    await expect(start({ version: 999 })).rejects.toMatchObject({ code: 'conflict' });
    await expect(start({ weights_id: encodeId('weightSet', stage.services.ids.next()) })).rejects.toMatchObject({
      code: 'not_found',
    });
    await start();
    expect(await at({})).toBe('weights_id');
  });

  it('splits recipients by its share, each in one arm for good, and stands in the record of the decision', async () => {
    const before = factsFor(numbers[0] ?? '');
    expect(before).not.toHaveProperty('experiment');
    const { id } = await start({ share_permille: 300 });
    const arms = numbers.map((number) => factsFor(number).experiment?.arm);
    expect(numbers.map((number) => factsFor(number).experiment?.arm)).toEqual(arms);
    const share = arms.filter((arm) => arm === 'challenger').length / arms.length;
    expect(Math.abs(share - 0.3)).toBeLessThan(0.08);
    const weight = (facts: RoutingFacts, name: string) => facts.routes.find((route) => route.name === name)?.weight;
    const [mine, other] = [factsFor(numberIn('challenger')), factsFor(numberIn('control'))];
    expect([weight(mine, 'old'), weight(mine, 'fresh')]).toEqual([200, 800]);
    expect([weight(other, 'old'), weight(other, 'fresh')]).toEqual([900, 100]);
    expect(mine.experiment).toEqual({ id, arm: 'challenger' });
    expect(mine.weightsVersion).toBe((await current()).version);
    await stopExperiment({ ctx: stage.ctx, input: { id } });
    expect(factsFor(numbers[0] ?? '')).toEqual(before);
  });

  it('counts what becomes of a message for the arm it was decided in, and the decision is made again bit for bit', async () => {
    const { services } = stage;
    const { sql } = services.database;
    await start();
    await age();
    const carriers = scriptCarriers();
    const worker = await openScripted(stage, carriers);
    const to = numberIn('challenger');
    const id = await stage.accept('transactional', to);
    const jobs = await stage.jobs('transactional');
    await worker.runLane(
      'transactional',
      jobs.map(({ data }) => LaneJob.parse(data)),
    );
    await until('the answer is counted', async () => {
      await services.trials.flush();
      const [row] = await sql<{ accepted: number }[]>`select sum(accepted)::int as accepted from experiment_tally`;
      return row?.accepted === 1;
    });
    const [attempt] = await sql<{ plan: string; route: number; n: number }[]>`
      select plan::text as plan, route, n from attempt where message_id = ${id}`;
    const [stored] = await sql<{ facts: RoutingFacts }[]>`
      select facts from routing_plan where key = ${attempt?.plan ?? ''}`;
    const facts = stored?.facts as RoutingFacts;
    expect(facts.experiment?.arm).toBe('challenger');
    expect(String(planKey(facts))).toBe(attempt?.plan);
    const again = pickRoute(planRoutes(facts), drawOf(id, attempt?.n ?? 1));
    expect(again?.routeId).toBe(services.config.current().route(attempt?.route ?? 0)?.id);
    const { data } = await readTimeline({ ctx: stage.ctx, input: { id: encodeId('message', id) } });
    const pick = data.find(({ kind }) => kind === 'route.pick');
    expect(pick?.facts).toMatchObject({ experiment: facts.experiment?.id, arm: 'challenger' });
    const provider = carriers.submitted[0]?.provider ?? '';
    const ref = `ref-${carriers.submitted[0]?.request.attemptRef}`;
    const receipt = { ref, verdict: 'delivered' as const, code: null, reason: null, at: null, raw: '' };
    await carriers.hosts.get(provider)?.onReceipts([receipt]);
    await until('the receipt is counted', async () => {
      await services.trials.flush();
      const [row] = await sql<{ success: number; arm: string; cost: number }[]>`
        select sum(success_milli)::int as success, min(arm) as arm, sum(cost_micros)::int as cost from experiment_tally`;
      return row?.success === 1000 && row.arm === 'challenger' && row.cost === 10_000;
    });
    await worker.stop(100);
  });

  it('counts faults of provider and network only, and nothing of what was claimed before all had heard of it', async () => {
    const { services } = stage;
    await start();
    const address = numberIn('control');
    const nowMs = services.world.nowMs();
    const trialAt = (claimedAtMs: number) => countedTrial(services, questionFor(address), claimedAtMs);
    expect(trialAt(nowMs)).toBeUndefined();
    await age();
    const message = { class: 'transactional' as const, country: 'MX', parts: 2, sender: null, sealedBody: null };
    const claim = {
      ...{ message, workspace: stage.ctx.workspace.number, routeNumber: old, claimedAtMs: nowMs },
      route: { priceMicros: 5000, currency: 'USD' },
      trial: trialAt(nowMs),
    };
    const receipt = { submission: submissionOf(claim), reason: null, atMs: nowMs + 1000 };
    noteAnswer(services, claim, { kind: 'accepted', refs: ['a'] });
    noteReceipt(services, { ...receipt, verdict: 'delivered' });
    noteReceipt(services, { ...receipt, verdict: 'undelivered', reason: 'recipient.unknown' });
    noteReceipt(services, { ...receipt, verdict: 'unknown' });
    noteAnswer(services, claim, { kind: 'rejected', reason: 'provider.unavailable' } as never);
    await services.trials.flush();
    const [counted] = await services.database.sql`
      select t.arm, t.accepted, t.resolved, t.priced, t.cost_micros::int as cost, t.settled_milli::int as settled, t.success_milli::int as success
      from experiment_tally t join experiment e on e.number = t.experiment where e.stop is null`;
    expect(counted).toEqual({
      ...{ arm: 'control', accepted: 1, resolved: 3, priced: 1, cost: 10_000 },
      ...{ settled: 1000 + 500 + 1000, success: 1000 },
    });
  });

  it('ends by itself when it is decided: traffic goes by the weights in force, and the verdict stays', async () => {
    const { id } = await start();
    await age();
    await happened('control', 3200, 2880);
    await happened('challenger', 3200, 2880);
    await judge();
    expect(await newest()).toMatchObject({ id, ended: null, result: { control: { outcomes: 3200 } } });
    await happened('challenger', 6400, 6208);
    await judge();
    const ended = await newest();
    expect(ended).toMatchObject({ id, ended: { reason: 'challenger_better', route_id: null } });
    expect(ended.result?.challenger.success.value).toBeCloseTo(9088 / 9600, 6);
    await stage.services.knowledge.refresh();
    expect(factsFor(numbers[0] ?? '')).not.toHaveProperty('experiment');
    await judge();
    const { sql } = stage.services.database;
    expect(
      await sql`select 1 from experiment_tally t join experiment e on e.number = t.experiment where e.stop is not null`,
    ).toHaveLength(0);
    const [entry] = await sql`select actor_kind as actor, action, after from audit_entry order by seq desc limit 1`;
    expect(entry).toMatchObject({
      actor: 'system',
      action: 'experiment.stopped',
      after: { reason: 'challenger_better' },
    });
  });

  it('is ended by a breaker of a route it gives more to, by a worse success, by other weights and by time', async () => {
    const { ids, database, world } = stage.services;
    const reason = async () => {
      await judge();
      return (await newest()).ended;
    };
    await start();
    await age();
    const alert = { id: ids.next(), workspace: stage.ctx.workspace.number, environment: 'live' as const };
    const place = { route: fresh, country: 'MX', kind: 'breaker_open' as const };
    await raiseAlerts(database.sql, [{ ...alert, ...place, startedAtMs: world.nowMs(), facts: {} }]);
    expect(await reason()).toMatchObject({ reason: 'breaker_open', route_id: idOf(fresh) });
    await database.sql`delete from route_alert`;
    await start({ guard: { min_success_ppm: 0, max_drop_ppm: 20_000, max_cost_rise_permille: null } });
    await age();
    await happened('control', 3200, 3040);
    await happened('challenger', 3200, 2560);
    expect((await reason())?.reason).toBe('success_drop');
    const told = () => database.sql`
      select route, country, facts->>'reason' as reason, ended_at is null as stands from route_alert where kind = 'experiment_stopped'`;
    expect([...(await told())]).toEqual([{ route: fresh, country: 'MX', reason: 'success_drop', stands: true }]);
    await start();
    await save('automatic', [row(old, 500), row(fresh, 500)]);
    await stage.services.knowledge.refresh();
    expect(factsFor(numbers[0] ?? '')).not.toHaveProperty('experiment');
    expect((await reason())?.reason).toBe('weights_changed');
    await start();
    await database.sql`update experiment set until_at = now() where stop is null`;
    expect((await reason())?.reason).toBe('time_reached');
    // What ends by its plan is no alert, and one of yesterday is over.
    await database.sql`update route_alert set started_at = now() - interval '25 hours'`;
    await judge();
    expect([...(await told())]).toMatchObject([{ reason: 'success_drop', stands: false }]);
  });

  it('is adopted once: set at once, or proposed where changes are approved', async () => {
    const { id } = await start();
    await expect(adoptChallenger({ ctx: stage.ctx, input: { id } })).rejects.toMatchObject({ code: 'conflict' });
    await stopExperiment({ ctx: stage.ctx, input: { id } });
    expect(await adoptChallenger({ ctx: stage.ctx, input: { id } })).toEqual({ as: 'set' });
    expect((await current()).weights.map(({ permille }) => permille)).toEqual([200, 800]);
    await expect(adoptChallenger({ ctx: stage.ctx, input: { id } })).rejects.toMatchObject({ code: 'conflict' });
    await save('approval');
    const second = await start();
    await stopExperiment({ ctx: stage.ctx, input: { id: second.id } });
    expect(await adoptChallenger({ ctx: stage.ctx, input: { id: second.id } })).toEqual({ as: 'proposed' });
    const waiting = (await current()).proposal;
    expect(waiting).toMatchObject({ state: 'proposed', why: 'Fresh first: Mostly fresh' });
    await approveWeights({ ctx: stage.ctx, input: { change_id: waiting?.id ?? '' } });
    expect((await current()).weights.map(({ permille }) => permille)).toEqual([200, 800]);
    const history = await listWeightHistory({ ctx: stage.ctx, input: { id: (await current()).id } });
    expect(history[0]?.why).toBe('Fresh first: Mostly fresh');
  });

  it('is left alone by learning while it runs', async () => {
    const { sql } = stage.services.database;
    await sql`
      insert into route_signal (span, workspace, route, class, country, network, cost_micros, accepted, resolved, delivered, failed, failed_milli,
        silent, refused_milli, throttled, expectant, converted, parts)
      select date_trunc('minute', now() - interval '40 minutes'), ${stage.ctx.workspace.number}, route, 'transactional', 'MX', '',
        0, 400, 400, good, 400 - good, 1000 * (400 - good), 0, 0, 0, 0, 0, 400
      from (values (${old}::int4, 200), (${fresh}::int4, 396)) as g(route, good)
      on conflict do nothing`;
    const { id } = await start();
    await sql`update weight_set set updated_at = to_timestamp(0)`;
    expect((await learn({ ctx: stage }))?.moved).toBe(0);
    await stopExperiment({ ctx: stage.ctx, input: { id } });
    expect((await learn({ ctx: stage }))?.moved).toBe(1);
  });
});
