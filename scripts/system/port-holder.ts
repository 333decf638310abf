import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { findProcess, isPortFree } from '@signalbox/db/embedded';
import { type Ports, portVariables } from '../env.ts';

/** Throws one sentence that names the first port already in use, the variable that moves it and who holds it. */
export async function refuseTakenPorts(ports: Ports): Promise<void> {
  for (const [name, port] of Object.entries(ports) as [keyof Ports, number][]) {
    if (await isPortFree(port)) continue;
    const pid = findPortHolder(port);
    const facts = pid === undefined ? undefined : findProcess(pid);
    const holder = facts ? `process ${facts.pid} (${shorten(facts.command)})` : 'another process';
    throw new Error(
      `Port ${port} is already in use by ${holder}: stop it, or set ${portVariables[name]} to another port.`,
    );
  }
}

/** The pid of the process that listens on this TCP port, if this user may know it. */
export function findPortHolder(port: number): number | undefined {
  return process.platform === 'linux' ? searchProc(port) : askLsof(port);
}

function searchProc(port: number): number | undefined {
  const sockets = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => listeningSockets(file, port)));
  if (sockets.size === 0) return undefined;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      for (const fd of readdirSync(`/proc/${pid}/fd`)) {
        if (sockets.has(readlinkSync(`/proc/${pid}/fd/${fd}`))) return Number(pid);
      }
    } catch {
      // Another user's process, or one that just ended.
    }
  }
  return undefined;
}

/** Rows of proc_net(5): local address:port in hexadecimal, state 0A is LISTEN, the tenth column is the inode. */
function listeningSockets(file: string, port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  try {
    const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
    return rows
      .map((row) => row.trim().split(/\s+/))
      .filter((columns) => columns[1]?.endsWith(suffix) && columns[3] === '0A')
      .map((columns) => `socket:[${columns[9]}]`);
  } catch {
    return [];
  }
}

function askLsof(port: number): number | undefined {
  try {
    const pids = execFileSync('lsof', ['-t', '-sTCP:LISTEN', `-iTCP:${port}`], { encoding: 'utf8', stdio: 'pipe' });
    return Number(pids.split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}

function shorten(command: string): string {
  return command.length > 60 ? `${command.slice(0, 57)}...` : command;
}
