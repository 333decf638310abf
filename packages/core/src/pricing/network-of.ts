import type { NetworkFact } from '@signalbox/contracts';
import { indexPrefixes, matchPrefixes } from '../routing/index.ts';

/** A range of numbers and its network. */
export interface NumberRange {
  /** Digits without "+". */
  prefix: string;
  /** MCC and MNC as digits. */
  network: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  name: string;
}

/** What was learned of one number and is believed before its range. */
export type LearnedNetwork = Pick<NetworkFact, 'code' | 'source'>;

/** The networks of numbers by their ranges. */
export interface NetworkBook {
  /** The network of a number (E.164, or the beginning of one) by the longest range it lies in; undefined where none is known, and for a mail address. */
  at(number: string): NetworkFact | undefined;
  /** What was learned of a number with the name of its network; else by its range. */
  of(number: string, learned: LearnedNetwork | null | undefined): NetworkFact | undefined;
  /** What a network is called; empty where no range names it. */
  nameOf(code: string): string;
  /**
   * Whether a network has ranges in the country of a number, so that the number may belong to it. A phone that is abroad is served by another and may be named by it, and what no range has
   * may be another spelling of what one has.
   */
  isHome(country: string | null, code: string): boolean;
}

/** Arranges ranges for look-up. */
export function bookNetworks(ranges: readonly NumberRange[]): NetworkBook {
  const index = indexPrefixes(ranges.map(({ prefix }) => prefix));
  const facts = new Map(
    ranges.map(({ prefix, network, name }): [string, NetworkFact] => [
      prefix,
      { code: network, name, source: 'prefix' },
    ]),
  );
  const known = new Map(ranges.map((range) => [range.network, range]));
  const homes = new Set(ranges.map(({ network, country }) => `${network} ${country}`));
  const at = (number: string) => {
    const [longest] = number.includes('@') ? [] : matchPrefixes(number, index);
    return longest === undefined ? undefined : facts.get(longest);
  };
  const nameOf = (code: string) => known.get(code)?.name ?? '';
  return {
    at,
    of: (number, learned) => (learned == null ? at(number) : { ...learned, name: nameOf(learned.code) }),
    nameOf,
    isHome: (country, code) => homes.has(`${code} ${country}`),
  };
}
