import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A live process: `birth` is its start time in the system's own words, so that pid + birth name one process for good. */
export type ProcessFacts = { pid: number; command: string; birth: string };

/** The facts of a live process, or undefined when no process has this pid (one that ended but was not yet reaped counts as gone). */
export function findProcess(pid: number): ProcessFacts | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return process.platform === 'linux' ? readProc(pid) : readPs(pid);
}

function readProc(pid: number): ProcessFacts | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // proc(5): the name stands in brackets and may hold anything; field 3 (state) is the first after the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { pid, command, birth: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

function readPs(pid: number): ProcessFacts | undefined {
  try {
    const run = (column: string) =>
      execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim();
    if (run('state').startsWith('Z')) return undefined;
    return { pid, command: run('command'), birth: run('lstart') };
  } catch {
    return undefined;
  }
}

/** True while the process that had this pid and birth still lives. */
export function isSameProcess(pid: number, birth: string): boolean {
  return findProcess(pid)?.birth === birth;
}

/**
 * Sends the signals one after the other, each given its time to work, until the process is gone.
 * Resolves to false when it outlived them all; times in milliseconds.
 */
export async function endProcess(
  facts: ProcessFacts,
  steps: { signal: NodeJS.Signals; waitMs: number }[],
): Promise<boolean> {
  for (const { signal, waitMs } of steps) {
    try {
      process.kill(facts.pid, signal);
    } catch {
      return !isSameProcess(facts.pid, facts.birth);
    }
    const end = performance.now() + waitMs;
    while (performance.now() < end) {
      if (!isSameProcess(facts.pid, facts.birth)) return true;
      await sleep(10);
    }
  }
  return !isSameProcess(facts.pid, facts.birth);
}
