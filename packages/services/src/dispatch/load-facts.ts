import type { FraudFact, LaneJob, PolicyFacts, TrafficClass } from '@signalbox/contracts';
import { capWindowStart, hangsOnKnown, judgePolicy, personAddress } from '@signalbox/core';
import {
  type CapRequest,
  type CapRow,
  findConsents,
  findKnownNumbers,
  findSuppressions,
  type LoadedMessage,
  type PolicyAddress,
  reserveCaps,
  type SqlRunner,
  type SuppressionHit,
} from '@signalbox/db';
import type { Config } from '../config/config-store.ts';
import type { DltBook } from '../config/dlt.ts';
import { geoFactOf, type Region, type RegionBook } from '../config/regions.ts';

/** The facts of policy for each message of a batch, with the cap reservations made for them (to be given back if the turn is lost). */
export interface LoadedFacts {
  facts: Map<string, PolicyFacts>;
  reserved: Map<string, CapRequest[]>;
}

/** How the person behind a message may be on file: under the one spelling of today, or as it was written before there was one. */
function spellingsOf({ address }: LoadedMessage): string[] {
  const person = personAddress(address);
  return person === address ? [address] : [person, address];
}

const placesOf = (message: LoadedMessage): PolicyAddress[] =>
  spellingsOf(message).map((address) => ({ environment: message.environment, channel: message.channel, address }));

/** Whose facts are looked up, and as of when. */
export interface FactsQuestion extends Pick<LaneJob, 'workspace' | 'environment' | 'channel'> {
  nowMs: number;
  /** The text of a message as it is sent (a code of ours is kept sealed), or null when it is not known yet. */
  textOf: (message: LoadedMessage) => string | null;
}

/**
 * Loads what policy needs to know about a batch of one workspace, environment and channel, and reserves frequency caps for the messages no
 * other rule stops or holds and which `counts` says: not those of which an earlier turn has counted, for it is the same logical message.
 * Runs inside the claim, behind the turnstile: what was committed before is seen. `known` are the suppressions, where the caller read them
 * along with the messages.
 */
export async function loadFacts(
  tx: SqlRunner,
  config: Config,
  question: FactsQuestion & { counts: (id: string) => boolean },
  messages: readonly LoadedMessage[],
  known?: readonly SuppressionHit[],
): Promise<LoadedFacts> {
  const facts = await lookUpFacts(tx, config, question, messages, known);
  const counting = messages.filter(({ id }) => question.counts(id));
  const reserved = await reserveAll(tx, capBookOf(config, question.workspace), counting, facts, question.nowMs);
  return { facts, reserved };
}

/** What frequency is capped by in a workspace. */
export const capBookOf = (config: Config, workspace: number): CapBook => ({
  caps: config.capsOf(workspace),
  regions: config.regionsOf(workspace),
});

/** Reads the facts of a batch of one workspace, environment and channel, one query for each kind, all but what it asks of frequency caps. */
export async function lookUpFacts(
  tx: SqlRunner,
  config: Config,
  { workspace, environment, channel, nowMs, textOf }: FactsQuestion,
  messages: readonly LoadedMessage[],
  known?: readonly SuppressionHit[],
): Promise<Map<string, PolicyFacts>> {
  const marketing = messages.filter((message) => message.class === 'marketing');
  const [suppressions, consents] = await Promise.all([
    known ?? findSuppressions(tx, workspace, environment, channel, messages.flatMap(spellingsOf)),
    marketing.length === 0 ? [] : findConsents(tx, workspace, marketing.flatMap(placesOf)),
  ]);
  const suppressed = new Map(suppressions.map((hit) => [hit.address, hit]));
  const consented = new Map(consents.map((hit) => [hit.address, hit]));
  const regions = config.regionsOf(workspace);
  const hours = config.hoursOf(workspace);
  const listed = await listedPrefixes(tx, config, { workspace, environment }, messages, nowMs);
  const dlt = channel === 'sms' ? config.dltOf(workspace) : undefined;
  const facts = new Map<string, PolicyFacts>();
  for (const message of messages) {
    const spellings = spellingsOf(message);
    const hit = spellings.map((text) => suppressed.get(text)).find((found) => found?.classes.includes(message.class));
    const entries = message.class === 'marketing' ? spellings.flatMap((text) => consented.get(text) ?? []) : [];
    const consent = entries.length > 1 ? entries.toSorted((a, b) => b.atMs - a.atMs)[0] : entries[0];
    facts.set(message.id, {
      class: message.class,
      channel: message.channel,
      nowMs,
      expiresAtMs: message.expiresAtMs,
      geo: geoFactOf(regions?.(message.country), message.country),
      suppression: hit ? { id: hit.id, reason: hit.reason, createdAtMs: hit.createdAtMs } : null,
      consent: consent ? { id: consent.id, state: consent.state, source: consent.source, atMs: consent.atMs } : null,
      hours: hours?.at(message.class, message.channel, message.country, nowMs) ?? null,
      dlt: dlt === undefined || message.country !== 'IN' ? null : judgeText(dlt, message, textOf(message), nowMs),
      cap: null,
      fraud: listed.get(message.id) ?? null,
      spend: null,
    });
  }
  return facts;
}

