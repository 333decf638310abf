import type { Channel, SubstitutionFacts, SubstitutionRule } from '@signalbox/contracts';

/** Whether a rule fits a send, whatever it costs. */
export function fitsSend(
  rule: SubstitutionRule,
  send: Pick<SubstitutionFacts, 'class' | 'country' | 'template' | 'channels'>,
): boolean {
  return (
    rule.enabled &&
    rule.from !== rule.to &&
    send.channels[0] === rule.from &&
    send.channels.includes(rule.to) &&
    (rule.country === null || rule.country === send.country) &&
    (rule.class === null || rule.class === send.class) &&
    (rule.template === null || rule.template === send.template)
  );
}

/** Whether a price is above the bound of a rule; a price in another currency, or none, never is. */
export function isAbove({ above }: SubstitutionRule, price: SubstitutionFacts['price']): boolean {
  if (above === null) return true;
  return price !== null && price.currency === above.currency && price.amount_micros > above.amount_micros;
}

/**
 * The order of the channels of a send by the first rule that fits: its channel goes first and all others follow as they were, so that whom it does not reach is reached as
 * before. Null where no rule fits. No channel is added: a message goes only where its sender has written to.
 */
export function substitute(facts: SubstitutionFacts): { rule: SubstitutionRule; channels: Channel[] } | null {
  const rule = facts.rules.find((one) => fitsSend(one, facts) && isAbove(one, facts.price));
  if (rule === undefined) return null;
  return { rule, channels: [rule.to, ...facts.channels.filter((channel) => channel !== rule.to)] };
}
