import type { Reach } from '@signalbox/contracts';
import type { SqlRunner } from '../connection.ts';

/** What is believed of a number beyond its range. */
export interface LearnedNumber {
  /** MCC and MNC as digits; null where a service that was asked could not tell. */
  code: string | null;
  source: 'receipt' | 'lookup';
  /** When it was heard of, milliseconds since 1970. */
  atMs: number;
  /** Whether its phone can be reached; null where nobody told, or too long ago. */
  reach: Reach | null;
}

/** The columns of a LearnedNumber, in a statement that knows the row as `n`. */
export const learnedColumns = (sql: SqlRunner) => sql`
  n.network as code, n.source, (extract(epoch from n.at) * 1000)::float8 as "atMs", case when n.reach_until > now() then n.reach end as reach`;
