import { encodeId, type ObjectRequest, type PersonRequestView } from '@signalbox/contracts';
import { MARKETING_PURPOSE } from '@signalbox/core';
import {
  findConsents,
  insertPersonRequest,
  type PersonRequestRow,
  passTurnstile,
  readSuppressions,
  upsertSuppression,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import { appendEvents } from '../consent/append.ts';
import { laterThan } from '../consent/restore.ts';
import type { RequestContext } from '../context.ts';
import { spellingsOf } from '../policy/suppressions.ts';
import { inWorkspace } from '../tenant.ts';
import { newRequest, personOf, requestObject } from './person-of.ts';
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
    const place = { workspace, environment, channel };
    const suppressions = { ...place, addresses: spellingsOf(ctx, channel, address), belowId: null };
    const [before] = await readSuppressions(tx, suppressions, 1);
    // Of who was erased the address is not written down again: the block under the hash takes the objection, and there is no consent left to withdraw.
    const isErased = before?.address === person.erasedAs;
    if (!isErased) {
      const entries = await findConsents(tx, { ...place, purposes: [MARKETING_PURPOSE] }, [address]);
      await appendEvents(tx, ctx, [
        {
          ...{
            channel,
            address,
            state: 'withdrawn',
            source: SOURCE,
            purpose: MARKETING_PURPOSE,
            topic: null,
            list: null,
          },
          ...{ locale: null, wordingText: null, wordingVersion: null, jurisdiction: null, occasion: null },
          atMs: laterThan(entries, row.createdAtMs),
          proof: { request_id: encodeId('personRequest', row.id), reason: row.reason },
        },
      ]);
    }
    await insertPersonRequest(tx, workspace, row);
    await upsertSuppression(tx, {
      ...{ id: ctx.services.ids.next(), ...place, address: before?.address ?? address },
      ...{ classes: ['marketing'], reason: 'The person objects to marketing.' },
    });
    await recordAudit(tx, ctx, {
      action: 'person.objected',
      object: requestObject(row),
      before: null,
      after: { person: row.person, reason: row.reason },
    });
    return viewRequest(row);
  });
}
