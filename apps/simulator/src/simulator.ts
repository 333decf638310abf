import { readFileSync } from 'node:fs';
import { isHttp, isMail, isSmpp, openAccount } from './accounts.ts';
import { carrierCards } from './carriers.ts';
import { changeBehaviour, createControl, type ListenerName } from './control.ts';
import { createRefusalMemory } from './fate.ts';
import { createHandsets } from './handsets.ts';
import { createInboxes } from './inboxes.ts';
import { type Door, serveHttp } from './listen.ts';
import { createMailServer } from './mail.ts';
import { createRandom } from './random.ts';
import { createSmsc } from './smsc.ts';
import { createSubmitLog } from './submit-log.ts';
import { createVendor } from './vendor.ts';

export interface SimulatorSettings {
  host: string;
  httpPort: number;
  smppPort: number;
  smtpPort: number;
  vendorPort: number;
  seed: number;
  logCapacity: number;
  logFile?: string | undefined;
  /** A JSON file { "<carrier>": <behaviour> } laid over the cards at the start. */
  scenarioFile?: string | undefined;
}

export interface Simulator {
  url: string;
  ports: { http: number; smpp: number; smtp: number; vendor: number };
  stop(): Promise<void>;
}

/** Opens every listener and resolves when all take connections; stop() cuts what is open and resolves when all are closed. */
export async function startSimulator(settings: SimulatorSettings): Promise<Simulator> {
  const { host, seed } = settings;
  let stopped = false;
  const later = (ms: number, run: () => void) => {
    setTimeout(() => {
      if (!stopped) run();
    }, ms).unref();
  };
  const accounts = new Map(carrierCards.map((card) => [card.name, openAccount(card)]));
  if (settings.scenarioFile !== undefined) playScenario(settings.scenarioFile, accounts);
  const log = createSubmitLog({ capacity: settings.logCapacity, file: settings.logFile });
  const world = {
    log,
    handsets: createHandsets(),
    inboxes: createInboxes(),
    random: createRandom(seed),
    refusals: createRefusalMemory(),
    later,
  };
  const all = [...accounts.values()];
  const [mailAccount] = all.filter(isMail);
  const [httpAccount] = all.filter(isHttp);
  if (!mailAccount || !httpAccount) throw new Error('carriers.ts must name one mail server and one HTTP vendor.');
  const smsc = createSmsc(all.filter(isSmpp), world);
  const mail = createMailServer(mailAccount, world);
  const vendor = createVendor(httpAccount, world);

  const doors = { smpp: smsc, smtp: mail, vendor };
  const ports: Record<ListenerName, number> = {
    smpp: settings.smppPort,
    smtp: settings.smtpPort,
    vendor: settings.vendorPort,
  };
  const isOpen: Record<ListenerName, boolean> = { smpp: false, smtp: false, vendor: false };
  const setDoor = async (name: ListenerName, open: boolean) => {
    if (isOpen[name] === open) return;
    isOpen[name] = open;
    if (!open) return doors[name].close();
    await doors[name].open(ports[name], host);
    // A port that was left to the system stays the same when the door is closed and opened again.
    ports[name] = doors[name].port;
  };
  const listeners = {
    state: () => ({
      smpp: { port: ports.smpp, open: isOpen.smpp },
      smtp: { port: ports.smtp, open: isOpen.smtp },
      vendor: { port: ports.vendor, open: isOpen.vendor },
    }),
    set: setDoor,
  };
  const control = createControl({ accounts, ...world, smsc, mail, vendor, seed, listeners });
  let http: Door | undefined;
  const stop = async () => {
    stopped = true;
    await Promise.all([http?.close(), setDoor('smpp', false), setDoor('smtp', false), setDoor('vendor', false)]);
    log.close();
  };
  try {
    for (const name of ['smpp', 'smtp', 'vendor'] as const) await setDoor(name, true);
    http = await serveHttp(control, settings.httpPort, host);
  } catch (error) {
    await stop();
    throw error;
  }
  const httpPort = http.port;
  return {
    url: `http://${host}:${httpPort}`,
    ports: { http: httpPort, smpp: ports.smpp, smtp: ports.smtp, vendor: ports.vendor },
    stop,
  };
}

function playScenario(file: string, accounts: Map<string, ReturnType<typeof openAccount>>): void {
  const scenario: unknown = JSON.parse(readFileSync(file, 'utf8'));
  for (const [name, patch] of Object.entries(scenario ?? {})) {
    const account = accounts.get(name);
    if (!account)
      throw new Error(
        `SIMULATOR_SCENARIO_FILE names the carrier ${name}; known are ${[...accounts.keys()].join(', ')}.`,
      );
    const [error] = changeBehaviour(account, patch);
    if (error) throw new Error(`SIMULATOR_SCENARIO_FILE: ${name}.${error.field}: ${error.message}.`);
  }
}
