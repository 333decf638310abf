import type { IncomingMessage } from 'node:http';
import { SignalboxError } from '@signalbox/contracts';

/** Largest body taken. */
const BODY_MAX_BYTES = 4 * 1024 * 1024;
/** A body too large is still read to its end up to this size: a peer that is cut off while writing never sees the answer. */
const DISCARD_MAX_BYTES = 64 * 1024 * 1024;

/** The peer went away before its request was complete: there is nobody left to answer. */
export class ClientGone extends Error {}

/** Reads a whole body of at most BODY_MAX_BYTES; refuses a larger one with `payload_too_large`. */
export function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const tooLarge = () => new SignalboxError('payload_too_large', { detail: 'The body is larger than 4 MiB.' });
  if (Number(incoming.headers['content-length'] ?? 0) > DISCARD_MAX_BYTES) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= BODY_MAX_BYTES) {
        chunks.push(chunk);
      } else {
        chunks = [];
        if (size > DISCARD_MAX_BYTES) reject(tooLarge());
      }
    });
    incoming.on('end', () => {
      if (size > BODY_MAX_BYTES) reject(tooLarge());
      else resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, size));
    });
    incoming.on('error', () => reject(new ClientGone()));
    incoming.on('close', () => {
      if (!incoming.complete) reject(new ClientGone());
    });
  });
}
