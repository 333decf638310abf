import { type CapShape, capWindow, judgeCounter } from './cap-window.ts';

/** A message of the past, as a cap would have seen it. */
export interface PastMessage {
  /** Milliseconds since 1970. */
  atMs: number;
  /** False for one that only uses the cap up. */
  isCapped: boolean;
  /** Whether the share of the limit that is kept is kept for it. */
  isPreferred: boolean;
}

/** How many messages of one person, in the order they went in, a cap would have refused: as if each of those had been dropped. */
export function replayCap(
  { kept, ...shape }: CapShape & { kept: number },
  place: { country: string | null; homeZone: string },
  messages: readonly PastMessage[],
): number {
  const rest = { ...shape, limit: shape.limit === null ? null : shape.limit - kept, gapSeconds: null };
  const taken: number[] = [];
  const takenByRest: number[] = [];
  let over = 0;
  for (const { atMs, isCapped, isPreferred } of messages) {
    const window = capWindow(shape, place.country, place.homeZone, atMs);
    const isRest = isCapped && kept > 0 && !isPreferred;
    const refuses =
      isCapped &&
      (judgeCounter(shape, window, taken, atMs).because !== null ||
        (isRest && judgeCounter(rest, { ...window, gapFromMs: null }, takenByRest, atMs).because !== null));
    if (refuses) {
      over += 1;
      continue;
    }
    taken.push(atMs);
    if (isRest) takenByRest.push(atMs);
  }
  return over;
}
