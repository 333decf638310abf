import {
  type DecideErasureRequest,
  decodeId,
  type ErasePersonRequest,
  type ErasureAnswer,
  type ErasureCertificate,
  SignalboxError,
} from '@signalbox/contracts';
import {
  insertPersonRequest,
  lockPersonRequest,
  movePersonRequest,
  type PersonRequestRow,
  readPersonRequest,
} from '@signalbox/db';
import { needsSecondPerson } from '../approvals/second-person.ts';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { removeAll } from './erase-rows.ts';
import { actorOf, newRequest, type Person, personOf, requestObject } from './person-of.ts';
import { viewRequest } from './requests.ts';

/**
 * Erases a person: nothing more goes to the address from the first commit on, what is open is cancelled, and what is kept of it is removed or
 * blanked; the certificate says how much. Where the workspace wants two people it only asks, and a second person decides. Asked again it
 * erases what came since, and answers with the next certificate.
 */
export async function erasePerson({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ErasePersonRequest;
}): Promise<ErasureAnswer> {
  const person = personOf(ctx, input);
  const request = newRequest(ctx, person, { kind: 'erasure', reason: input.reason, blocked: input.blocked_classes });
  const waits = await inWorkspace(ctx, async (tx) => {
    if (!(await needsSecondPerson(tx, person.workspace, 'erasures'))) return false;
    const asked = { ...request, state: 'waiting' as const, endedAtMs: null };
    await insertPersonRequest(tx, person.workspace, asked);
    await recordAudit(tx, ctx, { action: 'person.erasure_asked', ...auditOf(asked), before: null });
    return true;
  });
  if (!waits) {
    const row = { ...request, state: 'running' as const, endedAtMs: null, decided: null, certificate: null };
    return run(ctx, person, row);
  }
  return {
    request: viewRequest({ ...request, state: 'waiting', endedAtMs: null, decided: null, certificate: null }),
    certificate: null,
  };
}

/** What the second person says: the erasure runs, or is turned down. Nobody decides on what they asked for themselves, and no key does. */
export async function decideErasure({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: DecideErasureRequest;
}): Promise<ErasureAnswer> {
  const id = decodeId('personRequest', input.id);
  const decided = actorOf(ctx);
  const row = await inWorkspace(ctx, async (tx) => {
    const found = id === undefined ? undefined : await lockPersonRequest(tx, ctx.workspace.number, ctx.environment, id);
    if (found === undefined) throw new SignalboxError('not_found', { detail: 'There is no request with this id.' });
    if (found.state !== 'waiting') {
      throw new SignalboxError('conflict', {
        detail: `The request is ${found.state}; only one that waits is decided.`,
      });
    }
    assertSecondPerson(ctx, found);
    if (input.decision === 'approve') return found;
    const rejected = { ...found, state: 'rejected' as const, decided, endedAtMs: ctx.services.world.nowMs() };
    await movePersonRequest(tx, ctx.workspace.number, found.id, {
      state: 'rejected',
      decided,
      endedAtMs: rejected.endedAtMs,
    });
    await recordAudit(tx, ctx, {
      action: 'person.erasure_rejected',
      ...auditOf(rejected),
      before: { state: 'waiting' },
    });
    return rejected;
  });
  if (input.decision === 'reject') return { request: viewRequest(row), certificate: null };
  const person = personOf(ctx, { address: input.address, channel: row.channel });
  if (person.hash !== row.person) {
    throw refuseField(
      'address',
      'another_person',
      'This is not the address the request is about; type it as it was asked.',
    );
  }
  return run(ctx, person, { ...row, state: 'running', decided });
}

async function run(ctx: RequestContext, person: Person, row: PersonRequestRow): Promise<ErasureAnswer> {
  const certificate = await removeAll(ctx, person, row);
  return {
    request: viewRequest({ ...row, state: 'done', endedAtMs: Date.parse(certificate.ended_at) }),
    certificate,
  };
}

function assertSecondPerson({ actor }: RequestContext, { asked }: PersonRequestRow): void {
  if (actor.kind !== 'user') {
    throw new SignalboxError('forbidden', {
      detail: 'This workspace has erasures approved by a second person: sign in to the console and approve it there.',
    });
  }
  if (asked.id === actor.id) {
    throw new SignalboxError('forbidden', {
      detail: 'You asked for this erasure, and this workspace has them approved by a second person: ask somebody else.',
    });
  }
}

/** What the audit log keeps of a request: the person by the keyed hash alone. */
const auditOf = ({
  id,
  masked,
  person,
  reason,
  state,
}: Pick<PersonRequestRow, 'id' | 'masked' | 'person' | 'reason' | 'state'>) => ({
  object: requestObject({ id, masked }),
  after: { person, reason, state },
});

/** The certificate of an erasure that is done; `not_found` for all other ids. */
export async function readCertificate({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string };
}): Promise<ErasureCertificate> {
  const id = decodeId('personRequest', input.id);
  const row =
    id === undefined
      ? undefined
      : await inWorkspace(ctx, (tx) => readPersonRequest(tx, ctx.workspace.number, ctx.environment, id));
  if (row?.state !== 'done' || row.kind !== 'erasure') {
    throw new SignalboxError('not_found', { detail: 'There is no certificate with this id.' });
  }
  return row.certificate as ErasureCertificate;
}
