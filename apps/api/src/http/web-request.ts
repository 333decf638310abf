import type { IncomingMessage } from 'node:http';
import type { World } from '../world.ts';
import { readBody } from './body.ts';
import { assertJsonType, decodeJson, parseJson } from './json.ts';

/**
 * A node request as the web's Request, its body read whole under the same limits as every other door: at most 4 MiB,
 * JSON, no deep nesting, no `__proto__`. The address is built on our own public one, so that a forged Host header changes nothing.
 */
export async function toRequest(world: World, incoming: IncomingMessage): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct)) {
    for (const text of value ?? []) headers.append(name, text);
  }
  const method = incoming.method ?? 'GET';
  const url = world.settings.publicUrl + (incoming.url ?? '/');
  if (method === 'GET' || method === 'HEAD') {
    const input = new URL(url).searchParams.get('input');
    if (input !== null) parseJson(input);
    return new Request(url, { method, headers });
  }
  const body = await readBody(incoming);
  if (body.length === 0) return new Request(url, { method, headers });
  assertJsonType(headers.get('content-type') ?? undefined, headers.get('content-encoding') ?? undefined);
  const text = decodeJson(body);
  parseJson(text);
  return new Request(url, { method, headers, body: text });
}
