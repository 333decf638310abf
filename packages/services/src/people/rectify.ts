import type { PersonChange, RectificationAnswer, RectifyPersonRequest } from '@signalbox/contracts';
import {
  insertPersonRequest,
  type PersonRequestRow,
  passTurnstile,
  readPlacesOnLists,
  setListLanguage,
  type Transaction,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { wishSource } from '../dispatch/hold.ts';
import { wakeHeldBy } from '../dispatch/wake-held-by.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { carryToAddress } from './carry.ts';
import { correctZone } from './correct-zone.ts';
import { assertNotErased } from './erased.ts';
import { newRequest, type Person, personOf, placeOf, requestObject } from './person-of.ts';
import { viewRequest } from './requests.ts';

/**
 * Corrects what is wrong of a person: the address, with all that belongs to it; the language on lists; the zone of the hours without marketing. The
 * ledger keeps what was said before and gets new entries. One transaction behind the turnstile: a claim that commits after this answer has seen
 * it. Throws `request_invalid` for a correction of something that is not held, and for an address whose person was erased.
 */
export async function rectifyPerson({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: RectifyPersonRequest;
}): Promise<RectificationAnswer> {
  const old = personOf(ctx, input);
  const person = newPerson(ctx, old, input.new_address);
  const request = newRequest(ctx, old, { kind: 'rectification', reason: input.reason });
  const { answer, replaced } = await inWorkspace(ctx, async (tx) => {
    await passTurnstile(tx, old.workspace, true);
    await assertNotErased(tx, ctx, old.channel, old.address);
    const moves = person !== old;
    if (moves) await assertNotErased(tx, ctx, person.channel, person.address, 'new_address');
    const changes: PersonChange[] = moves ? [{ what: 'address', before: old.masked, after: person.masked }] : [];
    const carried = moves
      ? await carryToAddress(tx, ctx, { old, person, request, samePerson: input.same_person ?? null })
      : null;
    if (input.language !== undefined) changes.push(await correctLanguage(tx, person, input.language));
    const zone = input.time_zone === undefined ? null : await correctZone(tx, ctx, person, request.id, input.time_zone);
    if (zone !== null) changes.push(zone.change);
    const row: PersonRequestRow = {
      ...{ ...request, state: 'done', endedAtMs: request.createdAtMs, decided: null, certificate: null, changes },
    };
    await insertPersonRequest(tx, old.workspace, row);
    const told = (side: 'before' | 'after') => Object.fromEntries(changes.map((one) => [one.what, one[side]]));
    await recordAudit(tx, ctx, {
      action: 'person.rectified',
      object: requestObject(row),
      before: { person: old.hash, ...told('before') },
      after: { person: person.hash, ...told('after'), reason: row.reason, ...(carried === null ? {} : { carried }) },
    });
    return { answer: { request: viewRequest(row), carried }, replaced: zone?.replaced ?? [] };
  });
  for (const wish of replaced) wakeHeldBy(ctx, wishSource(wish));
  return answer;
}

/** Who is meant from now on: the same when the address was right. */
function newPerson(ctx: RequestContext, old: Person, address: string | undefined): Person {
  if (address === undefined) return old;
  const person = personOf(ctx, { address, channel: old.channel }, 'new_address');
  if (person.address !== old.address) return person;
  throw refuseField(
    'new_address',
    'the_same',
    'This is the address the person has already; give the one that is right.',
  );
}

async function correctLanguage(tx: Transaction, person: Person, language: string): Promise<PersonChange> {
  const places = await readPlacesOnLists(tx, placeOf(person), [person.address]);
  if (places.length === 0) {
    throw refuseField(
      'language',
      'not_held',
      'No language is kept for this address, for it is on no list. Leave the language out, or put the person on a list first.',
    );
  }
  await setListLanguage(tx, placeOf(person), person.address, language);
  const before = [...new Set(places.map(({ locale }) => locale))].join(', ');
  return { what: 'language', before, after: language };
}
