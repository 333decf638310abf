import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { type AnyAccount, isHttp, isMail, isSmpp } from './accounts.ts';
import { httpBehaviour, mailBehaviour, mergeBehaviour, receiptStat, smppBehaviour } from './behaviour.ts';
import type { Handsets } from './handsets.ts';
import type { Inboxes } from './inboxes.ts';
import { magicMailboxes, magicNumbers } from './magic-numbers.ts';
import type { MailServer } from './mail.ts';
import { fieldErrors, problem } from './problem.ts';
import { misdeeds, type Smsc } from './smsc.ts';
import type { SubmitLog } from './submit-log.ts';
import type { Vendor } from './vendor.ts';

const listenerNames = ['smpp', 'smtp', 'vendor'] as const;
export type ListenerName = (typeof listenerNames)[number];

export interface ControlWorld {
  accounts: Map<string, AnyAccount>;
  log: SubmitLog;
  handsets: Handsets;
  inboxes: Inboxes;
  smsc: Smsc;
  mail: MailServer;
  vendor: Vendor;
  seed: number;
  listeners: {
    state(): Record<ListenerName, { port: number; open: boolean }>;
    set(name: ListenerName, open: boolean): Promise<void>;
  };
}

const limit = (fallback: number) => z.coerce.number().int().min(1).max(10_000).default(fallback);
const logQuery = z.strictObject({ after: z.coerce.number().int().min(0).default(0), limit: limit(1000) });
const listQuery = z.strictObject({ limit: limit(200) });
const replyBody = z.strictObject({ text: z.string().min(1).max(1530), to: z.string().min(1).max(20).optional() });
const actBody = z.strictObject({ act: z.enum(Object.keys(misdeeds) as [keyof typeof misdeeds]) });
const strayReceiptBody = z.strictObject({
  id: z.string().regex(/^[\x21-\x7e]{1,64}$/, '1 to 64 printable characters without spaces'),
  stat: receiptStat,
  err: z
    .string()
    .regex(/^[0-9A-Za-z]{1,3}$/, 'one to three characters')
    .default('000'),
  from: z.string().regex(/^\+?\d{3,15}$/, 'a number of 3 to 15 digits, + allowed in front'),
  to: z.string().min(1).max(20),
});
const listenerBody = z.strictObject({ open: z.boolean() });
const e164 = z.string().regex(/^\+?\d{3,15}$/, 'a number of 3 to 15 digits, + allowed in front');

/** The control interface: what arrived, what was seen, and how the carriers shall behave. */
export function createControl(world: ControlWorld): Hono {
  const app = new Hono();
  app.use(
    bodyLimit({ maxSize: 1_000_000, onError: (c) => problem(c, 413, 'too_large', 'A body holds at most 1 MB.') }),
  );
  app.notFound((c) => problem(c, 404, 'not_found', `${c.req.method} ${c.req.path} is not known.`));
  app.onError((error, c) => problem(c, 500, 'internal', error.message));
  app.get('/livez', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', (c) => {
    const listeners = world.listeners.state();
    return c.json({ status: 'ok', seed: world.seed, listeners });
  });
  app.get('/v1/magic-numbers', (c) =>
    c.json({ data: magicNumbers, mailboxes: magicMailboxes, pattern: 'numbers ending in 9900NN' }),
  );
  addLog(app, world);
  addHandsets(app, world);
  addInboxes(app, world);
  addCarriers(app, world);
  addStrayReceipts(app, world);
  addListeners(app, world);
  return app;
}

function addLog(app: Hono, { log }: ControlWorld): void {
  app.get('/v1/log', (c) => {
    const query = logQuery.safeParse(c.req.query());
    if (!query.success) return problem(c, 400, 'invalid_query', 'The query is not usable.', fieldErrors(query.error));
    return c.json(log.read(query.data.after, query.data.limit));
  });
  app.delete('/v1/log', (c) => {
    log.clear();
    return c.body(null, 204);
  });
}

