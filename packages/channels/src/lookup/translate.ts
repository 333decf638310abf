import type { LookupService, Reach } from '@signalbox/contracts';
import { fillTemplate, findUnknownPlaceholders } from '../http/body-template.ts';
import { accountHeaders, type WireAnswer, type WireRequest } from '../http/translate.ts';
import { parseJson, readPointer, readText } from '../json-pointer.ts';

/** What may stand between {{ and }} in the address and the body of a lookup. */
const PLACEHOLDERS = {
  number: 'the first number: E.164 with "+"',
  digits: 'the first number without "+"',
  numbers: 'the list of numbers',
  all_digits: 'the list of numbers without "+"',
} as const;

/** What a service said of one number; null where it said nothing. */
interface NumberFinding {
  /** MCC and MNC as digits. */
  network: string | null;
  reach: Reach | null;
}

/** What is wrong with how a service is described, at which field, in one sentence with the cure; null when all is well. */
export function faultOfLookup(service: LookupService): { field: keyof LookupService; message: string } | null {
  const { url, body, max_numbers: max } = service;
  for (const [field, written] of [['url', url] as const, ['body', body] as const]) {
    const [unknown] = findUnknownPlaceholders(written, PLACEHOLDERS);
    if (unknown !== undefined)
      return { field, message: `{{${unknown}}} is not a placeholder; use ${Object.keys(PLACEHOLDERS).join(', ')}.` };
  }
  const text = `${url} ${JSON.stringify(body) ?? ''}`;
  const hasList = /\{\{\s*(?:numbers|all_digits)\s*\}\}/.test(text);
  if (!hasList && !/\{\{\s*(?:number|digits)\s*\}\}/.test(text))
    return {
      field: body === null ? 'url' : 'body',
      message: 'The number stands nowhere; write {{number}} in the address, or {{numbers}} in the body.',
    };
  if (!hasList && max > 1)
    return { field: 'max_numbers', message: 'Only a list, {{numbers}}, can carry more than one number; use 1.' };
  if (service.auth === 'basic' && service.auth_user === '')
    return { field: 'auth_user', message: 'The password needs its user name.' };
  if (service.auth === 'header' && service.auth_header === '')
    return { field: 'auth_header', message: 'Name the header that carries the secret.' };
  return null;
}

const digitsOf = (number: string): string => number.replace(/\D/g, '');

/** The request that asks for numbers (E.164). */
export function askLookup(service: LookupService, secret: string, numbers: readonly string[]): WireRequest {
  const { auth, auth_user, auth_header, url, body } = service;
  const headers = accountHeaders({ auth, auth_user, auth_header, auth_secret: secret });
  const [number = ''] = numbers;
  const values = { number, digits: digitsOf(number), numbers, all_digits: numbers.map(digitsOf) };
  const address = url.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) =>
    encodeURIComponent(String(values[name as keyof typeof values] ?? '')),
  );
  if (body === null) return { url: address, method: 'GET', headers, body: undefined };
  headers['content-type'] = 'application/json';
  return { url: address, method: 'POST', headers, body: JSON.stringify(fillTemplate(body, values)) };
}

/** What an answer says of the numbers that were asked for, by the number; null when it is none. What it says of others is left out. */
export function readLookup(
  service: LookupService,
  numbers: readonly string[],
  answer: Pick<WireAnswer, 'status' | 'body'>,
): Map<string, NumberFinding> | null {
  if (answer.status < 200 || answer.status > 299) return null;
  const found = readPointer(parseJson(answer.body), service.results_pointer);
  if (typeof found !== 'object' || found === null) return null;
  const asked = new Map(numbers.map((number) => [digitsOf(number), number]));
  const findings = new Map<string, NumberFinding>();
  for (const entry of Array.isArray(found) ? found : [found]) {
    const named = readText(entry, service.number_pointer);
    // Who is asked for one number need not repeat it.
    const number = named === undefined && numbers.length === 1 ? numbers[0] : asked.get(digitsOf(named ?? ''));
    if (number !== undefined) findings.set(number, readFinding(service, entry));
  }
  return findings;
}

function readFinding(service: LookupService, entry: unknown): NumberFinding {
  const first = readText(entry, service.network_pointer) ?? '';
  const mnc = readText(entry, service.mnc_pointer);
  const network = digitsOf(service.mnc_pointer === '' ? first : mnc === undefined ? '' : first + mnc.padStart(2, '0'));
  const state = readText(entry, service.state_pointer)?.trim().toLowerCase();
  const isOne = (words: readonly string[]) => words.some((word) => word.toLowerCase() === state);
  const reach = isOne(service.unknown_words)
    ? 'unknown'
    : isOne(service.absent_words)
      ? 'absent'
      : isOne(service.reachable_words)
        ? 'reachable'
        : null;
  return { network: /^\d{5,6}$/.test(network) ? network : null, reach };
}
