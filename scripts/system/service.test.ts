import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort, findProcess } from '@signalbox/db/embedded';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { refuseTakenPorts } from './port-holder.ts';
import { keepRecord, recoverFromLastRun } from './run-record.ts';
import { type Service, type ServicePlan, startService } from './service.ts';

let folder: string;
let services: Service[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signalbox-service-'));
});
afterEach(async () => {
  for (const service of services) await service.stop('SIGKILL');
  services = [];
  rmSync(folder, { recursive: true });
});

/** A program that is ready after `delayMs`, and ends with code 3 when /die is asked. */
async function plan(code?: string): Promise<ServicePlan> {
  const port = await findFreePort();
  const entry = join(folder, 'main.mjs');
  const server = `import { createServer } from 'node:http';
    createServer((request, answer) => { if (request.url === '/die') process.exit(3); answer.end('ok'); }).listen(${port}, '127.0.0.1');
    console.log('listening');`;
  writeFileSync(entry, code ?? server);
  const address = `http://127.0.0.1:${port}`;
  return {
    name: 'worker',
    entry,
    cwd: folder,
    env: process.env,
    address,
    readyUrl: `${address}/readyz`,
    logFile: join(folder, 'worker.log'),
  };
}

function start(servicePlan: ServicePlan, said: string[] = []): Service {
  const service = startService(servicePlan, { say: (sentence) => said.push(sentence), onChange: () => {} });
  services.push(service);
  return service;
}

async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await check())) await new Promise((resolve) => setTimeout(resolve, 10));
}

it('is started again, and that is said, when a program ends unasked', async () => {
  const said: string[] = [];
  const servicePlan = await plan();
  const service = start(servicePlan, said);
  await service.waitUntilReady(10_000);
  const first = service.facts?.pid;
  await fetch(`${servicePlan.address}/die`).catch(() => {});
  await until(async () => service.facts !== undefined && service.facts.pid !== first && (await service.isReady()));
  expect(said.join()).toMatch(/The worker ended unasked \(code 3\); it starts again in 0.5 s/);
});

it('leaves no process after stop', async () => {
  const service = start(await plan());
  await service.waitUntilReady(10_000);
  const pid = service.facts?.pid ?? 0;
  await service.stop();
  expect(findProcess(pid)).toBeUndefined();
});

it('gives the last words of a program that ends before it is ready', async () => {
  const service = start(await plan("console.error('DATABASE_URL is not usable'); process.exit(1);"));
  await expect(service.waitUntilReady(10_000)).rejects.toThrow(
    /worker ended before it was ready \(code 1\): DATABASE_URL is not usable/,
  );
});

it('keeps the logs of the last three runs', async () => {
  for (let run = 1; run <= 5; run += 1) {
    const service = start(await plan(`console.log('run ${run}'); setInterval(() => {}, 1000);`));
    await until(() => readFileSync(join(folder, 'worker.log'), 'utf8').includes(`run ${run}`));
    await service.stop('SIGKILL');
  }
  const logs = readdirSync(folder)
    .filter((name) => name.startsWith('worker.log'))
    .sort();
  expect(logs.map((name) => readFileSync(join(folder, name), 'utf8').trim())).toEqual([
    'run 5',
    'run 4',
    'run 3',
    'run 2',
  ]);
});

it('names the port that is taken, the variable that moves it and the process that holds it', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => holder.once('listening', resolve));
  const address = holder.address();
  const api = typeof address === 'object' && address ? address.port : 0;
  const [console, worker, simulator, smpp, smtp, vendor] = (await Promise.all(
    Array.from({ length: 6 }, findFreePort),
  )) as [number, number, number, number, number, number];
  const ports = { api, console, worker, simulator, smpp, smtp, vendor };
  await expect(refuseTakenPorts(ports)).rejects.toThrow(
    new RegExp(`^Port ${api} is already in use by process ${process.pid} \\(.+\\): stop it, or set API_PORT`),
  );
  await new Promise((resolve) => holder.close(resolve));
  await expect(refuseTakenPorts(ports)).resolves.toBeUndefined();
});

it('ends the children of a killed run, and no stranger who got their number', async () => {
  const child = start(await plan('setInterval(() => {}, 1000);'));
  await until(() => child.facts !== undefined);
  const facts = child.facts;
  if (!facts) throw new Error('the child is gone');
  const self = findProcess(process.pid);
  if (!self) throw new Error('this process is gone');
  keepRecord(folder, { api: facts, worker: { ...self, birth: 'another time' } });
  // As if the supervisor that wrote it had been killed.
  const record = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as { supervisor: { birth: string } };
  record.supervisor.birth = 'before';
  writeFileSync(join(folder, 'run.json'), JSON.stringify(record));
  const said: string[] = [];
  await recoverFromLastRun(folder, (sentence) => said.push(sentence));
  expect(said).toEqual(['Ending what an interrupted run left behind: api.']);
  expect(findProcess(facts.pid)).toBeUndefined();
  expect(readdirSync(folder)).not.toContain('run.json');
});

it('refuses a home folder whose supervisor is alive', async () => {
  keepRecord(folder, {});
  await expect(recoverFromLastRun(folder, () => {})).rejects.toThrow(
    `already runs from ${folder} (process ${process.pid})`,
  );
});
