import {
  type CountryPack,
  type LegalRuleView,
  NO_READING,
  type PackEffect,
  type PackRule,
  type PackSummary,
  type PackView,
  type RuleAnswerView,
  type WordListView,
} from '@signalbox/contracts';
import { isAnswerable, PACK_SOURCES, readingOf, WORD_LISTS } from '@signalbox/core';
import type { LegalAnswerRow } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { instantText } from '../instant-text.ts';

/** What a workspace says of rules, by their ids. */
export type AnswersByRule = ReadonlyMap<string, LegalAnswerRow>;

/** An answer as it is shown. */
export const answerView = ({ reading, exceptions, note, version, updatedAt }: LegalAnswerRow): RuleAnswerView => ({
  reading,
  exceptions,
  note,
  version,
  updated_at: updatedAt.toISOString(),
});

/** A rule as it is shown, with the answer of the workspace. */
export function ruleView(rule: PackRule, answers: AnswersByRule): LegalRuleView {
  const { id, topic, channels, classes, from, until, confidence, readings } = rule;
  const answer = answers.get(id);
  return {
    ...{ id, topic, channels, classes, from, until, confidence },
    readings: readings.map((reading) => ({
      id: reading.id,
      text: reading.text,
      sources: reading.sources.map((name) => ({ name, ...sourceOf(name) })),
      acts: reading.effects.some(acts),
      holidays: reading.effects.some((effect) => effect.kind === 'hours' && effect.holidays),
    })),
    in_use: readingOf(rule, answers)?.id ?? NO_READING,
    answerable: isAnswerable(rule),
    answer: answer === undefined ? null : answerView(answer),
    lists: listsOf(rule),
  };
}

/** What is only shown, or added by operators, stops nothing. */
const acts = (effect: PackEffect): boolean =>
  effect.kind === 'registration'
    ? effect.unregistered === 'blocked'
    : effect.kind !== 'replaced' && effect.kind !== 'tail';

function sourceOf(name: string): (typeof PACK_SOURCES)[string] {
  const source = PACK_SOURCES[name];
  if (source === undefined) throw new Error(`a pack names the source ${name}, which is not there`);
  return source;
}

/** Ids of the lists of words that a rule bans, by any of its readings. */
export const listIdsOf = ({ readings }: PackRule): string[] =>
  readings.flatMap(({ effects }) => effects.flatMap((effect) => (effect.kind === 'words' ? effect.lists : [])));

const listsOf = (rule: PackRule): WordListView[] =>
  listIdsOf(rule).flatMap((id) => {
    const list = WORD_LISTS.get(id);
    if (list === undefined) return [];
    const { language, version, words, exceptions } = list;
    return [
      {
        ...{ id, language, version, words: [...words] },
        exceptions: exceptions.map(({ phrase, because, reviewedAt }) => ({ phrase, because, reviewed_at: reviewedAt })),
      },
    ];
  });

/** A pack in a list, with how the hours for marketing stand there now. */
export function packSummary(ctx: RequestContext, pack: CountryPack, answers: AnswersByRule): PackSummary {
  const nowMs = ctx.services.world.nowMs();
  const hours = ctx.services.config.current().hoursOf(ctx.workspace.number);
  const fact = hours.at('marketing', { channel: 'sms', country: pack.country }, nowMs);
  const unsettled = pack.rules.filter(isAnswerable);
  return {
    country: pack.country,
    version: pack.version,
    checked_at: pack.checkedAt,
    rules: pack.rules.length,
    unsettled: unsettled.length,
    answered: unsettled.filter(({ id }) => answers.get(id)?.reading != null).length,
    marketing_now:
      fact === null
        ? null
        : { open: fact.open, until: instantText(fact.untilMs), time_zone: fact.zone, time_zones: fact.zones },
  };
}

/** The pack of a country as it is shown. */
export function packView(ctx: RequestContext, pack: CountryPack, answers: AnswersByRule): PackView {
  return {
    ...packSummary(ctx, pack, answers),
    rules: pack.rules.map((rule) => ruleView(rule, answers)),
    cases: pack.cases
      .filter(({ answers: chosen }) => chosen === undefined)
      .map(({ name, at, class: trafficClass, sender, text, outcome, rule, until }) => ({
        ...{ name, at, class: trafficClass, outcome },
        ...{ sender: sender ?? null, text: text ?? null, rule: rule ?? null, until: until ?? null },
      })),
  };
}
