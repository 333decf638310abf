import type { LookupRule, TrafficClass } from '@signalbox/contracts';

/** How long a text waits for what a service says of its number; afterwards it goes by the range of the number. */
export const LOOKUP_WAIT_MS: Readonly<Record<TrafficClass, number>> = {
  otp: 300,
  transactional: 1_000,
  marketing: 3_000,
};

/** The rule for a class in a country: that of the country, else that of every other. */
export function lookupRuleOf(
  rules: readonly LookupRule[],
  country: string | null,
  trafficClass: TrafficClass,
): LookupRule | undefined {
  const ofClass = rules.filter((rule) => rule.class === trafficClass);
  return (
    ofClass.find((rule) => rule.country !== null && rule.country === country) ??
    ofClass.find((rule) => rule.country === null)
  );
}

/** Whether a rule hangs on whether the phone can be reached: then a network alone is not enough to know. */
export const wantsReach = ({ absent, unknown }: LookupRule): boolean => absent === 'stop' || unknown === 'stop';
