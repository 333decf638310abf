import { type PolicyVerdict, type Quote, type QuoteRequest, REASONS } from '@signalbox/contracts';
import { convert, judgePolicy, type PartCost, segmentText, sumCosts } from '@signalbox/core';
import { findNumberNetworks, type NewMessage, type SqlRunner } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { peekFacts } from '../dispatch/peek-facts.ts';
import { type Gates, questionOf } from '../dispatch/plan-book.ts';
import { refuseField } from '../field-refusal.ts';
import { judgeRequest } from '../messages/judge-request.ts';
import { factsBy, readGates } from '../routing/decide-now.ts';
import { readWithin } from '../tenant.ts';
import { adviseChannel } from './advise-channel.ts';
import { baseOf } from './price-facts.ts';
import { placeOf, type QuotedGroup, type QuoteMoney, quoteCountry } from './quote-country.ts';

/** What is left out of the price: a reason, with how many. */
type Excluded = Quote['excluded'];

interface Asked {
  groups: QuotedGroup[];
  held: number;
  excluded: Excluded;
}

/**
 * What a send would cost now, by country, and what is left out. Nothing is stored and nothing is sent. Recipients are judged as by a send; of a mix only the
 * rules that hang on the country are asked. Throws `request_invalid` naming the currency that has no exchange rate where routes charge in several.
 */
export async function quoteSend({ ctx, input }: { ctx: RequestContext; input: QuoteRequest }): Promise<Quote> {
  const { encoding, parts } = shapeOf(input);
  const asked = await readWithin(ctx, 'The quote takes too long; ask for fewer recipients.', async (tx) => {
    const gates = await readGates(tx, ctx.workspace.number);
    return input.recipients === undefined ? askMix(ctx, input, gates) : askRecipients(ctx, tx, input, gates);
  });
  const money = moneyOf(ctx, input, asked.groups);
  const countries = [...Map.groupBy(asked.groups, ({ country }) => country)].flatMap(([country, groups]) => {
    const quoted = quoteCountry(country, groups, parts, money.cost);
    if (quoted === null) asked.excluded.push(excludedBy('platform.no_route', countOf(groups)));
    return quoted ?? [];
  });
  countries.sort((a, b) => b.total.expected_micros - a.total.expected_micros);
  return {
    currency: money.currency,
    recipients: input.recipients?.length ?? (input.mix ?? []).reduce((sum, { count }) => sum + count, 0),
    priced: countries.reduce((sum, { count }) => sum + count, 0),
    held: asked.held,
    parts,
    encoding,
    total: sumCosts(countries.map(({ total }) => ({ cost: total, count: 1 }))),
    countries,
    excluded: mergeExcluded(asked.excluded),
    advice: await adviseChannel(ctx, input, countries, money),
  };
}

function shapeOf({ channel, text }: QuoteRequest): Pick<Quote, 'encoding' | 'parts'> {
  if (channel === 'email') return { encoding: null, parts: 1 };
  const { encoding, parts } = segmentText(text);
  return { encoding, parts: Math.max(1, parts.length) };
}

const countOf = (groups: readonly QuotedGroup[]): number => groups.reduce((sum, { count }) => sum + count, 0);

/** Money of a quote: the currency of the workspace or, where a rate into it is missing, the one that all its routes charge in. */
function moneyOf(ctx: RequestContext, { channel }: QuoteRequest, groups: readonly QuotedGroup[]): QuoteMoney {
  const base = baseOf(ctx.services.config.current(), ctx.workspace.number);
  const rates = ctx.services.tariffs.current().ratesOf(ctx.workspace.number, base);
  const nowMs = ctx.services.world.nowMs();
  const routes = groups.flatMap(({ facts }) =>
    facts.routes.filter((route) => route.enabled && route.channel === channel),
  );
  const charged = new Set(routes.map((route) => route.currency));
  const [only] = charged;
  const isTold = [...charged].every((currency) => rates.nanosAt(currency, nowMs) !== undefined);
  const currency = !isTold && charged.size === 1 && only !== undefined ? only : base;
  const tell = (route: Parameters<PartCost>[0]) => convert(rates, route.priceMicros, [route.currency, currency], nowMs);
  return {
    currency,
    canTell: (from) => tell({ priceMicros: 0, currency: from }) !== undefined,
    cost(route) {
      const micros = tell(route);
      if (micros !== undefined) return micros;
      throw refuseField(
        'exchange_rates',
        'rate_missing',
        `A route charges in ${route.currency}, and there is no exchange rate from ${route.currency} to ${base}; set one under Prices.`,
      );
    },
  };
}

/** How many go to each country: what only a person could be asked is not. */
function askMix(ctx: RequestContext, { class: trafficClass, mix = [] }: QuoteRequest, gates: Gates): Asked {
  const { config } = ctx.services;
  const regions = config.current().regionsOf(ctx.workspace.number);
  const asked: Asked = { groups: [], held: 0, excluded: [] };
  for (const { country, count } of mix) {
    const region = regions?.(country);
    const isOpen = region === undefined || (region.enabled && (region.channels?.includes('sms') ?? true));
    if (!isOpen) asked.excluded.push(excludedBy('policy.geo_denied', count));
    else asked.groups.push({ country, count, facts: factsBy(ctx, placeOf(ctx, 'sms', trafficClass, country), gates) });
  }
  return asked;
}

/** Each recipient as a send would judge it. */
async function askRecipients(
  ctx: RequestContext,
  tx: SqlRunner,
  { channel, class: trafficClass, text, recipients = [] }: QuoteRequest,
  gates: Gates,
): Promise<Asked> {
  const nowMs = ctx.services.world.nowMs();
  const asked: Asked = { groups: [], held: 0, excluded: [] };
  const messages: NewMessage[] = [];
  for (const to of recipients) {
    const content = channel === 'sms' ? { text } : { subject: '-', text };
    const judged = judgeRequest(ctx, { to, channel, class: trafficClass, content }, ctx.services.ids.next(), nowMs);
    if (judged.ok) messages.push(judged.message);
    else {
      const [field] = judged.error.fields ?? [];
      asked.excluded.push({
        code: field?.code ?? judged.error.code,
        text: field?.message ?? judged.error.message,
        count: 1,
      });
    }
  }
  const addresses = messages.map(({ address }) => address);
  const [facts, learned] = await Promise.all([
    peekFacts(ctx, tx, messages, nowMs, true),
    findNumberNetworks(tx, ctx.workspace.number, addresses),
  ]);
  const config = ctx.services.config.current();
  for (const accepted of messages) {
    const message = { ...accepted, learned: learned.get(accepted.address) ?? null };
    const own = facts.get(message.id);
    if (own === undefined) continue;
    const verdict: PolicyVerdict = judgePolicy(own);
    if (verdict.kind === 'stop') asked.excluded.push(excludedBy(verdict.reason, 1));
    else {
      if (verdict.kind === 'hold') asked.held += 1;
      const question = questionOf(config, ctx.workspace.number, message, [], nowMs);
      asked.groups.push({ country: message.country, count: 1, facts: factsBy(ctx, question, gates) });
    }
  }
  return asked;
}

const excludedBy = (code: keyof typeof REASONS, count: number): Excluded[number] => ({
  code,
  text: REASONS[code].text,
  count,
});

function mergeExcluded(excluded: Excluded): Excluded {
  return [...Map.groupBy(excluded, ({ code, text }) => `${code} ${text}`).values()]
    .flatMap(([first, ...others]) =>
      first === undefined ? [] : [{ ...first, count: others.reduce((sum, { count }) => sum + count, first.count) }],
    )
    .sort((a, b) => b.count - a.count);
}