/**
 * What is listed for the numbers that codes go to, the codes of the caller's own making included: from memory, and nothing at all where
 * nothing is listed. Only of numbers that a rule has closed it is asked whether they have typed a code before.
 */
async function listedPrefixes(
  tx: SqlRunner,
  config: Config,
  place: Pick<LaneJob, 'workspace' | 'environment'>,
  messages: readonly LoadedMessage[],
  nowMs: number,
): Promise<Map<string, FraudFact>> {
  const facts = new Map<string, FraudFact>();
  const { listedOf } = config.fraudOf(place.workspace);
  const asked: LoadedMessage[] = [];
  for (const message of messages) {
    if (message.class !== 'otp' || message.channel !== 'sms') continue;
    const listed = listedOf(place.environment, message.address, nowMs);
    if (listed === null) continue;
    const fact: FraudFact = { listed, blocks: [], known: null };
    facts.set(message.id, fact);
    if (hangsOnKnown(fact)) asked.push(message);
  }
  if (asked.length === 0) return facts;
  const addresses = asked.map(({ address }) => address);
  const known = await findKnownNumbers(tx, place, addresses);
  for (const { id, address } of asked) {
    const fact = facts.get(id);
    if (fact !== undefined) facts.set(id, { ...fact, known: known.has(address) });
  }
  return facts;
}

function judgeText(book: DltBook, message: LoadedMessage, text: string | null, nowMs: number): PolicyFacts['dlt'] {
  return text === null ? null : book.judge({ class: message.class, sender: message.sender, text }, nowMs);
}

/** The caps of a workspace, and those of its countries. */
export interface CapBook {
  caps: readonly CapRow[];
  regions: RegionBook | undefined;
}

/** A message that is to be counted against a cap. */
export interface CapWish {
  message: LoadedMessage;
  cap: NonNullable<Region['cap']>;
  request: CapRequest;
}

async function reserveAll(
  tx: SqlRunner,
  book: CapBook,
  messages: readonly LoadedMessage[],
  facts: Map<string, PolicyFacts>,
  nowMs: number,
): Promise<Map<string, CapRequest[]>> {
  const reserved = new Map<string, CapRequest[]>();
  let wishes = wishesOf(book, messages, facts, nowMs);
  // One counter may be raised once a statement; further messages to the same person wait for the next round. Rounds are as many as one
  // person's messages in this batch, and a refusal ends that person's rounds, so they are bounded by the cap.
  while (wishes.length > 0) {
    const round = new Map<string, CapWish>();
    const later: CapWish[] = [];
    for (const wish of wishes) {
      const key = `${wish.request.rule} ${wish.request.address} ${wish.request.windowStartMs}`;
      if (round.has(key)) later.push(wish);
      else round.set(key, wish);
    }
    const granted = await reserveCaps(
      tx,
      [...round.values()].map((wish) => wish.request),
    );
    const full = new Map<string, number>();
    for (const [key, wish] of round) {
      const used = granted.get(key);
      note(facts, wish, used ?? wish.cap.limit, used !== undefined);
      if (used === undefined) full.set(key, wish.cap.limit);
      else reserved.set(wish.message.id, [...(reserved.get(wish.message.id) ?? []), wish.request]);
    }
    wishes = later.filter((wish) => {
      const used = full.get(`${wish.request.rule} ${wish.request.address} ${wish.request.windowStartMs}`);
      if (used !== undefined) note(facts, wish, used, false);
      return used === undefined;
    });
  }
  return reserved;
}

/** What messages are to be counted against: all caps that apply to those no other rule stops or holds. */
export function wishesOf(
  book: CapBook,
  messages: readonly LoadedMessage[],
  facts: ReadonlyMap<string, PolicyFacts>,
  nowMs: number,
): CapWish[] {
  if (book.caps.length === 0 && book.regions === undefined) return [];
  return messages.flatMap((message) => {
    const applying = capsFor(book, message);
    const known = facts.get(message.id);
    if (applying.length === 0 || known === undefined || judgePolicy(known).kind !== 'send') return [];
    return applying.map((cap) => ({
      message,
      cap,
      request: {
        rule: cap.number,
        address: personAddress(message.address),
        windowStartMs: capWindowStart(cap, nowMs),
        limit: cap.limit,
      },
    }));
  });
}

/** The caps a message counts against: on marketing the word of its country stands in place of the caps of the workspace. */
function capsFor({ caps, regions }: CapBook, message: LoadedMessage): readonly CapWish['cap'][] {
  const ofCountry = message.class === 'marketing' ? regions?.(message.country)?.cap : null;
  return ofCountry == null ? caps.filter((cap) => appliesTo(cap, message)) : [ofCountry];
}

function appliesTo(cap: CapRow, message: LoadedMessage): boolean {
  const classes: readonly TrafficClass[] = cap.classes;
  return cap.environment === message.environment && cap.channel === message.channel && classes.includes(message.class);
}

/** Notes what a cap answered: with several the refusing one is the fact that counts, otherwise the last one asked. */
export function note(facts: Map<string, PolicyFacts>, wish: CapWish, used: number, granted: boolean): void {
  const known = facts.get(wish.message.id);
  if (known === undefined || known.cap?.granted === false) return;
  const { id: ruleId, limit, windowSeconds } = wish.cap;
  facts.set(wish.message.id, { ...known, cap: { ruleId, limit, windowSeconds, used, granted } });
}
