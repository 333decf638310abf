/** The world as verbs see it: handed in by main, replaced in tests. */
export interface World {
  /** Milliseconds since 1970. */
  nowMs(): number;
  /** Fills bytes from a cryptographic source. */
  fillRandom(bytes: Uint8Array): void;
}

/** One line of the log. Never put an address, a text or a secret into `fields`. */
export interface Log {
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
}
