import { decodeId, encodeId, type RateLimitView, type SetRateLimitInput, SignalboxError } from '@signalbox/contracts';
import {
  deleteRateLimit,
  findKeyNumber,
  type NamedRateLimit,
  readNamedRateLimits,
  upsertRateLimit,
} from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';

const viewOf = (row: NamedRateLimit): RateLimitView => ({
  id: encodeId('rateLimit', row.id),
  environment: row.environment,
  kind: row.kind,
  api_key: row.keyId === null ? null : { id: encodeId('apiKey', row.keyId), name: row.keyName ?? '' },
  country: row.country,
  per_second: row.perSecond,
  burst: row.burst,
});

/** The rate limits of the workspace in the environment of the call, in the order they were made. */
export async function listRateLimits({ ctx }: { ctx: RequestContext; input: object }): Promise<RateLimitView[]> {
  const rows = await inWorkspace(ctx, (tx) => readNamedRateLimits(tx, ctx.workspace.number, ctx.environment));
  return rows.map(viewOf);
}

/** Limits a key, the workspace or a country; a limit that is there already is changed. In force on every process at its commit. */
export async function setRateLimit({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: SetRateLimitInput['limit'];
}): Promise<void> {
  const { services, environment } = ctx;
  const workspace = ctx.workspace.number;
  await inWorkspace(ctx, async (tx) => {
    const keyId = input.kind === 'key' ? decodeId('apiKey', input.api_key) : undefined;
    const apiKey = keyId === undefined ? undefined : await findKeyNumber(tx, workspace, environment, keyId);
    if (input.kind === 'key' && apiKey === undefined) throw noSuchKey();
    await upsertRateLimit(tx, {
      id: services.ids.next(),
      workspace,
      environment,
      kind: input.kind,
      apiKey: apiKey ?? null,
      country: input.kind === 'country' ? input.country : null,
      perSecond: input.per_second,
      burst: input.burst,
    });
  });
}

const noSuchKey = (): SignalboxError =>
  new SignalboxError('request_invalid', {
    fields: [
      {
        path: 'limit.api_key',
        code: 'invalid_value',
        message: 'There is no such key in this environment, or it was revoked; choose one of the list.',
      },
    ],
  });

/** Lifts a limit by its public id; `not_found` when there is none here. */
export async function removeRateLimit({ ctx, input }: { ctx: RequestContext; input: { id: string } }): Promise<void> {
  const id = decodeId('rateLimit', input.id);
  const lifted = id !== undefined && (await inWorkspace(ctx, (tx) => deleteRateLimit(tx, ctx.workspace.number, id)));
  if (!lifted) throw new SignalboxError('not_found', { detail: 'There is no rate limit with this id.' });
}
