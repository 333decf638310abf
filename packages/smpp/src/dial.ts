import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { DownReason, SessionOptions } from './session-types.ts';

/** How dialling ended: an open socket (for TLS, with its certificate verified), or why there is none. */
export type Dialled = { socket: Socket } | { reason: DownReason };

const KEEP_ALIVE_MS = 30_000;

/** Connects by TCP or TLS and calls `done` once, unless the returned function gives the attempt up before. */
export function dial(options: SessionOptions, done: (outcome: Dialled) => void): () => void {
  const { host, port, tls } = options;
  const socket = tls ? connectTls({ host, port, ...(tls === true ? {} : tls) }) : connectTcp({ host, port });
  let open = true;
  const giveUp = (): boolean => {
    const was = open;
    open = false;
    clearTimeout(timer);
    return was;
  };
  const fail = (reason: DownReason): void => {
    if (!giveUp()) return;
    socket.destroy();
    done({ reason });
  };
  const timer = setTimeout(() => fail({ kind: 'connect_timeout' }), options.connectTimeoutMs ?? 10_000);
  // The listener stays for the socket's whole life: an 'error' nobody hears would end the process.
  socket.on('error', (error: NodeJS.ErrnoException) => {
    fail({ kind: 'connect_failed', code: error.code ?? 'UNKNOWN', message: error.message });
  });
  socket.once('close', () => fail({ kind: 'connect_failed', code: 'CLOSED', message: 'closed before it was open' }));
  socket.once(tls ? 'secureConnect' : 'connect', () => {
    if (!giveUp()) return;
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    done({ socket });
  });
  return () => {
    if (giveUp()) socket.destroy();
  };
}
