import { join } from 'node:path';
import { answersWell, type Child, startChild } from '../../bench/rig/child.ts';
import { root } from '../../scripts/env.ts';
import { NODE_FLAGS } from '../../scripts/system/node-flags.ts';

/** One program under test that may be killed, put to sleep and started again, always with the same settings. */
export type Program = {
  name: string;
  pid: () => number;
  isAlive: () => boolean;
  /** Sends a signal; does nothing when the process is gone. */
  signal: (signal: NodeJS.Signals) => void;
  /** kill -9, and waits until it is gone. */
  kill: () => Promise<void>;
  /** Starts it (again) and resolves once it is ready. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
};

/** What a program is told. */
export type ProgramPlan = { name: string; entry: string; env: NodeJS.ProcessEnv; readyUrl: string; logFile: string };

/** Starts a program. */
export async function startProgram(plan: ProgramPlan): Promise<Program> {
  const launch = () =>
    startChild({
      name: plan.name,
      file: process.execPath,
      args: [...NODE_FLAGS, join(root, plan.entry)],
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...plan.env },
      logFile: plan.logFile,
      isReady: () => answersWell(plan.readyUrl),
    });
  let child: Child = await launch();
  const isAlive = () => sendSignal(child.pid, 0);
  return {
    name: plan.name,
    pid: () => child.pid,
    isAlive,
    signal: (signal) => void sendSignal(child.pid, signal),
    async kill() {
      sendSignal(child.pid, 'SIGKILL');
      await child.stop();
    },
    async start() {
      // One that ended by itself is let go of.
      await child.stop();
      child = await launch();
    },
    async stop() {
      // A process that sleeps cannot hear that it should end.
      sendSignal(child.pid, 'SIGCONT');
      await child.stop();
    },
  };
}

function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
