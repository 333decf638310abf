import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess, findProcess, isSameProcess, type ProcessFacts } from '@signalbox/db/embedded';

/** Who runs this home folder now: the supervisor, the run.mjs that started it, and its children by name. */
export type RunRecord = {
  supervisor: ProcessFacts;
  door: ProcessFacts | undefined;
  children: Record<string, ProcessFacts>;
};

/** A supervisor drains for up to 30 s after the signal (reliability.md: exit within 30 s). */
const DRAIN_MS = 35_000;

/** Looked up once: after it is killed we have another parent. */
const door = findDoor();

const fileOf = (home: string) => join(home, 'run.json');

/** Writes who runs here; the next start reads it if we are killed. */
export function keepRecord(home: string, children: Record<string, ProcessFacts>): void {
  const supervisor = findProcess(process.pid);
  if (!supervisor) return;
  const record: RunRecord = { supervisor, door, children };
  const half = `${fileOf(home)}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(half, fileOf(home));
}

/** Nobody runs here any more. */
export function dropRecord(home: string): void {
  rmSync(fileOf(home), { force: true });
}

/**
 * Clears what a killed earlier run left behind: its children are ended first. Throws one sentence when that run is alive
 * and well, because two must not share a home folder.
 */
export async function recoverFromLastRun(home: string, say: (sentence: string) => void): Promise<void> {
  const record = readRecord(home);
  if (!record) return;
  await waitForSupervisor(home, record, say);
  const left = Object.entries(record.children).filter(([, facts]) => isSameProcess(facts.pid, facts.birth));
  if (left.length > 0) say(`Ending what an interrupted run left behind: ${left.map(([name]) => name).join(', ')}.`);
  const ended = await Promise.all(
    left.map(([, facts]) =>
      endProcess(facts, [
        { signal: 'SIGTERM', waitMs: 3000 },
        { signal: 'SIGKILL', waitMs: 3000 },
      ]),
    ),
  );
  const survivor = left[ended.indexOf(false)];
  if (survivor)
    throw new Error(`Process ${survivor[1].pid} (${survivor[0]}) of an earlier run does not end: end it by hand.`);
  dropRecord(home);
}

function findDoor(): ProcessFacts | undefined {
  const parent = findProcess(process.ppid);
  return parent?.command.includes('run.mjs') ? parent : undefined;
}

async function waitForSupervisor(home: string, record: RunRecord, say: (sentence: string) => void): Promise<void> {
  const { supervisor } = record;
  if (!isSameProcess(supervisor.pid, supervisor.birth)) return;
  const orphaned = record.door !== undefined && !isSameProcess(record.door.pid, record.door.birth);
  if (!orphaned) {
    throw new Error(
      `Signalbox already runs from ${home} (process ${supervisor.pid}): stop that one first, or set SIGNALBOX_HOME to another folder.`,
    );
  }
  say(`Waiting for an interrupted run (process ${supervisor.pid}) to finish.`);
  const end = performance.now() + DRAIN_MS;
  while (performance.now() < end && isSameProcess(supervisor.pid, supervisor.birth)) await sleep(50);
  await endProcess(supervisor, [{ signal: 'SIGKILL', waitMs: 3000 }]);
}

function readRecord(home: string): RunRecord | undefined {
  if (!existsSync(fileOf(home))) return undefined;
  try {
    return JSON.parse(readFileSync(fileOf(home), 'utf8')) as RunRecord;
  } catch {
    return undefined;
  }
}
