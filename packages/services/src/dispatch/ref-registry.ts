import type { MessageState } from '@signalbox/contracts';
import type { TouchedRow } from '@signalbox/db';
import type { Submission } from '../learning/signal-book.ts';

/** A submitted text of one part whose receipt is awaited: what is needed to write the receipt's event without asking the database. */
export interface AwaitedRef {
  message: TouchedRow;
  workspace: number;
  attempt: number;
  /** What its figures count for. */
  submission: Submission;
  /** Number of the event the receipt will write. */
  nextSeq: number;
  state: MessageState;
}

/** The reference under which a receipt is matched: references are only unique inside a provider. */
export const refOf = (provider: number, ref: string): string => `${provider}:${ref}`;

const MAX_ENTRIES = 200_000;

/** Remembers recent submissions by reference; the oldest are forgotten first, and then the database is asked instead. */
export interface RefRegistry {
  get(ref: string): AwaitedRef | undefined;
  set(ref: string, entry: AwaitedRef): void;
  delete(ref: string): void;
}

/** Builds a registry of bounded size. */
export function createRefRegistry(): RefRegistry {
  const entries = new Map<string, AwaitedRef>();
  return {
    get: (ref) => entries.get(ref),
    set(ref, entry) {
      if (entries.size >= MAX_ENTRIES) {
        const oldest = entries.keys().next();
        if (!oldest.done) entries.delete(oldest.value);
      }
      entries.set(ref, entry);
    },
    delete: (ref) => void entries.delete(ref),
  };
}
