import type { LookupRule, LookupService, ReachFact, TrafficClass } from '@signalbox/contracts';
import { lookupRuleOf, wantsReach } from '@signalbox/core';
import type { LoadedMessage, NumberLookupRow } from '@signalbox/db';

/** A text, as far as looking its number up hangs on it. */
type Asking = Pick<LoadedMessage, 'class' | 'country' | 'learned'>;

/** How a workspace looks numbers up, in memory. */
export interface LookupBook {
  service: LookupService;
  /** Sealed. */
  secret: string | null;
  /** Grows with each change. */
  version: number;
  /** Whether any text of a class has its number looked up. */
  concerns(trafficClass: TrafficClass): boolean;
  /** Whether the number of a text is to be asked for: a rule says so, and what is known of it does not do. */
  isNeeded(message: Asking): boolean;
  /** What is known of the phone of a text, where it is out of reach or nobody's and a rule asks. */
  reachOf(message: Asking): ReachFact | null;
}

/** Books how a workspace looks numbers up. */
export function bookLookup({ service, rules, secret, version }: NumberLookupRow): LookupBook {
  const asking = rules.filter((rule) => rule.look_up);
  const classes = new Set(asking.map((rule) => rule.class));
  const ruleOf = ({ class: trafficClass, country }: Asking): LookupRule | undefined => {
    if (!classes.has(trafficClass)) return undefined;
    const rule = lookupRuleOf(rules, country, trafficClass);
    return rule?.look_up === true ? rule : undefined;
  };
  return {
    service,
    secret,
    version,
    concerns: (trafficClass) => classes.has(trafficClass),
    isNeeded(message) {
      const rule = ruleOf(message);
      if (rule === undefined) return false;
      const known = message.learned;
      return known == null || (wantsReach(rule) && service.state_pointer !== '' && known.reach === null);
    },
    reachOf(message) {
      const known = message.learned;
      if (known == null || known.reach === null || known.reach === 'reachable') return null;
      const rule = ruleOf(message);
      return rule === undefined ? null : { reach: known.reach, atMs: known.atMs, does: rule[known.reach] };
    },
  };
}
