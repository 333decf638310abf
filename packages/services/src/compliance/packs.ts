import { setImmediate } from 'node:timers/promises';
import {
  type AnswerRuleRequest,
  type CountryPack,
  type FieldError,
  type LegalRuleView,
  NO_READING,
  type PackRule,
  type PackSummary,
  type PackView,
  SignalboxError,
} from '@signalbox/contracts';
import { COUNTRY_PACKS, isAnswerable } from '@signalbox/core';
import {
  deleteLegalAnswer,
  type LegalAnswerRow,
  lockLegalAnswer,
  putLegalAnswer,
  readLegalAnswers,
  type SqlRunner,
} from '@signalbox/db';
import { assertNoSecondPerson } from '../approvals/second-person.ts';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { type AnswersByRule, listIdsOf, packSummary, packView, ruleView } from './view.ts';

/** What the workspace says of rules, by their ids. */
export async function readAnswers(ctx: RequestContext): Promise<AnswersByRule> {
  const rows = await inWorkspace(ctx, (tx) => readLegalAnswers(tx, ctx.workspace.number));
  return new Map(rows.map((row) => [row.rule, row]));
}

/** The packs there are, by country, with how many of their rules are not settled and how many of those the workspace has answered. */
export async function listPacks({ ctx }: { ctx: RequestContext; input: object }): Promise<PackSummary[]> {
  const answers = await readAnswers(ctx);
  const summaries: PackSummary[] = [];
  for (const pack of COUNTRY_PACKS.values()) {
    summaries.push(packSummary(ctx, pack, answers));
    // The clocks of a country take milliseconds to work out when they are first asked for: others are served in between.
    await setImmediate();
  }
  return summaries.toSorted((a, b) => (a.country < b.country ? -1 : 1));
}

/** The pack of a country as the workspace reads it; `not_found` where there is none. */
export async function readPack({ ctx, input }: { ctx: RequestContext; input: { country: string } }): Promise<PackView> {
  const pack = COUNTRY_PACKS.get(input.country);
  if (pack === undefined) {
    throw new SignalboxError('not_found', { detail: 'There is no pack of rules for this country.' });
  }
  return packView(ctx, pack, await readAnswers(ctx));
}

const noRule = (): SignalboxError =>
  new SignalboxError('not_found', { detail: 'There is no such rule; the pack of its country names those there are.' });

function findRule(id: string): { pack: CountryPack; rule: PackRule } {
  const pack = COUNTRY_PACKS.get(id.slice(0, 2));
  const rule = pack?.rules.find((one) => one.id === id);
  if (pack === undefined || rule === undefined) throw noRule();
  return { pack, rule };
}

function faultsOf(rule: PackRule, { reading, exceptions }: AnswerRuleRequest): FieldError[] {
  const faults: FieldError[] = [];
  const names = rule.readings.map(({ id }) => id);
  if (reading !== null && !isAnswerable(rule)) {
    const message = 'This rule is confirmed: it holds as it is. Leave the reading out.';
    faults.push({ path: 'reading', code: 'not_allowed', message });
  } else if (reading !== null && reading !== NO_READING && !names.includes(reading)) {
    const message = `Must be one of the readings of the rule (${names.join(', ')}), or "none".`;
    faults.push({ path: 'reading', code: 'invalid_value', message });
  }
  if (exceptions.length > 0 && listIdsOf(rule).length === 0) {
    const message = 'This rule has no lists of words: leave the exceptions out.';
    faults.push({ path: 'exceptions', code: 'not_allowed', message });
  }
  return faults;
}

const objectOf = (rule: string) => ({ kind: 'rule', id: rule, name: rule }) as const;
/** What the audit log keeps of an answer. */
export const answerFacts = ({ reading, exceptions, note }: Omit<AnswerRuleRequest, 'version'>): object => ({
  reading,
  exceptions,
  note,
});

interface GivenAnswer {
  rule: string;
  answer: AnswerRuleRequest;
}

/**
 * Says how the workspace reads a rule, in place of what it said before; in force for the next decision of every process, in live and in
 * sandbox. Throws `not_found` for a rule there is not, `request_invalid` for a reading of a rule that is confirmed, `conflict` when the
 * version was left behind, and `forbidden` where a second person approves it.
 */
export async function answerRule({ ctx, input }: { ctx: RequestContext; input: GivenAnswer }): Promise<LegalRuleView> {
  return inWorkspace(ctx, async (tx) => {
    await assertNoSecondPerson(tx, ctx, 'packs');
    return storeAnswer(tx, ctx, await judgeAnswer(tx, ctx, input));
  });
}

interface JudgedAnswer extends Pick<GivenAnswer, 'answer'> {
  rule: PackRule;
  before: LegalAnswerRow | undefined;
}

/** Judges an answer that is given, with what stands in its place. Refuses as `answerRule` does. */
export async function judgeAnswer(tx: SqlRunner, ctx: RequestContext, input: GivenAnswer): Promise<JudgedAnswer> {
  const { rule } = findRule(input.rule);
  const fields = faultsOf(rule, input.answer);
  if (fields.length > 0) throw new SignalboxError('request_invalid', { fields });
  const before = await lockLegalAnswer(tx, ctx.workspace.number, rule.id);
  const { version } = input.answer;
  if (version !== undefined && version !== before?.version) throw new SignalboxError('conflict');
  return { rule, before, answer: input.answer };
}

/** Stores an answer in the transaction it was judged in. */
export async function storeAnswer(
  tx: SqlRunner,
  ctx: RequestContext,
  { rule, before, answer }: JudgedAnswer,
): Promise<LegalRuleView> {
  const { reading, exceptions, note } = answer;
  const after = await putLegalAnswer(tx, { workspace: ctx.workspace.number, rule: rule.id, reading, exceptions, note });
  await recordAudit(tx, ctx, {
    action: 'rule.answered',
    object: objectOf(rule.id),
    before: before === undefined ? null : answerFacts(before),
    after: answerFacts(after),
    // Live and sandbox share it.
    environment: null,
  });
  return ruleView(rule, new Map([[rule.id, after]]));
}

/** The answer that is to be taken back; `not_found` when there is none. */
export async function judgeTakenBack(tx: SqlRunner, ctx: RequestContext, id: string): Promise<LegalAnswerRow> {
  const { rule } = findRule(id);
  const before = await lockLegalAnswer(tx, ctx.workspace.number, rule.id);
  if (before === undefined) {
    throw new SignalboxError('not_found', { detail: 'Nothing was answered: the rule holds as its pack says.' });
  }
  return before;
}

/**
 * Takes an answer back, so that the rule holds as the pack says; `not_found` when there is none, `forbidden` where a second person approves it.
 */
export async function removeRuleAnswer({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { rule: string };
}): Promise<null> {
  await inWorkspace(ctx, async (tx) => {
    await assertNoSecondPerson(tx, ctx, 'packs');
    await takeBack(tx, ctx, await judgeTakenBack(tx, ctx, input.rule));
  });
  return null;
}

/** Takes an answer back in the transaction it was judged in. */
export async function takeBack(tx: SqlRunner, ctx: RequestContext, before: LegalAnswerRow): Promise<void> {
  await deleteLegalAnswer(tx, ctx.workspace.number, before.rule);
  await recordAudit(tx, ctx, {
    action: 'rule.answer_removed',
    object: objectOf(before.rule),
    before: answerFacts(before),
    after: null,
    environment: null,
  });
}
