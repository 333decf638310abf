import { type ApiKeyView, type CreatedKeyView, decodeId, encodeId, SignalboxError } from '@signalbox/contracts';
import { type ApiKeyRow, insertKey, readKeys, revokeKeyRow } from '@signalbox/db';
import type { World } from '../clock.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { hashKey } from './key-ring.ts';
import { spellKey } from './spell-key.ts';

const viewOf = (row: ApiKeyRow): ApiKeyView => ({
  id: encodeId('apiKey', row.id),
  name: row.name,
  prefix: row.prefix,
  environment: row.environment,
  created_at: new Date(row.createdAtMs).toISOString(),
  last_used_at: instantOf(row.lastUsedAtMs),
  revoked_at: instantOf(row.revokedAtMs),
});

const instantOf = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

/** The API keys of the workspace in both environments, newest first, without their secrets. */
export async function listKeys({ ctx }: { ctx: RequestContext; input: object }): Promise<ApiKeyView[]> {
  const rows = await inWorkspace(ctx, (tx) => readKeys(tx, ctx.workspace.number));
  return rows.map(viewOf);
}

/** Makes an API key of the environment of the call. The secret is in this answer and nowhere else: only its hash is stored. */
export async function createKey({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { name: string };
}): Promise<CreatedKeyView> {
  const { services, environment } = ctx;
  const workspace = ctx.workspace.number;
  const row = { id: services.ids.next(), workspace, environment, name: input.name };
  for (;;) {
    const { prefix, secret } = spellKey(environment, drawBytes(services.world, 37));
    const stored = await inWorkspace(ctx, (tx) => insertKey(tx, { ...row, prefix, secretHash: hashKey(secret) }));
    // Two keys share a prefix once in a million million: then another is drawn.
    if (stored !== undefined) return { key: viewOf(stored), secret };
  }
}

function drawBytes(world: World, count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  world.fillRandom(bytes);
  return bytes;
}

/** Revokes a key for ever: every process refuses it from the commit on. Repeating it changes nothing. */
export async function revokeKey({ ctx, input }: { ctx: RequestContext; input: { id: string } }): Promise<ApiKeyView> {
  const id = decodeId('apiKey', input.id);
  const row = id === undefined ? undefined : await inWorkspace(ctx, (tx) => revokeKeyRow(tx, ctx.workspace.number, id));
  if (row === undefined) throw new SignalboxError('not_found', { detail: 'There is no API key with this id.' });
  return viewOf(row);
}
