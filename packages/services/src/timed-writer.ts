import { oneAtATime } from './one-at-a-time.ts';
/** Writes what is gathered in memory, every so often and when it is told to. */
export interface TimedWriter {
  /** Resolves when everything that was gathered before the call is written. */
  flush(): Promise<void>;
  /** Writes the rest, and no more after it by itself. */
  close(): Promise<void>;
}

/** Calls `write` every `everyMs`, one at a time. `write` must not reject: what becomes of what it could not write is its own to say. */
export function writeEvery(everyMs: number, write: () => Promise<void>): TimedWriter {
  const flush = oneAtATime(write);
  const timer = setInterval(() => void flush(), everyMs);
  timer.unref();
  return {
    flush,
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}
