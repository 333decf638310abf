import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { loadEnvFile, readStartEnv } from './env.ts';
import { addressesOf } from './system/addresses.ts';
import { type App, apps, buildApps } from './system/build.ts';
import { NODE_FLAGS } from './system/node-flags.ts';
import { planService } from './system/plans.ts';
import { watchTether } from './tether.ts';

/** `npm run start:<app>`: builds one program and runs it alone against DATABASE_URL, its log on this terminal. */
async function main(): Promise<number> {
  watchTether();
  const name = process.argv[2] as App;
  if (!apps.includes(name)) throw new Error(`There is no app "${name}": choose one of ${apps.join(', ')}.`);
  loadEnvFile();
  const { databaseUrl = '', masterKey = '', home, ports } = readStartEnv(process.env);
  if (name === 'api' || name === 'worker') {
    if (!databaseUrl) throw new Error(`DATABASE_URL must be set to start the ${name} alone.`);
    if (!masterKey) throw new Error(`SIGNALBOX_MASTER_KEY must be set to start the ${name} alone.`);
  }
  await buildApps([name]);
  const plan = planService(name, { home, ports, databaseUrl, masterKey, signIn: undefined });
  // What was set by hand wins over what npm start would say: addresses may lie on other machines.
  const child = spawn(process.execPath, [...NODE_FLAGS, plan.entry], {
    cwd: plan.cwd,
    env: {
      ...plan.env,
      ...process.env,
      NODE_ENV: 'production',
      ...(name === 'console' && { PORT: String(ports.console) }),
    },
    stdio: 'inherit',
  });
  console.log(`The ${name} runs at ${addressesOf(ports)[name]} (${join('apps', name)}).`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 143 : 0)));
  });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
