import { encodeId, type VerificationBlock } from '@signalbox/contracts';
import { isSuspicious, judgeFraud, sentenceFor } from '@signalbox/core';
import type { VerificationRow } from '@signalbox/db';
import { budgetEvidence, decisiveLimit, fraudEvidence } from '../messages/fraud-evidence.ts';

/** Why a verification was blocked, worked out again from the facts it was judged by; null for one that was not. */
export function viewBlock({ state, evidence }: VerificationRow): VerificationBlock | null {
  if (state !== 'blocked' || evidence === null) return null;
  const { fraud, spend } = evidence;
  const verdict = fraud === null ? null : judgeFraud(fraud);
  const sentence = { result: 'fail', code: null, state: null } as const;
  if (fraud !== null && verdict?.kind === 'block') {
    const block = fraud.blocks.find((one) => one.rule === verdict.rule && isSuspicious(one));
    return {
      rule: verdict.rule,
      prefix: `+${verdict.prefix}`,
      prefix_id: fraud.listed === null ? null : encodeId('prefix', fraud.listed.id),
      text: sentenceFor({ ...sentence, kind: 'fraud', facts: fraudEvidence(fraud) }),
      evidence:
        block === undefined
          ? null
          : {
              rule: block.rule,
              sent: block.sent,
              converted: block.converted,
              limit_sent: block.limitSent,
              limit_percent: block.limitPercent,
              since: new Date(block.sinceMs).toISOString(),
              until: new Date(evidence.atMs).toISOString(),
            },
      spend: null,
    };
  }
  const limit = spend === null ? undefined : decisiveLimit(spend);
  if (spend === null || limit === undefined) return null;
  return {
    rule: 'spend',
    prefix: null,
    prefix_id: null,
    text: sentenceFor({ ...sentence, kind: 'budget', facts: budgetEvidence(spend) }),
    evidence: null,
    spend: {
      scope: limit.scope,
      window_seconds: limit.windowSeconds,
      limit: { amount_micros: limit.limitMicros, currency: limit.currency },
      used_micros: limit.usedMicros,
    },
  };
}
