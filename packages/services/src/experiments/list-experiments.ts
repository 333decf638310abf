import type { ExperimentView } from '@signalbox/contracts';
import { readExperiments } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { viewExperiment } from './view.ts';

const MOST = 100;

/** The newest experiments of the environment, those that run first. */
export async function listExperiments({ ctx }: { ctx: RequestContext; input: object }): Promise<ExperimentView[]> {
  const { environment } = ctx;
  const rows = await inWorkspace(ctx, (tx) =>
    readExperiments(tx, { workspace: ctx.workspace.number, environment, limit: MOST }),
  );
  return rows.map(viewExperiment);
}
