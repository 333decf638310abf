import type { Socket } from 'node:net';
import { OutBuffer } from './out-buffer.ts';

const BACKLOG_LIMIT = 1_048_576;
const POOL_SIZE = 4;
const POOLED_BYTES_LIMIT = 1_048_576;

/**
 * Writes everything gathered in `out` as one socket write, and knows by the number of a write whether its octets have left this process.
 * Buffers are taken again only once the socket is done with them.
 */
export class SocketWriter {
  /** Where PDUs are encoded; replaced by each flush. */
  out = new OutBuffer();
  /** The number the next write will have. */
  nextWrite = 1;
  /** The last write the kernel has taken whole. */
  flushedWrite = 0;
  private readonly socket: Socket;
  private readonly onLateFlush: (write: number) => void;
  private readonly pool: OutBuffer[] = [];
  private stalledSince = 0;

  constructor(socket: Socket, onLateFlush: (write: number) => void) {
    this.socket = socket;
    this.onLateFlush = onLateFlush;
  }

  /** True when so much waits in the socket, or it is ending, that no more requests should be written. */
  get backlogged(): boolean {
    return !this.socket.writable || this.socket.writableLength > BACKLOG_LIMIT;
  }

  /** Milliseconds that the oldest unflushed write has waited; 0 when all left. */
  stalledForMs(nowMs: number): number {
    return this.flushedWrite + 1 < this.nextWrite ? nowMs - this.stalledSince : 0;
  }

  /** Hands all octets gathered so far to the socket. */
  flush(nowMs: number): void {
    const { out, socket } = this;
    if (out.length === 0 || !socket.writable) return;
    const write = this.nextWrite++;
    let waiting = false;
    socket.write(out.bytes.subarray(0, out.length), (error) => {
      if (!waiting || error) return;
      this.flushedWrite = write;
      this.stalledSince = nowMs;
      this.recycle(out);
      this.onLateFlush(write);
    });
    // Nothing left in the socket means the kernel took it at once: the buffer is free again and the clock may run.
    if (socket.writableLength === 0) {
      this.flushedWrite = write;
      out.length = 0;
      return;
    }
    waiting = true;
    if (this.flushedWrite + 1 === write) this.stalledSince = nowMs;
    this.out = this.pool.pop() ?? new OutBuffer();
  }

  private recycle(out: OutBuffer): void {
    if (this.pool.length >= POOL_SIZE || out.bytes.length > POOLED_BYTES_LIMIT) return;
    out.length = 0;
    this.pool.push(out);
  }
}
