import { setImmediate } from 'node:timers/promises';
import {
  type FraudFact,
  HOURS_PURPOSE,
  isByPhone,
  type LaneJob,
  type PolicyFacts,
  personChannel,
} from '@signalbox/contracts';
import {
  consentInForce,
  hangsOnKnown,
  judgeContent,
  judgeSender,
  MARKETING_PURPOSE,
  personAddress,
  wishInForce,
} from '@signalbox/core';
import {
  type ConsentHit,
  findConsents,
  findInbound,
  findKnownNumbers,
  findSuppressions,
  type LoadedMessage,
  type SqlRunner,
  type SuppressionHit,
} from '@signalbox/db';
import type { Config } from '../config/config-store.ts';
import type { DltBook } from '../config/dlt.ts';
import type { PersonWish } from '../config/hours.ts';
import type { LawBook } from '../config/laws.ts';
import { geoFactOf, type RegionBook } from '../config/regions.ts';
import { registrySays, type SenderBook } from '../config/senders.ts';
import { erasedAs, type PersonHash, restrictedAs } from '../people/person-hash.ts';
import { type Reserved, reserveAll, type Untaken } from './reserve-caps.ts';

/** The facts of policy for each message of a batch, with the cap reservations made for them (to be given back if the turn is lost). */
export interface LoadedFacts {
  facts: Map<string, PolicyFacts>;
  reserved: Reserved;
}

/** How the person behind a message may be on file: under the one spelling of today, or as it was written before there was one. */
function spellingsOf({ address }: LoadedMessage): string[] {
  const person = personAddress(address);
  return person === address ? [address] : [person, address];
}

/** What a message may be the answer to: one to a text of the person goes although the person has stopped all else. */
const askedBy = ({ class: trafficClass, sentFor }: LoadedMessage): string[] =>
  trafficClass === 'transactional' && sentFor !== null ? [sentFor] : [];

/** Whose facts are looked up, and as of when. */
export interface FactsQuestion extends Pick<LaneJob, 'workspace' | 'environment' | 'channel'> {
  nowMs: number;
  /** The text of a message as it is sent (a code of ours is kept sealed), or null when it is not known yet. */
  textOf: (message: LoadedMessage) => string | null;
  /** What an erased person is known by. */
  personHash: PersonHash;
  /** The turn in which it is judged, the first unless told: who has asked a registry in vain asks again later and later. */
  turn?: number;
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
  question: FactsQuestion & { counts: (id: string) => boolean; returning?: readonly Untaken[] },
  messages: readonly LoadedMessage[],
  known?: readonly SuppressionHit[],
): Promise<LoadedFacts> {
  const facts = await lookUpFacts(tx, config, question, messages, known);
  const counting = messages.filter(({ id }) => question.counts(id));
  const reserved = await reserveAll(
    tx,
    config.capsOf(question.workspace),
    question,
    counting,
    facts,
    question.returning,
  );
  return { facts, reserved };
}

