import {
  type ApiKeyView,
  type CreatedKeyView,
  type CreateKeyInput,
  decodeId,
  encodeId,
  type Role,
  type RotateKeyInput,
  type Scope,
  SignalboxError,
  scopesOf,
} from '@signalbox/contracts';
import { formatNetwork, parseNetwork } from '@signalbox/core';
import { type ApiKeyRow, insertKey, lockKey, readKeys, revokeKeyRow, rotateKeyRow } from '@signalbox/db';
import { type AuditChange, recordAudit } from '../audit/record.ts';
import type { World } from '../clock.ts';
import type { RequestContext } from '../context.ts';
import { instantText } from '../instant-text.ts';
import { inWorkspace } from '../tenant.ts';
import { assertMay } from './assert-may.ts';
import { hashKey, KEY_BYTES, spellKey, spellSecret } from './spell-key.ts';

const viewOf = (row: ApiKeyRow): ApiKeyView => ({
  id: encodeId('apiKey', row.id),
  name: row.name,
  prefix: row.prefix,
  environment: row.environment,
  scopes: row.scopes,
  allowed_networks: row.allowedNetworks,
  state: row.revokedAtMs !== null ? 'revoked' : row.isExpired ? 'expired' : 'active',
  created_at: new Date(row.createdAtMs).toISOString(),
  last_used_at: instantText(row.lastUsedAtMs),
  expires_at: instantText(row.expiresAtMs),
  previous_until: instantText(row.previousUntilMs),
  revoked_at: instantText(row.revokedAtMs),
});

/** What the audit log says of a key. */
const factsOf = ({ last_used_at: _use, state: _state, id: _id, ...facts }: ApiKeyView): object => facts;

const changeOf = (action: AuditChange['action'], before: ApiKeyRow | null, after: ApiKeyRow): AuditChange => ({
  action,
  object: { kind: 'key', id: encodeId('apiKey', after.id), name: after.name },
  before: before && factsOf(viewOf(before)),
  after: factsOf(viewOf(after)),
  environment: after.environment,
});

/** The API keys of the workspace in both environments, newest first, without their secrets. */
export async function listKeys({ ctx }: { ctx: RequestContext; input: object }): Promise<ApiKeyView[]> {
  const rows = await inWorkspace(ctx, (tx) => readKeys(tx, ctx.workspace.number));
  return rows.map(viewOf);
}

/**
 * Makes an API key of the environment of the call. The secret is in this answer and nowhere else: only its hash is stored. `forbidden` when
 * the key would do what its maker may not.
 */
export async function createKey({
  ctx,
  role,
  input,
}: {
  ctx: RequestContext;
  role: Role;
  input: Omit<CreateKeyInput, 'environment'>;
}): Promise<CreatedKeyView> {
  const { services, environment } = ctx;
  assertHolds(role, input.scopes);
  const row = {
    id: services.ids.next(),
    workspace: ctx.workspace.number,
    environment,
    name: input.name,
    scopes: input.scopes,
    allowedNetworks: networksOf(input.allowed_networks),
    expiresInDays: input.expires_in_days,
  };
  for (;;) {
    const { prefix, secret } = spellKey(environment, drawBytes(services.world, KEY_BYTES));
    const stored = await inWorkspace(ctx, async (tx) => {
      const made = await insertKey(tx, { ...row, prefix, secretHash: hashKey(secret) });
      if (made !== undefined) await recordAudit(tx, ctx, changeOf('key.created', null, made));
      return made;
    });
    // Two keys share a prefix once in a million million: then another is drawn.
    if (stored !== undefined) return { key: viewOf(stored), secret };
  }
}

/** Whoever learns the secret of a key can do what the key can. */
function assertHolds(role: Role, scopes: readonly Scope[] | null): void {
  for (const scope of scopesOf(scopes)) assertMay(role, scope);
}

/** The networks in their one spelling, each once; null for everywhere. */
function networksOf(texts: readonly string[] | null): string[] | null {
  if (texts === null) return null;
  const fields = texts.flatMap((text, index) =>
    parseNetwork(text) === undefined
      ? [
          {
            path: `allowed_networks.${index}`,
            code: 'invalid_network',
            message: `"${text}" is no address or network: write 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32, with no bits behind the mask.`,
          },
        ]
      : [],
  );
  if (fields.length > 0) throw new SignalboxError('request_invalid', { fields });
  return [...new Set(texts.flatMap((text) => parseNetwork(text) ?? []).map(formatNetwork))];
}

function drawBytes(world: World, count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  world.fillRandom(bytes);
  return bytes;
}

/**
 * Gives a key a new secret, shown in this answer only; the old one works on for the overlap. Scopes, networks and expiry stay. A key that
 * was revoked or has expired is refused as `conflict`: it cannot be brought back; one that does what the caller may not, as `forbidden`.
 */
export async function rotateKey({
  ctx,
  role,
  input,
}: {
  ctx: RequestContext;
  role: Role;
  input: RotateKeyInput;
}): Promise<CreatedKeyView> {
  const id = decodeId('apiKey', input.id);
  if (id === undefined) throw noSuchKey();
  const workspace = ctx.workspace.number;
  return inWorkspace(ctx, async (tx) => {
    const before = await lockKey(tx, workspace, id);
    if (before === undefined) throw noSuchKey();
    assertHolds(role, before.scopes);
    const secret = spellSecret(before.environment, before.prefix, drawBytes(ctx.services.world, 32));
    const rotation = { id, secretHash: hashKey(secret), overlapHours: input.overlap_hours };
    const row = await rotateKeyRow(tx, workspace, rotation);
    if (row === undefined) {
      throw new SignalboxError('conflict', { detail: 'The key was revoked or has expired; make a new one.' });
    }
    await recordAudit(tx, ctx, changeOf('key.rotated', before, row));
    return { key: viewOf(row), secret };
  });
}

/** Revokes a key for ever: every process refuses it from the commit on. Repeating it changes nothing. */
export async function revokeKey({ ctx, input }: { ctx: RequestContext; input: { id: string } }): Promise<ApiKeyView> {
  const id = decodeId('apiKey', input.id);
  if (id === undefined) throw noSuchKey();
  const workspace = ctx.workspace.number;
  return inWorkspace(ctx, async (tx) => {
    const before = await lockKey(tx, workspace, id);
    if (before === undefined) throw noSuchKey();
    const row = await revokeKeyRow(tx, workspace, id);
    if (row === undefined) return viewOf(before);
    await recordAudit(tx, ctx, changeOf('key.revoked', before, row));
    return viewOf(row);
  });
}

const noSuchKey = (): SignalboxError =>
  new SignalboxError('not_found', { detail: 'There is no API key with this id.' });
