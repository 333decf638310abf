import {
  decodeId,
  type ExperimentView,
  SignalboxError,
  type StartExperimentInput,
  type WeightRow,
} from '@signalbox/contracts';
import {
  insertExperiment,
  lockExperiment,
  lockWeightSet,
  readExperiments,
  type SqlRunner,
  type WeightSetRow,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { comparisonOf, priceOf, pricesFor } from '../prices/price-facts.ts';
import { inWorkspace } from '../tenant.ts';
import { checkWeights, routesInScope } from '../weights/scope.ts';
import { scopeOf } from '../weights/view.ts';
import { challengerRows } from './challenger-rows.ts';
import { objectOf, viewExperiment } from './view.ts';

const DAY_MS = 86_400_000;
const MOST_RUNNING = 1000;

/**
 * Tries other weights against those in force, for a share of the recipients, until one of them is better, something speaks against the others, or it has taken as long as it may.
 * Learning leaves the weights alone meanwhile. Throws `not_found` for weights that are not here, `conflict` when they were changed since they were read, and
 * `request_invalid` where nothing could come of it.
 */
export async function startExperiment({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: Omit<StartExperimentInput, 'environment'>;
}): Promise<ExperimentView> {
  const { services, environment, actor } = ctx;
  const place = { workspace: ctx.workspace.number, environment };
  const setId = decodeId('weightSet', input.weights_id);
  const view = await inWorkspace(ctx, async (tx) => {
    const set = setId === undefined ? undefined : await lockWeightSet(tx, { ...place, id: setId });
    if (set === undefined)
      throw new SignalboxError('not_found', { detail: 'There are no weights with this id in this environment.' });
    if (set.version !== input.version) throw new SignalboxError('conflict');
    const currency = currencyOf(ctx, set);
    await check(ctx, tx, set, input, currency);
    const startedAtMs = services.world.nowMs();
    const one = {
      ...place,
      id: services.ids.next(),
      set: set.number,
      setVersion: set.version,
      name: input.name,
      challengerName: input.challenger,
      control: set.weights,
      challenger: input.weights,
      sharePermille: input.share_permille,
      measure: input.measure,
      differencePpm: input.difference_ppm,
      guard: input.guard,
      maxOutcomes: input.max_outcomes,
      currency,
      startedAtMs,
      startedBy: actor.name,
      untilAtMs: startedAtMs + input.max_days * DAY_MS,
    };
    if (!(await insertExperiment(tx, one))) throw isRunning();
    const row = await lockExperiment(tx, { ...place, id: one.id });
    if (row === undefined) throw new SignalboxError('conflict');
    const { weights_id, version, challenger, weights, share_permille, measure, difference_ppm, guard } = input;
    const { max_outcomes, max_days } = input;
    await recordAudit(tx, ctx, {
      action: 'experiment.started',
      object: objectOf(row),
      before: null,
      after: {
        ...{ weights_id, version, challenger, weights, share_permille, measure, difference_ppm, guard },
        ...{ max_outcomes, max_days },
      },
    });
    return viewExperiment(row);
  });
  await services.knowledge.refresh();
  return view;
}

async function check(
  ctx: RequestContext,
  tx: SqlRunner,
  set: WeightSetRow,
  input: Omit<StartExperimentInput, 'environment'>,
  currency: string | null,
): Promise<void> {
  if (set.ramp !== null && set.ramp.state !== 'stopped')
    throw refuseField('weights_id', 'invalid', 'A change of these weights is on its way; finish or undo it first.');
  const rows = challengerRows(set.weights, input.weights);
  checkWeights(ctx, scopeOf(set), rows);
  if (!differ(rows, set.weights))
    throw refuseField('weights', 'invalid', 'These are the weights in force; move at least one of them.');
  if (currency === null && input.measure === 'cost_per_success')
    throw refuseField('measure', 'invalid', 'The prices of these routes cannot be compared; set exchange rates first.');
  if (currency === null && input.guard.max_cost_rise_permille !== null)
    throw refuseField(
      'guard.max_cost_rise_permille',
      'invalid',
      'The prices of these routes cannot be compared; set exchange rates, or leave this bound out.',
    );
  const { workspace, environment } = set;
  const others = await readExperiments(tx, { workspace, environment, limit: MOST_RUNNING });
  const isSame = (one: (typeof others)[number]) =>
    one.channel === set.channel && one.class === set.class && one.country === set.country;
  if (others.some((one) => one.stop === null && isSame(one))) throw isRunning();
}

const isRunning = () =>
  refuseField('weights_id', 'taken', 'An experiment runs on this traffic already; stop it first.');

function differ(rows: readonly WeightRow[], held: readonly WeightRow[]): boolean {
  const before = new Map(held.map((row) => [row.route_id, row.permille]));
  return rows.some((row) => row.permille !== (before.get(row.route_id) ?? 0));
}

/** The currency that costs of all routes can be told in; null where they cannot be compared. */
function currencyOf({ services }: RequestContext, set: WeightSetRow): string | null {
  const config = services.config.current();
  const { workspace, country } = set;
  const where = { workspace, country: country === '' ? null : country, address: '' };
  const stand = pricesFor(services.tariffs.current(), config, where, services.world.nowMs());
  const prices = routesInScope(config, set, scopeOf(set)).map((route) => priceOf(route, stand));
  const { comparedIn } = comparisonOf(prices, stand);
  if (comparedIn !== undefined) return comparedIn;
  const [currency, ...others] = new Set(prices.map((price) => price.currency));
  return others.length > 0 ? null : (currency ?? null);
}
