import type { RequestListener } from 'node:http';
import type { Services } from '@signalbox/services';
import type { WebhookSender, Worker } from '@signalbox/services/worker';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** What the health pages ask. */
export interface HealthSource {
  services: Services;
  worker: Worker;
  webhooks: WebhookSender;
  isDraining(): boolean;
}

/** Answers /livez (this process turns), /readyz (database and partitions are there) and /metrics. */
export function healthPages(source: HealthSource): RequestListener {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'signalbox_worker_in_flight',
    help: 'Claims handed to carriers whose answer is not written yet.',
    registers: [registry],
    collect() {
      this.set(source.worker.inFlight());
    },
  });
  new Gauge({
    name: 'signalbox_webhooks_in_flight',
    help: 'Tries of webhooks whose endpoint has not answered yet.',
    registers: [registry],
    collect() {
      this.set(source.webhooks.inFlight());
    },
  });
  return (request, response) => {
    answer(source, registry, request.url ?? '/')
      .then(({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body))
      .catch(() => response.writeHead(500).end());
  };
}

async function answer(source: HealthSource, registry: Registry, url: string) {
  const json = (status: number, value: object) => ({ status, type: 'application/json', body: JSON.stringify(value) });
  if (url === '/livez') return json(200, { status: 'live' });
  if (url === '/metrics') return { status: 200, type: registry.contentType, body: await registry.metrics() };
  if (url !== '/readyz') return json(404, { status: 'not found' });
  if (source.isDraining()) return json(503, { status: 'draining' });
  try {
    await source.services.ready();
    return json(200, { status: 'ready' });
  } catch (error) {
    return json(503, { status: 'not ready', why: error instanceof Error ? error.message : String(error) });
  }
}
