import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { type Channel, personChannel } from '@signalbox/contracts';

/** What an address is known by once it may not be kept any more, and the seal of what is said of it. */
export interface PersonHash {
  /** Of an address in the one spelling of people: the same by every channel that reaches it and in both environments of a workspace, another in every other workspace. */
  of(workspace: number, channel: Channel, address: string): string;
  /** The seal of a text: whoever holds the master key, and nobody else, can tell that it is ours and unchanged. */
  seal(text: string): string;
  /** True when the seal is of this text. */
  fits(text: string, seal: string): boolean;
}

/**
 * Builds the hashes under keys derived from the master key: without it a stored hash says nothing, though every number there is could be
 * tried.
 */
export function createPersonHash(masterKeyHex: string): PersonHash {
  const keyOf = (use: string) => Buffer.from(hkdfSync('sha256', masterKeyHex, '', use, 32));
  const people = keyOf('signalbox.people');
  const seals = keyOf('signalbox.certificates');
  const sealOf = (text: string) => createHmac('sha256', seals).update(text).digest();
  return {
    of: (workspace, channel, address) =>
      createHmac('sha256', people)
        .update(`${workspace} ${personChannel(channel)} ${address}`)
        .digest('hex'),
    seal: (text) => sealOf(text).toString('hex'),
    fits(text, seal) {
      const given = Buffer.from(seal, 'hex');
      const own = sealOf(text);
      return given.length === own.length && timingSafeEqual(given, own);
    },
  };
}

// No address begins so: a number begins with "+", and a mailbox has an "@".
const ERASED = 'erased:';
const RESTRICTED = 'restricted:';

/** What stands in place of an address once its person was erased. */
export const erasedAs = (hash: string): string => `${ERASED}${hash}`;

/** What a block stands under while the data of a person are restricted: apart from what else is suppressed, so that lifting one leaves the other. */
export const restrictedAs = (hash: string): string => `${RESTRICTED}${hash}`;

export const isRestricted = (address: string): boolean => address.startsWith(RESTRICTED);

/** An address as people are shown it: of what stands under a hash there is nothing to show. */
export const shownAddress = (address: string): string =>
  address.startsWith(ERASED) ? 'erased' : isRestricted(address) ? 'restricted' : address;
