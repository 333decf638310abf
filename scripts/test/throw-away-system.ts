import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePorts, type RunningSystem, type SystemOptions, startSystem } from '../system/start-system.ts';

/** A whole system on free ports in a temporary folder; `stop` ends it and removes the folder. */
export async function startThrowAwaySystem(
  options: { quiet: boolean } & Pick<SystemOptions, 'apps' | 'databaseUrl' | 'throwAway' | 'egressAllow'>,
): Promise<RunningSystem> {
  const home = mkdtempSync(join(tmpdir(), 'signalbox-system-'));
  // Root's database account must walk through it; what lies inside has modes of its own.
  chmodSync(home, 0o711);
  const system = await startSystem({ home, ports: await findFreePorts(), throwAway: true, ...options });
  // A test runner that is interrupted leaves by process.exit and forgets to tear down.
  const leave = () => {
    system.kill();
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  process.once('exit', leave);
  const stop = async () => {
    process.off('exit', leave);
    await system.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { ...system, stop };
}

/** How the tests of a running system find it. */
export function environmentFor(system: RunningSystem): NodeJS.ProcessEnv {
  return { DEMO_JSON: system.demoFile, BASE_URL: system.demo.console_url };
}
