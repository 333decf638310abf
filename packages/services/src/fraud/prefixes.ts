import {
  type AddPrefixRequest,
  decodeId,
  encodeId,
  type ListPrefixesQuery,
  PREFIXES_MAX,
  type PrefixPage,
  type PrefixState,
  type PrefixView,
  SignalboxError,
} from '@signalbox/contracts';
import { parseNumber } from '@signalbox/core';
import { endPrefix, forgetBlocks, type ListedPrefixRow, listPrefix, readPrefixes } from '@signalbox/db';
import { type AuditChange, recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import { refuseField } from '../field-refusal.ts';
import { instantText } from '../instant-text.ts';
import { inWorkspace, readWithin } from '../tenant.ts';

const stateOf = ({ liftedAtMs, expiresAtMs, isExpired }: ListedPrefixRow): PrefixState => {
  // One that made way for the next when its time was over was not lifted by anybody.
  if (liftedAtMs !== null && (expiresAtMs === null || liftedAtMs < expiresAtMs)) return 'lifted';
  return isExpired || liftedAtMs !== null ? 'expired' : 'active';
};

const viewOf = (row: ListedPrefixRow): PrefixView => {
  const state = stateOf(row);
  return {
    id: encodeId('prefix', row.id),
    prefix: `+${row.prefix}`,
    action: row.action,
    origin: row.origin,
    environment: row.environment,
    country: row.country,
    reason: row.reason,
    evidence: row.evidence,
    state,
    created_at: new Date(row.createdAtMs).toISOString(),
    expires_at: instantText(row.expiresAtMs),
    lifted_at: state === 'lifted' ? instantText(row.liftedAtMs) : null,
  };
};

// The prefix in full, a whole number too: it is the thing itself.
const objectOf = ({ id, prefix }: ListedPrefixRow): AuditChange['object'] => ({
  kind: 'prefix',
  id: encodeId('prefix', id),
  name: `+${prefix}`,
});
const factsOf = (row: ListedPrefixRow): object => {
  const { prefix, action, origin, reason, expires_at } = viewOf(row);
  return { prefix, action, origin, reason, expires_at };
};

/** The prefixes that rules or people have listed, newest first, those that have ended included. */
export async function listPrefixes({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ListPrefixesQuery;
}): Promise<PrefixPage> {
  const filter = {
    workspace: ctx.workspace.number,
    environment: ctx.environment,
    action: input.action ?? null,
    isActive: input.state === undefined ? null : input.state === 'active',
    belowId: decodeCursor(input.cursor),
  };
  const found = await readWithin(ctx, 'The list takes too long to read; ask for those that are active.', (tx) =>
    readPrefixes(tx, filter, input.limit + 1),
  );
  const { rows, next_cursor } = pageOf(found, input.limit);
  return { data: rows.map(viewOf), next_cursor };
}

/**
 * Lists a prefix by hand, in place of what is listed for it: codes go there in no case, or in every case. In force for the next decision
 * of every process. Throws `request_invalid` when too many are listed.
 */
export async function addPrefix({ ctx, input }: { ctx: RequestContext; input: AddPrefixRequest }): Promise<PrefixView> {
  const place = { workspace: ctx.workspace.number, environment: ctx.environment };
  const prefix = input.prefix.slice(1);
  const number = parseNumber(input.prefix);
  return inWorkspace(ctx, async (tx) => {
    const [before] = await endPrefix(tx, place, { prefix });
    const row = await listPrefix(
      tx,
      {
        ...place,
        id: ctx.services.ids.next(),
        action: input.action,
        prefix,
        country: number.ok ? number.country : null,
        reason: input.reason,
        expiresInHours: input.expires_in_hours,
      },
      PREFIXES_MAX,
    );
    if (row === undefined) {
      throw refuseField(
        'prefix',
        'too_many',
        `At most ${PREFIXES_MAX} prefixes are listed; lift some, or name wider ones.`,
      );
    }
    await recordAudit(tx, ctx, {
      action: input.action === 'block' ? 'prefix.blocked' : 'prefix.allowed',
      object: objectOf(row),
      before: before === undefined ? null : factsOf(before),
      after: factsOf(row),
    });
    return viewOf(row);
  });
}

/**
 * Lifts a listed prefix by its public id: it stays on the list as ended, and what was counted of its numbers is forgotten, so that the
 * rules judge them anew. `not_found` when none with this id counts here.
 */
export async function liftPrefix({ ctx, input }: { ctx: RequestContext; input: { id: string } }): Promise<null> {
  const id = decodeId('prefix', input.id);
  const place = { workspace: ctx.workspace.number, environment: ctx.environment };
  await inWorkspace(ctx, async (tx) => {
    const [before] = id === undefined ? [] : await endPrefix(tx, place, { id });
    if (before === undefined) {
      throw new SignalboxError('not_found', { detail: 'No prefix with this id is listed, or it was lifted already.' });
    }
    await forgetBlocks(tx, place, before.prefix);
    await recordAudit(tx, ctx, {
      action: 'prefix.lifted',
      object: objectOf(before),
      before: factsOf(before),
      after: null,
    });
  });
  return null;
}
