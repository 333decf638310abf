import type { SubstitutionPreview, SubstitutionRule } from '@signalbox/contracts';
import { fitsSend, isAbove, wilson, Z90 } from '@signalbox/core';
import { countEnds, countSends, type SendsAlike } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { baseOf } from '../prices/price-facts.ts';
import { readWithin } from '../tenant.ts';
import { channelPrice } from './channel-price.ts';
import { assertSound } from './substitutions.ts';

const DAY_MS = 86_400_000;
const DAYS = 7;
const ENDED_DAYS = 30;
/** Fewer messages that ended say nothing of how many will not be taken. */
const ENDED_MIN = 30;

/**
 * What a rule would have moved of the sends of the last week and about what that would have saved by the prices of today. Who is not reached by the other channel gets the first
 * one after all and costs both, so the saving hangs on how many those are: it is told with the interval of that share, and refused where too little is known of it.
 */
export async function previewSubstitution({
  ctx,
  input: rule,
}: {
  ctx: RequestContext;
  input: SubstitutionRule;
}): Promise<SubstitutionPreview> {
  assertSound(ctx, rule);
  const { from, to } = rule;
  const nowMs = ctx.services.world.nowMs();
  const place = { workspace: ctx.workspace.number, environment: ctx.environment };
  const [sends, ends] = await readWithin(ctx, 'The sends of a week take too long to count; try again.', (tx) =>
    Promise.all([
      countSends(tx, { ...place, sinceMs: nowMs - DAYS * DAY_MS, from, to }),
      countEnds(tx, { ...place, sinceMs: nowMs - ENDED_DAYS * DAY_MS, channel: to }),
    ]),
  );
  const fitting = sends.filter((send) => fitsSend({ ...rule, enabled: true }, send));
  const priced = fitting.map((send) => ({ send, price: priceBy(ctx, from, send), other: priceBy(ctx, to, send) }));
  const moved = priced.filter(({ price }) => isAbove(rule, price));
  const movedCount = sum(moved, ({ send }) => send.count);
  const isUntold = moved.some(({ price, other }) => price === null || other === null);
  const refused =
    movedCount === 0 ? 'nothing_moved' : isUntold ? 'no_price' : ends.ended < ENDED_MIN ? 'too_few_ended' : null;
  const failed = wilson(ends.failed, ends.ended, Z90);
  const before = sum(moved, ({ send, price }) => send.count * (price?.amount_micros ?? 0));
  const after = sum(moved, ({ send, other }) => send.count * (other?.amount_micros ?? 0));
  const savedIf = (share: number) => Math.round(before * (1 - share) - after);
  return {
    days: DAYS,
    sends: sum(sends, ({ count }) => count),
    moved: movedCount,
    unpriced: rule.above === null ? 0 : sum(priced, ({ send, price }) => (price === null ? send.count : 0)),
    saving:
      refused === null
        ? {
            currency: baseOf(ctx.services.config.current(), place.workspace),
            low_micros: savedIf(failed.high),
            expected_micros: savedIf(failed.share),
            high_micros: savedIf(failed.low),
          }
        : null,
    refused,
    ended: ends.ended,
  };
}

/** Parts are of texts; a mail is one. */
const priceBy = (ctx: RequestContext, channel: SubstitutionRule['from'], send: SendsAlike) =>
  channelPrice(ctx, {
    channel,
    class: send.class,
    country: send.country,
    parts: channel === 'sms' ? send.parts : 1,
  });

const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((total, row) => total + of(row), 0);
