import type { CapFact, Environment, PolicyFacts } from '@signalbox/contracts';
import { type CounterJudgement, judgeCounter, judgePolicy } from '@signalbox/core';
import {
  capKey,
  type LoadedMessage,
  lockCaps,
  readCapCounters,
  releaseCaps,
  reserveCaps,
  type SqlRunner,
} from '@signalbox/db';
import { type CapBook, type CapCounter, type CapWish, subjectOf } from '../config/cap-book.ts';

/** What was counted for each message, by its id, and at which instant. */
export interface Reserved {
  counters: Map<string, readonly CapCounter[]>;
  atMs: number;
}

/** Whose messages are counted, and when, in milliseconds since 1970. */
export interface CapQuestion {
  workspace: number;
  environment: Environment;
  nowMs: number;
}

/** A message with all that it is to be counted by. */
interface Asking {
  id: string;
  wishes: readonly CapWish[];
}

/** What the counters of one cap said to a message. */
interface Answer {
  wish: CapWish;
  counter: CapCounter;
  judged: CounterJudgement;
}

/**
 * Counts messages against all caps that apply to those no other rule stops or holds: a message is counted by all of them or by none. The facts
 * say what came out. One counter may be raised once a statement; further messages to the same person wait for the next round, which knows what
 * was given back. Rounds are as many as one person's messages in this batch, and a full counter ends that person's rounds, so they are bounded by the cap.
 * What more than one statement will touch is locked by one beforehand, `returning` with it: what may be given back in the same transaction.
 */
export async function reserveAll(
  tx: SqlRunner,
  book: CapBook,
  question: CapQuestion,
  messages: readonly LoadedMessage[],
  facts: Map<string, PolicyFacts>,
  returning: readonly Untaken[] = [],
): Promise<Reserved> {
  const reserved: Reserved = { counters: new Map(), atMs: question.nowMs };
  const full = new Map<string, CounterJudgement>();
  let asking = askingOf(book, messages, facts, question.nowMs);
  await lockAhead(tx, question, asking, countedFor(returning));
  while (asking.length > 0) {
    const [round, later] = nextRound(asking);
    const requests = round.flatMap(({ wishes }) => countersOf(wishes).map(({ request }) => request));
    const granted = await reserveCaps(tx, question, requests, question.nowMs);
    const isGranted = ({ request }: CapCounter) => granted.has(capKey(request));
    const refusing = round.flatMap(({ wishes }) => countersOf(wishes).filter((counter) => !isGranted(counter)));
    await judgeRefusals(tx, question, refusing, full);
    const back: CapCounter[] = [];
    for (const one of round) {
      const counters = countersOf(one.wishes);
      if (counters.every(isGranted)) {
        reserved.counters.set(one.id, counters);
        note(facts, one, [], (counter) => granted.get(capKey(counter.request)) ?? 0);
      } else {
        back.push(...counters.filter(isGranted));
        note(facts, one, refusalsOf(one, full), () => 0);
      }
    }
    await releaseCaps(tx, question, countsOf(back, question.nowMs));
    asking = later.filter((one) => {
      const refusals = refusalsOf(one, full);
      if (refusals.length > 0) note(facts, one, refusals, () => 0);
      return refusals.length === 0;
    });
  }
  return reserved;
}

/** Gives back what was counted for some of the messages. */
export async function giveBack(
  tx: SqlRunner,
  owner: Omit<CapQuestion, 'nowMs'>,
  { counters, atMs }: Reserved,
  isLost: (id: string) => boolean,
): Promise<void> {
  const lost = [...counters].flatMap(([id, counted]) => (isLost(id) ? counted : []));
  await releaseCaps(tx, owner, countsOf(lost, atMs));
}

/** A message of which no carrier took anything, with the facts of the turn in which it was counted. */
export interface Untaken {
  workspace: number;
  message: Pick<LoadedMessage, 'environment' | 'address' | 'body'>;
  facts: object | null;
}

/** Gives back what was counted for messages that ended without a carrier having taken them. Nothing is asked where nothing was counted. */
export async function giveBackUntaken(tx: SqlRunner, untaken: readonly Untaken[]): Promise<void> {
  const owners = Map.groupBy(countedFor(untaken), ({ workspace, environment }) => `${workspace} ${environment}`);
  // In one order everywhere, as within each of them: two transactions never wait for each other in a circle.
  for (const [, group] of [...owners].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const [head] = group;
    if (head !== undefined) await releaseCaps(tx, head, group);
  }
}

/** The counters that hold messages of which no carrier took anything, and the instants they hold of them. */
const countedFor = (untaken: readonly Untaken[]) =>
  untaken.flatMap(({ workspace, message, facts }) => {
    const { cap, nowMs } = (facts ?? {}) as Partial<PolicyFacts>;
    if (nowMs === undefined) return [];
    return (cap?.counted ?? []).map(({ rule, of }) => ({
      ...{ workspace, environment: message.environment, rule, subject: subjectOf(message, of), atMs: nowMs },
    }));
  });

/** Locks all counters of a batch at once, unless one statement will count all of them, which locks in the same order by itself. */
async function lockAhead(
  tx: SqlRunner,
  question: CapQuestion,
  asking: readonly Asking[],
  returning: readonly { rule: string; subject: string }[],
): Promise<void> {
  if (asking.length === 0 || (returning.length === 0 && nextRound(asking)[1].length === 0)) return;
  const asked = asking.flatMap(({ wishes }) => countersOf(wishes).map(({ request }) => request));
  const back = returning.map(({ rule, subject }) => ({ rule, subject, endsMs: question.nowMs }));
  await lockCaps(tx, question, [...asked, ...back]);
}

