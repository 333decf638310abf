import {
  type Channel,
  type CountrySenders,
  DEFAULT_COUNTRY,
  type FieldError,
  TrafficClass,
} from '@signalbox/contracts';
import { parseSender } from '@signalbox/core';
import type { Config } from '../config/config-store.ts';
import { registeredOnly, type SenderPlace, standingAt, usableAt } from '../config/senders.ts';

const SHOWN = 10;

/**
 * The sender of a message by the rules of its country: the one it names, in its canonical spelling, when it may be used there, else the
 * default of the country. Null leaves the choice to the provider. A sender that is not registered where only such may be named is a fault
 * of the field `from`.
 */
export function chooseSender(
  config: Config,
  workspace: number,
  place: SenderPlace & { nowMs: number },
  named: string | null,
  fields: FieldError[],
): string | null {
  const region = config.regionsOf(workspace)?.(place.country);
  const rule = region?.senders[place.channel];
  if (rule === undefined) return named;
  if (named === null) return rule.default;
  if (!registeredOnly(region, place.channel)) return named;
  const book = config.sendersOf(workspace);
  const standing = standingAt(book, place, named, place.nowMs);
  if (standing === 'registered') return named;
  const usable = usableAt(book, place, place.nowMs);
  const cure =
    usable.length === 0
      ? 'Register one under Senders'
      : `Use one of: ${usable.slice(0, SHOWN).join(', ')}${usable.length > SHOWN ? ', …' : ''}`;
  fields.push({
    path: 'from',
    code: 'not_allowed',
    message: `This sender is not registered for the country of the recipient (${standing}). ${cure}; or leave it out.`,
  });
  return named;
}

/** Reads the senders of a country as accepts read them, in their canonical spelling; faults are named below `path`. */
export function readCountrySenders(
  config: Config,
  workspace: number,
  place: { channel: Channel; country: string; nowMs: number },
  path: string,
  given: CountrySenders,
  fields: FieldError[],
): CountrySenders {
  const { channel, nowMs } = place;
  if (given.default === null) {
    if (given.registered_only) fields.push({ path: `${path}.default`, code: 'required', message: DEFAULT_NEEDED });
    return given;
  }
  const parsed = parseSender(channel, given.default);
  if (!parsed.ok) {
    fields.push({ path: `${path}.default`, code: parsed.code, message: parsed.message });
    return given;
  }
  if (given.registered_only) {
    const country = place.country === DEFAULT_COUNTRY ? null : place.country;
    const book = config.sendersOf(workspace);
    const standings = TrafficClass.options.map((one) =>
      standingAt(book, { channel, country, class: one }, parsed.sender, nowMs),
    );
    // One that is registered for a single class stands for messages of that class; others of its default are stopped with the reason.
    if (!standings.includes('registered')) {
      fields.push({
        path: `${path}.default`,
        code: 'not_allowed',
        message: `The default sender must be a registered one and this one is not (${standings[0]}); register it under Senders first.`,
      });
    }
  }
  return { ...given, default: parsed.sender };
}

const DEFAULT_NEEDED =
  'Say which of the registered senders stands for messages that name none; else the provider would choose one.';
