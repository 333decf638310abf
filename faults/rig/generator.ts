import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TrafficClass } from '@signalbox/contracts';
import type { Asked, OptOut } from './logs.ts';
import type { Random } from './random.ts';

/** How a scenario sends. */
export type SendPlan = {
  messages: number;
  classes: readonly TrafficClass[];
  /** 1 uses POST /v1/messages, more the batch call. */
  perCall?: number;
  connections?: number;
  /** Milliseconds between the calls of one connection. */
  pauseMs?: number;
  /** How often a call without a final answer is repeated under its key, as an SDK does. */
  tries?: number;
  /** Parts that each text needs. */
  parts?: number;
};

/** Sends to numbers nobody else gets a text on, and notes what it was told. */
export type Generator = {
  asked: Asked[];
  optOuts: OptOut[];
  /** Numbers of this generator begin so. */
  prefix: string;
  /** The calls that were answered 202, by key: what was asked and the answer as it came. */
  bodies: Map<string, { to: string; path: string; request: object; answer: string }>;
  /** How many answers had each status; 0 stands for none at all. */
  statuses: Map<number, number>;
  /** Ends when every call has its last answer. Returns what was asked now. */
  send: (plan: SendPlan) => Promise<Asked[]>;
  /** One text to a number of the scenario's choice, by POST /v1/messages; resolves with its last answer. */
  sendTo: (to: string, trafficClass: TrafficClass, tries?: number) => Promise<Asked>;
  /** One text, asked for so many times at once under one key, round about at the addresses given. */
  sendCopies: (trafficClass: TrafficClass, copies: number, urls: readonly string[]) => Promise<Copies>;
  /** The numbers that will be used next. */
  upcoming: (count: number) => string[];
  /** A number of this run that is not used otherwise. */
  nextNumber: () => string;
  /** One call to the api, or to another process of it. */
  call: (method: string, path: string, body?: object, key?: string, url?: string) => Promise<Answer>;
  optOut: (to: string, classes: TrafficClass[]) => Promise<void>;
};

/** What came back; status 0 when nothing did. */
export type Answer = { status: number; body: string; replayed: boolean };

/** What was asked many times under one key, and every answer. */
export type Copies = { asked: Asked; request: object; answers: Answer[] };

const RETRY_MS = 500;

