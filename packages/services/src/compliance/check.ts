import {
  type CheckComplianceRequest,
  type ComplianceAnswer,
  type CountryPack,
  type PolicyVerdict,
  REASONS,
} from '@signalbox/contracts';
import { COUNTRY_PACKS, judgePolicy } from '@signalbox/core';
import type { NewMessage } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { peekFacts } from '../dispatch/peek-facts.ts';
import { instantText } from '../instant-text.ts';
import { judgeRequest } from '../messages/judge-request.ts';
import { rulesOf } from '../routing/decide-now.ts';
import { withContent } from '../routing/without-content.ts';
import { readWithin } from '../tenant.ts';
import { readAnswers } from './packs.ts';
import { type AnswersByRule, ruleView } from './view.ts';

/**
 * Answers "may I send this, to this number, now?" by the rules that will judge the message when it comes: the one that decides, what the
 * others say, and the law of the country. Nothing is stored, counted or sent. Rules about what is left out are not asked. Throws
 * `request_invalid` for what a send would be refused for.
 */
export async function checkCompliance({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: CheckComplianceRequest;
}): Promise<ComplianceAnswer> {
  const { services } = ctx;
  const { body, isLeftOut } = withContent(input);
  const judged = judgeRequest(ctx, body, services.ids.next(), services.world.nowMs());
  if (!judged.ok) throw judged.error;
  return checkMessage(ctx, judged.message, !isLeftOut);
}

/** The same of a message that was judged to be well formed; without `hasText` rules about the content are not asked. */
export async function checkMessage(
  ctx: RequestContext,
  message: NewMessage,
  hasText: boolean,
): Promise<ComplianceAnswer> {
  const { services } = ctx;
  const atMs = Math.max(services.world.nowMs(), message.sendAtMs ?? 0);
  const [facts, answers] = await Promise.all([
    readWithin(ctx, 'The lists take too long to read; ask again.', (tx) =>
      peekFacts(ctx, tx, [message], atMs, hasText),
    ),
    readAnswers(ctx),
  ]);
  const own = facts.get(message.id);
  if (own === undefined) throw new Error('a message was judged without its facts');
  const verdict = judgePolicy(own);
  const rules = rulesOf(own);
  return {
    country: message.country,
    channel: message.channel,
    class: message.class,
    at: new Date(atMs).toISOString(),
    allowed: verdict.kind === 'send',
    ...outcomeOf(verdict),
    decided_by: rules.find(({ result }) => result === 'fail') ?? rules.find(({ result }) => result === 'wait') ?? null,
    rules,
    law: lawFor(message, atMs, answers),
  };
}

function outcomeOf(verdict: PolicyVerdict): Pick<ComplianceAnswer, 'state' | 'reason' | 'eligible_again_at'> {
  if (verdict.kind === 'send') return { state: 'queued', reason: null, eligible_again_at: null };
  const reason = { code: verdict.reason, text: REASONS[verdict.reason].text };
  if (verdict.kind === 'stop') return { state: verdict.state, reason, eligible_again_at: null };
  return { state: 'held', reason, eligible_again_at: instantText(verdict.untilMs) };
}

/** The rules of the country that are in force for such a message. */
function lawFor({ country, channel, class: trafficClass }: NewMessage, atMs: number, answers: AnswersByRule) {
  const pack: CountryPack | undefined = country === null ? undefined : COUNTRY_PACKS.get(country);
  const day = new Date(atMs).toISOString().slice(0, 10);
  return (pack?.rules ?? [])
    .filter(({ channels, classes }) => channels.includes(channel) && classes.includes(trafficClass))
    .filter(({ from, until }) => (from === null || from <= day) && (until === null || day < until))
    .map((rule) => ruleView(rule, answers));
}
