import type { FraudSpentView } from '@signalbox/contracts';
import { readSpend } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';

/** What codes have cost in the hours and days that run now: nothing is counted where no limit is set. */
export async function readSpent({ ctx }: { ctx: RequestContext }): Promise<FraudSpentView[]> {
  const place = { workspace: ctx.workspace.number, environment: ctx.environment };
  const rows = await inWorkspace(ctx, (tx) => readSpend(tx, place));
  return rows.map(({ country, windowSeconds, usedMicros, currency }) => ({
    country: country === '' ? null : country,
    window_seconds: windowSeconds,
    used_micros: usedMicros,
    currency,
  }));
}
