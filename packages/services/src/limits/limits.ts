import { decodeId, encodeId, type RateLimitView, type SetRateLimitInput, SignalboxError } from '@signalbox/contracts';
import {
  deleteRateLimit,
  findKeyNumber,
  lockRateLimit,
  type NamedRateLimit,
  readNamedRateLimits,
  upsertRateLimit,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
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

const objectOf = (row: NamedRateLimit) =>
  ({ kind: 'limit', id: encodeId('rateLimit', row.id), name: row.keyName ?? row.country ?? '' }) as const;
const factsOf = (row: NamedRateLimit): object => {
  const { id: _id, environment: _environment, ...facts } = viewOf(row);
  return facts;
};

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
    const subject = {
      kind: input.kind,
      apiKey: apiKey ?? null,
      country: input.kind === 'country' ? input.country : null,
    };
    const find = async (): Promise<NamedRateLimit | undefined> =>
      (await readNamedRateLimits(tx, workspace, environment)).find(
        (row) => row.kind === subject.kind && row.apiKey === subject.apiKey && row.country === subject.country,
      );
    const before = await find();
    const rate = { perSecond: input.per_second, burst: input.burst };
    await upsertRateLimit(tx, { id: services.ids.next(), workspace, environment, ...subject, ...rate });
    const after = await find();
    if (after === undefined) throw new Error('a rate limit was not stored');
    await recordAudit(tx, ctx, {
      action: 'limit.set',
      object: objectOf(after),
      before: before === undefined ? null : factsOf(before),
      after: factsOf(after),
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
  const workspace = ctx.workspace.number;
  await inWorkspace(ctx, async (tx) => {
    const before = id === undefined ? undefined : await lockRateLimit(tx, workspace, id);
    if (before === undefined) throw new SignalboxError('not_found', { detail: 'There is no rate limit with this id.' });
    await deleteRateLimit(tx, workspace, before.id);
    await recordAudit(tx, ctx, {
      action: 'limit.lifted',
      object: objectOf(before),
      before: factsOf(before),
      after: null,
      environment: before.environment,
    });
  });
}
