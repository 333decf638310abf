import { type Environment, FRAUD_DEFAULTS, type FraudFact, type FraudRules } from '@signalbox/contracts';
import { indexPrefixes, matchPrefixes } from '@signalbox/core';
import type { FraudRulesRow, ListedPrefixRow } from '@signalbox/db';

/** What a workspace says of fraud with codes: its rules, and the prefixes that are listed. */
export interface FraudBook {
  rules: FraudRules;
  /** What is listed for a number at an instant: the longest prefix it begins with, or null. The number is E.164. */
  listedOf(environment: Environment, e164: string, nowMs: number): FraudFact['listed'];
}

const DEFAULT_RULES: FraudRules = { ...FRAUD_DEFAULTS, countries: [] };

/** What holds in a workspace that says nothing: the rules of the house, and nothing listed. */
export const DEFAULT_BOOK: FraudBook = { rules: DEFAULT_RULES, listedOf: () => null };

/** Arranges, once for all codes to come, what workspaces say; those that say nothing are absent. */
export function bookFraud(
  rules: readonly FraudRulesRow[],
  prefixes: readonly ListedPrefixRow[],
): ReadonlyMap<number, FraudBook> {
  const rulesOf = new Map(rules.map((row) => [row.workspace, row.rules]));
  const listed = Map.groupBy(prefixes, (row) => row.workspace);
  const workspaces = new Set([...rulesOf.keys(), ...listed.keys()]);
  return new Map(
    [...workspaces].map((workspace) => [
      workspace,
      { rules: rulesOf.get(workspace) ?? DEFAULT_RULES, listedOf: lookUp(listed.get(workspace) ?? []) },
    ]),
  );
}

function lookUp(rows: readonly ListedPrefixRow[]): FraudBook['listedOf'] {
  const books = new Map(
    [...Map.groupBy(rows, (row) => row.environment)].map(([environment, group]) => [
      environment,
      {
        index: indexPrefixes(group.map((row) => row.prefix)),
        byPrefix: new Map(group.map((row) => [row.prefix, row])),
      },
    ]),
  );
  return (environment, e164, nowMs) => {
    const book = books.get(environment);
    if (book === undefined) return null;
    // The configuration is read anew when a prefix is listed or lifted, not when its time is over.
    for (const prefix of matchPrefixes(e164, book.index)) {
      const row = book.byPrefix.get(prefix);
      if (row !== undefined && (row.expiresAtMs === null || row.expiresAtMs > nowMs)) return factOf(row);
    }
    return null;
  };
}

const factOf = ({ id, prefix, action, origin, reason, createdAtMs, expiresAtMs }: ListedPrefixRow) => ({
  ...{ id, prefix, action, origin, reason },
  ...{ sinceMs: createdAtMs, untilMs: expiresAtMs },
});
