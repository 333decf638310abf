import { randomBytes, randomFillSync } from 'node:crypto';
import { deliveryIdOf, insertPackets, insertWebhookEvents, type NewPacket } from '@signalbox/db';
import { createWebhook, openServices, type Services } from '@signalbox/services';

/** A workspace with webhook endpoints, in a process that may send to one port of this machine. */
export type WebhookPlace = { services: Services; workspace: number; endpoints: number[] };

/** Opens a place with one endpoint for each path of the port. */
export async function openWebhookPlace(url: string, port: number, paths: readonly string[]): Promise<WebhookPlace> {
  const services = await openServices({
    databaseUrl: url,
    masterKey: randomBytes(32).toString('hex'),
    role: 'worker',
    consoleOrigins: [],
    egressAllow: [`127.0.0.1:${port}`],
    world: { nowMs: Date.now, fillRandom: (bytes) => void randomFillSync(bytes) },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  const { sql } = services.database;
  const [made] = await sql<{ number: number; id: string; name: string }[]>`
    insert into workspace (id, name) values (${services.ids.next()}, 'Bench') returning number, id, name`;
  if (made === undefined) throw new Error('no workspace');
  const ctx = {
    services,
    workspace: made,
    environment: 'live' as const,
    actor: { kind: 'system' as const, id: 'bench', name: 'Bench' },
    requestId: 'req_bench',
    address: null,
  };
  for (const path of paths) {
    const input = { url: `http://127.0.0.1:${port}${path}`, description: '', event_types: [], events_per_request: 1 };
    await createWebhook({ ctx, input });
  }
  await services.config.refresh();
  const rows = await sql<{ number: number }[]>`select number from webhook_endpoint order by number`;
  return { services, endpoints: rows.map((row) => row.number), workspace: made.number };
}

/** Stores events of now that are due at once, as a fan-out leaves them behind; `idsFor` says which of their ids go to which endpoint. */
export async function storeEvents(
  { services, workspace, endpoints }: WebhookPlace,
  count: number,
  idsFor: (endpoint: number, index: number, ids: readonly string[]) => readonly string[],
): Promise<void> {
  const body = webhookBody(Date.now());
  const environment = 'live' as const;
  const type = 'message.delivered';
  const events = Array.from({ length: count }, () => ({ id: services.ids.next(), workspace, environment, type, body }));
  const ids = events.map(({ id }) => id);
  const packets = endpoints.map((endpoint, index): NewPacket => {
    const id = deliveryIdOf(services.ids.next(), 0);
    return { id, workspace, endpoint, origin: 'event', together: false, eventIds: idsFor(endpoint, index, ids) };
  });
  await services.database.sql.begin(async (tx) => {
    await insertWebhookEvents(tx, events);
    await insertPackets(tx, packets);
  });
}

/** The body of an event as the product writes it. */
export const webhookBody = (atMs: number): string =>
  JSON.stringify({
    type: 'message.delivered',
    timestamp: new Date(atMs).toISOString(),
    data: {
      id: 'msg_01m8cygvnqe0jtawqxdwrajn2k',
      sequence: 2,
      state: 'delivered',
      previous_state: 'sent',
      reason: null,
      eligible_again_at: null,
      late: false,
      attempt: 1,
      channel: 'sms',
      class: 'transactional',
      environment: 'live',
      country: 'DE',
      client_ref: null,
      metadata: { order: '10045' },
    },
  });
