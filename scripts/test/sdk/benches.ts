import { cpSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SnippetLanguage } from '@signalbox/contracts/clients';
import { root } from '../../env.ts';
import { runQuietly } from '../../progress.mjs';

/** How the client of one language is made ready, tested and used by a program of a customer. */
export interface Bench {
  language: SnippetLanguage;
  /** Its folder in packages/, and the word that opens code blocks of its README; curl has neither. */
  room?: { folder: string; fence: string };
  /** Rejects when the tools are not on this machine. */
  findTools: () => Promise<void>;
  /** What is missing, and how to get it. */
  missing: string;
  /** Makes the client ready in this folder, as a customer would install it. */
  install: (folder: string) => Promise<void>;
  /** The client's own tests: a program that writes `ok` or `not ok` for each. */
  tests?: { run: string; args: (folder: string) => string[]; cwd?: string; env?: NodeJS.ProcessEnv };
  /** Where a program of a customer is written in the folder, and how it is run. */
  program: { file: string; run: string; args: string[]; env?: (folder: string) => NodeJS.ProcessEnv };
}

const rooms = (name: string) => join(root, 'packages', name);
const pythonEnv = { PYTHONPATH: join(rooms('sdk-python'), 'src'), PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' };
const JAVA_FLAGS = ['-Dfile.encoding=UTF-8', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/** One for each language a call can be written in. */
export const benches: Bench[] = [
  {
    language: 'curl',
    findTools: async () => void (await runQuietly('curl', ['--fail-with-body', '--version'])),
    missing: 'curl 7.76 or newer: apt-get install curl',
    install: async () => {},
    program: { file: 'call.sh', run: 'sh', args: ['call.sh'] },
  },
  {
    language: 'typescript',
    room: { folder: 'sdk-typescript', fence: 'ts' },
    findTools: async () => {},
    missing: '',
    install: installTypescript,
    tests: {
      run: process.execPath,
      args: () => ['--test-reporter=tap', 'test/live.spec.ts'],
      cwd: rooms('sdk-typescript'),
    },
    program: { file: 'program.mjs', run: process.execPath, args: ['program.mjs'] },
  },
  {
    language: 'python',
    room: { folder: 'sdk-python', fence: 'python' },
    findTools: async () => {
      await runQuietly('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']);
    },
    missing: 'Python 3.9 or newer: apt-get install python3',
    install: async () => {},
    tests: { run: 'python3', args: () => ['test/live.py'], cwd: rooms('sdk-python'), env: pythonEnv },
    program: { file: 'program.py', run: 'python3', args: ['program.py'], env: () => pythonEnv },
  },
  {
    language: 'php',
    room: { folder: 'sdk-php', fence: 'php' },
    findTools: async () => {
      await runQuietly('php', ['-r', "exit(PHP_VERSION_ID >= 80100 && extension_loaded('curl') ? 0 : 1);"]);
    },
    missing: 'PHP 8.1 or newer with curl: apt-get install php-cli php-curl',
    install: installPhp,
    tests: { run: 'php', args: () => ['test/live.php'], cwd: rooms('sdk-php') },
    program: { file: 'program.php', run: 'php', args: ['program.php'] },
  },
  {
    language: 'java',
    room: { folder: 'sdk-java', fence: 'java' },
    findTools: async () => void (await runQuietly('javac', ['--release', '17', '--version'])),
    missing: 'a JDK of Java 17 or newer: apt-get install default-jdk-headless',
    install: installJava,
    tests: { run: 'java', args: (folder) => [...JAVA_FLAGS, '-cp', join(folder, 'classes'), 'io.signalbox.Live'] },
    program: { file: 'Program.java', run: 'java', args: [...JAVA_FLAGS, '-cp', 'classes', 'Program.java'] },
  },
];

/** The package as it is published: JavaScript and declarations, without a source file; with it two programs for the compiler. */
async function installTypescript(folder: string): Promise<void> {
  const home = join(folder, 'node_modules', '@signalbox', 'sdk');
  const tsc = join(root, 'node_modules/.bin/tsc');
  await runQuietly(tsc, ['-p', join(rooms('sdk-typescript'), 'tsconfig.build.json'), '--outDir', join(home, 'dist')]);
  const { publishConfig, ...manifest } = JSON.parse(
    readFileSync(join(rooms('sdk-typescript'), 'package.json'), 'utf8'),
  ) as { publishConfig: object };
  writeFileSync(join(home, 'package.json'), JSON.stringify({ ...manifest, ...publishConfig }));
  mkdirSync(join(folder, 'node_modules', '@types'), { recursive: true });
  symlinkSync(join(root, 'node_modules/@types/node'), join(folder, 'node_modules/@types/node'));
}

/** Composer's autoloader does no more than this for a package with one PSR-4 root. */
async function installPhp(folder: string): Promise<void> {
  mkdirSync(join(folder, 'vendor'));
  cpSync(join(rooms('sdk-php'), 'src'), join(folder, 'vendor', 'signalbox'), { recursive: true });
  writeFileSync(
    join(folder, 'vendor', 'autoload.php'),
    `<?php
spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'Signalbox\\\\')) {
        require __DIR__ . '/signalbox/' . str_replace('\\\\', '/', substr($class, 10)) . '.php';
    }
});
`,
  );
}

async function installJava(folder: string): Promise<void> {
  const files = globSync('src/**/*.java', { cwd: rooms('sdk-java') }).map((file) => join(rooms('sdk-java'), file));
  await runQuietly('javac', [
    '-Xlint:all',
    '-Werror',
    '--release',
    '17',
    '-encoding',
    'UTF-8',
    '-d',
    join(folder, 'classes'),
    ...files,
  ]);
}

/** The first block of code in the README of a room: what a newcomer copies. */
export function firstExample({ folder, fence }: { folder: string; fence: string }): string {
  const readme = readFileSync(join(rooms(folder), 'README.md'), 'utf8');
  const block = /^```(\w+)\n(.*?)^```/ms.exec(readme);
  if (block?.[1] !== fence || block[2] === undefined) {
    throw new Error(`${folder}/README.md does not begin with a block of ${fence}.`);
  }
  return block[2];
}

/** Writes a program of a customer where the client is installed, and runs it; resolves with what it wrote. */
export async function runProgram(bench: Bench, folder: string, code: string, env: NodeJS.ProcessEnv): Promise<string> {
  const { file, run, args, env: own } = bench.program;
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), code);
  return runQuietly(run, args, { cwd: folder, env: { ...process.env, ...env, ...own?.(folder) } });
}
