import type { SenderFact, SenderStanding } from '@signalbox/contracts';
import { type CountryLaw, holdsFor, type LegalRule, type LegalSubject } from './law.ts';
import { linesOf, type Rule } from './rule.ts';

const lines = linesOf('country_sender', 'policy.sender_not_allowed');

/** Nothing goes out under a sender that the recipient's country does not take: it would be refused there, or arrive under another name. */
export const countrySenderRule: Rule = {
  rule: 'country_sender',
  stopState: 'suppressed',
  judge: ({ sender }) => (sender === null ? lines.not_applicable : lines.stop),
};

/** Whether a sender is a number or a name. */
export const senderKindOf = (sender: string): 'numeric' | 'alphanumeric' =>
  /^\+?\d+$/.test(sender) ? 'numeric' : 'alphanumeric';

/** What the registry of senders says of a sender in the country of the recipient. */
export interface RegistrySays {
  standing: SenderStanding;
  /** Whether senders of this very country are on file: without any it is not known which are registered, and the law is only told. */
  isKept: boolean;
  /** The rule of the workspace that lets registered senders pass alone, such as `country/MX`; null when it has none. */
  ownRule: string | null;
}

/** What the law of a country, or the workspace's word for it, has against a sender; null when they have nothing, or when the provider chooses the sender. */
export function judgeSender(
  law: CountryLaw | undefined,
  sender: string | null,
  subject: LegalSubject,
  registry: RegistrySays | null,
): SenderFact | null {
  if (sender === null) return null;
  const kind = senderKindOf(sender);
  const refusal = law?.sender.find((rule) => rule.effect.refused.includes(kind) && holdsFor(rule, subject));
  if (refusal !== undefined) return { sender, ...basisOf(refusal), affix: null };
  const lacking = law?.affix.find((rule) => !hasAffix(sender, rule.effect) && holdsFor(rule, subject));
  if (lacking !== undefined) {
    const { at, text } = lacking.effect;
    return { sender, ...basisOf(lacking), affix: { at, text } };
  }
  if (registry === null || registry.standing === 'registered') return null;
  const { standing, isKept, ownRule } = registry;
  const duty = isKept ? law?.registration.find((rule) => blocks(rule, kind) && holdsFor(rule, subject)) : undefined;
  if (duty !== undefined) return { sender, ...basisOf(duty), standing, affix: null };
  return ownRule === null ? null : { sender, rule: ownRule, version: null, law: null, standing, affix: null };
}

const blocks = ({ effect }: CountryLaw['registration'][number], kind: 'numeric' | 'alphanumeric'): boolean =>
  effect.unregistered === 'blocked' && effect.kinds.includes(kind);

const basisOf = ({ rule, version, law }: LegalRule) => ({ rule, version, law });

const hasAffix = (sender: string, { at, text }: { at: 'start' | 'end'; text: string }): boolean =>
  at === 'start' ? sender.startsWith(text) : sender.endsWith(text);
