import { relative } from 'node:path';
import { loadEnvFile, type Ports, readStartEnv, root } from './env.ts';
import { beginSystem, type RunningSystem } from './system/start-system.ts';
import { showStatus } from './system/status-line.ts';
import { watchTether } from './tether.ts';

const startedAt = performance.now();
let interrupted = false;

async function main(): Promise<void> {
  watchTether();
  loadEnvFile();
  const env = readStartEnv(process.env);
  const system = beginSystem({ ...env, say });
  const stopped = stopOnSignals(system);
  const running = await system.ready;
  console.log(describe(running, env.ports));
  const endStatus = showStatus(running, startedAt);
  await stopped(endStatus);
}

/** The first signal ends all in order, a second one at once; answers how to wait for it. */
function stopOnSignals(system: ReturnType<typeof beginSystem>): (before: () => void) => Promise<void> {
  let resolveFirst = () => {};
  const first = new Promise<void>((resolve) => {
    resolveFirst = resolve;
  });
  const onSignal = () => {
    if (interrupted) {
      say('Ending at once.');
      system.stopNow().finally(() => process.exit(130));
      return;
    }
    interrupted = true;
    resolveFirst();
    void system.stop();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return async (before) => {
    await first;
    before();
    console.log('Stopping: work in hand is finished first; Ctrl-C again ends at once.');
    await system.stop();
    console.log('Stopped.');
  };
}

function describe(running: RunningSystem, ports: Ports): string {
  const { demo } = running;
  const home = relative(root, running.demoFile).replace(/\/demo\.json$/, '');
  const database = running.embeddedPort
    ? `embedded PostgreSQL on 127.0.0.1:${running.embeddedPort}`
    : 'PostgreSQL of DATABASE_URL';
  const rows = [
    ['Console', demo.console_url],
    ['Sign in', `${demo.sign_in.email}  ${demo.sign_in.password}`],
    ['API', `${demo.api_url}  (reference at /docs)`],
    ['Carriers', `${demo.simulator_url}  (SMPP ${ports.smpp}, SMTP ${ports.smtp}, HTTP vendor ${ports.vendor})`],
    ['Database', database],
    ['Keys', `${home}/demo.json`],
    ['Logs', `${home}/logs/`],
  ];
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const table = rows.map(([name, value]) => `  ${name?.padEnd(9)} ${value}`).join('\n');
  return `\nSignalbox is ready after ${seconds} s. Ctrl-C stops everything.\n\n${table}\n`;
}

function say(sentence: string): void {
  const line = process.stdout.isTTY ? '\r\u001b[2K' : '';
  console.log(`${line}${sentence}`);
}

main().catch((error: unknown) => {
  if (interrupted) return;
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
