import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What we must remember between starts: passwords, the last port, and which process runs the server now. */
export type ClusterKeys = {
  admin_password: string;
  password: string;
  port?: number;
  owner?: { pid: number; birth: string };
};

/** Reads the keys of the embedded database from the home folder, or undefined when none were kept there. */
export function readKeys(home: string): ClusterKeys | undefined {
  const file = join(home, 'postgres.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ClusterKeys) : undefined;
}

/** Fresh random passwords, 192 bits each. */
export function makeKeys(): ClusterKeys {
  const password = () => randomBytes(24).toString('base64url');
  return { admin_password: password(), password: password() };
}

/** Keeps the keys, readable by the owner of the home folder alone (mode 0600), whole or not at all. */
export function keepKeys(home: string, keys: ClusterKeys): void {
  const half = join(home, `postgres.json.${process.pid}`);
  writeFileSync(half, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  renameSync(half, join(home, 'postgres.json'));
}
