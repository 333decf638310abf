import { type Channel, isByPhone } from '@signalbox/contracts';
import { parseMailbox, parseNumber, personAddress } from '@signalbox/core';
import { refuseField } from '../field-refusal.ts';

/** The one spelling under which suppressions and consents are stored, or a refusal naming the field. */
export function normaliseAddress(channel: Channel, text: string, path: string): string {
  if (isByPhone(channel)) {
    const number = parseNumber(text);
    if (number.ok) return number.e164;
    throw refuseField(path, number.code, number.message);
  }
  const mailbox = parseMailbox(text);
  if (mailbox.ok) return personAddress(mailbox.address);
  throw refuseField(path, mailbox.code, mailbox.message);
}

/** The channel an address belongs to by its look. */
export const channelOf = (address: string): Channel => (address.includes('@') ? 'email' : 'sms');
