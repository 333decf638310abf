import type { IncomingMessage } from 'node:http';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { toResponse } from '../http/reply.ts';
import { toRequest } from '../http/web-request.ts';
import { noteFailure, refuse } from '../rest/gate.ts';
import { nextRequestId, type World } from '../world.ts';
import { ourError, type TrpcContext } from './procedure.ts';
import { appRouter } from './router.ts';

/** Most procedures in one batched call: a page of the console asks for fewer. */
const BATCH_MAX = 20;

/** Answers the calls of the console. What fails before a procedure is found is a problem like at any other door. */
export async function handleTrpc(world: World, incoming: IncomingMessage): Promise<Response> {
  const startedMs = performance.now();
  const requestId = nextRequestId(world);
  let response: Response;
  try {
    response = await fetchRequestHandler({
      endpoint: '/trpc',
      req: await toRequest(world, incoming),
      router: appRouter,
      maxBatchSize: BATCH_MAX,
      createContext: ({ req }): TrpcContext => ({ world, headers: req.headers, requestId }),
      onError: ({ error, path }) => {
        noteFailure(world, ourError(error), requestId, `trpc ${path ?? ''}`);
      },
      responseMeta: () => ({
        headers: { 'X-Request-Id': requestId, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
      }),
    });
  } catch (error) {
    response = toResponse(refuse(world, error, requestId, 'trpc'));
  }
  world.metrics.observe('trpc', response.status, performance.now() - startedMs);
  return response;
}
