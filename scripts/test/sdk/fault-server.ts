import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback that misbehaves as it is told, for the tests of the clients. */
export type FaultServer = { url: string; stop: () => Promise<void> };

type Visit = { key: string | null; agent: string; atMs: number };

/** What a client could not know yet: a field and a state of a later version. */
const ANSWER = {
  id: 'msg_fault',
  state: 'teleported',
  to: '+525512345678',
  channel: 'sms',
  class: 'transactional',
  environment: 'sandbox',
  parts: 1,
  client_ref: null,
  accepted_at: '2026-11-27T00:00:00Z',
  send_at: null,
  expires_at: '2026-11-27T01:00:00Z',
  of_tomorrow: { is: 'kept' },
};

/**
 * Starts it. A client whose base URL is `<url>/s/<name>/<script>` is answered step by step, the last step again and again:
 * `ok`, `drop` (no answer), `hang` (never an answer), `busy` (409 idempotency_in_progress), `html` (502 of something before the api),
 * `later` (429 with the date in two seconds), or a status with an optional Retry-After, `503` or `429r1`. `<url>/log/<name>` tells who came: key, agent, instant.
 */
export async function startFaultServer(): Promise<FaultServer> {
  const visits = new Map<string, Visit[]>();
  const server = createServer((request, response) => {
    const [, kind, name = '', script = ''] = (request.url ?? '').split('/');
    request.resume();
    const before = visits.get(name) ?? [];
    if (kind === 'log') {
      answer(response, 200, before);
      return;
    }
    visits.set(name, [...before, visitOf(request)]);
    const steps = script.split(',');
    play(steps[Math.min(before.length, steps.length - 1)] ?? 'ok', request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function visitOf({ headers }: IncomingMessage): Visit {
  const key = headers['idempotency-key'];
  return { key: typeof key === 'string' ? key : null, agent: headers['user-agent'] ?? '', atMs: Date.now() };
}

function play(step: string, request: IncomingMessage, response: ServerResponse): void {
  if (step === 'hang') return;
  if (step === 'drop') {
    request.socket.destroy();
  } else if (step === 'ok') {
    answer(response, 202, ANSWER);
  } else if (step === 'busy') {
    answer(response, 409, problem(409, 'idempotency_in_progress'), { 'retry-after': '0' });
  } else if (step === 'html') {
    response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
  } else if (step === 'later') {
    const date = new Date(Date.now() + 2000).toUTCString();
    answer(response, 429, problem(429, 'told_to'), { 'retry-after': date });
  } else {
    const [status = '500', wait] = step.split('r');
    const headers: Record<string, string> = wait === undefined ? {} : { 'retry-after': wait };
    answer(response, Number(status), problem(Number(status), 'told_to'), headers);
  }
}

const problem = (status: number, code: string) => ({
  type: 'about:blank',
  title: 'As told.',
  status,
  code,
  cure: 'Tell otherwise.',
  request_id: 'req_fault',
});

function answer(response: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
}
