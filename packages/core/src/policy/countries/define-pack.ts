import type { CountryPack, PackCase, PackEffect, PackReading, PackRule, TrafficClass } from '@signalbox/contracts';

/** A rule as a pack writes it: about marketing by text, of unknown date, unless it says otherwise. */
type RuleDraft = Omit<PackRule, 'id' | 'channels' | 'classes' | 'from' | 'until'> &
  Partial<Pick<PackRule, 'channels' | 'classes' | 'from' | 'until'>>;

/** When all of the facts were last compared with their sources. */
const CHECKED_AT = '2026-11-01';

/** Puts a pack together: rules by their names, and the cases that show what they come to. */
export function definePack(
  country: string,
  version: number,
  rules: Readonly<Record<string, RuleDraft>>,
  cases: PackCase[],
): CountryPack {
  const usual = { channels: ['sms' as const], classes: ['marketing' as const], from: null, until: null };
  return {
    country,
    version,
    checkedAt: CHECKED_AT,
    rules: Object.entries(rules).map(([name, draft]) => ({ ...usual, ...draft, id: `${country}.${name}` })),
    cases,
  };
}

/** One reading of a rule: its name, what it says, who says so, and what follows from it. */
export const reads = (id: string, text: string, sources: string[], ...effects: PackEffect[]): PackReading => ({
  id,
  text,
  sources,
  effects,
});

/** Hours that are open on some days of the week, Monday is 1. */
export const open = (days: number[], from: string, to: string): { days: number[]; from: string; to: string } => ({
  days,
  from,
  to,
});

type Span = ReturnType<typeof open>;
/** Hours as the effect of a reading. */
export const hours = (...spans: Span[]): PackEffect => ({ kind: 'hours', spans, holidays: false });
/** Hours that public holidays close too. */
export const hoursButHolidays = (...spans: Span[]): PackEffect => ({ kind: 'hours', spans, holidays: true });

/** Names must be registered beforehand; what is not is blocked unless more is said. */
export const registration = (
  more: Partial<Omit<Extract<PackEffect, { kind: 'registration' }>, 'kind'>> = {},
): PackEffect => ({
  kind: 'registration',
  kinds: ['alphanumeric'],
  unregistered: 'blocked',
  perNetwork: false,
  ...more,
});

/** The network puts a number of its own in place of the sender. */
export const replaced = (by: 'short_code' | 'number'): PackEffect => ({ kind: 'replaced', by });

export const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
export const MON_TO_FRI = [1, 2, 3, 4, 5];
export const MON_TO_SAT = [1, 2, 3, 4, 5, 6];
export const SUN_TO_THU = [1, 2, 3, 4, 7];
export const EVERY_CLASS: TrafficClass[] = ['otp', 'transactional', 'marketing'];

/** What is told where no law on the hour of messages was found. */
export const NO_HOURS: RuleDraft = {
  topic: 'hours',
  confidence: 'unverified',
  readings: [reads('not_found', 'No law that sets hours for messages was found.', ['Unofficial'])],
};
