import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lchownSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The system account PostgreSQL runs as when we are root, which it refuses to run as. */
export type Account = { name: string; uid: number; gid: number };

/** Where a root-owned installation keeps the database when the account cannot reach the home folder. */
const SYSTEM_STATE_DIR = '/var/lib/signalbox';

/** The account to run PostgreSQL as: undefined (ourselves) for an ordinary user, `postgres` or else `nobody` for root. */
export function chooseAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = askId('-u', name);
    const gid = askId('-g', name);
    if (uid !== undefined && gid !== undefined) return { name, uid, gid };
  }
  throw new Error(
    'PostgreSQL refuses to run as root and this machine has neither a "postgres" nor a "nobody" account: run as an ordinary user or set DATABASE_URL.',
  );
}

function askId(flag: '-u' | '-g', name: string): number | undefined {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return undefined;
  }
}

/**
 * The folder for binaries and data: inside the home folder, or under /var/lib when root's account cannot get there.
 * A folder that already holds data keeps it, whatever became of the modes above it since.
 */
export function chooseStateDir(home: string, account: Account | undefined): string {
  const inside = join(home, 'postgres');
  if (account === undefined) return inside;
  const outside = join(SYSTEM_STATE_DIR, createHash('sha256').update(home).digest('hex').slice(0, 16));
  const reachable = isReachable(home, account);
  if (existsSync(join(inside, 'data'))) {
    if (reachable) return inside;
    throw new Error(
      `The account "${account.name}", which runs PostgreSQL for root, cannot reach its data in ${inside}: let it pass the folders above (chmod o+x).`,
    );
  }
  if (reachable && !existsSync(join(outside, 'data'))) return inside;
  mkdirSync(SYSTEM_STATE_DIR, { recursive: true });
  chmodSync(SYSTEM_STATE_DIR, 0o755);
  return outside;
}

/** True when the account may walk from the root folder down to this one. */
export function isReachable(dir: string, account: Account): boolean {
  for (let here = dir; ; here = dirname(here)) {
    const { mode, uid, gid } = statSync(here);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (here === dirname(here)) return true;
  }
}

/** Gives a folder and all within to the account (nothing happens when there is none). */
export function giveTo(path: string, account: Account | undefined): void {
  if (account === undefined) return;
  chownSync(path, account.uid, account.gid);
  for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(path, entry), account.uid, account.gid);
  }
}