function addHandsets(app: Hono, { handsets, smsc, vendor, accounts }: ControlWorld): void {
  app.get('/v1/handsets', (c) => {
    const query = listQuery.safeParse(c.req.query());
    if (!query.success) return problem(c, 400, 'invalid_query', 'The query is not usable.', fieldErrors(query.error));
    return c.json({ data: handsets.list(query.data.limit) });
  });
  app.get('/v1/calls', (c) => {
    const query = listQuery.safeParse(c.req.query());
    if (!query.success) return problem(c, 400, 'invalid_query', 'The query is not usable.', fieldErrors(query.error));
    return c.json({ data: handsets.calls(query.data.limit) });
  });
  app.use('/v1/handsets/:number/*', async (c, next) => {
    const number = e164.safeParse(c.req.param('number'));
    if (number.success) return next();
    return problem(c, 400, 'invalid_number', 'That is no telephone number.', [
      { field: 'number', message: number.error.issues[0]?.message ?? '' },
    ]);
  });
  app.get('/v1/handsets/:number/messages', (c) => c.json(handsets.messages(c.req.param('number'))));
  app.delete('/v1/handsets/:number/messages', (c) => c.json({ deleted: handsets.clear(c.req.param('number')) }));
  app.post('/v1/handsets/:number/replies', async (c) => {
    const body = await readJson(c, replyBody);
    if ('refusal' in body) return body.refusal;
    const number = c.req.param('number');
    const latest = handsets.lastMessage(number);
    const to = body.value.to ?? latest?.from;
    if (to === undefined) {
      return problem(c, 409, 'nothing_to_reply_to', 'This phone has received nothing.', [
        { field: 'to', message: 'name the number or short code to write to' },
      ]);
    }
    const smppNames = [...accounts.values()].filter(isSmpp).map(({ card }) => card.name);
    const vendorNames = [...accounts.values()].filter(isHttp).map(({ card }) => card.name);
    const names = [...smppNames, ...vendorNames];
    const preferred = latest && names.includes(latest.carrier) ? [latest.carrier] : names;
    const reply = { from: number, to, text: body.value.text };
    for (const carrier of preferred) {
      const parts = vendorNames.includes(carrier) ? vendor.sendReply(reply) : smsc.sendReply(carrier, reply);
      if (parts !== null) return c.json({ carrier, from: number, to, parts }, 202);
    }
    return problem(c, 409, 'no_receiver_bound', `Nobody who takes messages is bound to ${preferred.join(', ')}.`);
  });
}

function addInboxes(app: Hono, { inboxes }: ControlWorld): void {
  app.get('/v1/inboxes', (c) => {
    const query = listQuery.safeParse(c.req.query());
    if (!query.success) return problem(c, 400, 'invalid_query', 'The query is not usable.', fieldErrors(query.error));
    return c.json({ data: inboxes.list(query.data.limit) });
  });
  app.get('/v1/inboxes/:address/messages', (c) => c.json({ data: inboxes.messages(c.req.param('address')) }));
  app.delete('/v1/inboxes/:address/messages', (c) => c.json({ deleted: inboxes.clear(c.req.param('address')) }));
}

function addCarriers(app: Hono, world: ControlWorld): void {
  const unknown = (c: Context) =>
    problem(c, 404, 'unknown_carrier', `Carriers are ${[...world.accounts.keys()].join(', ')}.`);
  app.get('/v1/carriers', (c) =>
    c.json({ data: [...world.accounts.values()].map((account) => describe(account, world)) }),
  );
  app.get('/v1/carriers/:name', (c) => {
    const account = world.accounts.get(c.req.param('name'));
    return account ? c.json(describe(account, world)) : unknown(c);
  });
  app.get('/v1/carriers/:name/behaviour', (c) => {
    const account = world.accounts.get(c.req.param('name'));
    return account ? c.json(account.behaviour) : unknown(c);
  });
  app.put('/v1/carriers/:name/behaviour', async (c) => {
    const account = world.accounts.get(c.req.param('name'));
    if (!account) return unknown(c);
    const body = await readJson(c, z.record(z.string(), z.unknown()));
    if ('refusal' in body) return body.refusal;
    const errors = changeBehaviour(account, body.value);
    if (errors.length > 0) return problem(c, 422, 'invalid_behaviour', 'The behaviour was left as it was.', errors);
    applyBehaviour(account, world);
    return c.json(account.behaviour);
  });
  app.post('/v1/carriers/:name/acts', async (c) => {
    const account = world.accounts.get(c.req.param('name'));
    if (!account) return unknown(c);
    if (!isSmpp(account)) return problem(c, 409, 'not_smpp', 'Only SMPP carriers can act by themselves.');
    const body = await readJson(c, actBody);
    if ('refusal' in body) return body.refusal;
    return c.json({ binds: world.smsc.misbehave(account.card.name, body.value.act) });
  });
}

