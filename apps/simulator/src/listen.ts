import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Door {
  port: number;
  close(): Promise<void>;
}

/** Serves an app and resolves when it takes requests; close() cuts what is open. Rejects when the port is taken. */
export function serveHttp(app: Hono, port: number, host: string): Promise<Door> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve({ port: (server.address() as AddressInfo).port, close });
    });
  });
}
