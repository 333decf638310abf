import {
  askLanguages,
  askTranslation,
  readLanguages,
  readRefusal,
  readTranslations,
} from '@signalbox/channels/manifests';
import { chooseLocale } from '@signalbox/core';
import type { TranslationServiceRow } from '@signalbox/db';
import type { AskEnd, Asked, Asker, WrittenQuestion } from '../../asking/asker.ts';

/** Its name in what is counted of services. */
export const TRANSLATION_SOURCE = 'translation';

/** The place the key of a workspace's service is bound to. */
export const translationSecretPlace = (workspace: number): string => `translation/${workspace}/secret`;

/** Texts to be said in a language. */
export interface TranslationWish {
  locale: string;
  texts: readonly string[];
}
/** The texts in the language, or why there are none, in one sentence. */
export type Translated = { ok: true; texts: string[] } | { ok: false; message: string };

/** Asks the services of workspaces for translations; what is asked for at once goes in as few calls as it can, and languages side by side. */
export interface Translator {
  /** Never rejects: what was not answered says why. `name` is unlike that of anything that is asked meanwhile. */
  ask(
    of: { workspace: number; name: string; row: TranslationServiceRow; source: string },
    wishes: readonly TranslationWish[],
  ): Promise<Translated[]>;
}

/** Most texts and characters of one call: what public services take. */
const CALL_TEXTS = 50;
const CALL_LENGTH = 5_000;
/** Longest time for all of it. */
const WITHIN_MS = 5 * 60_000;

type Answer = { status: number; body: string };

/** Translations by the services that workspaces have set. */
export function createTranslator({ asker, nowMs }: { asker: Asker; nowMs: () => number }): Translator {
  return {
    async ask({ workspace, name, row, source }, wishes) {
      const refusals = new Map<string, string>();
      /** Asks by names that each stand for one call; what is read of an answer is given back by the name. */
      async function call<Finding>(
        names: readonly string[],
        write: (name: string, secret: string) => WrittenQuestion,
        read: (name: string, answer: Answer) => Finding | null,
      ): Promise<{ found: Map<string, Finding>; ends: Map<string, AskEnd> }> {
        const found = new Map<string, Finding>();
        const asked: Asked<Finding> = {
          ...{ workspace, name: TRANSLATION_SOURCE, service: termsOf(row), secret: row.secret },
          secretPlace: translationSecretPlace(workspace),
          write: ([one = ''], secret) => write(one, secret),
          read([one = ''], answer) {
            const said = read(one, answer);
            if (said !== null) return new Map([[one, said]]);
            const why = readRefusal(answer);
            refusals.set(one, `The service answered ${answer.status}${why === undefined ? '' : `: ${why}`}.`);
            // What it says of our question is an answer; only what cannot be read is a fault of its own.
            return answer.status >= 400 && answer.status < 500 && answer.status !== 429 ? new Map() : null;
          },
          keep: async (_tx, some) => {
            for (const { address, finding } of some) found.set(address, finding);
          },
        };
        const ends = await asker.ask(
          asked,
          names.map((address) => ({ address, messageId: null })),
          nowMs() + WITHIN_MS,
        );
        return { found, ends };
      }
      const why = (one: string, ends: ReadonlyMap<string, AskEnd>): string =>
        refusals.get(one) ?? (ends.get(one) === 'over_limit' ? OVER_LIMIT : NO_ANSWER);

      const listing = `${name} languages`;
      const languages = await call(
        [listing],
        () => askLanguages(row.service),
        (_, answer) => readLanguages(answer),
      );
      const known = languages.found.get(listing);
      if (known === undefined) return wishes.map(() => ({ ok: false, message: why(listing, languages.ends) }));
      const from = codeOf(source, [...known.keys()]);
      const targets = from === undefined ? [] : (known.get(from) ?? []);
      const plans = wishes.map(({ locale, texts }, index) => {
        const target = codeOf(locale, targets);
        const calls =
          target === undefined
            ? []
            : batchesOf(texts).map((batch, n) => ({ name: `${name} ${index} ${n}`, batch, target }));
        return { locale, target, calls };
      });
      const byName = new Map(plans.flatMap(({ calls }) => calls.map((one) => [one.name, one])));
      const { found, ends } = await call(
        [...byName.keys()],
        (one, secret) => {
          const { batch: texts = [], target = '' } = byName.get(one) ?? {};
          return askTranslation(row.service, secret, { source: from ?? source, target, texts });
        },
        (one, answer) => readTranslations(byName.get(one)?.batch.length ?? 0, answer),
      );
      return plans.map(({ locale, target, calls }): Translated => {
        if (target === undefined)
          return { ok: false, message: `The service does not translate from ${source} into ${locale}.` };
        const missing = calls.find((one) => !found.has(one.name));
        if (missing !== undefined) return { ok: false, message: why(missing.name, ends) };
        return { ok: true, texts: calls.flatMap((one) => found.get(one.name) ?? []) };
      });
    },
  };
}

const NO_ANSWER = 'The service gave no answer: see whether it is reached, then ask again.';
const OVER_LIMIT = 'The limit of calls for today is reached: raise it in the settings of translation, or ask tomorrow.';

/** Each call counts as one, and costs nothing that is known here. */
const termsOf = ({ service }: TranslationServiceRow): Asked<unknown>['service'] => ({
  ...{ max_numbers: 1, timeout_ms: service.timeout_ms, daily_numbers: service.daily_requests },
  ...{ price_micros: 0, currency: 'USD', daily_micros: null },
});

/** The code of a service for a language: the same or a wider one (pt for pt-BR); for a bare language also a narrower one (zh-Hans for zh), never another script or region. */
function codeOf(locale: string, codes: readonly string[]): string | undefined {
  const narrower = `${locale.toLowerCase()}-`;
  return chooseLocale(locale, codes, '') ?? codes.find((code) => code.toLowerCase().startsWith(narrower));
}

function batchesOf(texts: readonly string[]): string[][] {
  const batches: string[][] = [];
  let length = 0;
  for (const text of texts) {
    const last = batches.at(-1);
    if (last === undefined || last.length >= CALL_TEXTS || length + text.length > CALL_LENGTH) {
      batches.push([text]);
      length = text.length;
    } else {
      last.push(text);
      length += text.length;
    }
  }
  return batches;
}
