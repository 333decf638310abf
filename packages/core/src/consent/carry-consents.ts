import { type ConsentMark, consentInForce } from './consent-in-force.ts';

/** What is said again for the new address of a person: by which entry of the old one, and whether after what is said of the whole purpose. */
export interface CarriedConsent<Mark> {
  entry: Mark;
  /** A topic is said after the purpose as a whole, which would cover it otherwise. */
  after: boolean;
}

/**
 * What of the ledger of one address is said again for another, when a person has moved there. A no always goes along. A yes goes along only when it
 * is proven that one person is behind both, and never over a no of the new address: neither over one about the same, nor over one about a part
 * of it. What is in force there already is not said again. The caller records all of it later than everything that either address said.
 */
export function carryConsents<Mark extends ConsentMark>(
  old: readonly Mark[],
  own: readonly Mark[],
  isSamePerson: boolean,
): CarriedConsent<Mark>[] {
  const places = new Map(old.map(({ purpose, topic }) => [JSON.stringify([purpose, topic]), { purpose, topic }]));
  return [...places.values()].flatMap(({ purpose, topic }) => {
    const entry = saidOf(old, purpose, topic);
    // A topic that what was said later of the whole purpose covers is said with the whole.
    if (entry === null || entry.topic !== topic) return [];
    const goes =
      entry.state === 'withdrawn' ||
      (isSamePerson && !refuses(own, purpose, topic) && saidOf(own, purpose, topic)?.state !== 'granted');
    return goes ? [{ entry, after: topic !== null }] : [];
  });
}

/** What decides about one topic, or about the purpose as a whole. */
function saidOf<Mark extends ConsentMark>(entries: readonly Mark[], purpose: string, topic: string | null) {
  const about = topic === null ? entries.filter((one) => one.topic === null) : entries;
  return consentInForce(about, { purpose, topic: topic ?? undefined });
}

function refuses(own: readonly ConsentMark[], purpose: string, topic: string | null): boolean {
  const parts = topic === null ? new Set(own.map((one) => one.topic)) : [topic];
  return [...parts].some((part) => saidOf(own, purpose, part)?.state === 'withdrawn');
}
