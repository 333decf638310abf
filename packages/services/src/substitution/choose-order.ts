import type { SubstitutionFacts } from '@signalbox/contracts';
import { fitsSend, substitute } from '@signalbox/core';
import type { NewMessage, Substituted } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { channelPrice } from './channel-price.ts';

/** The messages of a send in the order they go in, and the rule that chose it; null where the caller's order stands. */
export interface ChosenOrder {
  messages: readonly NewMessage[];
  substitution: Substituted | null;
}

/**
 * Chooses which channel of a failover send goes first. Rules, routes and prices are in memory, so that nobody waits; without rules nothing is worked out. What goes first is
 * judged by policy for the channel it goes by like any other message, and where it may not or cannot go the next one follows.
 */
export function chooseOrder(
  ctx: RequestContext,
  messages: readonly NewMessage[],
  template: string | null,
): ChosenOrder {
  const asked = { messages, substitution: null };
  const [first] = messages;
  const rules = ctx.services.config.current().substitutionsOf(ctx.workspace.number, ctx.environment);
  if (first === undefined || rules.length === 0) return asked;
  const send = {
    class: first.class,
    country: messages.find(({ country }) => country !== null)?.country ?? null,
    template,
    channels: messages.map(({ channel }) => channel),
  };
  const fitting = rules.filter((rule) => fitsSend(rule, send));
  if (fitting.length === 0) return asked;
  const priceBy = ({ channel, parts }: NewMessage) =>
    channelPrice(ctx, { channel, class: send.class, country: send.country, parts: parts ?? 1 });
  const price = priceBy(first);
  const facts: SubstitutionFacts = { ...send, price, rules };
  const chosen = substitute(facts);
  if (chosen === null) return asked;
  const ordered = chosen.channels.flatMap((channel) => messages.find((message) => message.channel === channel) ?? []);
  const [begins] = ordered;
  if (begins === undefined) return asked;
  const now = priceBy(begins);
  return {
    // The first message names the send and carries the caller's reference.
    messages: ordered.map((message) => ({
      ...message,
      sentFor: begins.id,
      clientRef: message === begins ? first.clientRef : null,
    })),
    substitution: {
      rule: chosen.rule.key,
      facts: { ...facts, rules: rules.slice(0, rules.indexOf(chosen.rule) + 1) },
      saved:
        price === null || now === null
          ? null
          : { amount_micros: price.amount_micros - now.amount_micros, currency: price.currency },
    },
  };
}
