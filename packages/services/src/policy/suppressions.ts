import {
  type Channel,
  decodeId,
  type Environment,
  encodeId,
  SignalboxError,
  type SuppressRequest,
  type TrafficClass,
} from '@signalbox/contracts';
import {
  deleteSuppression,
  lockPersonRequest,
  passTurnstile,
  readSuppressions,
  type SuppressionRow,
  upsertSuppression,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import { erasedAs, isRestricted, restrictedAs, shownAddress } from '../people/person-hash.ts';
import { endRestriction } from '../people/restrict.ts';
import { inWorkspace, readWithin } from '../tenant.ts';
import { channelOf, normaliseAddress } from './address.ts';

/** A suppressed address as the API shows it. */
export interface SuppressionView {
  id: string;
  address: string;
  channel: Channel;
  environment: Environment;
  classes: TrafficClass[];
  reason: string;
  created_at: string;
}

const viewOf = ({ createdAtMs, ...row }: SuppressionRow): SuppressionView => ({
  ...row,
  id: encodeId('suppression', row.id),
  address: shownAddress(row.address),
  created_at: new Date(createdAtMs).toISOString(),
});

// The address in full: it is the thing itself, and what a dispute about a suppression turns on.
/** A suppression as the audit log names it. */
export const suppressionObject = ({ id, address }: Pick<SuppressionRow, 'id' | 'address'>) =>
  ({ kind: 'suppression', id: encodeId('suppression', id), name: shownAddress(address) }) as const;
/** What the audit log keeps of one. */
export const suppressionFacts = ({ channel, address, classes, reason }: SuppressionRow) => ({
  channel,
  address: shownAddress(address),
  classes,
  reason,
});

/** The spellings a suppression of a person may be under: the address, and the keyed hash of who was erased. */
export function spellingsOf({ services, workspace }: RequestContext, channel: Channel, address: string): string[] {
  return [address, erasedAs(services.personHash.of(workspace.number, channel, address))];
}

/** The same, with what blocks a person whose data are restricted. */
const everySpellingOf = (ctx: RequestContext, channel: Channel, address: string): string[] => [
  ...spellingsOf(ctx, channel, address),
  restrictedAs(ctx.services.personHash.of(ctx.workspace.number, channel, address)),
];

/**
 * Suppresses an address for classes, beside those it is suppressed for already. It passes the turnstile alone: a claim that commits
 * after this answer has seen it.
 */
export async function addSuppression({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: SuppressRequest;
}): Promise<SuppressionView> {
  const { channel, classes, reason } = input;
  const address = normaliseAddress(channel, input.address, 'address');
  const workspace = ctx.workspace.number;
  const id = ctx.services.ids.next();
  return inWorkspace(ctx, async (tx) => {
    await passTurnstile(tx, workspace, true);
    const place = { workspace, environment: ctx.environment, channel };
    const [before] = await readSuppressions(
      tx,
      { ...place, addresses: spellingsOf(ctx, channel, address), belowId: null },
      1,
    );
    // Of who was erased the address is not written down again.
    const row = await upsertSuppression(tx, { id, ...place, address: before?.address ?? address, classes, reason });
    await recordAudit(tx, ctx, {
      action: 'suppression.added',
      object: suppressionObject(row),
      before: before === undefined ? null : suppressionFacts(before),
      after: suppressionFacts(row),
    });
    return viewOf(row);
  });
}

/** Lifts a suppression by its public id; `not_found` when there is none here. Why it is lifted stands in the audit log. */
export async function removeSuppression({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string; reason?: string | undefined };
}): Promise<void> {
  const id = decodeId('suppression', input.id);
  await inWorkspace(ctx, async (tx) => {
    const before =
      id === undefined ? undefined : await deleteSuppression(tx, ctx.workspace.number, ctx.environment, id);
    if (before === undefined)
      throw new SignalboxError('not_found', { detail: 'There is no suppression with this id.' });
    const restriction = isRestricted(before.address)
      ? await lockPersonRequest(tx, ctx.workspace.number, ctx.environment, before.id)
      : undefined;
    if (restriction !== undefined) return void (await endRestriction(tx, ctx, restriction, input.reason ?? null));
    await recordAudit(tx, ctx, {
      action: 'suppression.lifted',
      object: suppressionObject(before),
      before: suppressionFacts(before),
      after: input.reason === undefined ? null : { lifted_because: input.reason },
    });
  });
}

/** Filters of the list. */
export interface ListSuppressionsInput {
  limit: number;
  cursor?: string | undefined;
  channel?: Channel | undefined;
  address?: string | undefined;
}

/** Suppressed addresses, newest first. */
export async function listSuppressions({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ListSuppressionsInput;
}): Promise<{ data: SuppressionView[]; next_cursor: string | null }> {
  const channel = input.channel ?? (input.address === undefined ? null : channelOf(input.address));
  const filter = {
    workspace: ctx.workspace.number,
    environment: ctx.environment,
    channel,
    addresses:
      input.address === undefined || channel === null
        ? null
        : everySpellingOf(ctx, channel, normaliseAddress(channel, input.address, 'address')),
    belowId: decodeCursor(input.cursor),
  };
  const found = await readWithin(ctx, 'The list takes too long to search; name the address.', (tx) =>
    readSuppressions(tx, filter, input.limit + 1),
  );
  const { rows, next_cursor } = pageOf(found, input.limit);
  return { data: rows.map(viewOf), next_cursor };
}
