import { hash } from 'node:crypto';
import type { Environment, LegalBasis, PolicyFacts, TrafficClass } from '@signalbox/contracts';
import { capWindowStart, holdsFor, judgePolicy, personAddress } from '@signalbox/core';
import {
  type CapRequest,
  type CapRow,
  type LoadedMessage,
  type RollingRequest,
  releaseCaps,
  releaseRolling,
  reserveCaps,
  reserveRolling,
  rollingKey,
  type SqlRunner,
} from '@signalbox/db';
import type { Config } from '../config/config-store.ts';
import type { LawBook } from '../config/laws.ts';
import type { Region, RegionBook } from '../config/regions.ts';

/** What frequency is capped by in a workspace: its caps, those of its countries, and those of the law. */
export interface CapBook {
  caps: readonly CapRow[];
  regions: RegionBook | undefined;
  laws: LawBook;
}

/** Gathers what frequency is capped by in a workspace. */
export const capBookOf = (config: Config, workspace: number): CapBook => ({
  caps: config.capsOf(workspace),
  regions: config.regionsOf(workspace),
  laws: config.lawsOf(workspace),
});

/** A message that is to be counted against a cap. */
export interface CapWish<Request = CapRequest> {
  message: LoadedMessage;
  cap: { id: string; limit: number; windowSeconds: number; law: LegalBasis | null };
  request: Request;
}

/** What was counted for each message, by its id, and at which instant. */
export interface Reserved {
  caps: Map<string, CapRequest[]>;
  legal: Map<string, RollingRequest[]>;
  atMs: number;
}

/** Whose messages are counted, and when, in milliseconds since 1970. */
export interface CapQuestion {
  workspace: number;
  environment: Environment;
  nowMs: number;
}

/**
 * Counts messages against all caps that apply to those no other rule stops or holds: first those of the law, which nobody can override, then
 * those of the workspace. The facts say what came out; what was counted for a message that another cap then refused is given back.
 */
export async function reserveAll(
  tx: SqlRunner,
  book: CapBook,
  question: CapQuestion,
  messages: readonly LoadedMessage[],
  facts: Map<string, PolicyFacts>,
): Promise<Reserved> {
  const { nowMs } = question;
  const legal = await reserveRounds(facts, legalWishesOf(book, messages, facts, nowMs), rollingKey, (requests) =>
    reserveRolling(tx, question, requests, nowMs),
  );
  const caps = await reserveRounds(facts, wishesOf(book, messages, facts, nowMs), capKey, (requests) =>
    reserveCaps(tx, requests),
  );
  const reserved = { caps, legal, atMs: nowMs };
  const isRefused = (id: string) => facts.get(id)?.cap?.granted === false;
  await giveBack(tx, question, reserved, isRefused);
  for (const counted of [caps, legal]) for (const id of [...counted.keys()]) if (isRefused(id)) counted.delete(id);
  return reserved;
}

/** Gives back what was counted for some of the messages. */
export async function giveBack(
  tx: SqlRunner,
  owner: Omit<CapQuestion, 'nowMs'>,
  { caps, legal, atMs }: Reserved,
  isLost: (id: string) => boolean,
): Promise<void> {
  const lostOf = <Request>(counted: ReadonlyMap<string, Request[]>) =>
    [...counted].flatMap(([id, requests]) => (isLost(id) ? requests : []));
  await releaseCaps(tx, lostOf(caps));
  await releaseRolling(tx, owner, lostOf(legal), atMs);
}

const capKey = (request: CapRequest): string => `${request.rule} ${request.address} ${request.windowStartMs}`;

