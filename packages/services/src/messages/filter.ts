import { decodeId, isReasonCode, type ListMessagesQuery, uuidFloor } from '@signalbox/contracts';
import { parseMailbox, parseNumber } from '@signalbox/core';
import type { MessageFilter } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { decodeCursor } from '../cursor.ts';
import { refuseField } from '../field-refusal.ts';

/** The end of a number by which people remember it: 3 to 6 digits, with or without a mark in front of them. */
const ENDING = /^(?:…|\.{3}|\*)?(\d{3,6})$/;

/**
 * The filter of the database for a query of a caller. Null when nothing can fit: a route of nobody, or a state that messages
 * do not stay in. Throws `request_invalid` naming the field for a cursor, an address or a reason that cannot be one.
 */
export function filterOf(ctx: RequestContext, query: Omit<ListMessagesQuery, 'limit'>): MessageFilter | null {
  const belowId = decodeCursor(query.cursor);
  if (query.reason !== undefined && !isReasonCode(query.reason)) {
    throw refuseField('reason', 'not_allowed', 'There is no such reason; the reference lists all of them.');
  }
  const beforeId = query.accepted_before === undefined ? null : uuidFloor(Date.parse(query.accepted_before));
  const filter: MessageFilter = {
    workspace: ctx.workspace.number,
    environment: ctx.environment,
    state: query.state ?? null,
    reason: query.reason ?? null,
    channel: query.channel ?? null,
    class: query.class ?? null,
    country: query.country ?? null,
    address: query.to === undefined ? null : addressOf(query.to),
    clientRef: query.client_ref ?? null,
    route: null,
    belowId: belowId === null || (beforeId !== null && beforeId < belowId) ? beforeId : belowId,
    fromId: query.accepted_after === undefined ? null : uuidFloor(Date.parse(query.accepted_after)),
    aboveId: null,
  };
  // Acceptance and the lane commit together: no stored message stands there.
  if (query.state === 'accepted') return null;
  if (query.route_id === undefined) return filter;
  const route = routeNumber(ctx, query.route_id);
  return route === undefined ? null : { ...filter, route };
}

function addressOf(text: string): MessageFilter['address'] {
  const ending = ENDING.exec(text.trim())?.[1];
  if (ending !== undefined) return { ends: ending };
  const parsed = text.includes('@') ? parseMailbox(text) : parseNumber(text);
  if (!parsed.ok) throw refuseField('to', parsed.code, parsed.message);
  return { exact: 'e164' in parsed ? parsed.e164 : parsed.address };
}

function routeNumber(ctx: RequestContext, id: string): number | undefined {
  const uuid = decodeId('route', id);
  const routes = ctx.services.config.current().routesOf(ctx.workspace.number);
  return routes.find((route) => route.id === uuid && route.environment === ctx.environment)?.number;
}

/** What is said when a search takes longer than the limit. */
export const NARROWER =
  'This search reads too many messages; narrow it with accepted_after and accepted_before, or give the client_ref.';
