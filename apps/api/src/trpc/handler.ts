import type { IncomingMessage } from 'node:http';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { ClientGone } from '../http/body.ts';
import { clientAddress } from '../http/client-address.ts';
import { toRequest } from '../http/web-request.ts';
import { noteFailure } from '../rest/gate.ts';
import { nextRequestId, type World } from '../world.ts';
import { ourError, type TrpcContext } from './procedure.ts';
import { appRouter } from './router.ts';

/** Most procedures in one batched call: a page of the console asks for fewer. */
const BATCH_MAX = 20;

/** A request as tRPC takes it, and why it must be refused when it must: the console reads one shape of error only. */
async function readRequest(world: World, incoming: IncomingMessage): Promise<{ request: Request; refused: unknown }> {
  try {
    return { request: await toRequest(world, incoming), refused: undefined };
  } catch (refused) {
    if (refused instanceof ClientGone) throw refused;
    const { pathname, searchParams } = new URL(world.settings.publicUrl + (incoming.url ?? '/'));
    searchParams.delete('input');
    const url = `${world.settings.publicUrl}${pathname}?${searchParams}`;
    const isRead = incoming.method === 'GET' || incoming.method === 'HEAD';
    const headers = { 'content-type': 'application/json' };
    return { request: new Request(url, isRead ? {} : { method: 'POST', headers, body: '{}' }), refused };
  }
}

/** Answers the calls of the console. */
export async function handleTrpc(world: World, incoming: IncomingMessage): Promise<Response> {
  const startedMs = performance.now();
  const requestId = nextRequestId(world);
  const address = clientAddress(incoming, world.settings.trustedHops);
  const { request, refused } = await readRequest(world, incoming);
  const response = await fetchRequestHandler({
    endpoint: '/trpc',
    req: request,
    router: appRouter,
    maxBatchSize: BATCH_MAX,
    createContext: ({ req }): TrpcContext => ({ world, headers: req.headers, requestId, address, refused }),
    onError: ({ error, path }) => noteFailure(world, ourError(error), requestId, `trpc ${path ?? ''}`),
    responseMeta: () => ({
      headers: { 'X-Request-Id': requestId, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
    }),
  });
  world.metrics.observe('trpc', response.status, performance.now() - startedMs);
  return response;
}
