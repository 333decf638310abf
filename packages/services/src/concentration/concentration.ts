import { type ConcentrationView, encodeId, type SetConcentrationLimitRequest } from '@signalbox/contracts';
import { readConcentrationLimits, readUse, type SqlRunner, setConcentrationLimit } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace, readWithin } from '../tenant.ts';
import { SHARE_DAYS, shareFromMs, sharesBy } from './full.ts';

/** How much of the texts to each country every supplier carried in the last 30 days, beside the limits. */
export async function readConcentration({ ctx }: { ctx: RequestContext; input: object }): Promise<ConcentrationView> {
  return readWithin(ctx, 'The shares take too long to read; try again.', (tx) => readView(ctx, tx));
}

async function readView(ctx: RequestContext, tx: SqlRunner): Promise<ConcentrationView> {
  const { services, environment } = ctx;
  const workspace = ctx.workspace.number;
  const [use, limits] = await Promise.all([
    readUse(tx, shareFromMs(services.world.nowMs()), workspace),
    readConcentrationLimits(tx, workspace),
  ]);
  const { providers } = services.config.current();
  const shares = sharesBy(use, limits).filter((row) => row.environment === environment);
  return {
    days: SHARE_DAYS,
    countries: shares
      .sort((a, b) => b.report.messages - a.report.messages)
      .map(({ country, limitPermille, report }) => ({
        country,
        messages: report.messages,
        index: report.index,
        limit: limitPermille === null ? null : limitPermille / 1000,
        suppliers: report.rows.map(({ provider, messages, ppm, full }) => ({
          provider_id: encodeId('provider', providers.get(provider)?.id ?? ''),
          provider_name: providers.get(provider)?.name ?? '',
          messages,
          share: ppm / 1_000_000,
          full,
        })),
      })),
    limits: limits
      .filter((row) => row.environment === environment)
      .map(({ country, permille }) => ({ country: country === '' ? null : country, limit: permille / 1000 })),
  };
}

/** Sets the largest share one supplier may have of the texts to a country, or takes the limit away. */
export async function saveConcentrationLimit({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: SetConcentrationLimitRequest;
}): Promise<ConcentrationView> {
  const country = input.country ?? '';
  const place = { workspace: ctx.workspace.number, environment: ctx.environment, country };
  const permille = input.limit === null ? null : Math.round(input.limit * 1000);
  const view = await inWorkspace(ctx, async (tx) => {
    const before = await setConcentrationLimit(tx, { ...place, permille });
    const read = await readView(ctx, tx);
    await recordAudit(tx, ctx, {
      action: 'concentration.limit_set',
      object: { kind: 'concentration', id: country === '' ? 'default' : country, name: country },
      before: before === null ? null : { limit: before / 1000 },
      after: permille === null ? null : { limit: permille / 1000 },
    });
    return read;
  });
  await ctx.services.knowledge.refresh();
  return view;
}
