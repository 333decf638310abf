import type { AskedService } from '@signalbox/contracts';
import { decimalToMicros, microsToDecimal } from '#format/money.ts';

/** A service of others as a form holds it: its body and money as text. */
export interface AskedValues<Service extends AskedService> {
  service: Omit<Service, 'body' | 'price_micros' | 'daily_micros'> & { body: string };
  price: string;
  daily: string;
  /** Written anew; empty leaves what is stored. */
  secret: string;
}

/** Where answers stand, whatever is asked. */
export const ASKED_POINTERS = ['results_pointer', 'number_pointer'] as const;

/** How a service is asked and what it may cost, as a new one begins. */
export const FRESH_ASKED = {
  url: '',
  body: '{ "numbers": "{{numbers}}" }',
  max_numbers: 1,
  auth: 'bearer',
  auth_user: '',
  auth_header: '',
  results_pointer: '/results',
  number_pointer: '/number',
  timeout_ms: 2000,
  currency: 'USD',
  daily_numbers: 1000,
} as const;

/** What is stored of a service, as a form holds it. */
export function writeService<Service extends AskedService>(stored: Service): AskedValues<Service> {
  const { body, price_micros: price, daily_micros: daily, ...rest } = stored;
  return {
    service: { ...rest, body: body === null ? '' : JSON.stringify(body, null, 2) },
    price: microsToDecimal(price),
    daily: daily === null ? '' : microsToDecimal(daily),
    secret: '',
  };
}

/** What a form holds of a service, as it is stored; undefined where the body is no JSON object. The forms of money are checked by their fields. */
export function readService<Service extends AskedService>(
  values: AskedValues<Service>,
): { service: Service; secret?: string } | undefined {
  const { body: written, ...rest } = values.service;
  const body = written.trim() === '' ? null : readObject(written);
  if (body === undefined) return undefined;
  const daily = values.daily.trim();
  const service = {
    ...rest,
    body,
    price_micros: decimalToMicros(values.price) ?? 0,
    daily_micros: daily === '' ? null : (decimalToMicros(daily) ?? null),
  };
  return { service: service as unknown as Service, ...(values.secret === '' ? {} : { secret: values.secret }) };
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
