import {
  type Channel,
  type FindRecipientsInput,
  type FoundRecipients,
  isByPhone,
  RECIPIENTS_MAX,
  type Role,
} from '@signalbox/contracts';
import { parseMailbox, parseNumber, personAddress } from '@signalbox/core';
import { findListedPeople } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { seesAddresses } from '../people/sees-addresses.ts';
import { redactText } from '../redact.ts';
import { readWithin } from '../tenant.ts';

const PLACE = 'template-recipient';
const LIFE_MS = 86_400_000;

/** A person to look at a template for, with the language the lists know. */
export interface Recipient {
  channel: Channel;
  address: string;
  locale: string | null;
}

/**
 * People of the opt-in lists of a channel for whom a template can be looked at. Whoever may not see addresses gets them masked and finds by a
 * whole address alone, so that nobody is found by guessing on, and names each by a sealed word.
 */
export async function findRecipients({
  ctx,
  role,
  input: { channel, search },
}: {
  ctx: RequestContext;
  role: Role;
  input: Omit<FindRecipientsInput, 'environment'>;
}): Promise<FoundRecipients> {
  const { sealer, world } = ctx.services;
  const isMasked = !seesAddresses(role);
  const place = { workspace: ctx.workspace.number, environment: ctx.environment, channel };
  const wanted = { search: spell(channel, search), isWhole: isMasked };
  const people = await readWithin(ctx, 'The lists are too long for this search; give more of the address.', (tx) =>
    findListedPeople(tx, place, wanted, RECIPIENTS_MAX),
  );
  const data = people.map(({ address, locale }) => ({
    recipient: sealer.seal(
      JSON.stringify([place.workspace, ctx.environment, channel, address, locale, world.nowMs()]),
      PLACE,
    ),
    address: isMasked ? redactText(address) : address,
    country: countryOf(channel, address),
    locale,
  }));
  return { data, is_masked: isMasked };
}

/** The person a word of `findRecipients` stands for; a word of another workspace or environment, or of the day before, names nobody. */
export function openRecipient(ctx: RequestContext, word: string): Recipient {
  try {
    const [workspace, environment, channel, address, locale, madeMs] = JSON.parse(
      ctx.services.sealer.open(word, PLACE),
    ) as [number, string, Channel, string, string, number];
    const isOurs = workspace === ctx.workspace.number && environment === ctx.environment;
    if (isOurs && ctx.services.world.nowMs() - madeMs <= LIFE_MS) return { channel, address, locale };
  } catch {
    // What cannot be opened names nobody either.
  }
  throw refuseField('recipient', 'unknown', 'This person can no longer be named so: search for the person again.');
}

/** The country of a number; mail has none. */
export function countryOf(channel: Channel, address: string): string | null {
  const number = isByPhone(channel) ? parseNumber(address) : null;
  return number?.ok === true ? number.country : null;
}

/** What is searched for as addresses are stored. */
function spell(channel: Channel, search: string): string {
  if (isByPhone(channel)) return search.replaceAll(/[^+\d]/g, '');
  const mailbox = parseMailbox(search);
  return mailbox.ok ? personAddress(mailbox.address) : search.toLowerCase();
}
