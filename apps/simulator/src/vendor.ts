import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import type { HttpAccount } from './accounts.ts';
import { drawFate, type Fate, type RefusalMemory } from './fate.ts';
import type { Handsets } from './handsets.ts';
import { findMagicNumber, type MagicNumber } from './magic-numbers.ts';
import type { Random } from './random.ts';
import type { Decision, SubmitLog } from './submit-log.ts';
import { answerLookup, answerRegistry } from './vendor-lookup.ts';
import { createVendorMessages, type Message } from './vendor-messages.ts';
import { createReceiptPoster, type VendorReceipt } from './vendor-receipts.ts';
import {
  authorized,
  duplicateOf,
  parseCall,
  parseSubmit,
  problem,
  type Reply,
  readBody,
  type SubmitBody,
} from './vendor-requests.ts';
import { answerTranslator } from './vendor-translate.ts';

export interface Vendor {
  readonly port: number;
  open(port: number, host: string): Promise<void>;
  close(): Promise<void>;
  connections(): number;
  applied(): void;
  /** Posts a phone's text to where the customer takes callbacks, or null before any text has told where that is. */
  sendReply(reply: { from: string; to: string; text: string }): number | null;
}

interface VendorWorld {
  log: SubmitLog;
  handsets: Handsets;
  random: Random;
  refusals: RefusalMemory;
  later: (ms: number, run: () => void) => void;
}

/** What can be handed to the vendor. */
const TAKES = new Map<string, (body: Buffer | null) => (SubmitBody & { language?: string }) | Reply>([
  ['/v1/sms', parseSubmit],
  ['/v1/calls', parseCall],
]);

/** What the vendor tells of numbers beside sending to them. */
const TELLS = new Map([
  ['/v1/lookup', answerLookup],
  ['/v1/registry', answerRegistry],
]);

