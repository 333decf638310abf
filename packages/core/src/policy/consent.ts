import { linesOf, type Rule } from './rule.ts';

const lines = linesOf('consent', 'policy.consent_missing');

/** Marketing needs a consent that was given and not withdrawn since (GDPR article 7, ePrivacy directive article 13); the other classes are not asked. */
export const consentRule: Rule = {
  rule: 'consent',
  stopState: 'suppressed',
  judge(facts) {
    if (facts.class !== 'marketing') return lines.not_applicable;
    return facts.consent?.state === 'granted' ? lines.pass : lines.stop;
  },
};
