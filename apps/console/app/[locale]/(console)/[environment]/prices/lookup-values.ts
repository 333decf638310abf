import type { LookupRule, LookupService, LookupView, SetLookupRequest } from '@signalbox/contracts';
import { type AskedValues, FRESH_ASKED, readService, writeService } from '#components/asked/asked-values.ts';

/** Every country without a rule of its own, as a choice of a list. */
export const EVERY_COUNTRY = '*';

/** The service and the rules as the form holds them: every country as a choice. */
export interface LookupValues extends AskedValues<LookupService> {
  enabled: boolean;
  rules: (Omit<LookupRule, 'country'> & { country: string })[];
}

const FRESH: LookupValues['service'] = {
  ...FRESH_ASKED,
  network_pointer: '/network',
  mnc_pointer: '',
  state_pointer: '',
  reachable_words: ['reachable', 'active', 'connected', 'ok'],
  absent_words: ['absent', 'absent_subscriber', 'unreachable'],
  unknown_words: ['unknown', 'unknown_subscriber', 'invalid'],
  network_days: 30,
  reach_minutes: 120,
};

/** A rule as it begins. */
export const FRESH_RULE: LookupValues['rules'][number] = {
  country: EVERY_COUNTRY,
  class: 'marketing',
  look_up: true,
  absent: 'send',
  unknown: 'send',
};

/** What is stored, as the form holds it. */
export function toValues({ enabled, service, rules, version }: LookupView): LookupValues {
  const own = rules.map((rule) => ({ ...rule, country: rule.country ?? EVERY_COUNTRY }));
  if (service === null) {
    return { enabled: version === 0 || enabled, service: FRESH, price: '', daily: '', secret: '', rules: own };
  }
  return { enabled, ...writeService(service), rules: own };
}

/** What is to be stored; undefined where the body is no JSON object. */
export function toRequest(values: LookupValues, version: number): SetLookupRequest | undefined {
  const read = readService<LookupService>(values);
  if (read === undefined) return undefined;
  return {
    version,
    enabled: values.enabled,
    ...read,
    rules: values.rules.map((rule) => ({ ...rule, country: rule.country === EVERY_COUNTRY ? null : rule.country })),
  };
}
