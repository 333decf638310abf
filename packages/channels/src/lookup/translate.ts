import type { LookupService, Reach } from '@signalbox/contracts';
import { digitsOf, readEntries } from '../asked/translate.ts';
import type { WireAnswer } from '../http/translate.ts';
import { readText } from '../json-pointer.ts';

/** What a service said of one number; null where it said nothing. */
interface NumberFinding {
  /** MCC and MNC as digits. */
  network: string | null;
  reach: Reach | null;
}

/** What an answer says of the numbers that were asked for, by the number; null when it is none. What it says of others is left out. */
export function readLookup(
  service: LookupService,
  numbers: readonly string[],
  answer: Pick<WireAnswer, 'status' | 'body'>,
): Map<string, NumberFinding> | null {
  const read = readEntries(service, numbers, answer);
  if (read === null) return null;
  return new Map(
    read.entries.flatMap(({ number, entry }): [string, NumberFinding][] =>
      number === undefined ? [] : [[number, readFinding(service, entry)]],
    ),
  );
}

function readFinding(service: LookupService, entry: unknown): NumberFinding {
  const first = readText(entry, service.network_pointer) ?? '';
  const mnc = readText(entry, service.mnc_pointer);
  const network = digitsOf(service.mnc_pointer === '' ? first : mnc === undefined ? '' : first + mnc.padStart(2, '0'));
  const state = readText(entry, service.state_pointer)?.trim().toLowerCase();
  const isOne = (words: readonly string[]) => words.some((word) => word.toLowerCase() === state);
  const reach = isOne(service.unknown_words)
    ? 'unknown'
    : isOne(service.absent_words)
      ? 'absent'
      : isOne(service.reachable_words)
        ? 'reachable'
        : null;
  return { network: /^\d{5,6}$/.test(network) ? network : null, reach };
}
