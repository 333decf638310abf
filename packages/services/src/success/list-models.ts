import { encodeId, type ModelScopeView, type ModelsView, type ModelVersionView } from '@signalbox/contracts';
import { calibrationError, driftingIn, MODEL_SETTINGS, proofOf, standingOfModel } from '@signalbox/core';
import { type ModelScopeRow, type ModelVersionRow, readModelScopes, readModelVersions } from '@signalbox/db';
import type { Config } from '../config/config-store.ts';
import type { RequestContext } from '../context.ts';
import { instantText } from '../instant-text.ts';
import { inWorkspace } from '../tenant.ts';

// Four hours of them.
const VERSIONS_MOST = 24;

/** How the success model stands: each scope with what speaks for it and against it, and its newest versions. */
export async function listModels({ ctx }: { ctx: RequestContext; input: object }): Promise<ModelsView> {
  const of = { workspace: ctx.workspace.number, environment: ctx.environment };
  const [scopes, versions] = await inWorkspace(ctx, (tx) =>
    Promise.all([readModelScopes(tx, of), readModelVersions(tx, of, VERSIONS_MOST)]),
  );
  const config = ctx.services.config.current();
  return { scopes: scopes.map((row) => viewScope(config, row)), versions: versions.map(viewVersion) };
}

function viewScope(config: Config, row: ModelScopeRow): ModelScopeView {
  const { record } = row;
  const mean = (sum: number) => (record.outcomes === 0 ? null : sum / record.outcomes);
  return {
    channel: row.channel,
    class: row.class,
    country: row.country === '' ? null : row.country,
    standing: standingOfModel(record),
    in_use: row.inUse,
    switched:
      row.switchedAtMs === null || row.switchedBy === null
        ? null
        : { at: new Date(row.switchedAtMs).toISOString(), by: row.switchedBy },
    outcomes: Math.round(record.outcomes),
    outcomes_needed: MODEL_SETTINGS.outcomesNeeded,
    model_loss: mean(record.modelLoss),
    signals_loss: mean(record.signalsLoss),
    proof: proofOf(record),
    calibration_error: calibrationError(record.bins),
    calibration: record.bins.map(({ outcomes, foretold, succeeded }) => ({
      foretold: foretold / outcomes,
      came: succeeded / outcomes,
      outcomes: Math.round(outcomes),
    })),
    drifting: driftingIn(record).flatMap((number) => {
      const route = config.route(Number(number));
      return route === undefined ? [] : [{ route_id: encodeId('route', route.id), route_name: route.name }];
    }),
    judged_at: instantText(row.judgedAtMs),
  };
}

const viewVersion = (row: ModelVersionRow): ModelVersionView => ({
  channel: row.channel,
  version: row.version,
  made_at: new Date(row.madeAtMs).toISOString(),
  outcomes: row.outcomes,
  model_loss: row.modelLoss,
  signals_loss: row.signalsLoss,
  features: row.features,
});
