import { type Environment, encodeId, type WebhookOrigin } from '@signalbox/contracts';
import {
  insertDeliveries,
  insertWebhookEvents,
  type NewDelivery,
  readSubscriptions,
  type SqlRunner,
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
 */
export async function publishEvents(tx: SqlRunner, services: Services, events: readonly Published[]): Promise<void> {
  for (const [workspace, group] of Map.groupBy(events, (event) => event.workspace)) {
    const subscriptions = await readSubscriptions(tx, workspace);
    const wanted = group.flatMap((event) => {
      const to = subscriptions.filter((one) => wants(one, event));
      return to.length === 0 ? [] : [{ event, to: to.filter((one) => one.enabled) }];
    });
    const fresh = await insertWebhookEvents(
      tx,
      wanted.map(({ event }) => ({ ...event, body: bodyOf(event) })),
    );
    const deliveries = wanted.flatMap(({ event, to }) =>
      fresh.has(event.id) ? to.map(({ number }) => deliveryOf(services, event, number, 'event')) : [],
    );
    await insertDeliveries(tx, deliveries);
  }
}

const wants = ({ number, environment, eventTypes }: Subscription, event: Published): boolean =>
  environment === event.environment &&
  number !== event.except &&
  (eventTypes.length === 0 || eventTypes.includes(event.type));

/** The body as it is signed and sent (Standard Webhooks: type, timestamp, data). */
export const bodyOf = ({ type, atMs, data }: Published): string =>
  JSON.stringify({ type, timestamp: new Date(atMs).toISOString(), data });

/** A delivery of an event to an endpoint. */
export function deliveryOf(
  services: Services,
  event: { id: string; workspace: number; type: string },
  endpoint: number,
  origin: WebhookOrigin,
): NewDelivery {
  const { workspace, type } = event;
  return { id: services.ids.next(), eventId: event.id, workspace, endpoint, origin, type };
}

/** The public id of an event: the `webhook-id` of every try at every endpoint. */
export const eventIdOf = (uuid: string): string => encodeId('event', uuid);
