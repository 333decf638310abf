// Dependency-free: runs on the machine's own Node (18 or newer) before anything is installed.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Takes a lock file, waiting while another live process of this checkout holds it; a lock whose holder died is taken
 * over. Resolves with the function that gives it back.
 * @param {string} file
 * @param {(holderPid: number) => void} onWait told once, when there is somebody to wait for
 * @returns {Promise<() => void>}
 */
export async function takeLock(file, onWait) {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, `${process.pid}\n`);
  try {
    for (let told = false; ; ) {
      if (tryLink(own, file)) return () => giveBack(file);
      const holder = readHolder(file);
      if (holder === undefined) continue;
      if (!isHolderAlive(holder)) {
        removeStale(file, holder);
        continue;
      }
      if (!told) onWait(holder);
      told = true;
      await sleep(200);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** A hard link appears whole or not at all, so nobody ever reads a half-written lock. */
function tryLink(own, file) {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function isHolderAlive(pid) {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  if (process.platform !== 'linux') return true;
  try {
    // The number may have gone to a stranger since; a process not yet reaped has an empty command line.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('scripts/');
  } catch {
    return false;
  }
}

function removeStale(file, holder) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  // Somebody quicker may have taken over between our look and our move: then it goes back.
  if (readHolder(aside) !== holder) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function giveBack(file) {
  if (readHolder(file) === process.pid) rmSync(file, { force: true });
}
