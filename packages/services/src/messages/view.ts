import { encodeId, type MessageGroup, type MessageView, type Money, REASONS, uuidTimeMs } from '@signalbox/contracts';
import { maskCodes, maskSpokenCodes } from '@signalbox/core';
import { type MessageRow, readAttempts, readPlans, type SqlRunner, type StoredAttempt } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { holdIn, ruleOfHold, shownRule } from '../dispatch/hold.ts';
import { instantText } from '../instant-text.ts';
import { shownAddress } from '../people/person-hash.ts';
import { viewWritten } from '../templates/written-view.ts';
import { viewGroups } from './group-view.ts';
import { openBody } from './sealed-body.ts';

/** The part of stored routing facts a price is read from. */
interface PricedFacts {
  routes?: readonly { routeId: string; priceMicros: number; currency: string }[];
}

/** Messages as the API shows them, in the order of the rows: with attempts, route, provider and price. Runs in the reader's transaction. */
export async function viewMessages(
  ctx: RequestContext,
  tx: SqlRunner,
  rows: readonly MessageRow[],
): Promise<MessageView[]> {
  if (rows.length === 0) return [];
  const attempts = await readAttempts(
    tx,
    rows.map((row) => row.id),
  );
  const claims = Map.groupBy(
    attempts.filter((attempt) => attempt.worker !== null),
    (attempt) => attempt.messageId,
  );
  const keys = [...claims.values()].flatMap((turns) => turns.at(-1)?.plan ?? []);
  const plans = await readPlans(tx, ctx.workspace.number, [...new Set(keys)]);
  const groups = await viewGroups(ctx, tx, rows);
  const written = await viewWritten(ctx, tx, rows);
  return rows.map((row) => ({
    ...viewOf(ctx, row, claims.get(row.id) ?? [], plans, groups.get(row.sentFor ?? '') ?? null),
    template: written(row),
  }));
}

function viewOf(
  ctx: RequestContext,
  row: MessageRow,
  claims: readonly StoredAttempt[],
  plans: ReadonlyMap<string, PricedFacts>,
  group: MessageGroup | null,
): Omit<MessageView, 'template'> {
  const claim = claims.at(-1);
  const config = ctx.services.config.current();
  const route = claim?.route == null ? undefined : config.route(claim.route);
  const provider = route === undefined ? undefined : config.providers.get(route.provider);
  const acceptedMs = uuidTimeMs(row.id);
  return {
    id: encodeId('message', row.id),
    state: row.state,
    reason: row.reason === null ? null : { code: row.reason, text: REASONS[row.reason].text },
    hold: viewHold(row),
    to: shownAddress(row.address),
    from: row.sender,
    channel: row.channel,
    class: row.class,
    environment: row.environment,
    country: row.country,
    topic: row.topic,
    content: contentOf(shownRow(ctx, row)),
    parts: row.parts,
    attempts: claims.length,
    route: route === undefined ? null : { id: encodeId('route', route.id), name: route.name },
    provider: provider === undefined ? null : { id: encodeId('provider', provider.id), name: provider.name },
    price: claim?.plan == null || route === undefined ? null : priceOf(plans.get(claim.plan), route.id, row.parts),
    simulated: row.environment === 'sandbox',
    client_ref: row.clientRef,
    metadata: row.metadata ?? {},
    group,
    accepted_at: new Date(acceptedMs).toISOString(),
    send_at: instantText(row.sendAtMs),
    expires_at: new Date(row.expiresAtMs).toISOString(),
    updated_at: new Date(Math.max(acceptedMs, row.changedAtMs ?? 0)).toISOString(),
  };
}

function viewHold({ hold }: MessageRow): MessageView['hold'] {
  const found = holdIn(hold);
  if (found === null) return null;
  const until = new Date(found.untilMs).toISOString();
  return { rule: ruleOfHold(found), source: shownRule(found.source), time_zone: found.zone, eligible_again_at: until };
}

/**
 * A code is masked for every reader, one of the caller's own making too, but in the sandbox: nothing of it leaves the house, and whoever
 * tries out has no other phone.
 */
function shownRow(ctx: RequestContext, row: MessageRow): MessageRow {
  if (row.environment === 'sandbox') return openBody(ctx.services.sealer, row) ?? row;
  if (row.class !== 'otp' || row.sealedBody !== null) return row;
  const mask = row.channel === 'voice' ? maskSpokenCodes : maskCodes;
  const masked = (text: string | null) => (text === null ? null : mask(text));
  return { ...row, subject: masked(row.subject), body: masked(row.body), html: masked(row.html) };
}

function contentOf(row: MessageRow): MessageView['content'] {
  if (row.channel === 'sms') return { text: row.body ?? '' };
  if (row.channel === 'voice') return { text: row.body ?? '', locale: row.locale ?? 'en' };
  return {
    subject: row.subject ?? '',
    ...(row.body === null ? {} : { text: row.body }),
    ...(row.html === null ? {} : { html: row.html }),
  };
}

/** What the parts of a message cost on a route by the stored facts of its decision, in integer micros; null when the facts have no such route. */
export function priceOf(facts: PricedFacts | undefined, routeId: string, parts: number | null): Money | null {
  const route = facts?.routes?.find((one) => one.routeId === routeId);
  if (route === undefined) return null;
  return { amount_micros: route.priceMicros * Math.max(1, parts ?? 1), currency: route.currency };
}
