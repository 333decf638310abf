import { Socket } from 'node:net';

/**
 * Ends this process as by SIGTERM when the process that started it is gone (killed without a chance to tell us): run.mjs
 * holds the other end of a pipe whose number is in SIGNALBOX_TETHER_FD. Without that variable nothing happens.
 */
export function watchTether(): void {
  const fd = Number(process.env.SIGNALBOX_TETHER_FD);
  if (!fd) return;
  delete process.env.SIGNALBOX_TETHER_FD;
  const tether = new Socket({ fd, readable: true, writable: false });
  const end = () => process.kill(process.pid, 'SIGTERM');
  tether.on('error', end).on('end', end).resume();
  tether.unref();
}
