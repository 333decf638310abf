import { type ExchangeRateList, type SetExchangeRatesRequest, SignalboxError } from '@signalbox/contracts';
import { bookRates, readRate, spellRate } from '@signalbox/core';
import {
  deleteExchangeRate,
  type ExchangeRateRow,
  readExchangeRates,
  readPriceCurrencies,
  type SqlRunner,
  upsertExchangeRates,
} from '@signalbox/db';
import { type AuditChange, recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { baseOf } from './price-facts.ts';

/** The rates of the workspace into its currency, and the currencies that have none. */
export async function listExchangeRates({ ctx }: { ctx: RequestContext; input: object }): Promise<ExchangeRateList> {
  return inWorkspace(ctx, (tx) => readList(ctx, tx));
}

async function readList(ctx: RequestContext, tx: SqlRunner): Promise<ExchangeRateList> {
  const workspace = ctx.workspace.number;
  const config = ctx.services.config.current();
  const nowMs = ctx.services.world.nowMs();
  const base = baseOf(config, workspace);
  const [all, listed] = await Promise.all([
    readExchangeRates(tx, workspace),
    readPriceCurrencies(tx, workspace, nowMs),
  ]);
  const rows = all.filter((row) => row.base === base);
  const book = bookRates(base, rows);
  const used = new Set([...listed, ...config.routesOf(workspace).map(({ currency }) => currency)]);
  const inForce = (row: ExchangeRateRow) =>
    row.fromMs <= nowMs &&
    rows.every((one) => one.currency !== row.currency || one.fromMs <= row.fromMs || one.fromMs > nowMs);
  return {
    base,
    data: rows.map((row) => ({
      id: `${row.currency}.${dayOf(row.fromMs)}`,
      currency: row.currency,
      from: dayOf(row.fromMs),
      rate: spellRate(row.nanos),
      in_force: inForce(row),
    })),
    missing: [...used].filter((currency) => book.nanosAt(currency, nowMs) === undefined).sort(),
  };
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

const object = (base: string): AuditChange['object'] => ({ kind: 'exchange_rates', id: base, name: base });

/** Sets rates into the currency of the workspace. Throws `request_invalid` for a rate of that currency itself, and for one given twice. */
export async function setExchangeRates({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: SetExchangeRatesRequest;
}): Promise<ExchangeRateList> {
  const workspace = ctx.workspace.number;
  const base = baseOf(ctx.services.config.current(), workspace);
  const seen = new Set<string>();
  for (const [index, { currency, from }] of input.rates.entries()) {
    if (currency === base)
      throw refuseField(
        `rates.${index}.currency`,
        'not_allowed',
        `Rates are told in ${base}, which is worth one of itself.`,
      );
    if (seen.has(`${currency} ${from}`))
      throw refuseField(`rates.${index}`, 'duplicate', `${currency} has two rates from ${from}; keep one of them.`);
    seen.add(`${currency} ${from}`);
  }
  const rows = input.rates.map(
    ({ currency, from, rate }): ExchangeRateRow => ({
      workspace,
      base,
      currency,
      fromMs: startOf(from),
      nanos: readRate(rate),
    }),
  );
  const list = await inWorkspace(ctx, async (tx) => {
    const before = (await readExchangeRates(tx, workspace)).filter(
      (row) => row.base === base && seen.has(`${row.currency} ${dayOf(row.fromMs)}`),
    );
    await upsertExchangeRates(tx, rows);
    const read = await readList(ctx, tx);
    await recordAudit(tx, ctx, {
      action: 'exchange_rates.set',
      object: object(base),
      environment: null,
      before: before.length === 0 ? null : { rates: before.map(toldRate) },
      after: { rates: rows.map(toldRate) },
    });
    return read;
  });
  await ctx.services.tariffs.refresh();
  return list;
}

const toldRate = ({ currency, fromMs, nanos }: ExchangeRateRow) => ({
  currency,
  from: dayOf(fromMs),
  rate: spellRate(nanos),
});

/** Takes a rate away: the one of an earlier day counts again. Throws `not_found` when there is none of that day. */
export async function removeExchangeRate({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string };
}): Promise<ExchangeRateList> {
  const workspace = ctx.workspace.number;
  const base = baseOf(ctx.services.config.current(), workspace);
  const list = await inWorkspace(ctx, async (tx) => {
    const before = (await readExchangeRates(tx, workspace)).find(
      (row) => row.base === base && `${row.currency}.${dayOf(row.fromMs)}` === input.id,
    );
    if (before === undefined || !(await deleteExchangeRate(tx, before)))
      throw new SignalboxError('not_found', {
        detail: 'There is no exchange rate with this id; it is the currency and its day, such as EUR.2026-12-01.',
      });
    const read = await readList(ctx, tx);
    await recordAudit(tx, ctx, {
      action: 'exchange_rate.removed',
      object: object(base),
      environment: null,
      before: toldRate(before),
      after: null,
    });
    return read;
  });
  await ctx.services.tariffs.refresh();
  return list;
}
