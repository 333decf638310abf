import type { BlockFact, FraudFact } from '@signalbox/contracts';

/** What the range of a number comes to. */
export type FraudVerdict =
  | { kind: 'send'; because: 'nothing_found' | 'allowed' | 'known' }
  | { kind: 'block'; rule: 'listed' | BlockFact['rule']; prefix: string };

/** True when more codes went to a block than its threshold bears, and too few of them came back. */
export function isSuspicious({ sent, converted, limitSent, limitPercent }: BlockFact): boolean {
  return sent > limitSent && converted * 100 < sent * limitPercent;
}

/** What would block the number, were nothing known of it: a prefix listed by a rule, or a block that is suspicious now. */
function suspicionOf({ listed, blocks }: FraudFact): { rule: 'listed' | BlockFact['rule']; prefix: string } | null {
  if (listed !== null && listed.action === 'block') return { rule: 'listed', prefix: listed.prefix };
  return blocks.find(isSuspicious) ?? null;
}

/** Whether the verdict hangs on what the number did before: rules make way for somebody who has typed a code here, people do not. */
export function hangsOnKnown(fact: FraudFact): boolean {
  if (fact.listed?.action === 'allow' || fact.listed?.origin === 'person') return false;
  return suspicionOf(fact) !== null;
}

/**
 * Judges the range of a number (domain: pumping). What somebody listed counts before what the rules find, and of what the rules find a
 * number that converted before is free, so that a closed range does not close the shop to its customers. A number nobody asked about
 * counts as unknown.
 */
export function judgeFraud(fact: FraudFact): FraudVerdict {
  if (fact.listed?.action === 'allow') return { kind: 'send', because: 'allowed' };
  const suspicion = suspicionOf(fact);
  if (suspicion === null) return { kind: 'send', because: 'nothing_found' };
  if (fact.known === true && hangsOnKnown(fact)) return { kind: 'send', because: 'known' };
  return { kind: 'block', rule: suspicion.rule, prefix: suspicion.prefix };
}
