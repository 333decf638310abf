import type { TranslationService } from '@signalbox/contracts';
import type { WireAnswer, WireRequest } from '../http/translate.ts';
import { parseJson, readPointer, readText } from '../json-pointer.ts';

/** Texts of one language to be said in another, by the codes of the service. */
export interface TranslationAsk {
  source: string;
  target: string;
  texts: readonly string[];
}

const HEADERS = { accept: 'application/json', 'user-agent': 'signalbox' };
const ERROR_MAX = 200;

const behind = ({ url }: Pick<TranslationService, 'url'>, path: string): string => url.replace(/\/+$/, '') + path;

/** The request for the languages of a LibreTranslate service. */
export const askLanguages = (service: Pick<TranslationService, 'url'>): WireRequest => ({
  url: behind(service, '/languages'),
  method: 'GET',
  headers: HEADERS,
  body: undefined,
});

/** The request for translations; the key of the service goes in the body, as its interface has it. */
export function askTranslation(
  service: Pick<TranslationService, 'url'>,
  secret: string,
  { source, target, texts }: TranslationAsk,
): WireRequest {
  const body = { q: texts, source, target, format: 'text', ...(secret === '' ? {} : { api_key: secret }) };
  return {
    url: behind(service, '/translate'),
    method: 'POST',
    headers: { ...HEADERS, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

type Answer = Pick<WireAnswer, 'status' | 'body'>;

const isGood = ({ status }: Answer): boolean => status >= 200 && status <= 299;
const isText = (value: unknown): value is string => typeof value === 'string';

/** Which languages a service translates each of its languages into; null when it is no answer. */
export function readLanguages(answer: Answer): Map<string, string[]> | null {
  const list = isGood(answer) ? parseJson(answer.body) : undefined;
  if (!Array.isArray(list)) return null;
  const codes = list.flatMap((one) => readText(one, '/code') ?? []);
  return new Map(
    list.flatMap((one): [string, string[]][] => {
      const code = readText(one, '/code');
      const targets = readPointer(one, '/targets');
      // Who names no targets translates each into all.
      return code === undefined ? [] : [[code, Array.isArray(targets) ? targets.filter(isText) : codes]];
    }),
  );
}

/** The texts in the other language, in their order; null when it is no answer. */
export function readTranslations(count: number, answer: Answer): string[] | null {
  const said = isGood(answer) ? readPointer(parseJson(answer.body), '/translatedText') : undefined;
  return Array.isArray(said) && said.length === count && said.every(isText) ? said : null;
}

/** What a service says of its refusal, in one line; undefined when it says nothing. */
export const readRefusal = ({ body }: Answer): string | undefined =>
  readText(parseJson(body), '/error')
    ?.replace(/[^\P{C}]+/gu, ' ')
    .trim()
    .slice(0, ERROR_MAX);
