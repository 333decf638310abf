import { fork } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Who takes callbacks, in a process of its own. */
export type CallbackSink = {
  port: number;
  /** Requests that were answered so far, and events in them: those of a group, one for any other request. */
  counted: () => Promise<{ requests: number; events: number }>;
  /** Resolves when so many events came; throws when none came for 20 s. */
  waitFor: (wanted: number, signal: AbortSignal) => Promise<void>;
  /** Throws unless the last request carries the signature of this secret (Standard Webhooks). */
  assertSigned: (secret: string) => Promise<void>;
  stop: () => void;
};

type Told = { requests: number; events: number; head: string; body: string };

const STALL_MS = 20_000;

/** Starts a sink on a free port. */
export async function openCallbackSink(): Promise<CallbackSink> {
  const child = fork(fileURLToPath(new URL('./callback-sink.ts', import.meta.url)), { execArgv: [] });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const ask = async () => {
    child.send('tell');
    const [told] = (await once(child, 'message')) as [Told];
    return told;
  };
  return {
    port,
    counted: ask,
    async waitFor(wanted, signal) {
      let last = -1;
      let movedAt = performance.now();
      for (;;) {
        signal.throwIfAborted();
        const { events } = await ask();
        if (events >= wanted) return;
        if (events !== last) movedAt = performance.now();
        else if (performance.now() - movedAt > STALL_MS) throw new Error(`${wanted - events} callbacks did not come`);
        last = events;
        await sleep(15);
      }
    },
    async assertSigned(secret) {
      const { head, body } = await ask();
      const header = (name: string) => new RegExp(`\\r\\n${name}: (.*)`).exec(head)?.[1] ?? '';
      const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
      const text = Buffer.from(`${header('webhook-id')}.${header('webhook-timestamp')}.${body}`, 'latin1');
      const signature = `v1,${createHmac('sha256', key).update(text).digest('base64')}`;
      if (header('webhook-signature') !== signature) throw new Error('a callback came without the right signature');
    },
    stop: () => void child.kill(),
  };
}

/** An endpoint of the system under test that is called back about each receipt. */
export type Subscription = { secret: string; end: () => Promise<void> };

/** Subscribes the sink to receipts through the api of a rig, and waits until the worker knows: a test event has come. */
export async function subscribe(
  rig: { apiPort: number; key: string },
  sink: CallbackSink,
  eventsPerRequest: number,
  signal: AbortSignal,
): Promise<Subscription> {
  const call = async (method: string, path: string, body?: object) => {
    const headers = { authorization: `Bearer ${rig.key}`, 'content-type': 'application/json' };
    const answer = await fetch(`http://127.0.0.1:${rig.apiPort}/v1/webhooks${path}`, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`the api answered ${answer.status} about webhooks: ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as { id: string; secret: string };
  };
  const url = `http://127.0.0.1:${sink.port}/receipts`;
  const { id, secret } = await call('POST', '', {
    url,
    event_types: ['message.delivered'],
    events_per_request: eventsPerRequest,
  });
  const { events } = await sink.counted();
  await call('POST', `/${id}/test`);
  await sink.waitFor(events + 1, signal);
  await sink.assertSigned(secret);
  return { secret, end: async () => void (await call('DELETE', `/${id}`)) };
}