/** Reads the facts of a batch of one workspace, environment and channel, one query for each kind, all but what it asks of frequency caps. */
export async function lookUpFacts(
  tx: SqlRunner,
  config: Config,
  { workspace, environment, channel, nowMs, textOf, personHash, turn = 1 }: FactsQuestion,
  messages: readonly LoadedMessage[],
  known?: readonly SuppressionHit[],
): Promise<Map<string, PolicyFacts>> {
  // What blocks who was erased or restricted is under the keyed hash: more texts in the same statement, where anybody was.
  const hashesOf = ({ address }: LoadedMessage) => {
    const hash = personHash.of(workspace, channel, personAddress(address));
    return [erasedAs(hash), restrictedAs(hash)];
  };
  const hashes = new Map(
    config.knowsByHash(workspace) ? messages.map((message) => [message.id, hashesOf(message)]) : [],
  );
  const suppressedAs = (message: LoadedMessage) => [...spellingsOf(message), ...(hashes.get(message.id) ?? [])];
  const marketing = messages.filter((message) => message.class === 'marketing');
  const laws = config.lawsOf(workspace);
  const regions = config.regionsOf(workspace);
  // Whom a hash blocks is blocked by it as a person, whatever channel reaches the address.
  const byPerson = hashes.size > 0 && personChannel(channel) !== channel;
  const [ofChannel, ofPerson, consents, byLaw] = await Promise.all([
    known ?? findSuppressions(tx, workspace, environment, channel, messages.flatMap(suppressedAs)),
    byPerson ? findSuppressions(tx, workspace, environment, personChannel(channel), [...hashes.values()].flat()) : [],
    marketing.length === 0
      ? []
      : findConsents(
          tx,
          { workspace, environment, channel, purposes: [MARKETING_PURPOSE, HOURS_PURPOSE] },
          marketing.flatMap(spellingsOf),
        ),
    judgeByLaw({ laws, regions, senders: config.sendersOf(workspace) }, messages, textOf, nowMs),
  ]);
  const suppressions = [...ofChannel, ...ofPerson];
  const suppressed = new Map(suppressions.map((hit) => [hit.address, hit]));
  const answers: ReadonlySet<string | null> =
    suppressed.size === 0 ? new Set() : await findInbound(tx, workspace, messages.flatMap(askedBy));
  const consented = Map.groupBy(consents, ({ address }) => address);
  const hours = config.hoursOf(workspace);
  const listed = await listedPrefixes(tx, config, { workspace, environment }, messages, nowMs);
  const dlt = channel === 'sms' ? config.dltOf(workspace) : undefined;
  // Nothing leaves the house from the sandbox, so that nobody is asked for it.
  const registries = environment === 'live' ? config.registriesOf(workspace) : undefined;
  const lookup = channel === 'sms' ? config.lookupOf(workspace) : undefined;
  const facts = new Map<string, PolicyFacts>();
  for (const [message, law] of byLaw) {
    const spellings = spellingsOf(message);
    const hit = answers.has(message.sentFor)
      ? undefined
      : suppressedAs(message)
          .map((text) => suppressed.get(text))
          .find((found) => found?.classes.includes(message.class));
    const entries = message.class === 'marketing' ? spellings.flatMap((text) => consented.get(text) ?? []) : [];
    const topic = message.topic ?? undefined;
    const consent = consentInForce(entries, { purpose: MARKETING_PURPOSE, topic });
    const open = hours.at(message.class, { channel, country: message.country, wish: wishOf(entries) }, nowMs);
    facts.set(message.id, {
      class: message.class,
      channel: message.channel,
      nowMs,
      expiresAtMs: message.expiresAtMs,
      geo: geoFactOf(regions?.(message.country), message.country),
      suppression: hit ? { id: hit.id, reason: hit.reason, createdAtMs: hit.createdAtMs } : null,
      consent: consent ? { id: consent.id, state: consent.state, source: consent.source, atMs: consent.atMs } : null,
      ...(topic === undefined ? {} : { topic }),
      template: templateFactOf(config, message),
      dlt:
        dlt === undefined || message.country !== 'IN' ? null : judgeText(config, dlt, message, textOf(message), nowMs),
      ...law,
      reach: lookup?.reachOf(message) ?? null,
      registries: registries?.facts(message, { nowMs, turn, isWaiting: open?.open === false }) ?? [],
      hours: open,
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
    if (message.class !== 'otp' || !isByPhone(message.channel)) continue;
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

/** When the person wants no marketing, by the entry in force; undefined where nothing is wished. */
function wishOf(entries: readonly ConsentHit[]): PersonWish | undefined {
  const wish = entries.length === 0 ? null : wishInForce(entries);
  return wish === null || wish.hours === null ? undefined : { id: wish.id, hours: wish.hours };
}

/** A version that was taken back after the message had been written by it. */
function templateFactOf({ stoppedVersion }: Config, { template }: LoadedMessage): PolicyFacts['template'] {
  const row = template === null ? undefined : stoppedVersion(template.version);
  return row === undefined ? null : { key: row.key, version: row.version, state: row.state };
}

function judgeText(
  { dltTemplateOf }: Config,
  book: DltBook,
  { class: trafficClass, sender, template }: LoadedMessage,
  text: string | null,
  nowMs: number,
): PolicyFacts['dlt'] {
  if (text === null) return null;
  const templateId = template === null ? null : (dltTemplateOf(template) ?? null);
  return book.judge({ class: trafficClass, sender, text, templateId }, nowMs);
}

/** What is said of countries: by law, by the workspace, and of its senders there. */
interface LegalBooks {
  laws: LawBook;
  regions: RegionBook | undefined;
  senders: SenderBook | undefined;
}

type LawFacts = Pick<PolicyFacts, 'sender' | 'screening'>;

/** Reads the texts of a batch while the database looks for what is on file: the questions leave first. */
async function judgeByLaw(
  books: LegalBooks,
  messages: readonly LoadedMessage[],
  textOf: FactsQuestion['textOf'],
  nowMs: number,
): Promise<[LoadedMessage, LawFacts][]> {
  await setImmediate();
  return messages.map((message) => [message, lawFacts(books, message, isKnown(message, textOf), nowMs)]);
}

/** What the rules of content and the law of the recipient's country have against a message; a code of ours is looked at as it is kept, masked. */
function lawFacts(books: LegalBooks, message: LoadedMessage, hasText: boolean, nowMs: number): LawFacts {
  const subject = { class: message.class, channel: message.channel, nowMs };
  const law = books.laws(message.country);
  const says = registrySays(books.senders, books.regions?.(message.country), message, nowMs);
  return {
    sender: judgeSender(law, message.sender, subject, says),
    screening: hasText ? judgeContent(law, message, subject) : null,
  };
}

const isKnown = (message: LoadedMessage, textOf: FactsQuestion['textOf']): boolean =>
  message.sealedBody !== null || textOf(message) !== null;
