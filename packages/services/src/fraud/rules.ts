import {
  type FieldError,
  type FraudRules,
  type FraudRulesView,
  isByPhone,
  type SetFraudRulesRequest,
  SignalboxError,
  type SpendLimit,
} from '@signalbox/contracts';
import { isCountry } from '@signalbox/core';
import { type FraudRulesRow, lockFraudRules, putFraudRules, type RouteRow } from '@signalbox/db';
import { assertLive } from '../audit/assert-live.ts';
import { recordAudit } from '../audit/record.ts';
import { DEFAULT_BOOK } from '../config/fraud-book.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';

const viewOf = (row: FraudRulesRow | undefined): FraudRulesView => ({
  ...(row?.rules ?? DEFAULT_BOOK.rules),
  version: row?.version ?? 0,
  updated_at: row?.updatedAt.toISOString() ?? null,
});

/** The rules against fraud of the workspace: what it has set, or the defaults. Live and sandbox share them. */
export async function getFraudRules({ ctx }: { ctx: RequestContext; input: object }): Promise<FraudRulesView> {
  return viewOf(await inWorkspace(ctx, (tx) => lockFraudRules(tx, ctx.workspace.number)));
}

/**
 * Sets the rules against fraud as a whole; in force for the next decision of every process. Throws `request_invalid` for what is no
 * country and for a limit of money that routes of codes are not priced in, `conflict` when the version was left behind, and `forbidden` for a
 * key of the sandbox, which many hold: the rules are those of live too.
 */
export async function setFraudRules({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: SetFraudRulesRequest;
}): Promise<FraudRulesView> {
  assertLive(ctx, 'The rules hold in live too: set them with a key of live.');
  const { version, ...rules } = input;
  const fields = faultsOf(ctx, rules);
  if (fields.length > 0) throw new SignalboxError('request_invalid', { fields });
  const workspace = ctx.workspace.number;
  return inWorkspace(ctx, async (tx) => {
    const before = await lockFraudRules(tx, workspace);
    if (version !== undefined && version !== (before?.version ?? 0)) throw new SignalboxError('conflict');
    const after = await putFraudRules(tx, workspace, rules);
    await recordAudit(tx, ctx, {
      action: 'fraud_rules.set',
      object: { kind: 'fraud_rules', id: 'rules', name: '' },
      before: before?.rules ?? DEFAULT_BOOK.rules,
      after: after.rules,
      // Live and sandbox share them.
      environment: null,
    });
    return viewOf(after);
  });
}

function faultsOf(ctx: RequestContext, { all_codes, each_country, countries }: FraudRules): FieldError[] {
  const routes = ctx.services.config
    .current()
    .routesOf(ctx.workspace.number)
    .filter((route) => route.enabled && route.environment === 'live' && mayCarryCodes(route));
  const moneyFaults = (at: string, limits: object, may: (route: RouteRow) => boolean): FieldError[] =>
    Object.entries(limits).flatMap(([name, limit]) => {
      if (!name.startsWith('spend_') || limit == null) return [];
      const { currency } = limit as SpendLimit;
      const others = routes.filter((route) => may(route) && route.currency !== currency);
      return others.length === 0 ? [] : [otherCurrency(`${at}.${name}.currency`, others)];
    });
  return [
    ...moneyFaults('all_codes', all_codes, () => true),
    ...moneyFaults('each_country', each_country, ({ channel }) => isByPhone(channel)),
    ...countries.flatMap((row, index) => [
      ...(isCountry(row.country) ? [] : [noCountry(`countries.${index}.country`)]),
      ...moneyFaults(`countries.${index}`, row, (route) => isByPhone(route.channel) && reaches(route, row.country)),
    ]),
  ];
}

const mayCarryCodes = ({ classes }: RouteRow): boolean => classes.length === 0 || classes.includes('otp');
const reaches = ({ countries }: RouteRow, country: string): boolean =>
  countries.length === 0 || countries.includes(country);

const noCountry = (path: string): FieldError => ({
  path,
  code: 'invalid_value',
  message: 'Must be an ISO 3166-1 alpha-2 code such as MX.',
});

function otherCurrency(path: string, routes: readonly RouteRow[]): FieldError {
  const names = routes.slice(0, 5).map(({ name, currency }) => `${name} (${currency})`);
  return {
    path,
    code: 'not_allowed',
    message: `Codes may go by routes that are priced in another currency, and would be stopped there because their cost cannot be counted: ${names.join(', ')}. Give the limit in their currency, or price them in this one.`,
  };
}
