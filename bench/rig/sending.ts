import { randomUUID } from 'node:crypto';
import type { Rig } from '../rig.ts';
import { type Answer, type HttpClient, openHttpClient } from './http-client.ts';

/** A text of 97 characters whose stamp the sink reads: the class as its first word and the instant of sending. */
export function textOf(word: string): string {
  const stamp = `${word} t=${Math.round((performance.timeOrigin + performance.now()) * 1000)} `;
  return stamp.padEnd(
    97,
    'Your order has left our warehouse and will arrive on Tuesday before noon. Track it any time.',
  );
}

let serial = 0;

/** A German mobile number nobody got a text on before in this run. */
export function nextNumber(): string {
  serial += 1;
  return `+49151${String(serial % 100_000_000).padStart(8, '0')}`;
}

/** One text as the body of POST /v1/messages. */
export function messageJson(trafficClass: 'otp' | 'transactional' | 'marketing'): string {
  return `{"to":"${nextNumber()}","channel":"sms","class":"${trafficClass}","content":{"text":"${textOf(trafficClass)}"}}`;
}

/** Writes whole requests for a rig, each with a key of its own, and sends them. */
export type Sender = {
  client: HttpClient;
  single: (trafficClass: 'otp' | 'transactional' | 'marketing') => string;
  batch: (trafficClass: 'transactional' | 'marketing', size: number) => string;
};

/** Opens a sender; the api must answer 202 to what it sends. Without `idempotency` no request carries a key to be known by. */
export function openSender(rig: Pick<Rig, 'apiPort' | 'key'>, { idempotency = true } = {}): Sender {
  const client = openHttpClient(rig.apiPort);
  const head = `Host: 127.0.0.1:${rig.apiPort}\r\nAuthorization: Bearer ${rig.key}\r\nContent-Type: application/json\r\n`;
  const post = (path: string, body: string) =>
    `POST ${path} HTTP/1.1\r\n${head}${idempotency ? `Idempotency-Key: ${randomUUID()}\r\n` : ''}Content-Length: ${body.length}\r\n\r\n${body}`;
  return {
    client,
    single: (trafficClass) => post('/v1/messages', messageJson(trafficClass)),
    batch(trafficClass, size) {
      const items: string[] = [];
      for (let index = 0; index < size; index += 1) items.push(messageJson(trafficClass));
      return post('/v1/messages/batch', `{"messages":[${items.join(',')}]}`);
    },
  };
}

/** Throws when an answer is not 202. */
export function assertAccepted(answers: readonly Answer[]): void {
  const bad = answers.find(({ status }) => status !== 202);
  if (bad !== undefined) throw new Error(`the api answered ${bad.status} to a send`);
}
