import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Breach } from './invariants.ts';

const PROGRAMS = /^(api|worker)(-\d+)?\.log$/;

/** I-13: no text and no whole number of a message in the logs of our programs. */
export function scanLogs(folder: string, numberPrefix: string, marker: string): Breach[] {
  const number = new RegExp(`\\+?${numberPrefix.slice(1)}\\d{6}`);
  return readdirSync(folder)
    .filter((file) => PROGRAMS.test(file))
    .flatMap((file): Breach[] => {
      const line = readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .find((text) => number.test(text) || text.includes(marker));
      return line === undefined
        ? []
        : [{ invariant: 'I-13', to: '', why: `${file} holds a number or a text: ${line.slice(0, 200)}` }];
    });
}

/** Keeps the programs' logs and the three logs of a run as JSON lines; returns the folder. */
export function keepLogs(folder: string, name: string, lists: Record<string, readonly unknown[]>): string {
  const kept = mkdtempSync(join(tmpdir(), `signalbox-${name}-`));
  cpSync(folder, join(kept, 'programs'), { recursive: true });
  mkdirSync(join(kept, 'run'));
  for (const [list, entries] of Object.entries(lists)) {
    writeFileSync(join(kept, 'run', `${list}.jsonl`), entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  }
  return kept;
}
