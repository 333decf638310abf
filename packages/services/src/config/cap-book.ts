import { hash } from 'node:crypto';
import type { CapFact, CapScope, TrafficClass } from '@signalbox/contracts';
import { type CapShape, type CapWindow, capWindow, holdsFor, personAddress } from '@signalbox/core';
import type { CapRequest, CapRow, LoadedMessage } from '@signalbox/db';
import type { LawBook } from './laws.ts';
import type { RegionBook } from './regions.ts';

/** What a message is asked of by one cap. */
export interface CapWish {
  cap: CapShape & Pick<CapFact, 'ruleId' | 'name' | 'kept' | 'overLimit' | 'isCountedOnly' | 'law'>;
  window: CapWindow;
  /** Its counters: that of all, and where a share is kept for others that of the rest. */
  counters: readonly CapCounter[];
}

/** One counter a message is to be counted by. */
export interface CapCounter {
  of: 'person' | 'text';
  /** What refuses when it is full. */
  because: 'limit' | 'kept';
  /** What the counter allows. */
  shape: Pick<CapShape, 'limit' | 'windowSeconds' | 'gapSeconds'>;
  window: CapWindow;
  request: CapRequest;
}

/** What frequency is capped by in a workspace. */
export interface CapBook {
  /** What a message is to be counted by, the caps of the law first. */
  wishesOf(message: CappedMessage, nowMs: number): readonly CapWish[];
  /** Equal texts say the same of caps. */
  readonly text: string;
}

/** What caps look at. */
export type CappedMessage = Pick<
  LoadedMessage,
  'environment' | 'channel' | 'class' | 'country' | 'address' | 'body' | 'template' | 'metadata'
>;

/** What a book is made from. */
export interface CapSources {
  caps: readonly CapRow[];
  regions: RegionBook | undefined;
  laws: LawBook;
  homeZone: string;
  /** The key of a template by the number of a version; undefined for one that no cap names. */
  keyOf: (version: number) => string | undefined;
}

const DAY_SECONDS = 86_400;
/** The counter of all but what a share of the limit is kept for. */
const REST = '/rest';
const rolling = (limit: number, windowSeconds: number): CapShape => ({
  ...{ limit, windowSeconds, calendar: null, gapSeconds: null },
});

/** Gathers the caps of a workspace, so that a message is told at once what it is counted by. All that apply hold: the strictest wins. */
export function bookCaps({ caps, regions, laws, homeZone, keyOf }: CapSources): CapBook {
  return {
    text: JSON.stringify([homeZone, caps.map(({ id, version }) => [id, version])]),
    wishesOf(message, nowMs) {
      const legal = legalWishes(laws, message, nowMs);
      const country = message.class === 'marketing' ? regions?.(message.country)?.cap : null;
      const own = caps.flatMap((cap) => wishesOfCap(cap, message, homeZone, keyOf, nowMs));
      if (country == null) return own.length === 0 ? legal : [...legal, ...own];
      return [...legal, countryWish(country, message, nowMs), ...own];
    },
  };
}

function legalWishes(laws: LawBook, message: CappedMessage, nowMs: number): CapWish[] {
  const rules = laws(message.country)?.cap ?? [];
  if (rules.length === 0) return [];
  const subject = { class: message.class, channel: message.channel, nowMs };
  return rules.flatMap((rule): CapWish[] => {
    if (!holdsFor(rule, subject)) return [];
    const { limit, windowSeconds, identical } = rule.effect;
    const of = identical ? 'text' : 'person';
    const cap = { ...rolling(limit, windowSeconds), ruleId: rule.rule, name: null, law: rule.law };
    return [plainWish(cap, message, of, nowMs)];
  });
}

const countryWish = (
  { rule, limit }: { rule: string; limit: number },
  message: CappedMessage,
  nowMs: number,
): CapWish =>
  plainWish({ ...rolling(limit, DAY_SECONDS), ruleId: rule, name: null, law: null }, message, 'person', nowMs);

/** A cap that counts everything by one counter and drops what is over. */
function plainWish(
  cap: CapShape & Pick<CapFact, 'ruleId' | 'name' | 'law'>,
  message: CappedMessage,
  of: CapCounter['of'],
  nowMs: number,
): CapWish {
  const window = capWindow(cap, message.country, 'UTC', nowMs);
  const request = requestOf(cap.ruleId, cap, window, message, of);
  const counter: CapCounter = { of, because: 'limit', shape: cap, window, request };
  return { cap: { ...cap, kept: 0, overLimit: 'drop', isCountedOnly: false }, window, counters: [counter] };
}

function wishesOfCap(
  row: CapRow,
  message: CappedMessage,
  homeZone: string,
  keyOf: CapSources['keyOf'],
  nowMs: number,
): CapWish[] {
  const { environment, channels, classes, alsoCounts, scope, id, name, limit, calendar, windowSeconds } = row;
  const isCapped = (classes as readonly TrafficClass[]).includes(message.class);
  if (environment !== message.environment || !(isCapped || alsoCounts.includes(message.class))) return [];
  if (channels !== null && !channels.includes(message.channel)) return [];
  if (!isIn(scope, message, keyOf)) return [];
  const shape: CapShape = { limit, calendar, windowSeconds, gapSeconds: row.minGapSeconds };
  const window = capWindow(shape, message.country, homeZone, nowMs);
  const isPreferred = row.kept === 0 || isIn(row.keptFor, message, keyOf);
  const kept = isCapped && !isPreferred ? row.kept : 0;
  const rule = `cap/${id}`;
  // What uses a cap up without being held by it asks for nothing.
  const asked = isCapped ? shape : { ...shape, limit: null, gapSeconds: null };
  const judged = isCapped ? window : { ...window, gapFromMs: null };
  const counters: CapCounter[] = [
    {
      ...{ of: 'person', because: 'limit', shape: asked, window: judged },
      request: requestOf(rule, asked, judged, message, 'person'),
    },
  ];
  if (kept > 0 && limit !== null) {
    const rest = { ...shape, limit: limit - kept, gapSeconds: null };
    const own = { ...window, gapFromMs: null };
    const request = requestOf(`${rule}${REST}`, rest, own, message, 'person');
    counters.push({ of: 'person', because: 'kept', shape: rest, window: own, request });
  }
  const { overLimit } = row;
  return [
    { cap: { ...shape, ruleId: rule, name, kept, overLimit, isCountedOnly: !isCapped, law: null }, window, counters },
  ];
}

/** Whether a message is one of those that are told apart. */
function isIn({ templates, metadata }: CapScope, message: CappedMessage, keyOf: CapSources['keyOf']): boolean {
  if (metadata !== null && message.metadata?.[metadata.key] !== metadata.value) return false;
  if (templates.length === 0) return true;
  const key = message.template === null ? undefined : keyOf(message.template.version);
  return key !== undefined && templates.includes(key);
}

const requestOf = (
  rule: string,
  { limit }: Pick<CapShape, 'limit'>,
  { countsFromMs, gapFromMs, endsMs }: CapWindow,
  message: Pick<CappedMessage, 'address' | 'body'>,
  of: CapCounter['of'],
): CapRequest => ({ rule, subject: subjectOf(message, of), limit, countsFromMs, gapFromMs, endsMs });

/** Who is counted: the person, or the person with the very text. */
export function subjectOf({ address, body }: Pick<CappedMessage, 'address' | 'body'>, of: CapCounter['of']): string {
  const person = personAddress(address);
  return of === 'text' ? hash('sha256', `${person}\n${body ?? ''}`, 'base64url') : person;
}
