import { ERRORS, SignalboxError } from '@signalbox/contracts';
import type { RequestContext } from '@signalbox/services';
import { ClientGone } from '../http/body.ts';
import type { Reply } from '../http/reply.ts';
import { nextRequestId, type World } from '../world.ts';
import type { Door, DoorRequest } from './door.ts';
import { refusalOf } from './problem.ts';

const BEARER = /^Bearer +([\x21-\x7e]{1,256})$/i;

/** The context of a call by its API key, or `unauthenticated`. The workspace comes from the key and from nowhere else. */
async function authenticate(world: World, header: string | undefined, requestId: string): Promise<RequestContext> {
  if (header === undefined) throw new SignalboxError('unauthenticated');
  const key = BEARER.exec(header)?.[1];
  const owner = key === undefined ? undefined : await world.services.keys.authenticate(key);
  if (owner === undefined) {
    throw new SignalboxError('unauthenticated', { detail: 'The API key is not known, or it was revoked.' });
  }
  return { ...owner, services: world.services, requestId };
}

/** Lets one call through a door: request id, key, checks, verb, and every failure as a problem. Throws ClientGone only. */
export async function passDoor(world: World, door: Door, request: DoorRequest): Promise<Reply> {
  const startedMs = performance.now();
  const requestId = nextRequestId(world);
  let reply: Reply;
  try {
    const ctx = await authenticate(world, request.incoming.headers.authorization, requestId);
    reply = await door.enter(ctx, request);
    reply.headers['X-Request-Id'] = requestId;
  } catch (error) {
    if (error instanceof ClientGone) throw error;
    reply = refuse(world, error, requestId, door.operationId);
  }
  world.metrics.observe(door.operationId, reply.status, performance.now() - startedMs);
  return reply;
}

/** A failure as a problem for the caller; what is our fault is noted in the log. */
export function refuse(world: World, error: unknown, requestId: string, route: string): Reply {
  noteFailure(world, error, requestId, route);
  return world.problem(error, requestId);
}

/** Logs a failure that is our fault under the request id, with all that the caller is not told. */
export function noteFailure(world: World, error: unknown, requestId: string, route: string): void {
  if (error instanceof ClientGone) return;
  const { code, error: refusal } = refusalOf(error);
  if (refusal !== undefined && ERRORS[code].status < 500) return;
  world.log.error('A call failed on our side.', { error, code, request_id: requestId, route });
}
