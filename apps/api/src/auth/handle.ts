import type { IncomingMessage } from 'node:http';
import { answerAuth } from '@signalbox/services';
import { clientAddress } from '../http/client-address.ts';
import { toResponse } from '../http/reply.ts';
import { toRequest } from '../http/web-request.ts';
import { refuse } from '../rest/gate.ts';
import { nextRequestId, type World } from '../world.ts';

/** Hands sign-in and sign-out to the auth service; its answer goes back with our request id. */
export async function handleAuth(world: World, incoming: IncomingMessage): Promise<Response> {
  const startedMs = performance.now();
  const requestId = nextRequestId(world);
  let response: Response;
  try {
    const request = await toRequest(world, incoming);
    const address = clientAddress(incoming, world.settings.trustedHops);
    request.headers.set('x-forwarded-for', address);
    request.headers.set('x-request-id', requestId);
    const { services } = world;
    const answered = await answerAuth({ ctx: { services, requestId, address }, input: request });
    response = new Response(answered.body, { status: answered.status, headers: answered.headers });
    response.headers.set('X-Request-Id', requestId);
    response.headers.set('Cache-Control', 'no-store');
  } catch (error) {
    response = toResponse(refuse(world, error, requestId, 'auth'));
  }
  world.metrics.observe('auth', response.status, performance.now() - startedMs);
  return response;
}
