import { type CarriedToAddress, encodeId, HOURS_PURPOSE } from '@signalbox/contracts';
import { type CarriedConsent, carryConsents, consentInForce, wishInForce } from '@signalbox/core';
import {
  type ConsentRow,
  insertPersonRequest,
  joinListsOf,
  lockRestriction,
  type PersonRequestRow,
  readDecidingConsents,
  readPlacesOnLists,
  readSuppressions,
  type Transaction,
  upsertSuppression,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import { appendEvents, type ConsentEvent } from '../consent/append.ts';
import { laterThan } from '../consent/restore.ts';
import type { RequestContext } from '../context.ts';
import { newRequest, type Person, requestObject } from './person-of.ts';
import { RESTRICTED_REASON } from './restrict.ts';

/** The source of what a rectification writes into the ledger. */
export const RECTIFICATION = 'rectification';
/** The source of what ends at an address that was given up: nobody said no there, so it is no obstacle to whoever comes back. */
const MOVED_AWAY = 'moved_away';

/** A person who has another address. */
export interface Move {
  old: Person;
  person: Person;
  request: Pick<PersonRequestRow, 'id' | 'reason'>;
  /** How it is proven that one person is behind both addresses; null when it is not. */
  samePerson: string | null;
}

/**
 * Lets go along what belongs to a person who has moved to another address. What holds somebody back holds at both from now on: suppressions,
 * restrictions, withdrawals and hours. Consents and places on lists go along to who is proven to be the same person, and end at the old address,
 * which may be somebody else's now. The caller has passed the turnstile alone.
 */
export async function carryToAddress(tx: Transaction, ctx: RequestContext, move: Move): Promise<CarriedToAddress> {
  const blocks = await carryBlocks(tx, ctx, move);
  const { old, person } = move;
  const entries = await readDecidingConsents(tx, person, [old.address, person.address]);
  const atMs = laterThan(entries, ctx.services.world.nowMs());
  const said = entries.filter(({ address }) => address === old.address);
  const own = entries.filter(({ address, source }) => address === person.address && source !== MOVED_AWAY);
  const isConsent = ({ purpose }: ConsentRow): boolean => purpose !== HOURS_PURPOSE;
  const carried = carryConsents(said.filter(isConsent), own.filter(isConsent), move.samePerson !== null);
  const events = carried.map((one) => eventOf(move, one, atMs));
  const wish = wishInForce(own) === null ? wishInForce(said) : null;
  if (wish !== null) events.push(eventOf(move, { entry: wish, after: false }, atMs));
  const made = events.length === 0 ? [] : await appendEvents(tx, ctx, events);
  const marks = carried.map(({ entry, after }, index) => ({
    ...entry,
    ...{ id: made[index]?.id ?? '', atMs: after ? atMs + 1 : atMs },
  }));
  // Before the consents end at the old address: that takes it off its lists.
  const lists = move.samePerson === null ? 0 : await joinLists(tx, move, [...own.filter(isConsent), ...marks], atMs);
  await endConsents(tx, ctx, move, said.filter(isConsent), atMs);
  const count = (state: ConsentRow['state']): number => carried.filter(({ entry }) => entry.state === state).length;
  return { consents: count('granted'), withdrawals: count('withdrawn'), lists, hours: wish !== null, ...blocks };
}

/** What was said at the old address, said again for the new one with where it comes from. */
function eventOf(
  { person, request, samePerson }: Move,
  { entry, after }: CarriedConsent<ConsentRow>,
  atMs: number,
): ConsentEvent {
  const { channel, address } = person;
  const { state, purpose, topic, list, locale, wordingText, wordingVersion, jurisdiction } = entry;
  const said = entry.proof === null ? {} : (JSON.parse(entry.proof) as { hours?: unknown });
  return {
    ...{ channel, address, state, source: RECTIFICATION, purpose, topic, list, locale },
    ...{ wordingText, wordingVersion, jurisdiction, occasion: null },
    atMs: after ? atMs + 1 : atMs,
    proof: {
      request_id: encodeId('personRequest', request.id),
      carried_from: encodeId('consent', entry.id),
      said_at: new Date(entry.atMs).toISOString(),
      ...(samePerson === null ? {} : { same_person: samePerson }),
      ...(said.hours === undefined ? {} : { hours: said.hours }),
    },
  };
}

/** Puts the new address on the lists of the old one that what is in force there now allows. */
async function joinLists(
  tx: Transaction,
  { old, person }: Move,
  entries: readonly ConsentRow[],
  atMs: number,
): Promise<number> {
  const places = await readPlacesOnLists(tx, old, [old.address]);
  const allowed = places.flatMap(({ list, purpose, topic, isConfirmed }) => {
    const consent = consentInForce(entries, { purpose, topic: topic ?? undefined });
    return isConfirmed && consent?.state === 'granted' ? [{ list, consent: consent.id }] : [];
  });
  const given = { from: old.address, to: person.address, source: RECTIFICATION, atMs };
  return joinListsOf(tx, person.workspace, given, allowed);
}

/** Ends at the old address what is agreed to there, each by an entry about the same. */
async function endConsents(
  tx: Transaction,
  ctx: RequestContext,
  { old, request }: Move,
  said: readonly ConsentRow[],
  atMs: number,
): Promise<void> {
  const proof = { request_id: encodeId('personRequest', request.id) };
  const events = carryConsents(said, [], true).flatMap(({ entry: { state, purpose, topic } }): ConsentEvent[] =>
    state === 'withdrawn'
      ? []
      : [
          {
            ...{ channel: old.channel, address: old.address, state: 'withdrawn', source: MOVED_AWAY, purpose, topic },
            ...{
              list: null,
              locale: null,
              wordingText: null,
              wordingVersion: null,
              jurisdiction: null,
              occasion: null,
            },
            ...{ atMs, proof },
          },
        ],
  );
  if (events.length > 0) await appendEvents(tx, ctx, events);
}

/** Lets suppression and restriction of the old address hold at the new one too; both stay where they are. */
async function carryBlocks(
  tx: Transaction,
  ctx: RequestContext,
  { old, person, request }: Move,
): Promise<Pick<CarriedToAddress, 'suppressed_classes' | 'restriction_id'>> {
  const { workspace, environment, channel } = person;
  const addresses = [old.address, old.restrictedAs, person.address];
  const rows = await readSuppressions(
    tx,
    { workspace, environment, channel, addresses, belowId: null },
    addresses.length,
  );
  const byAddress = new Map(rows.map((row) => [row.address, row]));
  const stop = byAddress.get(old.address);
  if (stop !== undefined) {
    await upsertSuppression(tx, {
      ...{ id: ctx.services.ids.next(), workspace, environment, channel, address: person.address },
      ...{ classes: stop.classes, reason: byAddress.get(person.address)?.reason ?? stop.reason },
    });
  }
  const block = byAddress.get(old.restrictedAs);
  if (block === undefined) return { suppressed_classes: stop?.classes ?? [], restriction_id: null };
  const before = await lockRestriction(tx, { workspace, environment, person: person.hash });
  const given = newRequest(ctx, person, { kind: 'restriction', reason: request.reason, blocked: block.classes });
  if (before === undefined) {
    await insertPersonRequest(tx, workspace, { ...given, state: 'running', endedAtMs: null });
    await recordAudit(tx, ctx, {
      action: 'person.restricted',
      object: requestObject(given),
      before: null,
      after: { person: person.hash, reason: given.reason, classes: block.classes },
    });
  }
  const id = before?.id ?? given.id;
  const place = { workspace, environment, channel, address: person.restrictedAs };
  await upsertSuppression(tx, { id, ...place, classes: block.classes, reason: RESTRICTED_REASON });
  return { suppressed_classes: stop?.classes ?? [], restriction_id: encodeId('personRequest', id) };
}
