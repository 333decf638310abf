import {
  type Channel,
  channelsBeside,
  encodeId,
  type ObjectRequest,
  type PersonRequestView,
} from '@signalbox/contracts';
import { MARKETING_PURPOSE } from '@signalbox/core';
import {
  insertPersonRequest,
  type PersonRequestRow,
  passTurnstile,
  readDecidingConsents,
  readSuppressions,
  upsertSuppression,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import { appendEvents, type ConsentEvent, UNSAID } from '../consent/append.ts';
import { laterThan } from '../consent/restore.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { newRequest, personOf, placeOf, requestObject } from './person-of.ts';
import { viewRequest } from './requests.ts';

const SOURCE = 'objection';

/**
 * Takes down that a person objects to marketing: the ledger has the withdrawal, whether anything was agreed to or not, and marketing is
 * suppressed, so that no consent that is brought later by a file or another system opens the way again. Both commit behind the turnstile: a claim that
 * commits after this answer has seen them.
 */
export async function objectToMarketing({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ObjectRequest;
}): Promise<PersonRequestView> {
  const person = personOf(ctx, input);
  const { workspace, environment, channel, address } = person;
  const request = newRequest(ctx, person, { kind: 'objection', reason: input.reason, blocked: ['marketing'] });
  const row: PersonRequestRow = {
    ...{ ...request, state: 'done', endedAtMs: request.createdAtMs, decided: null, certificate: null },
  };
  return inWorkspace(ctx, async (tx) => {
    await passTurnstile(tx, workspace, true);
    const block = { classes: ['marketing' as const], reason: 'The person objects to marketing.' };
    const suppress = (one: Channel, as: string) =>
      upsertSuppression(tx, {
        ...{ id: ctx.services.ids.next(), workspace, environment, channel: one, address: as },
        ...block,
      });
    const erased = { workspace, environment, channel, addresses: [person.erasedAs], belowId: null };
    // Of who was erased the address is not written down again: the block under the hash takes the objection, and there is no consent left to withdraw.
    if ((await readSuppressions(tx, erased, 1)).length > 0) await suppress(channel, person.erasedAs);
    else {
      // Who objects to texts objects to calls of the same number too.
      const channels = channelsBeside(channel);
      const said = await readDecidingConsents(tx, placeOf(person), [address]);
      const atMs = laterThan(
        said.filter(({ purpose }) => purpose === MARKETING_PURPOSE),
        row.createdAtMs,
      );
      const proof = { request_id: encodeId('personRequest', row.id), reason: row.reason };
      const withdrawals = channels.map(
        (one): ConsentEvent => ({
          ...{ ...UNSAID, channel: one, address, state: 'withdrawn', source: SOURCE, purpose: MARKETING_PURPOSE },
          ...{ topic: null, list: null, atMs, proof },
        }),
      );
      await appendEvents(tx, ctx, withdrawals);
      await Promise.all(channels.map((one) => suppress(one, address)));
    }
    await insertPersonRequest(tx, workspace, row);
    await recordAudit(tx, ctx, {
      action: 'person.objected',
      object: requestObject(row),
      before: null,
      after: { person: row.person, reason: row.reason },
    });
    return viewRequest(row);
  });
}
