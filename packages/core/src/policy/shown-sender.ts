import type { SenderAffix, SenderStanding, ShownSender } from '@signalbox/contracts';
import { senderKindOf } from './country-sender.ts';
import { type CountryLaw, holdsFor, type LegalSubject } from './law.ts';

const RULE_PREFIX = 'law/';

/**
 * How a phone will show a sender, by the law of its country and what operators put around it; and what they add to the text. A sender that is
 * left to the provider is told as null. `standing` is null where no registry is kept.
 */
export function shownSender(
  law: CountryLaw | undefined,
  sender: string | null,
  subject: LegalSubject,
  registered: { standing: SenderStanding | null; affix: SenderAffix | null },
): ShownSender {
  const kind = sender === null ? null : senderKindOf(sender);
  const replaced = law?.replaced.find((rule) => holdsFor(rule, subject));
  const tails = law?.tail.filter((rule) => holdsFor(rule, subject)) ?? [];
  const duty =
    kind === null || registered.standing === 'registered'
      ? undefined
      : law?.registration.find(
          (rule) =>
            rule.effect.kinds.includes(kind) && rule.effect.unregistered !== 'blocked' && holdsFor(rule, subject),
        );
  const tail = tails.map(({ effect }) => effect.text).join('') || null;
  const tailRules = tails.map(({ rule }) => rule);
  const told = (shown: Omit<ShownSender, 'tail' | 'rules'>, rules: string[]): ShownSender => ({
    ...shown,
    tail,
    rules: [...rules, ...tailRules].map((rule) => rule.replace(RULE_PREFIX, '')),
  });
  if (replaced !== undefined) return told({ look: 'replaced', text: null, by: replaced.effect.by }, [replaced.rule]);
  if (duty?.effect.unregistered === 'replaced')
    return told({ look: 'replaced', text: null, by: 'number' }, [duty.rule]);
  if (duty?.effect.label !== undefined)
    return told({ look: 'labelled', text: duty.effect.label, by: null }, [duty.rule]);
  const { affix } = registered;
  if (sender !== null && affix !== null) return told({ look: 'affixed', text: withAffix(sender, affix), by: null }, []);
  return told({ look: 'as_is', text: sender, by: null }, []);
}

/** A name with what operators put around it. */
export const withAffix = (sender: string, { at, text }: SenderAffix): string =>
  at === 'start' ? `${text}${sender}` : `${sender}${text}`;
