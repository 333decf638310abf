import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

const MAJOR_VERSION = '18';

/** Removes what an interrupted start left half made, and binaries of versions no longer used. */
export function sweepLeftovers(stateDir: string, keep: string): void {
  for (const name of readdirSync(stateDir)) {
    const half = name.startsWith('half-') || (name.startsWith('native-') && name !== keep);
    if (half) rmSync(join(stateDir, name), { recursive: true, force: true });
  }
}

/**
 * Makes the data folder with initdb unless it is there; answers whether it was made now. It is made under another name
 * and renamed when whole, because an interrupted initdb leaves a folder that looks finished (it has PG_VERSION).
 */
export async function ensureDataDir(input: {
  stateDir: string;
  dataDir: string;
  binaries: Binaries;
  account: Account | undefined;
  adminPassword: string;
  flush: boolean;
}): Promise<boolean> {
  const { stateDir, dataDir, binaries, account } = input;
  if (existsSync(dataDir)) {
    const version = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
    if (version === MAJOR_VERSION) return false;
    throw new Error(
      `The database in ${dataDir} was made by PostgreSQL ${version}, this is ${MAJOR_VERSION}: move it away or dump and reload it.`,
    );
  }
  const half = join(stateDir, `half-data-${process.pid}`);
  mkdirSync(half, { mode: 0o700 });
  const passwordFile = join(half, 'password');
  writeFileSync(passwordFile, input.adminPassword, { mode: 0o600 });
  if (account) for (const path of [half, passwordFile]) chownSync(path, account.uid, account.gid);
  const made = join(half, 'data');
  await runInitdb(
    binaries.initdb,
    [
      '--pgdata',
      made,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Byte order for speed and repeatability, Unicode rules for upper and lower case.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(input.flush ? [] : ['--no-sync']),
    ],
    { account, cwd: half },
  );
  renameSync(made, dataDir);
  rmSync(half, { recursive: true, force: true });
  return true;
}

function runInitdb(file: string, args: string[], where: { account: Account | undefined; cwd: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: where.cwd,
      env: serverEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(where.account && { uid: where.account.uid, gid: where.account.gid }),
    });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(`PostgreSQL could not make its data folder: ${complaint.trim() || `initdb ended with ${code}`}`),
        );
    });
  });
}

/** The environment of every PostgreSQL program: nothing of ours, and no locale of the machine. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

/** Makes a folder with this exact mode whatever the umask, owned by the account when there is one. */
export function makeDir(path: string, mode: number, account?: Account): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, mode);
  if (account) chownSync(path, account.uid, account.gid);
}
