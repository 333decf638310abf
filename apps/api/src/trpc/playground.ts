import { type PlaygroundAnswer, PlaygroundCallInput, type PlaygroundView, SignalboxError } from '@signalbox/contracts';
import { assertMay, maskAnswer } from '@signalbox/services';
import { DOORS } from '../rest/doors.ts';
import { enterDoor } from '../rest/gate.ts';
import { buildDocument, type OpenApiDocument } from '../rest/openapi.ts';
import { procedure, router } from './procedure.ts';

let drawn: OpenApiDocument | undefined;
const doorsById = new Map(DOORS.map((door) => [door.operationId, door]));

export const playgroundRouter = router({
  read: procedure('playground:use').query(({ ctx }): PlaygroundView => {
    drawn ??= buildDocument(DOORS);
    const { paths, components } = drawn;
    return { document: { paths, components }, base_url: ctx.world.settings.publicUrl };
  }),
  // Through the very door a key passes: with its checks, its limits, its admission, and its line in the request log.
  run: procedure('playground:use')
    .input(PlaygroundCallInput)
    .mutation(async ({ ctx, input }): Promise<PlaygroundAnswer> => {
      const door = doorsById.get(input.operation);
      if (door === undefined) {
        const message = 'There is no such operation; take one of the OpenAPI document.';
        throw new SignalboxError('request_invalid', {
          fields: [{ path: 'operation', code: 'invalid_value', message }],
        });
      }
      assertMay(ctx.role, door.permission);
      const { workspace, environment, actor } = ctx.as(input.environment);
      const startedMs = performance.now();
      const reply = await enterDoor(ctx.world, door, {
        id: ctx.world.services.ids.next(),
        identity: { workspace, environment, actor },
        mayPass: true,
        address: ctx.address,
        startedMs,
        request: {
          headers: {
            'content-type': 'application/json',
            ...(input.idempotency_key === undefined ? {} : { 'idempotency-key': input.idempotency_key }),
          },
          params: input.path,
          search: new URLSearchParams(input.query).toString(),
          read: () => Promise.resolve(Buffer.from(input.body ?? '')),
        },
      });
      return {
        status: reply.status,
        request_id: reply.headers['X-Request-Id'] ?? '',
        duration_ms: performance.now() - startedMs,
        headers: reply.headers,
        body: maskAnswer(ctx.role, reply.body),
      };
    }),
});
