import { countryRules, type FraudRules, type SpendLimit, type SpendLimitFact } from '@signalbox/contracts';

/** A limit on what codes may cost, in the window that holds an instant. Money is integer millionths. */
export type SpendWindow = Pick<
  SpendLimitFact,
  'scope' | 'windowSeconds' | 'windowStartMs' | 'limitMicros' | 'currency'
>;

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;

/**
 * The limits that a code to a country counts against at an instant, those of the workspace first. Windows are aligned to hours and days
 * of UTC. A mail has no country and counts for the workspace alone.
 */
export function spendWindows(rules: FraudRules, country: string | null, nowMs: number): SpendWindow[] {
  const all = rules.all_codes;
  const own = country === null ? null : countryRules(rules, country);
  return [
    windowOf('workspace', HOUR_SECONDS, all.spend_per_hour, nowMs),
    windowOf('workspace', DAY_SECONDS, all.spend_per_day, nowMs),
    windowOf('country', HOUR_SECONDS, own?.spend_per_hour ?? null, nowMs),
    windowOf('country', DAY_SECONDS, own?.spend_per_day ?? null, nowMs),
  ].filter((window) => window !== null);
}

function windowOf(
  scope: SpendWindow['scope'],
  windowSeconds: number,
  limit: SpendLimit | null,
  nowMs: number,
): SpendWindow | null {
  if (limit === null) return null;
  const windowStartMs = Math.floor(nowMs / 1000 / windowSeconds) * windowSeconds * 1000;
  return { scope, windowSeconds, windowStartMs, limitMicros: limit.amount_micros, currency: limit.currency };
}
