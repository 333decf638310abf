import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { SignalboxError } from '@signalbox/contracts';
import { ClientGone } from './http/body.ts';
import { emptyReply, writeReply } from './http/reply.ts';
import { type Door, requestOf } from './rest/door.ts';
import { DOORS } from './rest/doors.ts';
import { passDoor } from './rest/gate.ts';
import { nextRequestId, type World } from './world.ts';

// The busiest doors have a path without parameters and skip the router: it costs as much as the rest of a single send (performance.md, 6).
const FAST_DOORS: ReadonlyMap<string, Door> = new Map(
  DOORS.filter((door) => door.method === 'post' && !door.path.includes('{')).map((door) => [door.path, door]),
);

/** What stands in front of everything: the busiest doors at once, the rest by the router. */
export function createEntry(
  world: World,
  otherwise: (incoming: IncomingMessage, outgoing: ServerResponse) => unknown,
): RequestListener {
  return (incoming, outgoing) => {
    if (world.isDraining()) outgoing.setHeader('Connection', 'close');
    const url = incoming.url ?? '';
    const mark = url.indexOf('?');
    const door = incoming.method === 'POST' ? FAST_DOORS.get(mark === -1 ? url : url.slice(0, mark)) : undefined;
    if (door === undefined) otherwise(incoming, outgoing);
    else void passFast(world, door, incoming, outgoing, mark === -1 ? '' : url.slice(mark + 1));
  };
}

async function passFast(
  world: World,
  door: Door,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  search: string,
): Promise<void> {
  try {
    writeReply(outgoing, await passDoor(world, door, incoming, requestOf(incoming, {}, search)));
  } catch (error) {
    // Whoever sent half a request and left is told nothing; the connection has ended.
    if (!(error instanceof ClientGone)) {
      world.log.error('An answer could not be written.', { error });
      if (!outgoing.headersSent) writeReply(outgoing, emptyReply(500));
    }
    outgoing.destroy();
  }
}

/** Answers what cannot be read as HTTP at all, or came too slowly, as a problem too; then ends the connection. */
export function answerBrokenRequest(world: World, error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const detail = BROKEN_WORDS[error.code ?? ''] ?? 'What was sent is not HTTP/1.1.';
  const reply = world.problem(new SignalboxError('request_invalid', { detail }), nextRequestId(world), {
    Connection: 'close',
  });
  const head = Object.entries({ ...reply.headers, 'Content-Length': String(Buffer.byteLength(reply.body)) })
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n');
  socket.end(`HTTP/1.1 ${reply.status} Bad Request\r\n${head}\r\n\r\n${reply.body}`);
}

const BROKEN_WORDS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'The head of the request is larger than 16 KiB.',
  ERR_HTTP_REQUEST_TIMEOUT: 'The request did not arrive within the time a request may take.',
};