async function reserveRounds<Request>(
  facts: Map<string, PolicyFacts>,
  given: readonly CapWish<Request>[],
  keyOf: (request: Request) => string,
  reserve: (requests: readonly Request[]) => Promise<ReadonlyMap<string, number>>,
): Promise<Map<string, Request[]>> {
  const reserved = new Map<string, Request[]>();
  let wishes = given;
  // One counter may be raised once a statement; further messages to the same person wait for the next round. Rounds are as many as one
  // person's messages in this batch, and a refusal ends that person's rounds, so they are bounded by the cap.
  while (wishes.length > 0) {
    const round = new Map<string, CapWish<Request>>();
    const later: CapWish<Request>[] = [];
    for (const wish of wishes) {
      const key = keyOf(wish.request);
      if (round.has(key)) later.push(wish);
      else round.set(key, wish);
    }
    const granted = await reserve([...round.values()].map((wish) => wish.request));
    const full = new Map<string, number>();
    for (const [key, wish] of round) {
      const used = granted.get(key);
      note(facts, wish, used ?? wish.cap.limit, used !== undefined);
      if (used === undefined) full.set(key, wish.cap.limit);
      else reserved.set(wish.message.id, [...(reserved.get(wish.message.id) ?? []), wish.request]);
    }
    wishes = later.filter((wish) => {
      const used = full.get(keyOf(wish.request));
      if (used !== undefined) note(facts, wish, used, false);
      return used === undefined;
    });
  }
  return reserved;
}

const wouldGo = (facts: ReadonlyMap<string, PolicyFacts>, { id }: LoadedMessage): boolean => {
  const known = facts.get(id);
  return known !== undefined && judgePolicy(known).kind === 'send';
};

/** What messages are to be counted against by law: all caps in force that apply to those no other rule stops or holds. */
export function legalWishesOf(
  { laws }: CapBook,
  messages: readonly LoadedMessage[],
  facts: ReadonlyMap<string, PolicyFacts>,
  nowMs: number,
): CapWish<RollingRequest>[] {
  return messages.flatMap((message) => {
    const caps = laws(message.country)?.cap ?? [];
    if (caps.length === 0) return [];
    const subject = { class: message.class, channel: message.channel, nowMs };
    const applying = caps.filter((rule) => holdsFor(rule, subject));
    if (applying.length === 0 || !wouldGo(facts, message)) return [];
    return applying.map(({ rule, law, effect: { limit, windowSeconds, identical } }) => ({
      message,
      cap: { id: rule, limit, windowSeconds, law },
      request: { rule, subject: subjectOf(message, identical), limit, windowSeconds },
    }));
  });
}

/** Who is counted: the person, or the person with the very text. */
function subjectOf({ address, body }: LoadedMessage, identical: boolean): string {
  const person = personAddress(address);
  return identical ? hash('sha256', `${person}\n${body ?? ''}`, 'base64url') : person;
}

/** What messages are to be counted against by the word of the workspace: all caps that apply to those no other rule stops or holds. */
export function wishesOf(
  book: CapBook,
  messages: readonly LoadedMessage[],
  facts: ReadonlyMap<string, PolicyFacts>,
  nowMs: number,
): CapWish[] {
  if (book.caps.length === 0 && book.regions === undefined) return [];
  return messages.flatMap((message) => {
    const applying = capsFor(book, message);
    if (applying.length === 0 || !wouldGo(facts, message)) return [];
    return applying.map((cap) => ({
      message,
      cap: { id: cap.id, limit: cap.limit, windowSeconds: cap.windowSeconds, law: null },
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
function capsFor({ caps, regions }: CapBook, message: LoadedMessage): readonly NonNullable<Region['cap']>[] {
  const ofCountry = message.class === 'marketing' ? regions?.(message.country)?.cap : null;
  return ofCountry == null ? caps.filter((cap) => appliesTo(cap, message)) : [ofCountry];
}

function appliesTo(cap: CapRow, message: LoadedMessage): boolean {
  const classes: readonly TrafficClass[] = cap.classes;
  return cap.environment === message.environment && cap.channel === message.channel && classes.includes(message.class);
}

/** Notes what a cap answered: with several the refusing one is the fact that counts, otherwise the last one asked. */
export function note(
  facts: Map<string, PolicyFacts>,
  { message, cap }: CapWish<unknown>,
  used: number,
  granted: boolean,
): void {
  const known = facts.get(message.id);
  if (known === undefined || known.cap?.granted === false) return;
  const { id: ruleId, limit, windowSeconds, law } = cap;
  facts.set(message.id, { ...known, cap: { ruleId, limit, windowSeconds, used, granted, law } });
}
