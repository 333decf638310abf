import { join } from 'node:path';
import { type Ports, root } from '../env.ts';
import { addressesOf, type Demo } from './addresses.ts';
import type { App } from './build.ts';
import type { ServicePlan } from './service.ts';

/** What the programs are told. */
export type PlanFacts = {
  home: string;
  ports: Ports;
  databaseUrl: string;
  masterKey: string;
  signIn: Demo['sign_in'] | undefined;
  /** Further hosts inside that outgoing HTTP may reach. */
  egressAllow?: readonly string[] | undefined;
};

const entries: Record<App, string> = {
  simulator: 'apps/simulator/dist/main.js',
  api: 'apps/api/dist/main.js',
  worker: 'apps/worker/dist/main.js',
  console: 'apps/console/.next/standalone/apps/console/server.js',
};

/** The start plan of one program: each is told what it needs and no secret it does not need. */
export function planService(name: App, facts: PlanFacts): ServicePlan {
  const address = addressesOf(facts.ports)[name];
  const entry = join(root, entries[name]);
  return {
    name,
    entry,
    // The standalone server of Next resolves its files from its own folder.
    cwd: name === 'console' ? join(entry, '..') : root,
    env: { ...plainEnvironment(), ...environmentOf(name, facts) },
    address,
    readyUrl: `${address}/readyz`,
    logFile: join(facts.home, 'logs', `${name}.log`),
  };
}

/** Our own environment without secrets, without npm's additions, and as in production. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_|^INIT_CWD$|^PORT$|^HOSTNAME$|DATABASE_URL|SIGNALBOX_MASTER_KEY/.test(name),
  );
  return { ...Object.fromEntries(kept), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
}

function environmentOf(name: App, facts: PlanFacts): NodeJS.ProcessEnv {
  const { home, ports, databaseUrl, masterKey, signIn, egressAllow = [] } = facts;
  const urls = addressesOf(ports);
  if (name === 'simulator') {
    return {
      SIMULATOR_PORT: String(ports.simulator),
      SIMULATOR_SMPP_PORT: String(ports.smpp),
      SIMULATOR_SMTP_PORT: String(ports.smtp),
      SIMULATOR_VENDOR_PORT: String(ports.vendor),
    };
  }
  if (name === 'console') {
    return {
      PORT: String(ports.console),
      HOSTNAME: '127.0.0.1',
      API_URL: urls.api,
      ...(signIn && { CONSOLE_DEMO_EMAIL: signIn.email, CONSOLE_DEMO_PASSWORD: signIn.password }),
    };
  }
  return {
    SIGNALBOX_HOME: home,
    DATABASE_URL: databaseUrl,
    SIGNALBOX_MASTER_KEY: masterKey,
    API_PORT: String(ports.api),
    API_URL: urls.api,
    CONSOLE_URL: urls.console,
    WORKER_PORT: String(ports.worker),
    WORKER_URL: urls.worker,
    SIMULATOR_URL: urls.simulator,
    // The demo's HTTP vendor lives on this machine, where outgoing calls are otherwise forbidden to go.
    EGRESS_ALLOW: [`127.0.0.1:${ports.vendor}`, process.env.EGRESS_ALLOW ?? '', ...egressAllow]
      .filter((entry) => entry !== '')
      .join(','),
    // Mails of the system arrive in the virtual inboxes, unless a real mail server is named.
    SYSTEM_MAIL_URL: process.env.SYSTEM_MAIL_URL || `smtp://127.0.0.1:${ports.smtp}`,
    SYSTEM_MAIL_FROM: process.env.SYSTEM_MAIL_FROM || 'Signalbox <signalbox@example.com>',
  };
}
