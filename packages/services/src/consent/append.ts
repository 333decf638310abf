import { hash } from 'node:crypto';
import { canonicalJson } from '@signalbox/core';
import { appendConsents, leaveLists, type NewConsent, type Transaction } from '@signalbox/db';
import type { RequestContext } from '../context.ts';

/** An event that the ledger shall know: who said what, when, where. */
export interface ConsentEvent extends Omit<NewConsent, 'id' | 'environment' | 'eventKey' | 'proof'> {
  proof: object | null;
  /** What the event is known again by, besides who said what about what; null for what cannot come twice. */
  occasion: string | null;
}

/** Of an event about which no more is known than who said what, when and where. */
export const UNSAID = {
  locale: null,
  wordingText: null,
  wordingVersion: null,
  jurisdiction: null,
  occasion: null,
} as const;

/**
 * Appends events to the ledger of the caller's workspace, in the transaction given, and lets those who withdrew leave the lists it was about. What
 * must win over claims that have not committed yet has passed the turnstile alone before. Answers for each event the id of its entry and
 * whether it is new.
 */
export async function appendEvents(
  tx: Transaction,
  ctx: RequestContext,
  events: readonly ConsentEvent[],
): Promise<{ id: string; added: boolean }[]> {
  const { environment, services, workspace } = ctx;
  const entries = events.map(
    ({ occasion, proof, ...event }): NewConsent => ({
      ...event,
      id: services.ids.next(),
      environment,
      proof: proof === null ? null : canonicalJson(proof),
      eventKey: occasion === null ? null : keyOf(event, occasion),
    }),
  );
  const outcomes = await appendConsents(tx, workspace.number, entries);
  const withdrawn = entries.flatMap((entry, index) =>
    entry.state === 'withdrawn' && outcomes[index]?.added === true ? [{ ...entry, id: outcomes[index].id }] : [],
  );
  if (withdrawn.length > 0) await leaveLists(tx, { workspace: workspace.number, environment }, withdrawn);
  return outcomes;
}

const keyOf = (
  { channel, address, state, purpose, topic, list }: Omit<ConsentEvent, 'occasion' | 'proof'>,
  occasion: string,
): string =>
  // In one go: an import makes a million, and each hash that is fed by pieces is an object outside the heap until it is collected.
  hash('sha256', canonicalJson([channel, address, state, purpose, topic, list, occasion]), 'base64url');
