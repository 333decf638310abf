import type { Environment } from '@signalbox/contracts';
import { type ConcentrationReport, reportConcentration } from '@signalbox/core';
import {
  type ConcentrationLimitRow,
  readConcentrationLimits,
  readUse,
  type SqlRunner,
  type UseRow,
} from '@signalbox/db';

/** How far back shares are looked at. */
export const SHARE_DAYS = 30;
const DAY_MS = 86_400_000;

/** The first day that counts. */
export const shareFromMs = (nowMs: number): number => nowMs - SHARE_DAYS * DAY_MS;

/** What suppliers carry of one country, beside the limit. */
export interface CountryShares {
  workspace: number;
  environment: Environment;
  country: string;
  limitPermille: number | null;
  report: ConcentrationReport;
}

/** The shares of each country, with the limit of its own or else of all. */
export function sharesBy(use: readonly UseRow[], limits: readonly ConcentrationLimitRow[]): CountryShares[] {
  const nameOf = (row: { workspace: number; environment: Environment }, country: string) =>
    `${row.workspace} ${row.environment} ${country}`;
  const byName = new Map(limits.map((row) => [nameOf(row, row.country), row.permille]));
  return [...Map.groupBy(use, (row) => nameOf(row, row.country)).values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const { workspace, environment, country } = first;
    const limitPermille = byName.get(nameOf(first, country)) ?? byName.get(nameOf(first, '')) ?? null;
    return [{ workspace, environment, country, limitPermille, report: reportConcentration(rows, limitPermille) }];
  });
}

/** The name of a supplier in a country that is full. */
export const fullName = (environment: Environment, provider: number, country: string): string =>
  `${environment} ${provider} ${country}`;

/** The suppliers that carry the largest share of a country that one may have, in all workspaces that have limits. */
export async function readFull(sql: SqlRunner, nowMs: number): Promise<Set<string>> {
  const limits = await readConcentrationLimits(sql);
  if (limits.length === 0) return new Set();
  const shares = sharesBy(await readUse(sql, shareFromMs(nowMs)), limits);
  return new Set(
    shares.flatMap(({ environment, country, report }) =>
      report.rows.flatMap(({ provider, full }) => (full ? [fullName(environment, provider, country)] : [])),
    ),
  );
}
