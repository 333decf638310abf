import {
  type CarriedToAddress,
  type Channel,
  channelsBeside,
  encodeId,
  HOURS_PURPOSE,
  type TrafficClass,
} from '@signalbox/contracts';
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
import { appendEvents, type ConsentEvent, UNSAID } from '../consent/append.ts';
import { laterThan } from '../consent/restore.ts';
import type { RequestContext } from '../context.ts';
import { newRequest, type Person, placeOf, requestObject } from './person-of.ts';
import { RESTRICTED_REASON } from './restrict.ts';

/** The source of what a rectification writes into the ledger. */
export const RECTIFICATION = 'rectification';
/** The source of what ends at an address that was given up: nobody said no there, so it neither goes along nor stands in the way of who comes back. */
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
  const entries = await readDecidingConsents(tx, placeOf(person), [old.address, person.address]);
  const atMs = laterThan(entries, ctx.services.world.nowMs());
  const ledgers = channelsBeside(person.channel).map((channel) => ledgerOf(move, channel, entries));
  const carried = ledgers.flatMap((one) => one.carried);
  const wishes = ledgers.flatMap(({ wish }) => (wish === null ? [] : [{ entry: wish, after: false }]));
  const events = [...carried, ...wishes].map((one) => eventOf(move, one, atMs));
  const made = events.length === 0 ? [] : await appendEvents(tx, ctx, events);
  const marks = carried.map(({ entry, after }, index) => ({
    ...entry,
    ...{ id: made[index]?.id ?? '', atMs: after ? atMs + 1 : atMs },
  }));
  // Before the consents end at the old address: that takes it off its lists.
  const own = ledgers.flatMap((one) => one.own);
  const lists = move.samePerson === null ? 0 : await joinLists(tx, move, [...own, ...marks], atMs);
  await endConsents(
    tx,
    ctx,
    move,
    ledgers.map(({ said }) => said),
    atMs,
  );
  const count = (state: ConsentRow['state']): number => carried.filter(({ entry }) => entry.state === state).length;
  const hours = wishes.length > 0;
  return { consents: count('granted'), withdrawals: count('withdrawn'), lists, hours, ...blocks };
}

/** What both addresses said on a channel, and what of it goes along. */
interface Ledger {
  said: ConsentRow[];
  own: ConsentRow[];
  carried: CarriedConsent<ConsentRow>[];
  wish: ConsentRow | null;
}

function ledgerOf({ old, person, samePerson }: Move, channel: Channel, entries: readonly ConsentRow[]): Ledger {
  const here = entries.filter((one) => one.channel === channel && one.source !== MOVED_AWAY);
  const ofOld = here.filter(({ address }) => address === old.address);
  const ofNew = here.filter(({ address }) => address === person.address);
  const said = ofOld.filter(({ purpose }) => purpose !== HOURS_PURPOSE);
  const own = ofNew.filter(({ purpose }) => purpose !== HOURS_PURPOSE);
  return {
    ...{ said, own, carried: carryConsents(said, own, samePerson !== null) },
    wish: wishInForce(ofNew) === null ? wishInForce(ofOld) : null,
  };
}

/** What was said at the old address, said again for the new one with where it comes from. */
function eventOf(
  { person, request, samePerson }: Move,
  { entry, after }: CarriedConsent<ConsentRow>,
  atMs: number,
): ConsentEvent {
  const { address } = person;
  const { channel, state, purpose, topic, list, locale, wordingText, wordingVersion, jurisdiction } = entry;
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
  const places = await readPlacesOnLists(tx, placeOf(old), [old.address]);
  const allowed = places.flatMap(({ channel, list, purpose, topic, isConfirmed }) => {
    const about = entries.filter((one) => one.channel === channel);
    const consent = consentInForce(about, { purpose, topic: topic ?? undefined });
    return isConfirmed && consent?.state === 'granted' ? [{ list, consent: consent.id }] : [];
  });
  const given = { from: old.address, to: person.address, source: RECTIFICATION, atMs };
  return joinListsOf(tx, person.workspace, given, allowed);
}

/** Ends at the old address what is agreed to there on each channel, by an entry about the same. */
async function endConsents(
  tx: Transaction,
  ctx: RequestContext,
  { old, request }: Move,
  ledgers: readonly (readonly ConsentRow[])[],
  atMs: number,
): Promise<void> {
  const proof = { request_id: encodeId('personRequest', request.id) };
  const inForce = ledgers.flatMap((said) => carryConsents(said, [], true).map(({ entry }) => entry));
  const events = inForce
    .filter(({ state }) => state === 'granted')
    .map(
      ({ channel, purpose, topic }): ConsentEvent => ({
        ...{ ...UNSAID, channel, address: old.address, state: 'withdrawn', source: MOVED_AWAY },
        ...{ purpose, topic, list: null, atMs, proof },
      }),
    );
  if (events.length > 0) await appendEvents(tx, ctx, events);
}

/** Lets suppressions and restriction of the old address hold at the new one too; all stay where they are. */
async function carryBlocks(
  tx: Transaction,
  ctx: RequestContext,
  { old, person, request }: Move,
): Promise<Pick<CarriedToAddress, 'suppressed_classes' | 'restriction_id'>> {
  const { workspace, environment, channel } = person;
  const addresses = [old.address, old.restrictedAs, person.address];
  const filter = { workspace, environment, channel: null, addresses, belowId: null };
  const rows = await readSuppressions(tx, filter, addresses.length * channelsBeside(channel).length);
  const stops = rows.filter(({ address }) => address === old.address);
  // One a channel: few.
  await Promise.all(
    stops.map((stop) => {
      const own = rows.find((row) => row.address === person.address && row.channel === stop.channel);
      return upsertSuppression(tx, {
        ...{ id: ctx.services.ids.next(), workspace, environment, channel: stop.channel, address: person.address },
        ...{ classes: stop.classes, reason: own?.reason ?? stop.reason },
      });
    }),
  );
  const suppressed_classes = [...new Set(stops.flatMap(({ classes }) => classes))];
  const block = rows.find(({ address }) => address === old.restrictedAs);
  return {
    suppressed_classes,
    restriction_id: block === undefined ? null : await restrictToo(tx, ctx, { person, request }, block.classes),
  };
}

/** Restricts the new address for the same classes, by an entry of its own unless there is one; its id. */
async function restrictToo(
  tx: Transaction,
  ctx: RequestContext,
  { person, request }: Pick<Move, 'person' | 'request'>,
  classes: TrafficClass[],
): Promise<string> {
  const { workspace, environment, channel } = person;
  const before = await lockRestriction(tx, { workspace, environment, person: person.hash });
  const given = newRequest(ctx, person, { kind: 'restriction', reason: request.reason, blocked: classes });
  if (before === undefined) {
    await insertPersonRequest(tx, workspace, { ...given, state: 'running', endedAtMs: null });
    await recordAudit(tx, ctx, {
      action: 'person.restricted',
      object: requestObject(given),
      before: null,
      after: { person: person.hash, reason: given.reason, classes },
    });
  }
  const id = before?.id ?? given.id;
  const place = { workspace, environment, channel, address: person.restrictedAs };
  await upsertSuppression(tx, { id, ...place, classes, reason: RESTRICTED_REASON });
  return encodeId('personRequest', id);
}
