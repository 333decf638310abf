import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The key that wraps all stored secrets: 64 hexadecimal digits, made once and kept in `master.key` (mode 0600). */
export function ensureMasterKey(home: string): string {
  const file = join(home, 'master.key');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  const key = readFileSync(file, 'utf8').trim();
  if (/^[0-9a-f]{64}$/i.test(key)) return key;
  throw new Error(
    `${file} does not hold a key of 64 hexadecimal digits: restore it, without it no stored secret can be read.`,
  );
}
