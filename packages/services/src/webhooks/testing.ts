import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openWebhookWire, type WebhookWire } from '@signalbox/channels';
import { encodeId, type WebhookDeliveryView, type WebhookWithSecret } from '@signalbox/contracts';
import type { Services } from '../context.ts';
import { openStageServices, type Stage, setStage, until } from '../dispatch/testing.ts';
import { listWebhookDeliveries } from './deliveries.ts';
import { createWebhook } from './endpoints.ts';
import { openWebhookSender, type WebhookSender } from './open-webhook-sender.ts';
import { publishEvents } from './publish.ts';

/** A request a receiver took. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  atMs: number;
}

/** A server of a customer: it keeps what it is sent and answers what a test says. */
export interface Receiver {
  url: string;
  received: Received[];
  /** Answers a request; 204 until told otherwise. */
  answer: (request: Received, response: ServerResponse) => void;
  stop(): Promise<void>;
}

/** Opens a receiver on a loopback port. */
export async function openReceiver(): Promise<Receiver> {
  const receiver: Receiver = {
    url: '',
    received: [],
    answer: (_, response) => void response.writeHead(204).end(),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url = '', headers } = request;
      const one = { path: url, headers, body: Buffer.concat(chunks).toString('utf8'), atMs: performance.now() };
      receiver.received.push(one);
      receiver.answer(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return receiver;
}

/** A stage with a receiver, and a worker that sends webhooks to it and nowhere else inside. */
export interface WebhookStage {
  stage: Stage;
  receiver: Receiver;
  wire: WebhookWire;
  sender: WebhookSender;
  /** Places inside that webhooks may go to. */
  allow: readonly string[];
  /** Makes an endpoint at a path of the receiver; without types it gets every event. */
  add(path: string, eventTypes?: readonly string[], eventsPerRequest?: number): Promise<WebhookWithSecret>;
  /** Publishes events about nothing and returns their ids. */
  publish(count: number, type?: string): Promise<string[]>;
  /** The newest deliveries of an endpoint. */
  log(id: string): Promise<WebhookDeliveryView[]>;
  /** Waits until all deliveries of an endpoint have been tried so often. */
  tried(id: string, tries: number): Promise<void>;
  /** Lets everything that waits be due. */
  makeDue(): Promise<unknown>;
  /** The paths that were asked for, in order. */
  paths(): string[];
  /** Opens one more process; it is closed with the stage. */
  openServices(): Promise<Services>;
  /** Ends something when the stage ends. */
  onEnd(end: () => Promise<unknown>): void;
  end(): Promise<void>;
}

/** Sets a stage for webhooks on a database of its own. */
export async function setWebhookStage(): Promise<WebhookStage> {
  const receiver = await openReceiver();
  const allow = [new URL(receiver.url).host];
  const stage = await setStage(allow);
  const wire = openWebhookWire({ allow });
  const sender = await openWebhookSender({ services: stage.services, post: wire.post });
  const ends: (() => Promise<unknown>)[] = [];
  const log = async (id: string) => (await listWebhookDeliveries({ ctx: stage.ctx, input: { id, limit: 100 } })).data;
  return {
    stage,
    receiver,
    wire,
    sender,
    allow,
    async add(path, eventTypes = [], eventsPerRequest = 1) {
      const url = receiver.url + path;
      const input = {
        url,
        description: '',
        event_types: [...eventTypes] as never,
        events_per_request: eventsPerRequest,
      };
      const created = await createWebhook({ ctx: stage.ctx, input });
      await stage.services.config.refresh();
      return created;
    },
    async publish(count, type = 'message.sent') {
      const { services, ctx } = stage;
      const events = Array.from({ length: count }, (_, index) => ({
        id: services.ids.next(),
        workspace: ctx.workspace.number,
        environment: ctx.environment,
        type,
        atMs: Date.now(),
        data: { index },
      }));
      await services.database.sql.begin((tx) => publishEvents(tx, services, events));
      return events.map((event) => encodeId('event', event.id));
    },
    log,
    tried: (id, tries) =>
      until(`every delivery was tried ${tries} times`, async () => {
        const deliveries = await log(id);
        return deliveries.length > 0 && deliveries.every((one) => one.attempts.length >= tries);
      }),
    makeDue: () => stage.services.database.sql`update webhook_due set next_at = now()`,
    paths: () => receiver.received.map((one) => one.path),
    async openServices() {
      const services = await openStageServices(stage.database.url, 'worker', allow);
      ends.push(() => services.close());
      return services;
    },
    onEnd: (end) => void ends.push(end),
    async end() {
      await receiver.stop();
      await sender.stop(1000);
      wire.close();
      for (const end of ends.splice(0).reverse()) await end();
      await stage.end();
    },
  };
}

/** Verifies a request as a receiver would, by the text of the specification and another implementation of HMAC than ours. */
export async function isSignedWith(
  secret: string,
  { headers, body }: Pick<Received, 'headers' | 'body'>,
): Promise<boolean> {
  const bytes = Uint8Array.from(atob(secret.replace(/^whsec_/, '')), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const signed = new TextEncoder().encode(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`);
  const given = String(headers['webhook-signature']).split(' ');
  const matches = await Promise.all(
    given.map((one) => {
      const [version, signature = ''] = one.split(',');
      const raw = Uint8Array.from(atob(signature), (letter) => letter.charCodeAt(0));
      return version === 'v1' && crypto.subtle.verify('HMAC', key, raw, signed);
    }),
  );
  return matches.includes(true);
}
