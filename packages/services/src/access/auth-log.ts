import type { Log } from '../clock.ts';

/** A line of better-auth: what it says beside the sentence may be whole users, sessions and requests. */
type AuthLine = (level: 'debug' | 'info' | 'warn' | 'error', message: string, ...details: unknown[]) => void;

/** Writes the lines of better-auth to our log: the sentence and the errors, redacted as everything there; nothing else of what it knows. */
export function authLogTo(log: Log): AuthLine {
  return (level, message, ...details) => {
    const error = details.find((detail) => detail instanceof Error);
    log[level === 'debug' ? 'info' : level](`Sign-in: ${message}`, error === undefined ? {} : { error });
  };
}