/** Builds a generator for one workspace; `serial` keeps the numbers of scenarios on one system apart. */
export function createGenerator(given: {
  apiUrl: string;
  key: string;
  serial: number;
  random: Random;
  marker: string;
  signal: AbortSignal;
}): Generator {
  const { apiUrl, random, marker, signal } = given;
  const prefix = `+49152${String(given.serial % 100).padStart(2, '0')}`;
  const asked: Asked[] = [];
  const optOuts: OptOut[] = [];
  const statuses = new Map<number, number>();
  const bodies: Generator['bodies'] = new Map();
  let number = random.between(0, 40_000);

  // The first draw is far below 9900NN, whose numbers make the simulator do special things.
  const numberAt = (serial: number) => `${prefix}${String(serial).padStart(6, '0')}`;
  const nextNumber = () => {
    number += 1;
    return numberAt(number);
  };

  async function call(method: string, path: string, body?: object, key?: string, url = apiUrl): Promise<Answer> {
    let answer: Answer;
    try {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${given.key}`,
          ...(body && { 'content-type': 'application/json' }),
          ...(key && { 'idempotency-key': key }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(30_000),
      });
      const replayed = response.headers.get('idempotent-replayed') === 'true';
      answer = { status: response.status, body: await response.text(), replayed };
    } catch {
      answer = { status: 0, body: '', replayed: false };
    }
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    return answer;
  }

  function ask(to: string, trafficClass: TrafficClass, key: string): Asked {
    const ref = `${marker}-${to.slice(1)}`;
    const entry = { ref, to, class: trafficClass, key, status: 0, id: null, askedAtMs: Date.now() };
    return { ...entry, outcome: 'no_answer' };
  }

  function itemOf(entry: Asked, parts = 1): object {
    const text = `${marker}: your parcel is on its way, number ${entry.to.slice(-6)}.`;
    // More than 160 characters need parts of 153 each.
    const padded = parts === 1 ? text : text.padEnd(153 * parts, ' Please be at home.');
    return { to: entry.to, channel: 'sms', class: entry.class, client_ref: entry.ref, content: { text: padded } };
  }

  async function sendCall(entries: readonly Asked[], batch: boolean, maxTries: number, parts = 1): Promise<void> {
    const key = entries[0]?.key ?? '';
    asked.push(...entries);
    const items = entries.map((entry) => itemOf(entry, parts));
    const path = batch ? '/v1/messages/batch' : '/v1/messages';
    const request = batch ? { messages: items } : (items[0] ?? {});
    for (let tries = 0; tries < maxTries; tries += 1) {
      if (tries > 0) await sleep(RETRY_MS);
      signal.throwIfAborted();
      const answer = await call('POST', path, request, key);
      note(entries, answer, batch);
      if (answer.status === 202) bodies.set(key, { to: entries[0]?.to ?? '', path, request, answer: answer.body });
      if (answer.status !== 0 && answer.status < 500 && answer.status !== 409) return;
    }
  }

  return {
    asked,
    optOuts,
    prefix,
    statuses,
    bodies,
    nextNumber,
    call,
    async send(plan) {
      const before = asked.length;
      const perCall = plan.perCall ?? 50;
      let left = plan.messages;
      const work = async () => {
        while (left > 0) {
          const count = Math.min(perCall, left);
          left -= count;
          const key = randomUUID();
          const entries = Array.from({ length: count }, () => ask(nextNumber(), random.pick(plan.classes), key));
          await sendCall(entries, perCall !== 1, plan.tries ?? 1, plan.parts);
          if (plan.pauseMs) await sleep(plan.pauseMs * (0.5 + random.next()));
        }
      };
      await Promise.all(Array.from({ length: plan.connections ?? 4 }, work));
      return asked.slice(before);
    },
    async sendTo(to, trafficClass, tries = 1) {
      const entry = ask(to, trafficClass, randomUUID());
      await sendCall([entry], false, tries);
      return entry;
    },
    async sendCopies(trafficClass, copies, urls) {
      const entry = ask(nextNumber(), trafficClass, randomUUID());
      asked.push(entry);
      const request = itemOf(entry);
      const answers = await Promise.all(
        Array.from({ length: copies }, (_, index) =>
          call('POST', '/v1/messages', request, entry.key, urls[index % urls.length]),
        ),
      );
      const taken = answers.find((answer) => answer.status === 202);
      if (taken !== undefined) {
        note([entry], taken, false);
        bodies.set(entry.key, { to: entry.to, path: '/v1/messages', request, answer: taken.body });
      }
      return { asked: entry, request, answers };
    },
    upcoming: (count) => Array.from({ length: count }, (_, index) => numberAt(number + index + 1)),
    async optOut(to, classes) {
      const answer = await call('POST', '/v1/suppressions', { address: to, channel: 'sms', classes, reason: 'test' });
      if (answer.status !== 201) throw new Error(`the api answered ${answer.status} to an opt-out: ${answer.body}`);
      optOuts.push({ to, classes, answeredAtMs: Date.now() });
    },
  };
}

type BatchAnswer = { accepted: { index: number; id: string }[]; rejected: { index: number }[] };

function note(entries: readonly Asked[], answer: Answer, batch: boolean): void {
  const { status } = answer;
  for (const entry of entries) {
    entry.status = status;
    // After a 5xx or no answer at all the message may be there or not; a 409 of a key says that it is being written.
    entry.outcome = status === 202 ? 'ok' : status >= 400 && status < 500 && status !== 409 ? 'refused' : 'no_answer';
  }
  if (status !== 202) return;
  if (!batch) {
    const [entry] = entries;
    if (entry) entry.id = (JSON.parse(answer.body) as { id: string }).id;
    return;
  }
  const { accepted, rejected } = JSON.parse(answer.body) as BatchAnswer;
  for (const { index, id } of accepted) {
    const entry = entries[index];
    if (entry) entry.id = id;
  }
  for (const { index } of rejected) {
    const entry = entries[index];
    if (entry) entry.outcome = 'refused';
  }
}
