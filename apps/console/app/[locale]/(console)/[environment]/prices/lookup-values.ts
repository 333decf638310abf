import type { LookupRule, LookupService, LookupView, SetLookupRequest } from '@signalbox/contracts';
import { decimalToMicros, microsToDecimal } from '#format/money.ts';

/** Every country without a rule of its own, as a choice of a list. */
export const EVERY_COUNTRY = '*';

/** The service and the rules as the form holds them: money and the body as text, every country as a choice. */
export interface LookupValues {
  enabled: boolean;
  service: Omit<LookupService, 'body' | 'price_micros' | 'daily_micros'> & { body: string };
  price: string;
  daily: string;
  secret: string;
  rules: (Omit<LookupRule, 'country'> & { country: string })[];
}

const FRESH: LookupValues['service'] = {
  url: '',
  body: '{ "numbers": "{{numbers}}" }',
  max_numbers: 1,
  auth: 'bearer',
  auth_user: '',
  auth_header: '',
  results_pointer: '/results',
  number_pointer: '/number',
  network_pointer: '/network',
  mnc_pointer: '',
  state_pointer: '',
  reachable_words: ['reachable', 'active', 'connected', 'ok'],
  absent_words: ['absent', 'absent_subscriber', 'unreachable'],
  unknown_words: ['unknown', 'unknown_subscriber', 'invalid'],
  timeout_ms: 2000,
  currency: 'USD',
  daily_numbers: 1000,
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
  const own = { secret: '', rules: rules.map((rule) => ({ ...rule, country: rule.country ?? EVERY_COUNTRY })) };
  if (service === null) return { enabled: version === 0 || enabled, service: FRESH, price: '', daily: '', ...own };
  const { body, price_micros: price, daily_micros: daily, ...rest } = service;
  return {
    enabled,
    service: { ...rest, body: body === null ? '' : JSON.stringify(body, null, 2) },
    price: microsToDecimal(price),
    daily: daily === null ? '' : microsToDecimal(daily),
    ...own,
  };
}

/** What is to be stored; undefined where the body is no JSON object. The forms of money are checked by their fields. */
export function toRequest(values: LookupValues, version: number): SetLookupRequest | undefined {
  const { body: written, ...rest } = values.service;
  const body = written.trim() === '' ? null : readObject(written);
  if (body === undefined) return undefined;
  const daily = values.daily.trim();
  return {
    version,
    enabled: values.enabled,
    service: {
      ...rest,
      body,
      price_micros: decimalToMicros(values.price) ?? 0,
      daily_micros: daily === '' ? null : (decimalToMicros(daily) ?? null),
    },
    ...(values.secret === '' ? {} : { secret: values.secret }),
    rules: values.rules.map((rule) => ({ ...rule, country: rule.country === EVERY_COUNTRY ? null : rule.country })),
  };
}

function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The field of the form that a path of the request names. */
export function fieldOf(path: string): (string | number)[] {
  if (path === 'service.price_micros') return ['price'];
  if (path === 'service.daily_micros') return ['daily'];
  return path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
