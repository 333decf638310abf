import { type Environment, encodeId, type WebhookOrigin } from '@signalbox/contracts';
import {
  deliveryIdOf,
  insertPackets,
  insertWebhookEvents,
  type NewPacket,
  PACKET_MOST,
  readSubscriptions,
  type SqlRunner,
  type StoredWebhookEvent,
  type Subscription,
} from '@signalbox/db';
import type { Services } from '../context.ts';

/** An event to bring to the endpoints of its environment that subscribed to its type. */
export interface Published {
  /** UUIDv7: an event that is published twice under the same id is sent once. */
  id: string;
  workspace: number;
  environment: Environment;
  type: string;
  atMs: number;
  data: object;
  /** Number of an endpoint that must not get it: the one it is about. */
  except?: number;
}

/**
 * Stores events and their deliveries in the caller's transaction: one delivery for each endpoint that is on and subscribed. An event is
 * also kept for endpoints that are switched off, so that a replay can bring what they missed; one that nobody subscribed to is not.
 * Returns what was stored now.
 */
export async function publishEvents(
  tx: SqlRunner,
  services: Services,
  events: readonly Published[],
): Promise<StoredWebhookEvent[]> {
  const stored: StoredWebhookEvent[] = [];
  for (const [workspace, group] of Map.groupBy(events, (event) => event.workspace)) {
    const subscriptions = await readSubscriptions(tx, workspace);
    const wanted = group
      .filter((event) => subscriptions.some((one) => wants(one, event)))
      .map((event) => ({ ...event, body: bodyOf(event) }));
    const fresh = await insertWebhookEvents(tx, wanted);
    stored.push(...wanted.filter((event) => fresh.has(event.id)).map(({ id, type, body }) => ({ id, type, body })));
    const packets = subscriptions.flatMap((one) => {
      if (!one.enabled) return [];
      const ids = wanted.filter((event) => fresh.has(event.id) && wants(one, event)).map((event) => event.id);
      return packetsOf(services, { ...one, workspace, origin: 'event' }, ids);
    });
    await insertPackets(tx, packets);
  }
  return stored;
}

const wants = ({ number, environment, eventTypes }: Subscription, event: Published): boolean =>
  environment === event.environment &&
  number !== event.except &&
  (eventTypes.length === 0 || eventTypes.includes(event.type));

/** The body as it is signed and sent (Standard Webhooks: type, timestamp, data). */
export const bodyOf = ({ type, atMs, data }: Published): string =>
  JSON.stringify({ type, timestamp: new Date(atMs).toISOString(), data });

/** Deliveries of events to one endpoint, made now. */
export function packetsOf(
  services: Services,
  to: { workspace: number; number: number; eventsPerRequest: number; origin: WebhookOrigin },
  eventIds: readonly string[],
): NewPacket[] {
  const { workspace, number, eventsPerRequest, origin } = to;
  const together = eventsPerRequest > 1;
  const most = together ? eventsPerRequest : PACKET_MOST;
  const packets: NewPacket[] = [];
  for (let at = 0; at < eventIds.length; at += most) {
    // The place of a delivery stands where its packet has zeros.
    const id = deliveryIdOf(services.ids.next(), 0);
    packets.push({ id, workspace, endpoint: number, origin, together, eventIds: eventIds.slice(at, at + most) });
  }
  return packets;
}

/** The public id of an event: the `webhook-id` of every try at every endpoint that takes one in a request. */
export const eventIdOf = (uuid: string): string => encodeId('event', uuid);

/** The public id of a packet that goes together: the `webhook-id` of its every try. */
export const groupIdOf = (packet: string): string => encodeId('eventGroup', packet);
