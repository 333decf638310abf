import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { findProcess, type ProcessFacts } from '@signalbox/db/embedded';
import { NODE_FLAGS } from './node-flags.ts';

const LOGS_KEPT = 3;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const STEADY_AFTER_MS = 60_000;
/** A worker may drain for 30 s; after that nothing is waited for. */
const DRAIN_MS = 35_000;

/** One program of the system: how to start it and where it says that it is ready. */
export type ServicePlan = {
  name: string;
  entry: string;
  cwd: string;
  env: NodeJS.ProcessEnv;
  readyUrl: string;
  address: string;
  logFile: string;
};

/** A started program that is started again, with growing pauses, whenever it ends by itself. */
export type Service = {
  plan: ServicePlan;
  readonly facts: ProcessFacts | undefined;
  /** Resolves when its ready address answers well; rejects when the program ends before that, or after the timeout. */
  waitUntilReady: (timeoutMs: number) => Promise<void>;
  isReady: () => Promise<boolean>;
  stop: (signal?: NodeJS.Signals) => Promise<void>;
  /** Sends a signal to the program and whatever it started, and waits for nothing. */
  kill: (signal: NodeJS.Signals) => void;
};

/** Starts the program; `onChange` is told when its process changes, `say` when it ended unasked. */
export function startService(
  plan: ServicePlan,
  hooks: { say: (sentence: string) => void; onChange: () => void },
): Service {
  let child: ChildProcess | undefined;
  let stopping = false;
  let ready = false;
  let timer: NodeJS.Timeout | undefined;
  let pauseMs = FIRST_PAUSE_MS;
  let failed: ((reason: Error) => void) | undefined;

  const launch = () => {
    const startedAt = performance.now();
    child = spawnInto(plan);
    hooks.onChange();
    child.once('error', (error) => failed?.(error));
    child.once('exit', (code, signal) => {
      child = undefined;
      hooks.onChange();
      if (stopping) return;
      const ending = signal ?? `code ${code}`;
      if (!ready)
        return failed?.(
          new Error(`The ${plan.name} ended before it was ready (${ending}): ${lastWords(plan.logFile)}`),
        );
      if (performance.now() - startedAt > STEADY_AFTER_MS) pauseMs = FIRST_PAUSE_MS;
      hooks.say(
        `The ${plan.name} ended unasked (${ending}); it starts again in ${pauseMs / 1000} s. Its log: ${plan.logFile}`,
      );
      timer = setTimeout(launch, pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    });
  };
  const isReady = () => answersWell(plan.readyUrl);
  rotateLogs(plan.logFile);
  launch();

  return {
    plan,
    get facts() {
      return child?.pid === undefined ? undefined : findProcess(child.pid);
    },
    isReady,
    async waitUntilReady(timeoutMs) {
      const ended = new Promise<never>((_, reject) => (failed = reject));
      const answered = pollUntil(isReady, timeoutMs, () => stopping);
      const inTime = await Promise.race([answered, ended]);
      if (!inTime)
        throw new Error(`The ${plan.name} was not ready after ${timeoutMs / 1000} s: ${lastWords(plan.logFile)}`);
      ready = true;
    },
    kill(signal) {
      stopping = true;
      if (child?.pid !== undefined) signalQuietly(-child.pid, signal);
    },
    async stop(signal = 'SIGTERM') {
      stopping = true;
      clearTimeout(timer);
      const running = child;
      if (running?.pid === undefined) return;
      const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
      signalQuietly(-running.pid, signal);
      const last = setTimeout(() => this.kill('SIGKILL'), DRAIN_MS);
      await ended;
      clearTimeout(last);
    },
  };
}

function spawnInto(plan: ServicePlan): ChildProcess {
  const log = openSync(plan.logFile, 'a', 0o600);
  try {
    // A group of its own, so that one signal ends it with whatever it started.
    return spawn(process.execPath, [...NODE_FLAGS, plan.entry], {
      cwd: plan.cwd,
      env: plan.env,
      stdio: ['ignore', log, log],
      detached: true,
    });
  } finally {
    closeSync(log);
  }
}

/** Sends a signal to a process (or, negative, its group) that may be gone already. */
export function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Already gone.
  }
}

async function pollUntil(check: () => Promise<boolean>, timeoutMs: number, given: () => boolean): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  while (performance.now() < end && !given()) {
    if (await check()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function answersWell(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5000) });
    await answer.body?.cancel();
    return answer.status < 400;
  } catch {
    return false;
  }
}

function rotateLogs(file: string): void {
  for (let age = LOGS_KEPT; age >= 1; age -= 1) {
    const from = age === 1 ? file : `${file}.${age - 1}`;
    if (existsSync(from)) renameSync(from, `${file}.${age}`);
  }
}

function lastWords(logFile: string): string {
  const lines = existsSync(logFile) ? readFileSync(logFile, 'utf8').trim().split('\n') : [];
  return `${lines.slice(-5).join('\n') || 'it said nothing'}\nIts log: ${logFile}`;
}