/** The vendor with a JSON interface: POST /v1/sms sends a text and POST /v1/calls places a call; GET /v1/sms/{id}, GET /v1/sms?reference= and the like for calls, receipts by callback; POST /v1/lookup tells the networks of numbers, POST /v1/registry whether they stand on a registry, and /translator translates. */
export function createVendor(account: HttpAccount, world: VendorWorld): Vendor {
  const messages = createVendorMessages();
  const sockets = new Set<Socket>();
  const post = createReceiptPoster({ secret: account.card.signingSecret, later: world.later });
  let requests = 0;
  let replies = 0;
  /** Where the customer takes callbacks: as its last text said. */
  let callbackUrl: string | undefined;

  const server = createServer((request, response) => {
    requests += 1;
    const sequence = requests;
    void answer(request, response, sequence).catch(() => response.destroy());
  });
  // Connections are taken here and passed on, so that one can be accepted and never read.
  const door = createTcpServer((socket) => {
    const { down, hang } = account.behaviour;
    if (down) return socket.destroy();
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    const hung = hang.at === 'connect' && world.random.chance(hang.share);
    return hung ? socket : server.emit('connection', socket);
  });
  server.on('clientError', (_error, socket) => socket.destroy());

  const answer = async (request: IncomingMessage, response: ServerResponse, sequence: number) => {
    const { hang, latency_ms: latencyMs } = account.behaviour;
    const body = await readBody(request);
    if (hang.at === 'headers' && world.random.chance(hang.share)) return;
    const url = new URL(request.url ?? '/', 'http://vendor');
    // It takes its key in the body, as services of its kind do.
    const translated = answerTranslator(request.method, url.pathname, body, account.card.token);
    if (translated !== undefined) {
      const waitMs = translated.delayMs + world.random.between(latencyMs);
      return world.later(waitMs, () => send(response, translated.reply));
    }
    if (!authorized(request, account.card.token))
      return send(response, problem(401, 'unauthorized', 'Bearer token missing or wrong'));
    if (request.method === 'GET') return send(response, lookUp(url));
    const tells = request.method === 'POST' ? TELLS.get(url.pathname) : undefined;
    if (tells !== undefined) {
      const told = tells(body);
      return world.later(world.random.between(latencyMs), () => send(response, told));
    }
    const parse = request.method === 'POST' ? TAKES.get(url.pathname) : undefined;
    if (parse === undefined) return send(response, problem(404, 'not_found', 'No such resource'));
    const parsed = parse(body);
    if ('status' in parsed) return send(response, parsed);
    const taken = take(parsed, sequence);
    if (taken.reply === 'drop') return request.socket.destroy();
    const reply = taken.reply;
    const magic = findMagicNumber(parsed.to);
    world.later(magic?.responseDelayMs ?? world.random.between(latencyMs), () => send(response, reply));
  };

  const take = (body: SubmitBody & { language?: string }, sequence: number): { reply: Reply | 'drop' } => {
    account.counters.submits += 1;
    const magic = findMagicNumber(body.to);
    const known = messages.byReference(body.reference);
    const refusal = known ? duplicateOf(known) : refusalOf(body, magic);
    if (refusal) {
      record(body, sequence, { decision: 'refused', status: refusal.status, id: known?.id ?? null });
      return { reply: refusal };
    }
    if (magic?.swallow || magic?.genericNack || world.random.chance(account.behaviour.swallow)) {
      record(body, sequence, { decision: 'swallowed', status: null, id: null });
      return { reply: 'drop' };
    }
    const lost = magic?.loseResponse || magic?.cut || world.random.chance(account.behaviour.lose_response);
    const message = messages.keep(body);
    const decision: Decision = !lost ? 'accepted' : magic?.cut ? 'cut' : 'swallowed';
    const seq = record(body, sequence, { decision, status: lost ? null : 200, id: message.id });
    followUp(message, seq, drawFate(account.behaviour.receipt, magic, world.random));
    return { reply: lost ? 'drop' : { status: 200, body: { id: message.id, status: 'accepted' } } };
  };

  const refusalOf = (body: SubmitBody, magic: MagicNumber | undefined): Reply | null => {
    const { throttle, errors, ok_with_error: okWithError } = account.behaviour;
    if (account.overRate(throttle.per_second)) {
      return { ...problem(429, 'throttled', 'Too many requests'), retryAfterS: throttle.retry_after_s };
    }
    const attempt = { carrier: account.card.name, destination: body.to, digest: body.text };
    if (magic?.refuse && world.refusals.refuses(magic, attempt)) {
      return {
        ...problem(magic.refuse.http, magic.refuse.reason, magic.does),
        retryAfterS: magic.refuse.http === 429 ? 1 : null,
      };
    }
    const error = world.random.pick(errors);
    if (error)
      return { ...problem(error.status, error.code, 'Refused by behaviour'), retryAfterS: error.retry_after_s };
    if (world.random.chance(okWithError)) return { ...problem(200, 'internal_failure', 'Not accepted') };
    return null;
  };

  const record = (
    body: SubmitBody,
    sequence: number,
    seen: { decision: Decision; status: number | null; id: string | null },
  ): number => {
    account.counters[seen.decision] += 1;
    return world.log.record({
      carrier: account.card.name,
      session: 'http',
      sequence,
      destination: body.to,
      from: body.from,
      part: null,
      decision: seen.decision,
      id: seen.id,
      status: seen.status,
      text: body.text,
      reference: body.reference ?? null,
    });
  };

  const followUp = (message: Message, seq: number, fate: Fate) => {
    const missed = message.language === undefined ? undefined : findMagicNumber(message.to)?.call;
    const wordFor = (stat: Fate['stat']) => wordOf(message, missed, stat);
    world.later(fate.afterMs, () => {
      message.status = wordFor(fate.stat);
      message.error_code = fate.err === '000' ? null : fate.err;
      if (!fate.reachesPhone) return;
      const { to, from, text, language } = message;
      if (language !== undefined) {
        const outcome = missed ?? 'answered';
        return world.handsets.ring({ to, from, text, language, carrier: account.card.name, outcome });
      }
      const read = { text: message.text, encoding: 'ucs2' as const, dataCoding: 8, part: null };
      world.handsets.arrive({ to: message.to, from: message.from, carrier: account.card.name, read });
    });
    if (message.callback_url === undefined) return;
    const url = message.callback_url;
    callbackUrl = url;
    for (const planned of fate.receipts) {
      const form = planned.garbage !== null ? 'garbage' : 'callback';
      const told: VendorReceipt = {
        id: planned.unknownId ? `${message.id}x` : message.id,
        reference: message.reference ?? null,
        status: wordFor(planned.stat),
        error_code: planned.err === '000' ? null : planned.err,
        at: new Date().toISOString(),
      };
      world.later(planned.afterMs, () => {
        account.counters.receipts += 1;
        const sent = world.log.receiptSent(seq, { stat: planned.stat, err: planned.err, form });
        const body =
          planned.garbage !== null ? '{"id":[},"status":' : JSON.stringify({ ...told, at: new Date().toISOString() });
        post(url, body, (status) => world.log.receiptAnswered(sent, status));
      });
    }
  };

  const lookUp = (url: URL): Reply => {
    const reference = url.searchParams.get('reference');
    const id = /^\/v1\/(?:sms|calls)\/([^/]+)$/.exec(url.pathname)?.[1];
    if (TAKES.has(url.pathname) && reference === null)
      return problem(400, 'missing_reference', 'Give ?reference= or /v1/sms/{id}');
    const found = id !== undefined ? messages.byId(id) : messages.byReference(reference ?? undefined);
    if (!found) return problem(404, 'not_found', 'No such message');
    const { to, from, status, error_code, at } = found;
    return {
      status: 200,
      body: { id: found.id, reference: found.reference ?? null, to, from, status, error_code, at },
    };
  };

  const send = (response: ServerResponse, { status, body, retryAfterS }: Reply) => {
    const { content_type: contentType, html_body: html, hang } = account.behaviour;
    const text = world.random.chance(html) ? '<!doctype html><title>Bad gateway</title>' : JSON.stringify(body);
    const bytes = Buffer.from(text);
    response.setHeader('content-type', contentType);
    response.setHeader('content-length', bytes.length);
    if (retryAfterS !== undefined && retryAfterS !== null) response.setHeader('retry-after', String(retryAfterS));
    response.writeHead(status);
    if (hang.at === 'body' && world.random.chance(hang.share)) response.write(bytes.subarray(0, bytes.length >> 1));
    else response.end(bytes);
  };

  return {
    get port() {
      return (door.address() as AddressInfo | null)?.port ?? 0;
    },
    open: (port, host) =>
      new Promise((resolve, reject) => {
        door.once('error', reject);
        door.listen(port, host, () => {
          door.off('error', reject);
          resolve();
        });
      }),
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => {
        if (door.listening) door.close(() => resolve());
        else resolve();
      });
    },
    connections: () => sockets.size,
    sendReply({ from, to, text }) {
      if (callbackUrl === undefined) return null;
      replies += 1;
      const id = `in_${Date.now().toString(36)}_${replies}`;
      const told = { type: 'inbound', id, from: `+${from.replace(/\D/g, '')}`, to, text, at: new Date().toISOString() };
      post(callbackUrl, JSON.stringify(told), () => {});
      return 1;
    },
    applied() {
      // A kept connection would pass by a fault that acts on new ones.
      const { down, hang } = account.behaviour;
      if (down || (hang.at === 'connect' && hang.share > 0)) for (const socket of sockets) socket.destroy();
    },
  };
}

/** What the vendor calls the state of a call or a text: a call that went well was answered. */
function wordOf({ language }: Message, missed: MagicNumber['call'], stat: Fate['stat']): string {
  if (language === undefined || stat !== 'DELIVRD') return statusWords[stat];
  return missed ?? 'answered';
}

const statusWords: Record<Fate['stat'], string> = {
  DELIVRD: 'delivered',
  EXPIRED: 'expired',
  DELETED: 'deleted',
  UNDELIV: 'undelivered',
  ACCEPTD: 'accepted',
  UNKNOWN: 'unknown',
  REJECTD: 'rejected',
  ENROUTE: 'enroute',
};
