import {
  type Channel,
  type ChannelAdapter,
  type ChannelHost,
  type ConnectionSnapshot,
  type Environment,
  EVERY_LANE_QUEUE,
  type InboundReceipt,
  type InboundReply,
} from '@signalbox/contracts';
import type { ProviderRow } from '@signalbox/db';
import type { Services } from '../context.ts';
import { openSettings } from '../routing/provider-settings.ts';

/** Opens the wet side of one provider. Handed in by the worker: this room holds no socket. */
export type OpenChannel = (input: {
  protocol: ProviderRow['protocol'];
  settings: Record<string, unknown>;
  providerId: string;
  host: ChannelHost;
}) => ChannelAdapter;

/** Where a provider's receipts and replies go; resolves once they are durable. */
export interface InboundSink {
  receipts(provider: ProviderRow, receipts: readonly InboundReceipt[]): Promise<void>;
  replies(provider: ProviderRow, replies: readonly InboundReply[]): Promise<void>;
}

/** The live providers of this worker, kept equal to the configuration. */
export interface ProviderDesk {
  /** The adapter of a provider (internal number), or undefined when it is not enabled or could not be opened. */
  adapter(provider: number): ChannelAdapter | undefined;
  isUp(provider: number): boolean;
  /** True when some provider of the workspace that carries the channel is up. */
  anyUp(workspace: number, environment: Environment, channel: Channel): boolean;
  /** Grows with every change of a connection or of the configuration: decisions made under another number are stale. */
  epoch(): number;
  /** Places in the windows of all connections that are up, of the carriers a sender's routes use. */
  windowTotal(workspace: number, environment: Environment, channel: Channel): number;
  /** Resolves when the adapters of the configuration have been opened (not when they are connected). */
  open(): Promise<void>;
  stop(withinMs: number): Promise<void>;
}

interface Live {
  row: ProviderRow;
  adapter: ChannelAdapter;
  up: boolean;
}

const REPORT_MS = 1000;

/** Builds the desk. `worker` names this process in the reports the console shows. */
export function createProviderDesk(
  services: Services,
  worker: string,
  openChannel: OpenChannel,
  sink: InboundSink,
): ProviderDesk {
  const { config, database, log, world } = services;
  const live = new Map<number, Live>();
  const closing = new Set<Promise<void>>();
  let epoch = 1;
  let stopped = false;

  function hostOf(row: ProviderRow): ChannelHost {
    return {
      onReceipts: (receipts) => sink.receipts(row, receipts),
      onReplies: (replies) => sink.replies(row, replies),
      onConnection: () => noteUp(row.number),
      nowMs: world.nowMs,
      random: () => randomOf(services),
      log: (level, message, fields) => log[level](message, { provider: row.name, ...fields }),
    };
  }

  function noteUp(number: number): void {
    const entry = live.get(number);
    if (entry === undefined) return;
    const up = entry.adapter.isUp();
    if (up === entry.up) return;
    entry.up = up;
    epoch += 1;
    if (up) void wakeLanes(entry.row);
  }

  /** What was put off while no provider was up need not wait for its next look. */
  async function wakeLanes({ workspace, name }: ProviderRow): Promise<void> {
    try {
      await services.queue.hasten(EVERY_LANE_QUEUE, workspace);
    } catch (error) {
      log.warn('Messages that wait for a provider were not woken.', { provider: name, error: String(error) });
    }
  }

  function close(entry: Live, withinMs: number): void {
    const closed = entry.adapter.stop(withinMs).catch((error) => {
      log.warn('A provider did not close cleanly.', { provider: entry.row.name, error: String(error) });
    });
    closing.add(closed);
    void closed.finally(() => closing.delete(closed));
  }

  function openOne(row: ProviderRow): void {
    try {
      const settings = openSettings(services.sealer, row);
      const adapter = openChannel({ protocol: row.protocol, settings, providerId: row.id, host: hostOf(row) });
      live.set(row.number, { row, adapter, up: false });
      adapter.start();
      noteUp(row.number);
    } catch (error) {
      log.error('A provider could not be opened; its routes count as down.', {
        provider: row.name,
        error: String(error),
      });
    }
  }

  function reconcile(): void {
    if (stopped) return;
    const wanted = config.current().providers;
    for (const [number, entry] of live) {
      const row = wanted.get(number);
      if (row?.enabled && row.version === entry.row.version) continue;
      live.delete(number);
      close(entry, 10_000);
    }
    for (const row of wanted.values()) if (row.enabled && !live.has(row.number)) openOne(row);
    epoch += 1;
  }

  /** The live providers that are up and that some enabled route of a sender uses. */
  function carriersOf(workspace: number, environment: Environment, channel: Channel): Live[] {
    const numbers = new Set<number>();
    for (const route of config.current().routesOf(workspace))
      if (route.environment === environment && route.channel === channel && route.enabled) numbers.add(route.provider);
    return [...numbers].flatMap((number) => {
      const entry = live.get(number);
      return entry?.up ? [entry] : [];
    });
  }

  async function report(): Promise<void> {
    const rows = [...live.values()].map((entry) => ({
      provider: entry.row.number,
      up: entry.adapter.isUp(),
      connections: entry.adapter.connections() as ConnectionSnapshot[],
    }));
    for (const entry of live.values()) noteUp(entry.row.number);
    await database.sql`
      insert into connection_report (provider, worker, reported_at, up, connections)
      select p.number, ${worker}, now(), r.up, r.connections
      from jsonb_to_recordset(${database.sql.json(rows as never)}) as r(provider int, up bool, connections jsonb)
      join provider p on p.number = r.provider
      on conflict (provider, worker) do update
        set reported_at = excluded.reported_at, up = excluded.up, connections = excluded.connections`;
  }

  let reporting = false;
  const timer = setInterval(() => {
    if (reporting) return;
    reporting = true;
    report()
      .catch((error) => log.warn('Connection states could not be reported.', { error: String(error) }))
      .finally(() => {
        reporting = false;
      });
  }, REPORT_MS);
  config.onChange(reconcile);

  return {
    adapter: (provider) => live.get(provider)?.adapter,
    isUp: (provider) => live.get(provider)?.up ?? false,
    anyUp: (workspace, environment, channel) => carriersOf(workspace, environment, channel).length > 0,
    epoch: () => epoch,
    windowTotal(workspace, environment, channel) {
      let total = 0;
      for (const { adapter } of carriersOf(workspace, environment, channel))
        for (const connection of adapter.connections()) if (connection.state === 'up') total += connection.window;
      return total;
    },
    async open() {
      reconcile();
    },
    async stop(withinMs) {
      stopped = true;
      clearInterval(timer);
      for (const entry of live.values()) close(entry, withinMs);
      live.clear();
      await Promise.all(closing);
      await database.sql`delete from connection_report where worker = ${worker}`.catch(() => undefined);
    },
  };
}

function randomOf(services: Services): number {
  const bytes = new Uint8Array(4);
  services.world.fillRandom(bytes);
  return new DataView(bytes.buffer).getUint32(0) / 4_294_967_296;
}
