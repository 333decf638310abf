import { type ConsentMark, consentInForce } from '../consent/index.ts';

/** What an undo does about one consent an import brought. */
export type UndoVerdict =
  /** Nothing came after it and nothing was there before: it is withdrawn. */
  | 'withdraw'
  /** The person had agreed before the import: the consent stays, the place on the list goes. */
  | 'agreed_before'
  /** Something came after it, which is the person's newer word. */
  | 'touched';

/**
 * Judges what taking back an imported consent means for a person, of whom `entries` are all about the purpose. `isOurs` tells the entries of the
 * same import by their place in the chain.
 */
export function judgeUndo(
  entries: readonly ConsentMark[],
  imported: ConsentMark,
  isOurs: (seq: number) => boolean,
): UndoVerdict {
  const others = entries.filter(({ seq }) => !isOurs(seq));
  const last = Math.max(imported.seq, ...entries.filter(({ seq }) => isOurs(seq)).map(({ seq }) => seq));
  if (others.some(({ seq }) => seq > last)) return 'touched';
  const question = { purpose: imported.purpose, topic: imported.topic ?? undefined };
  return consentInForce(others, question)?.state === 'granted' ? 'agreed_before' : 'withdraw';
}
