import type { ServerResponse } from 'node:http';

/** An answer before it meets a transport: the body is complete text. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** What every answer says to a browser or a cache that meets it. */
const ALWAYS = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

/** An answer of JSON text that is ready to go. */
export function jsonReply(status: number, body: string, headers?: Record<string, string>): Reply {
  return { status, headers: { 'Content-Type': 'application/json', ...ALWAYS, ...headers }, body };
}

/** An answer without a body. */
export function emptyReply(status: number): Reply {
  return { status, headers: { ...ALWAYS }, body: '' };
}

/** Writes a reply to a node response, in one piece. */
export function writeReply(outgoing: ServerResponse, reply: Reply): void {
  if (reply.body !== '') reply.headers['Content-Length'] = String(Buffer.byteLength(reply.body));
  outgoing.writeHead(reply.status, reply.headers);
  outgoing.end(reply.body);
}

/** A reply as the web's Response, for Hono. */
export function toResponse(reply: Reply): Response {
  const hasNoBody = reply.status === 204 || reply.status === 304;
  return new Response(hasNoBody ? null : reply.body, { status: reply.status, headers: reply.headers });
}
