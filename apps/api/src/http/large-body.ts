// A single text takes a kilobyte. From here on a body is a batch, whose reading and judging takes milliseconds.
const LARGE_BYTES = 8 * 1024;

const waiting: (() => void)[] = [];

/**
 * Resolves when the work on a body of so many bytes may begin: at once for small ones, else one a turn of the event loop, in their order.
 * Batches that arrive together would otherwise be worked on in one go, and a code that comes meanwhile would wait for all of them.
 */
export function turnFor(bytes: number): Promise<void> | undefined {
  if (bytes < LARGE_BYTES) return undefined;
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(takeTurn);
  });
}

function takeTurn(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(takeTurn);
}
