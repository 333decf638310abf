/** What decides of an entry of the consent ledger. `atMs` and `seq` order it: milliseconds since 1970, and its place in the chain. */
export interface ConsentMark {
  purpose: string;
  /** What within the purpose; null is all of it. */
  topic: string | null;
  state: 'granted' | 'withdrawn';
  atMs: number;
  seq: number;
}

/** The purpose that marketing needs a consent for. */
export const MARKETING_PURPOSE = 'marketing';

/** What is asked: a purpose, and within it one topic, or any (undefined). */
export interface ConsentQuestion {
  purpose: string;
  topic?: string | undefined;
}

/**
 * The entry that decides whether a message for a purpose may go, of all that an address has; null when none is about it. An entry of a purpose as
 * a whole covers every topic in it. Of what covers a topic the newest counts; at one instant a withdrawal wins, then the later record. When any
 * topic will do, one that is granted is enough. Sending, "as of" and every timeline ask this one function.
 */
export function consentInForce<Mark extends ConsentMark>(
  entries: readonly Mark[],
  { purpose, topic }: ConsentQuestion,
): Mark | null {
  const whole: Mark[] = [];
  const byTopic = new Map<string, Mark[]>();
  for (const entry of entries) {
    if (entry.purpose !== purpose) continue;
    if (entry.topic === null) whole.push(entry);
    else if (topic === undefined || topic === entry.topic) {
      const same = byTopic.get(entry.topic);
      if (same === undefined) byTopic.set(entry.topic, [entry]);
      else same.push(entry);
    }
  }
  const general = newest(whole);
  let found = general;
  for (const own of byTopic.values()) {
    const decides = newest(general === null ? own : [...own, general]);
    if (decides === null || decides === found) continue;
    if (found === null || outranks(decides, found, topic === undefined)) found = decides;
  }
  return found;
}

/** Of decisions about several topics, one that is granted speaks for "any"; of equal ones, and for one topic, the newer. */
function outranks(one: ConsentMark, other: ConsentMark, anyTopic: boolean): boolean {
  if (anyTopic && one.state !== other.state) return one.state === 'granted';
  return isNewer(one, other);
}

function isNewer(one: ConsentMark, other: ConsentMark): boolean {
  if (one.atMs !== other.atMs) return one.atMs > other.atMs;
  if (one.state !== other.state) return one.state === 'withdrawn';
  return one.seq > other.seq;
}

function newest<Mark extends ConsentMark>(entries: readonly Mark[]): Mark | null {
  let best: Mark | null = null;
  for (const entry of entries) if (best === null || isNewer(entry, best)) best = entry;
  return best;
}
