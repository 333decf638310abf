import {
  type BlockFact,
  type BlockThreshold,
  countryRules,
  type FraudFact,
  isByPhone,
  type PolicyFacts,
} from '@signalbox/contracts';
import { hangsOnKnown, isSuspicious, judgeFraud, numberBlocks } from '@signalbox/core';
import {
  BLOCK_WINDOW_SECONDS,
  type BlockCount,
  countCodes,
  findKnownNumbers,
  type LoadedMessage,
  listFoundPrefixes,
  type NewListedPrefix,
  type Transaction,
} from '@signalbox/db';
import type { FraudBook } from '../config/fraud-book.ts';
import type { Services } from '../context.ts';
import type { GuardedCode, GuardPlace } from './guarded-code.ts';

const WINDOW_MS = BLOCK_WINDOW_SECONDS * 1000;
/** Windows before the present one that a rule looks at: ten to twenty minutes, and up to an hour. */
const LOOK_BACK_WINDOWS = { near: 1, wide: 5 } as const;
const HOUR_MS = 3_600_000;

/**
 * Counts verifications whose first text is about to leave in their blocks of numbers, and notes in `facts` what stands there now and what
 * the number did before, where that decides. Blocks that turn out suspicious are listed in the same commit.
 */
export async function judgeBlocks(
  tx: Transaction,
  services: Services,
  book: FraudBook,
  place: GuardPlace,
  codes: readonly GuardedCode[],
  facts: Map<string, PolicyFacts>,
): Promise<void> {
  const texts = codes.filter(({ message }) => isByPhone(message.channel) && isCounted(book, message));
  if (texts.length === 0) return;
  const presentMs = Math.floor(place.nowMs / WINDOW_MS) * WINDOW_MS;
  const counts = await countCodes(tx, {
    workspace: place.workspace,
    environment: place.environment,
    verificationIds: texts.flatMap(({ message }) => message.sentFor ?? []),
    messageIds: texts.map(({ message }) => message.id),
    prefixes: [...new Set(texts.flatMap(({ message }) => Object.values(numberBlocks(message.address))))],
    sinceMs: presentMs - LOOK_BACK_WINDOWS.wide * WINDOW_MS,
  });
  const countsOf = Map.groupBy(counts, (count) => count.prefix);
  // What is decided together is judged one after the other, as if each had come alone: the counts hold all of them.
  const rankOf = ranks();
  const factOf = ({ message, facts: { fraud } }: GuardedCode): FraudFact => ({
    listed: fraud?.listed ?? null,
    known: fraud?.known ?? null,
    blocks: blocksOf(book, message, countsOf, presentMs, rankOf),
  });
  const judged = texts.map((code) => ({ code, fraud: factOf(code) }));
  const asked = judged.filter(({ fraud }) => hangsOnKnown(fraud) && fraud.known === null);
  const known = await findKnownNumbers(
    tx,
    place,
    asked.map(({ code }) => code.message.address),
  );
  for (const { code, fraud } of judged) {
    const told = asked.some((one) => one.code === code) ? { ...fraud, known: known.has(code.message.address) } : fraud;
    facts.set(code.message.id, { ...code.facts, fraud: told });
  }
  await listFoundPrefixes(tx, foundIn(services, book, place, facts, texts));
}

/** Counts up by prefix: 1 for the first that asks. */
function ranks(): (prefix: string) => number {
  const reached = new Map<string, number>();
  return (prefix) => {
    const rank = (reached.get(prefix) ?? 0) + 1;
    reached.set(prefix, rank);
    return rank;
  };
}

const isWatched = ({ percent }: BlockThreshold): boolean => percent > 0;

const isCounted = (book: FraudBook, { country }: LoadedMessage): boolean => {
  const { near, wide } = countryRules(book.rules, country);
  return isWatched(near) || isWatched(wide);
};

function blocksOf(
  book: FraudBook,
  { address, country }: LoadedMessage,
  countsOf: ReadonlyMap<string, readonly BlockCount[]>,
  presentMs: number,
  rankOf: (prefix: string) => number,
): BlockFact[] {
  const rules = countryRules(book.rules, country);
  const prefixes = numberBlocks(address);
  return (['near', 'wide'] as const).flatMap((rule): BlockFact[] => {
    const limit = rules[rule];
    if (!isWatched(limit)) return [];
    const prefix = prefixes[rule];
    const sinceMs = presentMs - LOOK_BACK_WINDOWS[rule] * WINDOW_MS;
    const counts = (countsOf.get(prefix) ?? []).filter(({ windowStartMs }) => windowStartMs >= sinceMs);
    const sum = (of: (count: BlockCount) => number) => counts.reduce((total, count) => total + of(count), 0);
    const added = sum((count) => count.added);
    return [
      {
        rule,
        prefix,
        sent: sum((count) => count.sent) - added + Math.min(added, rankOf(prefix)),
        converted: sum((count) => count.converted),
        sinceMs,
        limitSent: limit.sent,
        limitPercent: limit.percent,
      },
    ];
  });
}

/** The blocks that stopped a code, to be listed: each once, with what was counted. */
function foundIn(
  services: Services,
  book: FraudBook,
  { workspace, environment, nowMs }: GuardPlace,
  facts: ReadonlyMap<string, PolicyFacts>,
  codes: readonly GuardedCode[],
): NewListedPrefix[] {
  const found = new Map<string, NewListedPrefix>();
  for (const { message } of codes) {
    const fraud = facts.get(message.id)?.fraud;
    const verdict = fraud == null ? undefined : judgeFraud(fraud);
    if (verdict === undefined || verdict.kind === 'send' || verdict.rule === 'listed') continue;
    const block = fraud?.blocks.find((one) => one.rule === verdict.rule && isSuspicious(one));
    if (block === undefined || found.has(block.prefix)) continue;
    found.set(block.prefix, {
      id: services.ids.next(),
      ...{ workspace, environment, action: 'block', origin: 'rule' },
      prefix: block.prefix,
      country: message.country,
      reason: `${block.converted} of ${block.sent} codes came back`,
      evidence: {
        rule: block.rule,
        sent: block.sent,
        converted: block.converted,
        limit_sent: block.limitSent,
        limit_percent: block.limitPercent,
        since: new Date(block.sinceMs).toISOString(),
        until: new Date(nowMs).toISOString(),
      },
      expiresAtMs: nowMs + countryRules(book.rules, message.country).block_hours * HOUR_MS,
    });
  }
  return [...found.values()];
}
