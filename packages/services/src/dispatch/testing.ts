import { randomFillSync } from 'node:crypto';
import {
  type Channel,
  type ChannelAdapter,
  type ChannelHost,
  LANE_QUEUES,
  type SubmitAnswer,
  type SubmitRequest,
  type TrafficClass,
  unpackUuids,
} from '@signalbox/contracts';
import { createTestDatabase, type TestDatabase } from '@signalbox/db/testing';
import type { RequestContext, Services } from '../context.ts';
import { sendMessage } from '../messages/send.ts';
import { openServices } from '../open-services.ts';
import type { Outgoing } from '../outgoing.ts';
import { openWorker, type Worker } from './open-worker.ts';
import type { OpenChannel } from './provider-desk.ts';

/** Answers a submission of a test: by the provider's name and the request. */
export type Script = (provider: string, request: SubmitRequest) => SubmitAnswer | Promise<SubmitAnswer>;

/** A carrier whose answers a test writes; everything it was given is kept. */
export interface ScriptedCarriers {
  open: OpenChannel;
  submitted: { provider: string; request: SubmitRequest }[];
  hosts: Map<string, ChannelHost>;
  /** Names of providers that are down. */
  down: Set<string>;
  script: Script;
}

/** Builds carriers that accept everything until told otherwise. */
export function scriptCarriers(): ScriptedCarriers {
  const carriers: ScriptedCarriers = {
    submitted: [],
    hosts: new Map(),
    down: new Set(),
    script: (_, request) => ({ kind: 'accepted', refs: [`ref-${request.attemptRef}`] }),
    open: ({ settings, host }) => {
      const name = String(settings.name);
      carriers.hosts.set(name, host);
      return adapterOf(carriers, name);
    },
  };
  return carriers;
}

function adapterOf(carriers: ScriptedCarriers, name: string): ChannelAdapter {
  return {
    start: () => carriers.hosts.get(name)?.onConnection(connectionOf(name)),
    submit(requests, onAnswer) {
      requests.forEach((request, index) => {
        carriers.submitted.push({ provider: name, request });
        void Promise.resolve(carriers.script(name, request)).then((answer) => onAnswer(index, answer));
      });
    },
    isUp: () => !carriers.down.has(name),
    connections: () => [connectionOf(name)],
    stop: async () => undefined,
  };
}

/** Opens a worker on a stage whose carriers are scripted. */
export const openScripted = (stage: Stage, carriers: ScriptedCarriers, name = 'one'): Promise<Worker> =>
  openWorker({ services: stage.services, name, openChannel: carriers.open, onLeaseLost: () => undefined });

/** A connection of a carrier that is up. */
export const connectionOf = (name: string) => ({
  name,
  state: 'up' as const,
  sinceMs: 0,
  inFlight: 0,
  window: 20,
  queued: 0,
  submittedTotal: 0,
  lastError: null,
});

/** A workspace of one test on a database of its own. */
export interface Stage {
  database: TestDatabase;
  services: Services;
  ctx: RequestContext;
  /** Makes a provider with one route, of texts unless told otherwise, and returns the route's number. */
  addRoute(name: string, tier: number, weight: number, channel?: Channel): Promise<number>;
  /** Accepts one text and returns its UUID. */
  accept(trafficClass: TrafficClass, to: string, more?: object): Promise<string>;
  /** Takes the jobs of a lane as the worker would and returns their message ids by turn. */
  jobs(lane: TrafficClass): Promise<{ turn: number; ids: string[]; data: unknown }[]>;
  end(): Promise<void>;
}

/** Opens the services of one more process on the database of a stage. */
export const openStageServices = (
  databaseUrl: string,
  role: 'api' | 'worker',
  egressAllow: readonly string[] = [],
  outgoing?: Outgoing,
): Promise<Services> =>
  openServices({
    databaseUrl,
    masterKey: 'ab'.repeat(32),
    role,
    publicUrl: 'https://api.test',
    consoleOrigins: [],
    egressAllow,
    ...(outgoing === undefined ? {} : { outgoing }),
    world: { nowMs: Date.now, fillRandom: (bytes) => void randomFillSync(bytes) },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });

/** Opens services on a fresh database with one workspace; `egressAllow` are places webhooks may go to though they are not public, `outgoing` answers what verbs ask of the outside. */
export async function setStage(egressAllow: readonly string[] = [], outgoing?: Outgoing): Promise<Stage> {
  const database = await createTestDatabase();
  const services = await openStageServices(database.url, 'api', egressAllow, outgoing);
  const { sql } = services.database;
  const [workspace] = await sql<{ number: number; id: string; name: string }[]>`
    insert into workspace (id, name) values (${services.ids.next()}, 'Stage') returning number, id, name`;
  if (workspace === undefined) throw new Error('no workspace');
  const ctx: RequestContext = {
    services,
    workspace,
    environment: 'live',
    actor: { kind: 'system', id: 'test', name: 'Test' },
    requestId: 'req_test',
    address: '192.0.2.1',
  };
  return {
    database,
    services,
    ctx,
    async addRoute(name, tier, weight, channel = 'sms') {
      const [provider] = await sql<{ number: number }[]>`
        insert into provider (id, workspace, environment, name, protocol, settings)
        values (${services.ids.next()}, ${workspace.number}, 'live', ${name}, 'loopback', ${sql.json({ name })}) returning number`;
      const [route] = await sql<{ number: number }[]>`
        insert into route (id, workspace, environment, provider, name, channel, countries, prefixes, classes, tier, weight, price_micros, currency)
        values (${services.ids.next()}, ${workspace.number}, 'live', ${provider?.number ?? 0}, ${name}, ${channel}, '{}', '{}', '{}', ${tier}, ${weight}, 10000, 'USD')
        returning number`;
      await services.config.refresh();
      return route?.number ?? 0;
    },
    async accept(trafficClass, to, more = {}) {
      const body = { to, channel: 'sms', class: trafficClass, content: { text: 'hello' }, ...more };
      const before = await sql<{ id: string }[]>`select id from message order by id desc limit 1`;
      await sendMessage({ ctx, input: { body } });
      const [row] = await sql<{ id: string }[]>`
        select id from message where address = ${to} and id > ${before[0]?.id ?? '00000000-0000-0000-0000-000000000000'} order by id desc limit 1`;
      if (row === undefined) throw new Error('the message was not stored');
      return row.id;
    },
    async jobs(lane) {
      const rows = await sql<{ data: { turn: number; ids: string } }[]>`
        delete from pgboss.job where name in (${LANE_QUEUES[lane].calm.name}, ${LANE_QUEUES[lane].crowded.name}) returning data`;
      return rows.map(({ data }) => ({ turn: data.turn, ids: unpackUuids(data.ids), data }));
    },
    async end() {
      await services.close();
      await database.drop();
    },
  };
}

/** Waits until a question answers true; fails after ten seconds with what was asked. */
export async function until(what: string, question: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (performance.now() < deadline) {
    if (await question()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`gave up waiting until ${what}`);
}
