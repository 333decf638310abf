import type { SenderFact } from '@signalbox/contracts';
import { type CountryLaw, holdsFor, type LegalRule, type LegalSubject } from './law.ts';
import { linesOf, type Rule } from './rule.ts';

const lines = linesOf('country_sender', 'policy.sender_not_allowed');

/** Nothing goes out under a sender that the recipient's country does not take: it would be refused there, or arrive under another name. */
export const countrySenderRule: Rule = {
  rule: 'country_sender',
  stopState: 'suppressed',
  judge: ({ sender }) => (sender === null ? lines.not_applicable : lines.stop),
};

const isNumeric = (sender: string): boolean => /^\+?\d+$/.test(sender);

/** What the law of a country has against a sender; null when it has nothing, or when the provider chooses the sender. */
export function judgeSender(law: CountryLaw, sender: string | null, subject: LegalSubject): SenderFact | null {
  if (sender === null) return null;
  const kind = isNumeric(sender) ? 'numeric' : 'alphanumeric';
  const refusal = law.sender.find((rule) => rule.effect.refused.includes(kind) && holdsFor(rule, subject));
  if (refusal !== undefined) return { sender, ...basisOf(refusal), affix: null };
  const lacking = law.affix.find((rule) => !hasAffix(sender, rule.effect) && holdsFor(rule, subject));
  if (lacking === undefined) return null;
  const { at, text } = lacking.effect;
  return { sender, ...basisOf(lacking), affix: { at, text } };
}

const basisOf = ({ rule, version, law }: LegalRule) => ({ rule, version, law });

const hasAffix = (sender: string, { at, text }: { at: 'start' | 'end'; text: string }): boolean =>
  at === 'start' ? sender.startsWith(text) : sender.endsWith(text);
