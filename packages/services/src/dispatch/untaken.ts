import { REASONS } from '@signalbox/contracts';
import type { StoredAttempt, StoredEvent } from '@signalbox/db';

const REFUSALS: ReadonlySet<unknown> = new Set(['rejected', 'throttled', 'unsent']);

/** What an event says of an answer. */
type Told = Pick<StoredEvent, 'attempt' | 'reason'> & { data: object | null };

/** Whether an event tells that the carrier of its turn took nothing: what it does not know may have arrived. */
const isRefusal = ({ data, reason }: Told): boolean =>
  data !== null &&
  'answer' in data &&
  REFUSALS.has(data.answer) &&
  (reason === null || REASONS[reason].retry !== 'query');

/**
 * The facts of the claim in which caps counted a message, when every claim was refused, so that no carrier has taken it; null while one may
 * have. Retries count by the first claim: it is the same logical message.
 */
export function untakenFacts(
  turns: readonly Pick<StoredAttempt, 'n' | 'worker' | 'facts'>[],
  history: readonly Told[],
): object | null {
  const claims = turns.filter(({ worker }) => worker !== null);
  const isRefused = (n: number) => history.some((event) => event.attempt === n && isRefusal(event));
  return claims.every(({ n }) => isRefused(n)) ? (claims[0]?.facts ?? null) : null;
}
