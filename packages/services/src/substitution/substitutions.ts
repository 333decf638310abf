import {
  type SetSubstitutionsRequest,
  SignalboxError,
  type SubstitutionRule,
  type SubstitutionSaving,
  type SubstitutionView,
} from '@signalbox/contracts';
import { isCountry } from '@signalbox/core';
import {
  lockSubstitutions,
  putSubstitutions,
  readSubstitutions,
  type SqlRunner,
  type SubstitutionSum,
  sumSubstitutions,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { baseOf } from '../prices/price-facts.ts';
import { inWorkspace, readWithin } from '../tenant.ts';

/** The substitution rules of the workspace, and what each came to since the month began (UTC). */
export async function readSubstitutionRules({
  ctx,
}: {
  ctx: RequestContext;
  input: object;
}): Promise<SubstitutionView> {
  return readWithin(ctx, 'The savings take too long to read; try again.', (tx) => viewOf(ctx, tx));
}

async function viewOf(ctx: RequestContext, tx: SqlRunner): Promise<SubstitutionView> {
  const { environment } = ctx;
  const workspace = ctx.workspace.number;
  const now = new Date(ctx.services.world.nowMs());
  const sinceMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1);
  const [rows, sums] = await Promise.all([
    readSubstitutions(tx, workspace),
    sumSubstitutions(tx, { workspace, environment, sinceMs }),
  ]);
  const own = rows.find((row) => row.environment === environment);
  return {
    version: own?.version ?? 0,
    rules: own?.rules ?? [],
    currency: baseOf(ctx.services.config.current(), workspace),
    since: new Date(sinceMs).toISOString(),
    savings: savingsOf(sums),
  };
}

/** One line a rule: its sums are apart by the currency its savings were told in. */
function savingsOf(sums: readonly SubstitutionSum[]): SubstitutionSaving[] {
  return [...Map.groupBy(sums, ({ key }) => key)].map(([key, own]) => ({
    key,
    moved: own.reduce((sum, { moved }) => sum + moved, 0),
    came_back: own.reduce((sum, { cameBack }) => sum + cameBack, 0),
    saved: own.flatMap(({ currency, savedMicros }) =>
      currency === null ? [] : [{ amount_micros: savedMicros, currency }],
    ),
  }));
}

/**
 * Sets the rules as a whole, in their order; in force for the next send every process accepts. Throws `request_invalid` naming the rule and the field, and `conflict` when the
 * version was left behind.
 */
export async function setSubstitutions({
  ctx,
  input: { version, rules },
}: {
  ctx: RequestContext;
  input: SetSubstitutionsRequest;
}): Promise<SubstitutionView> {
  rules.forEach((rule, index) => {
    assertSound(ctx, rule, `rules.${index}.`);
    const isTwice = rules.findIndex(({ key }) => key === rule.key) < index;
    if (isTwice) throw refuseField(`rules.${index}.key`, 'duplicate', 'There are two rules of this key; rename one.');
  });
  const place = { workspace: ctx.workspace.number, environment: ctx.environment };
  const view = await inWorkspace(ctx, async (tx) => {
    const before = await lockSubstitutions(tx, place.workspace, place.environment);
    if (version !== undefined && version !== (before?.version ?? 0)) throw new SignalboxError('conflict');
    await putSubstitutions(tx, { ...place, rules });
    await recordAudit(tx, ctx, {
      action: 'substitutions.set',
      object: { kind: 'substitutions', id: 'rules', name: '' },
      before: before === undefined ? null : { rules: before.rules },
      after: { rules },
    });
    return viewOf(ctx, tx);
  });
  await ctx.services.config.refresh();
  return view;
}

/** Throws `request_invalid` naming the field of a rule that can never hold; `path` is where the rule stands. */
export function assertSound(ctx: RequestContext, { from, to, country, above }: SubstitutionRule, path = ''): void {
  if (from === to)
    throw refuseField(`${path}to`, 'not_allowed', 'The rule goes on by the channel it begins with; choose another.');
  if (country !== null && !isCountry(country))
    throw refuseField(
      `${path}country`,
      'not_allowed',
      `${country} is no country; write its code of two letters, such as MX.`,
    );
  const currency = baseOf(ctx.services.config.current(), ctx.workspace.number);
  if (above !== null && above.currency !== currency)
    throw refuseField(
      `${path}above.currency`,
      'not_allowed',
      `Prices are compared in the currency of the workspace; say it in ${currency}.`,
    );
}
