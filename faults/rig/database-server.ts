import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningPostgres, startPostgres } from '@signalbox/db/embedded';

/** A PostgreSQL of its own that a scenario may stop and start again on the same data and port. */
export type DatabaseServer = {
  url: string;
  /** Ends it at once and starts it again: `fast` breaks off what runs and closes in order, `immediate` recovers as after a crash. */
  restart: (how: 'fast' | 'immediate', downMs: number) => Promise<void>;
  stop: () => Promise<void>;
};

/** Starts the server with the settings of a real installation: what it has committed survives any restart. */
export async function startDatabaseServer(): Promise<DatabaseServer> {
  const home = mkdtempSync(join(tmpdir(), 'signalbox-faults-db-'));
  // Root's database account must walk through it; what lies inside has modes of its own.
  chmodSync(home, 0o711);
  let server: RunningPostgres = await startPostgres({ home });
  const { localUrl: url, port } = server;
  const kill = () => process.kill(server.pid, 'SIGQUIT');
  process.once('exit', kill);
  return {
    url,
    async restart(how, downMs) {
      if (how === 'immediate') process.kill(server.pid, 'SIGQUIT');
      const ended = how === 'fast' ? server.stop() : server.ended;
      await ended;
      await new Promise((resolve) => setTimeout(resolve, downMs));
      server = await startPostgres({ home, port });
    },
    async stop() {
      process.off('exit', kill);
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
