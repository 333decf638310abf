import type { Channel } from '@signalbox/contracts';

/** A sender as it is compared: of a mail the address alone, whatever name stands before it. */
export function senderKey(channel: Channel, sender: string): string {
  if (channel !== 'email') return sender;
  const address = /<(?<address>[^<>]*)>$/.exec(sender)?.groups?.address ?? sender;
  return address.toLowerCase();
}
