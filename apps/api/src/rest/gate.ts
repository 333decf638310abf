import { type Criticality, ERRORS, type Scope, SignalboxError } from '@signalbox/contracts';
import type { KeyRefusal, RequestContext, Standing } from '@signalbox/services';
import { ClientGone } from '../http/body.ts';
import { clientAddress } from '../http/client-address.ts';
import { isLarge, turnWaitedMs } from '../http/large-body.ts';
import type { Reply } from '../http/reply.ts';
import { nextRequestId, type World } from '../world.ts';
import type { Door, DoorRequest } from './door.ts';
import { refusalOf } from './problem.ts';

const BEARER = /^Bearer +([\x21-\x7e]{1,2048})$/i;

/** What the holder of a key that does not work is told. */
const REFUSED: Readonly<Record<Exclude<KeyRefusal, 'elsewhere'>, string>> = {
  unknown: 'The API key or access token is not known, or the key was revoked.',
  mistyped: 'The API key has a typing mistake: its checksum does not fit. Copy it again.',
  expired: 'The API key or access token has expired: use another key, or ask /oauth/token for a new token.',
};

/**
 * The context of a call by its API key, `unauthenticated`, or `forbidden` when the key may not be used from this address or does not carry
 * the permission of the door. The workspace comes from the key and from nowhere else.
 */
async function authenticate(
  world: World,
  incoming: DoorRequest['incoming'],
  permission: Scope,
  requestId: string,
): Promise<RequestContext> {
  const header = incoming.headers.authorization;
  if (header === undefined) throw new SignalboxError('unauthenticated');
  const key = BEARER.exec(header)?.[1];
  if (key === undefined) throw new SignalboxError('unauthenticated', { detail: REFUSED.unknown });
  const address = clientAddress(incoming, world.settings.trustedHops);
  const verdict = await world.services.keys.authenticate(key, address);
  if (!verdict.ok) {
    if (verdict.why !== 'elsewhere') throw new SignalboxError('unauthenticated', { detail: REFUSED[verdict.why] });
    throw new SignalboxError('forbidden', {
      detail: `This API key may not be used from ${address}: add the address to its allow-list, or call from one that is on it.`,
    });
  }
  if (verdict.scopes !== null && !verdict.scopes.has(permission)) {
    throw new SignalboxError('forbidden', {
      detail: `This call needs the permission "${permission}", which this API key does not carry: use a key with that scope.`,
    });
  }
  return { ...verdict.identity, services: world.services, requestId, address };
}

/** Lets one call through a door: request id, key, checks, verb, and every failure as a problem. Throws ClientGone only. */
export async function passDoor(world: World, door: Door, request: DoorRequest): Promise<Reply> {
  const startedMs = performance.now();
  const requestId = nextRequestId(world);
  const { fairUse, admission } = world.services;
  let ctx: RequestContext | undefined;
  let reply: Reply;
  try {
    ctx = await authenticate(world, request.incoming, door.permission, requestId);
    // Before the body is read: a refusal must cost next to nothing.
    fairUse.assertNotSpent(ctx);
    admission.assertRoom(criticalityOf(door), waitOf(ctx, request.incoming));
    if (door.counts !== 'messages') await fairUse.countCall(ctx);
    reply = await door.enter(ctx, request);
    reply.headers['X-Request-Id'] = requestId;
  } catch (error) {
    if (error instanceof ClientGone) throw error;
    reply = refuse(world, error, requestId, door.operationId);
  }
  if (ctx !== undefined) addStanding(reply, fairUse.standingOf(ctx));
  world.metrics.observe(door.operationId, reply.status, performance.now() - startedMs);
  return reply;
}

const criticalityOf = ({ criticality, method }: Door): Criticality =>
  criticality ?? (method === 'get' ? 'sheddable' : 'critical');

/** What a call of this size would wait for, as far as that is known before it is read: a large one is a batch of messages. */
const waitOf = ({ services, workspace }: RequestContext, incoming: DoorRequest['incoming']): number =>
  isLarge(Number(incoming.headers['content-length'] ?? 0))
    ? Math.max(turnWaitedMs(), services.acceptWriter.waitedMs(workspace.number, ['transactional', 'marketing']))
    : 0;

/** RateLimit header fields for HTTP (IETF draft, version 07), for callers that something limits. */
function addStanding(reply: Reply, standing: Standing | undefined): void {
  if (standing === undefined) return;
  reply.headers['RateLimit-Limit'] = String(standing.limit);
  reply.headers['RateLimit-Remaining'] = String(standing.remaining);
  reply.headers['RateLimit-Reset'] = String(standing.resetSeconds);
}

/** A failure as a problem for the caller; what is our fault is noted in the log. */
export function refuse(world: World, error: unknown, requestId: string, route: string): Reply {
  noteFailure(world, error, requestId, route);
  return world.problem(error, requestId);
}

/** Work that found no room is counted, not noted: a line for each would be more work than there is room for. */
const isShed = ({ code, internal }: SignalboxError): boolean => code === 'overloaded' && internal === undefined;

/** Logs a failure that is our fault under the request id, with all that the caller is not told. */
export function noteFailure(world: World, error: unknown, requestId: string, route: string): void {
  if (error instanceof ClientGone) return;
  const { code, error: refusal } = refusalOf(error);
  if (refusal !== undefined && (ERRORS[code].status < 500 || isShed(refusal))) return;
  world.log.error('A call failed on our side.', { error, code, request_id: requestId, route });
}
