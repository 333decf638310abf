import type { Channel, FieldError } from '@signalbox/contracts';
import { parseSender } from '@signalbox/core';
import type { Region } from '../config/regions.ts';

/** A sender as it is compared: of a mail the address alone, whatever name stands before it. */
export function senderKey(channel: Channel, sender: string): string {
  if (channel !== 'email') return sender;
  const address = /<(?<address>[^<>]*)>$/.exec(sender)?.groups?.address ?? sender;
  return address.toLowerCase();
}

/**
 * The sender of a message by the rules of its country: the one it names, in its canonical spelling, when it may be used there, else the
 * default of the country. Null leaves the choice to the provider. A sender that is not allowed is a fault of the field `from`.
 */
export function chooseSender(
  region: Region | undefined,
  channel: Channel,
  named: string | null,
  fields: FieldError[],
): string | null {
  const rule = region?.senders[channel];
  if (rule === undefined) return named;
  if (named === null) return rule.default;
  const allowed = rule.allowed?.map((sender) => senderKey(channel, sender));
  if (allowed === undefined || allowed.includes(senderKey(channel, named))) return named;
  fields.push({
    path: 'from',
    code: 'not_allowed',
    message: `This sender is not allowed for the country of the recipient; use one of: ${rule.allowed?.join(', ')}; or leave it out.`,
  });
  return named;
}

/** Reads the senders of a country as accepts read them, each in its canonical spelling; faults are named below `path`. */
export function readSenders(
  channel: Channel,
  path: string,
  given: { default: string | null; allowed: string[] | null },
  fields: FieldError[],
): { default: string | null; allowed: string[] | null } {
  const read = (text: string, at: string): string => {
    const parsed = parseSender(channel, text);
    if (parsed.ok) return parsed.sender;
    fields.push({ path: at, code: parsed.code, message: parsed.message });
    return text;
  };
  const byDefault = given.default === null ? null : read(given.default, `${path}.default`);
  const allowed = given.allowed?.map((text, index) => read(text, `${path}.allowed.${index}`)) ?? null;
  const keys = allowed?.map((sender) => senderKey(channel, sender));
  if (keys !== undefined && byDefault === null) {
    fields.push({
      path: `${path}.default`,
      code: 'required',
      message:
        'Say which of the allowed senders stands for messages that name none; else the provider would choose one.',
    });
  } else if (keys !== undefined && byDefault !== null && !keys.includes(senderKey(channel, byDefault))) {
    fields.push({
      path: `${path}.default`,
      code: 'not_allowed',
      message: 'The default sender must be one of the allowed ones; add it to the list.',
    });
  }
  return { default: byDefault, allowed };
}
