import type { Server } from 'node:http';
import type { Log } from '@signalbox/services';

/** How long open requests may take to finish after the signal, and how long after a second signal or a crash. */
const DRAIN_MS = 8_000;
const HURRY_MS = 2_000;
const SWEEP_MS = 50;

/** The orderly end of the process. */
export interface Stop {
  /** True from the first signal: readiness is off. */
  hasBegun(): boolean;
  /** From now on signals and crashes end the server, then what `close` closes, then the process. */
  arm(server: Server, close: () => Promise<void>): void;
}

/** Builds the orderly end: readiness off, no new connections, open requests finish, then the process exits within 10 s. */
export function createStop(log: Log): Stop {
  let begun = false;
  return {
    hasBegun: () => begun,
    arm(server, close) {
      const end = (why: string, exitCode: number, withinMs: number): void => {
        setTimeout(() => process.exit(exitCode === 0 ? 1 : exitCode), withinMs).unref();
        if (begun) return;
        begun = true;
        log.info('The api stops.', { why });
        // A connection kept alive turns idle only after its answer: look again until none is left.
        const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
        new Promise<void>((resolve) => server.close(() => resolve()))
          .then(() => clearInterval(sweep))
          .then(close)
          .then(() => process.exit(exitCode))
          .catch((error) => {
            log.error('The api could not close in order.', { error });
            process.exit(1);
          });
      };
      process.on('SIGTERM', () => end('SIGTERM', 0, begun ? HURRY_MS : DRAIN_MS));
      process.on('SIGINT', () => end('SIGINT', 0, begun ? HURRY_MS : DRAIN_MS));
      const crash = (error: unknown): void => {
        log.error('The api failed where it must not.', { error });
        end('crash', 1, HURRY_MS);
      };
      process.on('uncaughtException', crash);
      process.on('unhandledRejection', crash);
    },
  };
}
