// A single text takes a kilobyte. From here on a body is a batch, whose reading and judging takes milliseconds.
const LARGE_BYTES = 8 * 1024;

const waiting: { begin: () => void; sinceMs: number }[] = [];

/** True for a body that is worked on in a turn of its own. */
export const isLarge = (bytes: number): boolean => bytes >= LARGE_BYTES;

/**
 * Resolves when the work on a body of so many bytes may begin: at once for small ones, else one a turn of the event loop, in their order.
 * Batches that arrive together would otherwise be worked on in one go, and a code that comes meanwhile would wait for all of them.
 */
export function turnFor(bytes: number): Promise<void> | undefined {
  if (!isLarge(bytes)) return undefined;
  return new Promise((begin) => {
    waiting.push({ begin, sinceMs: performance.now() });
    if (waiting.length === 1) setImmediate(takeTurn);
  });
}

/** How long the large body has waited that has waited longest for its turn, in milliseconds. */
export const turnWaitedMs = (): number => (waiting[0] === undefined ? 0 : performance.now() - waiting[0].sinceMs);

function takeTurn(): void {
  waiting.shift()?.begin();
  if (waiting.length > 0) setImmediate(takeTurn);
}
