import type { Quote, QuotedCountry, QuoteRequest } from '@signalbox/contracts';
import type { RequestContext } from '../context.ts';
import { factsBy, readGates } from '../routing/decide-now.ts';
import { readWithin } from '../tenant.ts';
import { placeOf, type QuoteMoney, quoteCountry } from './quote-country.ts';

/** Below this share of the price nobody changes a channel. */
const WORTH_SHARE = 0.5;

/**
 * Where mail would do instead of texts, with what it saves. Codes are left alone: they go where the person waits for them. Mail counts where a route carries
 * it and the workspace has not closed it in the country; whether people want it by mail is for whoever writes to them to say.
 */
export async function adviseChannel(
  ctx: RequestContext,
  { channel, class: trafficClass }: QuoteRequest,
  countries: readonly QuotedCountry[],
  money: QuoteMoney,
): Promise<Quote['advice']> {
  if (channel !== 'sms' || trafficClass === 'otp' || countries.length === 0) return [];
  const gates = await readWithin(ctx, 'The routes take too long to read; try again.', (tx) =>
    readGates(tx, ctx.workspace.number),
  );
  const regions = ctx.services.config.current().regionsOf(ctx.workspace.number);
  const facts = factsBy(ctx, placeOf(ctx, 'email', trafficClass, null), gates);
  if (facts.routes.some((route) => route.channel === 'email' && !money.canTell(route.currency))) return [];
  const mail = quoteCountry(null, [{ country: null, count: 1, facts }], 1, money.cost);
  if (mail === null) return [];
  return countries.flatMap(({ country, count, per_message: { expected_micros: text } }) => {
    const saved = text - mail.per_message.expected_micros;
    const isOpen = regions?.(country)?.channels?.includes('email') ?? true;
    if (!isOpen || saved < text * WORTH_SHARE) return [];
    return [{ instead: 'email' as const, country, count, saving_micros: saved * count }];
  });
}
