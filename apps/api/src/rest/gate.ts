import type { IncomingMessage } from 'node:http';
import { type Criticality, ERRORS, type ErrorCode, encodeId, type Scope, SignalboxError } from '@signalbox/contracts';
import type { Identity, KeyRefusal, RequestContext, Standing } from '@signalbox/services';
import { ClientGone } from '../http/body.ts';
import { clientAddress } from '../http/client-address.ts';
import { isLarge, turnWaitedMs } from '../http/large-body.ts';
import type { Reply } from '../http/reply.ts';
import type { World } from '../world.ts';
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
 * Who calls by an API key and what the key may do, or `unauthenticated`, or `forbidden` when the key may not be used
 * from this address. The workspace comes from the key and from nowhere else.
 */
async function authenticate(
  world: World,
  { authorization }: DoorRequest['headers'],
  address: string,
): Promise<{ identity: Identity; scopes: ReadonlySet<Scope> }> {
  if (authorization === undefined) throw new SignalboxError('unauthenticated');
  const key = BEARER.exec(authorization)?.[1];
  if (key === undefined) throw new SignalboxError('unauthenticated', { detail: REFUSED.unknown });
  const verdict = await world.services.keys.authenticate(key, address);
  if (verdict.ok) return verdict;
  if (verdict.why !== 'elsewhere') throw new SignalboxError('unauthenticated', { detail: REFUSED[verdict.why] });
  throw new SignalboxError('forbidden', {
    detail: `This API key may not be used from ${address}: add the address to its allow-list, or call from one that is on it.`,
  });
}

/** Lets one call through a door: request id, key, checks, verb, and every failure as a problem. Throws ClientGone only. */
export async function passDoor(
  world: World,
  door: Door,
  incoming: IncomingMessage,
  request: DoorRequest,
): Promise<Reply> {
  const startedMs = performance.now();
  const id = world.services.ids.next();
  const address = clientAddress(incoming, world.settings.trustedHops);
  let allowed: Awaited<ReturnType<typeof authenticate>>;
  try {
    allowed = await authenticate(world, request.headers, address);
  } catch (error) {
    const reply = refuse(world, error, encodeId('request', id), door.operationId);
    world.metrics.observe(door.operationId, reply.status, performance.now() - startedMs);
    return reply;
  }
  const { identity, scopes } = allowed;
  return enterDoor(world, door, { id, identity, mayPass: scopes.has(door.permission), address, request, startedMs });
}

/** A call whose caller is known. */
export interface KnownCall {
  /** UUID of the request. */
  id: string;
  identity: Identity;
  /** Whether the caller has the permission of the door. */
  mayPass: boolean;
  address: string;
  request: DoorRequest;
  /** By `performance.now()`. */
  startedMs: number;
}

/** Lets the call of a known caller through a door, and notes it in the request log. Throws ClientGone only. */
export async function enterDoor(world: World, door: Door, call: KnownCall): Promise<Reply> {
  const { id, identity, request, startedMs } = call;
  const { fairUse, admission, requestLog } = world.services;
  const requestId = encodeId('request', id);
  const ctx: RequestContext = { ...identity, services: world.services, requestId, address: call.address };
  let reply: Reply;
  let code: ErrorCode | null = null;
  try {
    if (!call.mayPass) throw lacks(door.permission);
    // Before the body is read: a refusal must cost next to nothing.
    fairUse.assertNotSpent(ctx);
    admission.assertRoom(criticalityOf(door), waitOf(ctx, request));
    if (door.counts !== 'messages') await fairUse.countCall(ctx);
    reply = await door.enter(ctx, request);
    reply.headers['X-Request-Id'] = requestId;
  } catch (error) {
    if (error instanceof ClientGone) throw error;
    code = refusalOf(error).code;
    reply = refuse(world, error, requestId, door.operationId);
  }
  addStanding(reply, fairUse.standingOf(ctx));
  const durationMs = performance.now() - startedMs;
  world.metrics.observe(door.operationId, reply.status, durationMs);
  requestLog.note({
    id,
    identity,
    method: door.method.toUpperCase(),
    route: door.path,
    params: request.params,
    operation: door.operationId,
    status: reply.status,
    error: code,
    replayed: reply.headers['Idempotent-Replayed'] !== undefined,
    durationMs,
    address: call.address,
    search: request.search,
    request: request.seen ?? NOTHING_SEEN,
    answer: reply.body,
  });
  return reply;
}

const NOTHING_SEEN = { bytes: 0, body: undefined };

const lacks = (permission: Scope): SignalboxError =>
  new SignalboxError('forbidden', {
    detail: `This call needs the permission "${permission}", which this API key does not carry: use a key with that scope.`,
  });

const criticalityOf = ({ criticality, method }: Door): Criticality =>
  criticality ?? (method === 'get' ? 'sheddable' : 'critical');

/** What a call of this size would wait for, as far as that is known before it is read: a large one is a batch of messages. */
const waitOf = ({ services, workspace }: RequestContext, { headers }: DoorRequest): number =>
  isLarge(Number(headers['content-length'] ?? 0))
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
