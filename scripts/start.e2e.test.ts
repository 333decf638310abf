import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProcess } from '@signalbox/db/embedded';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Ports, portVariables, root } from './env.ts';
import type { Demo } from './system/addresses.ts';
import { findFreePorts } from './system/start-system.ts';

let home: string;
let ports: Ports;
let started: ChildProcess[] = [];
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'signalbox-start-'));
  chmodSync(home, 0o711);
  ports = await findFreePorts();
});
afterEach(async () => {
  for (const child of started) await stop(child, 'SIGTERM');
  started = [];
  rmSync(home, { recursive: true, force: true });
});

function start(env: NodeJS.ProcessEnv = {}): { child: ChildProcess; output: () => string; demo: () => Promise<Demo> } {
  const portEnv = Object.entries(ports).map(([name, port]) => [portVariables[name as keyof Ports], String(port)]);
  const child = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
    env: { ...process.env, SIGNALBOX_HOME: home, ...Object.fromEntries(portEnv), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let output = '';
  child.stdout.on('data', (data) => {
    output += String(data);
  });
  child.stderr.on('data', (data) => {
    output += String(data);
  });
  const file = join(home, 'demo.json');
  const demo = async () => {
    while (!existsSync(file)) {
      if (child.exitCode !== null) throw new Error(`npm start ended:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return JSON.parse(readFileSync(file, 'utf8')) as Demo;
  };
  return { child, output: () => output, demo };
}

function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode ?? child.signalCode);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, by) => resolve(code ?? by));
  });
  child.kill(signal);
  return ended;
}

/** Every process of the system, the database among them. */
function readPids(): number[] {
  const record = JSON.parse(readFileSync(join(home, 'run.json'), 'utf8')) as {
    children: Record<string, { pid: number }>;
  };
  const postmaster = Number(readFileSync(join(home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
  return [...Object.values(record.children).map(({ pid }) => pid), postmaster];
}

it('brings a whole system up, and one signal takes it down without a trace', async () => {
  const run = start();
  const demo = await run.demo();
  for (const url of [demo.console_url, `${demo.api_url}/readyz`, `${demo.simulator_url}/readyz`]) {
    expect((await fetch(url)).status, url).toBe(200);
  }
  const pids = readPids();
  expect(pids).toHaveLength(5);
  expect(await stop(run.child, 'SIGTERM')).toBe(0);
  expect(pids.filter((pid) => findProcess(pid))).toEqual([]);
  expect(existsSync(join(home, 'demo.json'))).toBe(false);
});

it('recovers by itself after kill -9 of everything, with the same workspace and keys', async () => {
  const first = start();
  const before = await first.demo();
  const pids = readPids();
  await stop(first.child, 'SIGKILL');
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  rmSync(join(home, 'demo.json'));

  const second = start();
  const after = await second.demo();
  expect(after).toEqual(before);
  expect((await fetch(`${after.api_url}/readyz`)).status).toBe(200);
});

it('refuses a second start from the same folder and leaves the first alone', async () => {
  const first = start();
  const demo = await first.demo();
  const second = start();
  await new Promise((resolve) => second.child.once('exit', resolve));
  expect(second.child.exitCode).toBe(1);
  expect(second.output()).toContain(`Signalbox already runs from ${home} (process ${first.child.pid})`);
  expect((await fetch(`${demo.api_url}/readyz`)).status).toBe(200);
});

it('stops with one sentence when a setting is wrong', async () => {
  const run = start({ API_PORT: 'four thousand' });
  await new Promise((resolve) => run.child.once('exit', resolve));
  expect(run.child.exitCode).toBe(1);
  expect(run.output().trim()).toBe('API_PORT must be a port number from 1 to 65535, not "four thousand".');
});
