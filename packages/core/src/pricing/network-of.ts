import type { NetworkFact } from '@signalbox/contracts';
import { indexPrefixes, matchPrefixes } from '../routing/index.ts';

/** A range of numbers and its network. */
export interface NumberRange {
  /** Digits without "+". */
  prefix: string;
  /** MCC and MNC as digits. */
  network: string;
  name: string;
}

/** Tells the network of a number (E.164, or the beginning of one) by the longest range it lies in; undefined where none is known, and for a mail address. */
export type NetworkBook = (number: string) => NetworkFact | undefined;

/** Arranges ranges for look-up. */
export function bookNetworks(ranges: readonly NumberRange[]): NetworkBook {
  const index = indexPrefixes(ranges.map(({ prefix }) => prefix));
  const facts = new Map(
    ranges.map(({ prefix, network, name }): [string, NetworkFact] => [
      prefix,
      { code: network, name, source: 'prefix' },
    ]),
  );
  return (number) => {
    const [longest] = number.includes('@') ? [] : matchPrefixes(number, index);
    return longest === undefined ? undefined : facts.get(longest);
  };
}
