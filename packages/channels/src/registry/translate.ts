import type { RegistryService } from '@signalbox/contracts';
import { readEntries } from '../asked/translate.ts';
import type { WireAnswer } from '../http/translate.ts';
import { readText } from '../json-pointer.ts';

/**
 * Which of the addresses that were asked for stand on the registry, by the address; null when it is no answer. Whatever is in doubt is left out, for a law hangs on it: a word that is in no list, two
 * entries that disagree, and, where only those that stand on it are named, all of an answer that names somebody else.
 */
export function readRegistry(
  service: RegistryService,
  addresses: readonly string[],
  answer: Pick<WireAnswer, 'status' | 'body'>,
): Map<string, boolean> | null {
  const read = readEntries(service, addresses, answer);
  if (read === null) return null;
  const { entries, isList } = read;
  if (service.only_listed && (!isList || entries.some(({ number }) => number === undefined))) return null;
  const said = new Map<string, boolean | null>();
  for (const { number, entry } of entries) {
    if (number === undefined) continue;
    const listed = isListed(service, entry);
    said.set(number, said.has(number) && said.get(number) !== listed ? null : listed);
  }
  if (service.only_listed) for (const address of addresses) if (!said.has(address)) said.set(address, false);
  return new Map([...said].filter((one): one is [string, boolean] => one[1] !== null));
}

function isListed(service: RegistryService, entry: unknown): boolean | null {
  // Who names only those that stand on it says it by naming them.
  if (service.only_listed && service.listed_pointer === '') return true;
  const word = readText(entry, service.listed_pointer)?.trim().toLowerCase();
  const isOne = (words: readonly string[]) => words.some((one) => one.toLowerCase() === word);
  const [yes, no] = [isOne(service.listed_words), isOne(service.unlisted_words)];
  return yes === no ? null : yes;
}