/** What caps would answer to messages by what is counted so far; nothing is counted. */
export async function peekCaps(
  tx: SqlRunner,
  book: CapBook,
  question: CapQuestion,
  messages: readonly Parameters<typeof askingOf>[1][number][],
  facts: Map<string, PolicyFacts>,
): Promise<void> {
  const asking = askingOf(book, messages, facts, question.nowMs);
  const counters = asking.flatMap(({ wishes }) => countersOf(wishes));
  const taken = await readCapCounters(
    tx,
    question,
    counters.map(({ request }) => request),
  );
  const judged = new Map(
    counters.map((counter, index) => [counter, judgeOf(counter, taken[index] ?? [], question.nowMs)]),
  );
  for (const one of asking) {
    const refusals = one.wishes.flatMap((wish) =>
      wish.counters.flatMap((counter): Answer[] => {
        const said = judged.get(counter);
        return said === undefined || said.because === null ? [] : [{ wish, counter, judged: said }];
      }),
    );
    note(facts, one, refusals, (counter) => (judged.get(counter)?.used ?? 0) + 1);
  }
}

function askingOf(
  book: CapBook,
  messages: readonly (Parameters<CapBook['wishesOf']>[0] & { id: string })[],
  facts: ReadonlyMap<string, PolicyFacts>,
  nowMs: number,
): Asking[] {
  return messages.flatMap((message) => {
    const wishes = book.wishesOf(message, nowMs);
    const known = wishes.length === 0 ? undefined : facts.get(message.id);
    return known === undefined || judgePolicy(known).kind !== 'send' ? [] : [{ id: message.id, wishes }];
  });
}

const countersOf = (wishes: readonly CapWish[]): CapCounter[] => wishes.flatMap(({ counters }) => counters);

const countsOf = (counters: readonly CapCounter[], atMs: number) =>
  counters.map(({ request: { rule, subject } }) => ({ rule, subject, atMs }));

/** The first message of each counter, and those that come after them. */
function nextRound(asking: readonly Asking[]): [Asking[], Asking[]] {
  const taken = new Set<string>();
  const round: Asking[] = [];
  const later: Asking[] = [];
  for (const one of asking) {
    const keys = countersOf(one.wishes).map(({ request }) => capKey(request));
    if (keys.some((key) => taken.has(key))) later.push(one);
    else round.push(one);
    // Whoever comes later by one counter keeps its place in all of them.
    for (const key of keys) taken.add(key);
  }
  return [round, later];
}

/** Finds out what refusing counters hold: they stay locked until the commit. */
async function judgeRefusals(
  tx: SqlRunner,
  question: CapQuestion,
  refusing: readonly CapCounter[],
  full: Map<string, CounterJudgement>,
): Promise<void> {
  const taken = await readCapCounters(
    tx,
    question,
    refusing.map(({ request }) => request),
  );
  refusing.forEach((counter, index) => {
    full.set(capKey(counter.request), judgeOf(counter, taken[index] ?? [], question.nowMs));
  });
}

const judgeOf = ({ shape, window }: CapCounter, taken: readonly number[], nowMs: number): CounterJudgement =>
  judgeCounter(shape, window, taken, nowMs);

/** What full counters say against a message; those that only count it refuse nothing. */
const refusalsOf = ({ wishes }: Asking, full: ReadonlyMap<string, CounterJudgement>): Answer[] =>
  wishes.flatMap((wish) =>
    wish.counters.flatMap((counter): Answer[] => {
      const judged = wish.cap.isCountedOnly ? undefined : full.get(capKey(counter.request));
      return judged === undefined ? [] : [{ wish, counter, judged }];
    }),
  );

/**
 * The answer that counts of several that refuse: the law before all else, then what drops the message, then what it would wait for longest. So
 * a message that waits waits for all of them.
 */
function decisive(refusals: readonly Answer[]): Answer | undefined {
  const rank = ({ wish: { cap }, judged }: Answer): number[] => [
    cap.law === null ? 1 : 0,
    cap.overLimit === 'drop' ? 0 : 1,
    -(judged.nextMs ?? Number.POSITIVE_INFINITY),
  ];
  return refusals.toSorted((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    const at = one.findIndex((value, index) => value !== other[index]);
    return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
  })[0];
}

/** Notes what caps answered: the refusal that counts, or of those that granted the one that is nearest its limit. */
function note(
  facts: Map<string, PolicyFacts>,
  { id, wishes }: Asking,
  refusals: readonly Answer[],
  usedOf: (counter: CapCounter) => number,
): void {
  const known = facts.get(id);
  if (known === undefined) return;
  const refusal = decisive(refusals);
  if (refusal !== undefined) {
    const { wish, counter, judged } = refusal;
    const because = judged.because === 'gap' ? 'gap' : counter.because;
    const { used, nextMs } = judged;
    facts.set(id, { ...known, cap: { ...factOf(wish), used, granted: false, because, nextMs, counted: [] } });
    return;
  }
  const left = ({ cap, counters: [first] }: CapWish): number =>
    cap.isCountedOnly || cap.limit === null || first === undefined
      ? Number.POSITIVE_INFINITY
      : cap.limit - usedOf(first);
  const [head, ...others] = wishes;
  if (head === undefined) return;
  const nearest = others.reduce((best, one) => (left(one) < left(best) ? one : best), head);
  const [first] = nearest.counters;
  const counted = countersOf(wishes).map(({ of, request: { rule } }) => ({ rule, of }));
  const used = first === undefined ? 0 : usedOf(first);
  const cap = { ...factOf(nearest), used, granted: true, because: null, nextMs: null, counted };
  facts.set(id, { ...known, cap });
}

const factOf = ({
  cap,
  window: { zone, zoneOf },
}: CapWish): Omit<CapFact, 'used' | 'granted' | 'because' | 'nextMs' | 'counted'> => ({ ...cap, zone, zoneOf });
