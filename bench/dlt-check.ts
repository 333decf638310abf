import { STRICT_MATCHING } from '@signalbox/contracts';
import { findMatch, indexTemplates, parseDltTemplate, rankTemplates } from '@signalbox/core';
import type { SuiteEntry } from '../scripts/suite/context.ts';
import { medianOf, round } from './rig/numbers.ts';

const TEMPLATES = 2000;
const ROUNDS = 50;
const CANDIDATES = 5;
/** What is promised: a text against the whole registry of a large brand. */
const MOST_MS = 100;
const WHAT = ['order', 'parcel', 'refund', 'ticket', 'booking'];
const HOW = ['late', 'cancelled', 'ready', 'on its way'];

/** Templates that are all alike: the worst case, for a text then resembles every one of them. */
function registry() {
  return Array.from({ length: TEMPLATES }, (_, row) => {
    const parsed = parseDltTemplate(
      `Dear {#var#}, your ${WHAT[row % 5]} {#numeric#} from shop ${row} is ${HOW[row % 4]} since {#var#}. Call {#cbn#} or see {#url#} - Acme`,
    );
    if (!parsed.ok) throw new Error('a template could not be read');
    return { row, template: parsed.template };
  });
}

const medianMs = (work: () => void): number =>
  medianOf(
    Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );

export default {
  name: 'dlt.check',
  figures: ['dlt.check', 'dlt.match'],
  async run(context) {
    const index = indexTemplates(registry(), STRICT_MATCHING);
    const right =
      'Dear Asha Rao, your parcel 445566 from shop 1206 is ready since Friday. Call 18001234567 or see https://acme.in/t?1 - Acme';
    const wrong = right.replace('is ready', 'is now ready');
    const conditions = { templates: TEMPLATES, rounds: ROUNDS, characters: right.length };
    const checkMs = medianMs(() => rankTemplates(index, wrong, CANDIDATES));
    const matchMs = medianMs(() => findMatch(index, right));
    context.figure({
      name: 'dlt.check',
      value: round(checkMs, 2),
      unit: 'ms',
      conditions: { ...conditions, candidates: CANDIDATES },
    });
    context.figure({ name: 'dlt.match', value: round(matchMs, 3), unit: 'ms', conditions });
    return checkMs < MOST_MS;
  },
} satisfies SuiteEntry;
