import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { takeLock } from './lock.mjs';

const folder = mkdtempSync(join(tmpdir(), 'signalbox-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Several processes each count a file up by one, without any protection but the lock. */
function countUp(lock: string, file: string): Promise<void> {
  const code = `import { readFileSync, writeFileSync } from 'node:fs';
    import { takeLock } from ${JSON.stringify(new URL('./lock.mjs', import.meta.url).href)};
    const release = await takeLock(${JSON.stringify(lock)}, () => {});
    const n = Number(readFileSync(${JSON.stringify(file)}, 'utf8'));
    await new Promise((done) => setTimeout(done, 30));
    writeFileSync(${JSON.stringify(file)}, String(n + 1));
    release(); // scripts/`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('exit', (status) => (status === 0 ? resolve() : reject(new Error(`ended with ${status}`))));
  });
}

it('lets one process in at a time', async () => {
  const file = join(folder, 'count');
  writeFileSync(file, '0');
  await Promise.all(Array.from({ length: 6 }, () => countUp(join(folder, 'one'), file)));
  expect(readFileSync(file, 'utf8')).toBe('6');
});

it('is taken over from a process that died, and given back without a trace', async () => {
  const lock = join(folder, 'two');
  // No process has this number: it is above the highest pid any system gives.
  writeFileSync(lock, '99999999\n');
  const waited: number[] = [];
  const release = await takeLock(lock, (pid: number) => waited.push(pid));
  expect(readFileSync(lock, 'utf8').trim()).toBe(String(process.pid));
  release();
  expect(waited).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.startsWith('two'))).toEqual([]);
});
