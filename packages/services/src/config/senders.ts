import {
  type Channel,
  DEFAULT_COUNTRY,
  type SenderStanding,
  type SenderStatus,
  type TrafficClass,
} from '@signalbox/contracts';
import { type FiledSender, type RegistrySays, senderKey, standingOfSender, statusOn, withAffix } from '@signalbox/core';
import type { DltRow, SenderRow } from '@signalbox/db';
import type { Region } from './regions.ts';

/** Where a message goes and as what: who may be named there is asked. */
export interface SenderPlace {
  channel: Channel;
  /** Null stands for mail and for numbers of no country. */
  country: string | null;
  class: TrafficClass;
}

/** The senders a workspace has on file. A country with none of its own goes by those at `default`. */
export interface SenderBook {
  /** What is on file where a message goes. */
  at(place: Pick<SenderPlace, 'channel' | 'country'>): readonly FiledEntry[];
  /** What is on file there of one sender, by its own spelling or with what operators put around it. */
  of(place: Pick<SenderPlace, 'channel' | 'country'>, sender: string): readonly FiledEntry[];
  /** Whether any is on file for the very country. */
  keeps(place: Pick<SenderPlace, 'channel' | 'country'>): boolean;
}

/** A sender on file, with what is told of it. */
export type FiledEntry = FiledSender & Pick<SenderRow, 'key' | 'sender' | 'affix'>;

// What the operators in India call a header that counts.
const HEADER_STATUS: Readonly<Record<DltRow['status'], SenderStatus>> = {
  active: 'registered',
  pending: 'submitted',
  rejected: 'rejected',
  suspended: 'suspended',
  inactive: 'suspended',
  blacklisted: 'rejected',
};

/** How a header of India stands in the words of the registry. */
export const statusOfHeader = (status: DltRow['status']): SenderStatus => HEADER_STATUS[status];

/** The day (UTC) by which registrations are judged, YYYY-MM-DD. */
export const dayOf = (nowMs: number): string => new Date(nowMs).toISOString().slice(0, 10);

/** Indexes the senders of a workspace; headers of India are those on its ledgers. Undefined when none is on file. */
export function bookSenders(
  rows: readonly (FiledEntry & Pick<SenderRow, 'channel' | 'country'>)[],
  ledgers: readonly Pick<DltRow, 'kind' | 'header' | 'status' | 'expiresOn'>[],
): SenderBook | undefined {
  const headers = ledgers.flatMap(({ kind, header, status, expiresOn }) =>
    kind === 'headers' && header !== null
      ? [{ ...HEADER_PLACE, key: header, sender: header, status: statusOfHeader(status), expiresOn }]
      : [],
  );
  const filed = new Map(
    [...Map.groupBy([...rows, ...headers], ({ channel, country }) => placeKey(channel, country))].map(
      ([place, entries]) => [place, { entries, byKey: Map.groupBy(entries.flatMap(spellings), ([key]) => key) }],
    ),
  );
  if (filed.size === 0) return undefined;
  const ownOf = ({ channel, country }: Pick<SenderPlace, 'channel' | 'country'>) =>
    country === null ? undefined : filed.get(placeKey(channel, country));
  const shelf = (place: Pick<SenderPlace, 'channel' | 'country'>) =>
    ownOf(place) ?? filed.get(placeKey(place.channel, DEFAULT_COUNTRY));
  return {
    at: (place) => shelf(place)?.entries ?? [],
    of: (place, sender) =>
      shelf(place)
        ?.byKey.get(senderKey(place.channel, sender))
        ?.map(([, entry]) => entry) ?? [],
    keeps: (place) => ownOf(place) !== undefined,
  };
}

const HEADER_PLACE = { channel: 'sms', country: 'IN', class: null, affix: null } as const;

/** The texts by which messages may name a sender: where operators put something around it, that is what promotions must name. */
const spellings = (entry: FiledEntry): [string, FiledEntry][] =>
  entry.affix === null
    ? [[entry.key, entry]]
    : [
        [entry.key, entry],
        [withAffix(entry.key, entry.affix), entry],
      ];

const placeKey = (channel: Channel, country: string): string => `${channel} ${country}`;

/** How a sender stands where a message goes. */
export function standingAt(
  book: SenderBook | undefined,
  place: SenderPlace,
  sender: string,
  nowMs: number,
): SenderStanding {
  return standingOfSender(book?.of(place, sender) ?? [], place.class, dayOf(nowMs));
}

/** The senders a message may name where it goes. */
export function usableAt(book: SenderBook | undefined, place: SenderPlace, nowMs: number): string[] {
  const day = dayOf(nowMs);
  const usable = (book?.at(place) ?? []).filter(
    (one) => (one.class === null || one.class === place.class) && statusOn(one, day) === 'registered',
  );
  return [...new Set(usable.map(({ sender }) => sender))];
}

/** Where the workspace lets only registered senders pass. */
export const registeredOnly = (region: Region | undefined, channel: Channel): boolean =>
  region?.senders[channel]?.registered_only === true;

/** What the registry says of the sender of a message; null when it need not be asked. */
export function registrySays(
  book: SenderBook | undefined,
  region: Region | undefined,
  place: SenderPlace & { sender: string | null },
  nowMs: number,
): RegistrySays | null {
  const isAsked = registeredOnly(region, place.channel);
  if (place.sender === null || (book === undefined && !isAsked)) return null;
  return {
    standing: standingAt(book, place, place.sender, nowMs),
    isKept: book?.keeps(place) ?? false,
    ownRule: isAsked && region !== undefined ? `country/${region.row}` : null,
  };
}
