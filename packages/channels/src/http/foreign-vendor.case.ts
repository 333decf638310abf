import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { SubmitRequest } from '@signalbox/contracts';
import type { ForeignPeer, Mood } from '../conformance.case.ts';
import { listenOn } from '../foreign-socket.case.ts';
import { parseJson, readText } from '../json-pointer.ts';

const SLOW_MS = 60;

/** What the vendor does with one request instead of what its mood says. */
export type Handler = (request: IncomingMessage, body: string, response: ServerResponse) => void;

/** An HTTP vendor on node:http, with every request it read. */
export interface ForeignVendor extends ForeignPeer {
  readonly requests: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[];
  handle: Handler | undefined;
}

/** A text with `{{reference}}` ending in its number. */
export function makeVendorText(number: number, urgent = false): SubmitRequest {
  return {
    attemptRef: `0192aa00000070008000${String(number).padStart(12, '0')}-1`,
    validForSeconds: 300,
    urgent,
    environment: 'live',
    submission: {
      kind: 'sms',
      to: `+1202555${String(number).padStart(4, '0')}`,
      from: 'Shop',
      parts: [{ encoding: 'gsm7', text: `text ${number}` }],
      reference: number,
    },
  };
}

/** Opens the vendor on a free port. */
export async function openForeignVendor(): Promise<ForeignVendor> {
  let mood: Mood = 'accept';
  const numbers: number[] = [];
  const requests: ForeignVendor['requests'] = [];
  const answer = (
    response: ServerResponse,
    status: number,
    body: unknown,
    headers: Record<string, string> = {},
  ): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
  const byMood = (request: IncomingMessage, body: string, response: ServerResponse): void => {
    const reference = readText(parseJson(body), '/reference') ?? '';
    numbers.push(Number(reference.slice(20, 32)));
    const taken = { id: `v-${reference}`, status: 'accepted' };
    const acts: Record<Mood, () => unknown> = {
      accept: () => answer(response, 200, taken),
      refuse: () => answer(response, 400, { error: { code: 'invalid_destination' } }),
      throttle: () => answer(response, 429, { error: { code: 'busy' } }),
      slow: () => setTimeout(() => answer(response, 200, taken), SLOW_MS),
      silent: () => undefined,
      die: () => request.socket.destroy(),
      echo_secrets: () =>
        answer(response, 401, { error: { code: 'unauthorized', got: request.headers.authorization } }),
    };
    acts[mood]();
  };
  const vendor: Partial<ForeignVendor> = { handle: undefined };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    requests.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
    (vendor.handle ?? byMood)(request, body, response);
  });
  const listener = await listenOn(server);
  return Object.assign(vendor, {
    settings: {
      base_url: `http://127.0.0.1:${listener.port}`,
      path: '/v1/sms',
      auth: 'bearer',
      auth_secret: 'tok-3f9d2c7a51',
      signature_secret: 'sig-77aa00ff',
      timeout_ms: 500,
      concurrency: 2,
      throttle_pause_ms: 20,
    },
    allow: [`127.0.0.1:${listener.port}`],
    secrets: ['tok-3f9d2c7a51', 'sig-77aa00ff'],
    requests,
    setMood: (next: Mood) => {
      mood = next;
    },
    makeRequest: makeVendorText,
    seen: () => numbers,
    goDown: listener.goDown,
    comeBack: listener.comeBack,
  }) as ForeignVendor;
}
