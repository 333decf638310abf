import type { Server, Socket } from 'node:net';

/** A listening server whose connections can be cut: what all foreign peers on TCP have in common. */
export interface Listener {
  readonly port: number;
  cut(): void;
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
}

/** Listens on a free port of the loopback address. */
export async function listenOn(server: Server): Promise<Listener> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  const listen = (at: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(at, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port,
    cut,
    goDown() {
      const closed = new Promise<void>((resolve) => {
        if (server.listening) server.close(() => resolve());
        else resolve();
      });
      cut();
      return closed;
    },
    comeBack: () => listen(port),
  };
}
