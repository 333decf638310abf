import { encodeId, type FraudFact, type SpendFact, type SpendLimitFact } from '@signalbox/contracts';
import { isSuspicious, judgeFraud } from '@signalbox/core';

const instant = (ms: number): string => new Date(ms).toISOString();

/** What the timeline tells of the range of a number: the verdict, the prefix it stands on, and what was counted. */
export function fraudEvidence(fraud: FraudFact): Record<string, unknown> {
  const verdict = judgeFraud(fraud);
  const because = verdict.kind === 'send' ? verdict.because : verdict.rule;
  const { listed, known } = fraud;
  const block = fraud.blocks.find(isSuspicious) ?? (listed === null ? fraud.blocks[0] : undefined);
  return {
    because,
    ...(known === null ? {} : { known }),
    ...(listed === null
      ? {}
      : {
          prefix: `+${listed.prefix}`,
          prefix_id: encodeId('prefix', listed.id),
          note: listed.reason,
          listed_by: listed.origin,
          listed_at: instant(listed.sinceMs),
          until: listed.untilMs === null ? null : instant(listed.untilMs),
        }),
    ...(block === undefined
      ? {}
      : {
          prefix: `+${block.prefix}`,
          sent: block.sent,
          converted: block.converted,
          since: instant(block.sinceMs),
          limit_sent: block.limitSent,
          limit_percent: block.limitPercent,
        }),
  };
}

/** The limit of money that decided: the first that did not grant, or the one that is fullest. */
export function decisiveLimit({ limits }: SpendFact): SpendLimitFact | undefined {
  const refused = limits.find(({ granted }) => !granted);
  const share = ({ usedMicros, limitMicros }: SpendLimitFact) => usedMicros / limitMicros;
  return refused ?? limits.toSorted((one, other) => share(other) - share(one))[0];
}

/** What the timeline tells of the money: what the code costs, and the limit that decided. */
export function budgetEvidence(spend: SpendFact): Record<string, unknown> {
  const limit = decisiveLimit(spend);
  return {
    amount_micros: spend.amountMicros,
    currency: spend.currency,
    ...(limit === undefined
      ? {}
      : {
          scope: limit.scope,
          limit_micros: limit.limitMicros,
          limit_currency: limit.currency,
          used_micros: limit.usedMicros,
          window_seconds: limit.windowSeconds,
          window_start: instant(limit.windowStartMs),
        }),
  };
}
