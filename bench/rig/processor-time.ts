import { readdirSync, readFileSync } from 'node:fs';

// proc(5) counts in ticks of a hundredth of a second on every Linux we run on.
const TICK_MICROS = 10_000;

function fieldsOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name stands in brackets and may hold anything; what follows the last bracket begins with field 3.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Processor time of one process in microseconds; 0 when it is gone. */
export function processMicros(pid: number): number {
  try {
    const fields = fieldsOf(pid);
    return (Number(fields[11]) + Number(fields[12])) * TICK_MICROS;
  } catch {
    return 0;
  }
}

/** Processor time in microseconds of a server and all its children, those that ended included. */
export function familyMicros(pid: number): number {
  let micros = 0;
  for (const name of readdirSync('/proc')) {
    const child = Number(name);
    if (!Number.isInteger(child)) continue;
    try {
      const fields = fieldsOf(child);
      if (child === pid) {
        // cutime and cstime: children that were waited for.
        micros += (Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])) * TICK_MICROS;
      } else if (Number(fields[1]) === pid) {
        micros += (Number(fields[11]) + Number(fields[12])) * TICK_MICROS;
      }
    } catch {
      // It ended while we looked; its time is among its parent's.
    }
  }
  return micros;
}

/** Resident memory of a process in MiB: now, and the most it ever had. */
export function residentMib(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
  return { now: read('VmRSS'), peak: read('VmHWM') };
}
