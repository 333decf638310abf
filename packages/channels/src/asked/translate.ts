import type { AskedService } from '@signalbox/contracts';
import { fillTemplate, findUnknownPlaceholders } from '../http/body-template.ts';
import { accountHeaders, type WireAnswer, type WireRequest } from '../http/translate.ts';
import { parseJson, readPointer, readText } from '../json-pointer.ts';

/** What may stand between {{ and }} in the address and the body of a service that is asked for numbers. */
const PLACEHOLDERS = {
  number: 'the first number: E.164 with "+"',
  digits: 'the first number without "+"',
  numbers: 'the list of numbers',
  all_digits: 'the list of numbers without "+"',
} as const;

/** What is wrong with how a service is described, at which field, in one sentence with the cure; null when all is well. */
export function faultOfAsking(service: AskedService): { field: keyof AskedService; message: string } | null {
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

/** What is left of a number without all that is no digit. */
export const digitsOf = (number: string): string => number.replace(/\D/g, '');

/** The request that asks for numbers (E.164), or for mail addresses. */
export function askNumbers(service: AskedService, secret: string, numbers: readonly string[]): WireRequest {
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

/** One entry of an answer, and which of those that were asked for it is about; undefined where it names none of them. */
export interface AnsweredEntry {
  number: string | undefined;
  entry: unknown;
}

/** The entries of an answer, and whether they are a list; null when it is no answer. */
export function readEntries(
  service: AskedService,
  numbers: readonly string[],
  answer: Pick<WireAnswer, 'status' | 'body'>,
): { entries: AnsweredEntry[]; isList: boolean } | null {
  if (answer.status < 200 || answer.status > 299) return null;
  const found = readPointer(parseJson(answer.body), service.results_pointer);
  if (typeof found !== 'object' || found === null) return null;
  const asked = new Map(numbers.map((number) => [spellingOf(number), number]));
  const isList = Array.isArray(found);
  const entries = (isList ? found : [found]).map((entry) => {
    const named = readText(entry, service.number_pointer);
    // Who is asked for one number need not repeat it.
    const number = named === undefined && numbers.length === 1 ? numbers[0] : asked.get(spellingOf(named ?? ''));
    return { number, entry };
  });
  return { entries, isList };
}

/** One spelling for the ways a number or a mail address is written. */
const spellingOf = (text: string): string => (text.includes('@') ? text.trim().toLowerCase() : digitsOf(text));
