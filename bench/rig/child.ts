import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program under test, up and answering. */
export type Child = { pid: number; stop: () => Promise<void> };

const READY_MS = 30_000;
const STOP_MS = 25_000;

/** Starts a program with nothing but the environment given and resolves once `isReady` says so; throws with its last words otherwise. */
export async function startChild(plan: {
  name: string;
  file: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  logFile: string;
  isReady: () => Promise<boolean>;
}): Promise<Child> {
  const log = openSync(plan.logFile, 'a');
  const child = spawn(plan.file, plan.args, { env: plan.env, stdio: ['ignore', log, log] });
  closeSync(log);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  // A process that leaves by exit() must not leave its programs behind.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    await endChild(child, exited);
    process.off('exit', kill);
  };
  try {
    await Promise.race([failed, waitUntil(plan.isReady, () => child.exitCode !== null)]);
  } catch (cause) {
    await stop();
    const words = readFileSync(plan.logFile, 'utf8').trim().split('\n').slice(-5).join('\n');
    throw new Error(`${plan.name} did not come up: ${words}`, { cause });
  }
  return { pid: child.pid ?? 0, stop };
}

async function endChild(child: ChildProcess, exited: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const last = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await exited;
  clearTimeout(last);
}

async function waitUntil(isReady: () => Promise<boolean>, hasEnded: () => boolean): Promise<void> {
  const end = performance.now() + READY_MS;
  while (performance.now() < end) {
    if (hasEnded()) throw new Error('it ended');
    if (await isReady()) return;
    await sleep(50);
  }
  throw new Error('it was not ready in time');
}

/** True when the address answers well. */
export async function answersWell(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
