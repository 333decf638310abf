import {
  decodeId,
  encodeId,
  type LiftRestrictionRequest,
  type PersonRequestView,
  type RestrictPersonRequest,
  SignalboxError,
} from '@signalbox/contracts';
import {
  deleteSuppression,
  insertPersonRequest,
  lockPersonRequest,
  lockRestriction,
  movePersonRequest,
  type PersonRequestRow,
  passTurnstile,
  type Transaction,
  upsertSuppression,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { actorOf, newRequest, personOf, requestObject } from './person-of.ts';
import { viewRequest } from './requests.ts';

/**
 * Restricts what is held of a person: it is kept, and nothing of the classes goes to the address until the restriction is lifted, whatever else
 * is suppressed or agreed to meanwhile. The block stands under the keyed hash and is the entry of the register itself: both have one id. Throws
 * `conflict` for a person whose data are restricted already.
 */
export async function restrictPerson({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: RestrictPersonRequest;
}): Promise<PersonRequestView> {
  const person = personOf(ctx, input);
  const { workspace, environment, channel } = person;
  const request = newRequest(ctx, person, { kind: 'restriction', reason: input.reason, blocked: input.classes });
  const row: PersonRequestRow = { ...request, state: 'running', endedAtMs: null, decided: null, certificate: null };
  return inWorkspace(ctx, async (tx) => {
    await passTurnstile(tx, workspace, true);
    const before = await lockRestriction(tx, { workspace, environment, person: person.hash });
    if (before !== undefined) {
      const id = encodeId('personRequest', before.id);
      throw new SignalboxError('conflict', { detail: `The data are restricted already, by ${id}: lift that first.` });
    }
    await insertPersonRequest(tx, workspace, row);
    const place = { workspace, environment, channel, address: person.restrictedAs };
    await upsertSuppression(tx, { id: row.id, ...place, classes: input.classes, reason: RESTRICTED_REASON });
    const after = { person: row.person, reason: row.reason, classes: input.classes };
    await recordAudit(tx, ctx, { action: 'person.restricted', object: requestObject(row), before: null, after });
    return viewRequest(row);
  });
}

/** What the block of a restriction says. */
export const RESTRICTED_REASON = 'The person had the use of their data restricted.';

/** Lifts a restriction by the id of its entry; what else the address is suppressed for stays. */
export async function liftRestriction({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: LiftRestrictionRequest & { id: string };
}): Promise<PersonRequestView> {
  const id = decodeId('personRequest', input.id);
  return inWorkspace(ctx, async (tx) => {
    const row = id === undefined ? undefined : await lockPersonRequest(tx, ctx.workspace.number, ctx.environment, id);
    if (row?.kind !== 'restriction')
      throw new SignalboxError('not_found', { detail: 'There is no restriction with this id.' });
    if (row.state !== 'running') throw new SignalboxError('conflict', { detail: 'The restriction is lifted already.' });
    await deleteSuppression(tx, ctx.workspace.number, ctx.environment, row.id);
    return viewRequest(await endRestriction(tx, ctx, row, input.reason));
  });
}

/** Ends the entry of a restriction whose block is gone. */
export async function endRestriction(
  tx: Transaction,
  ctx: RequestContext,
  row: PersonRequestRow,
  reason: string | null,
): Promise<PersonRequestRow> {
  const ended = { state: 'done' as const, decided: actorOf(ctx), endedAtMs: ctx.services.world.nowMs() };
  await movePersonRequest(tx, ctx.workspace.number, row.id, ended);
  const before = { person: row.person, classes: row.blockedClasses };
  await recordAudit(tx, ctx, {
    action: 'person.restriction_lifted',
    object: requestObject(row),
    before,
    after: reason === null ? null : { lifted_because: reason },
  });
  return { ...row, ...ended };
}