function addStrayReceipts(app: Hono, { accounts, smsc }: ControlWorld): void {
  app.post('/v1/carriers/:name/receipts', async (c) => {
    const account = accounts.get(c.req.param('name'));
    if (!account || !isSmpp(account)) return problem(c, 404, 'unknown_carrier', 'Name a carrier that speaks SMPP.');
    const body = await readJson(c, strayReceiptBody);
    if ('refusal' in body) return body.refusal;
    if (smsc.sendReceipt(account.card.name, body.value)) return c.json(body.value, 202);
    return problem(c, 409, 'no_receiver_bound', `Nobody who takes messages is bound to ${account.card.name}.`);
  });
}

function addListeners(app: Hono, { listeners }: ControlWorld): void {
  app.get('/v1/listeners', (c) => c.json(listeners.state()));
  app.put('/v1/listeners/:name', async (c) => {
    const name = z.enum(listenerNames).safeParse(c.req.param('name'));
    if (!name.success) return problem(c, 404, 'unknown_listener', `Listeners are ${listenerNames.join(', ')}.`);
    const body = await readJson(c, listenerBody);
    if ('refusal' in body) return body.refusal;
    await listeners.set(name.data, body.value.open);
    return c.json(listeners.state());
  });
}

/** Changes an account's behaviour, all or nothing; what is wrong with it otherwise. */
export function changeBehaviour(account: AnyAccount, patch: unknown) {
  if (isSmpp(account)) {
    const merged = mergeBehaviour(smppBehaviour, account.behaviour, patch);
    if (!merged.success) return fieldErrors(merged.error);
    account.behaviour = merged.data;
  } else if (isMail(account)) {
    const merged = mergeBehaviour(mailBehaviour, account.behaviour, patch);
    if (!merged.success) return fieldErrors(merged.error);
    account.behaviour = merged.data;
  } else if (isHttp(account)) {
    const merged = mergeBehaviour(httpBehaviour, account.behaviour, patch);
    if (!merged.success) return fieldErrors(merged.error);
    account.behaviour = merged.data;
  }
  return [];
}

function applyBehaviour(account: AnyAccount, { smsc, mail, vendor }: ControlWorld): void {
  if (isSmpp(account)) smsc.applied(account.card.name);
  else if (isMail(account)) mail.applied();
  else vendor.applied();
}

function describe(account: AnyAccount, { smsc, mail, vendor }: ControlWorld) {
  const { name, kind, title } = account.card;
  const state = { name, kind, title, down: account.behaviour.down, counters: account.counters };
  if (isSmpp(account)) {
    return {
      ...state,
      system_id: account.card.systemId,
      binds: smsc.binds(name),
      deliveries_waiting: smsc.waiting(name),
      port: smsc.port,
    };
  }
  if (isMail(account)) return { ...state, sessions: mail.sessions(), port: mail.port };
  return { ...state, connections: vendor.connections(), port: vendor.port };
}

async function readJson<T extends z.ZodType>(
  c: Context,
  schema: T,
): Promise<{ value: z.output<T> } | { refusal: Response }> {
  let value: unknown;
  try {
    value = await c.req.json();
  } catch {
    return {
      refusal: problem(c, 400, 'invalid_json', 'The body is not JSON.', [
        { field: 'body', message: 'send one JSON object' },
      ]),
    };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  return { refusal: problem(c, 422, 'invalid_field', 'The body is not usable.', fieldErrors(parsed.error)) };
}
