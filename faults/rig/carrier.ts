import { readFileSync } from 'node:fs';
import type { CarrierSubmit } from './logs.ts';

/** The carriers of the simulator that scenarios send through. */
export const SMPP_CARRIERS = ['aurora', 'borealis', 'cascade'] as const;

/** How a scenario makes the carriers misbehave, and what they saw. */
export type Carriers = {
  /** Lays a part of a behaviour over the one in force; see apps/simulator/src/behaviour.ts. */
  behave: (carrier: string, patch: object) => Promise<void>;
  /** Every carrier behaves again as it did when the system was started. */
  calm: () => Promise<void>;
  /** A receipt for an id of our choice. */
  sendReceipt: (carrier: string, receipt: { id: string; stat: string; from: string; to: string }) => Promise<void>;
  /** Receipts not yet acknowledged, of one carrier. */
  waiting: (carrier: string) => Promise<number>;
  bound: (carrier: string) => Promise<number>;
  /** Every submit the carriers have logged to numbers that begin so. */
  readLog: (prefix: string) => CarrierSubmit[];
};

type LogLine =
  | ({ kind: 'submit'; at: string } & Omit<CarrierSubmit, 'atMs' | 'receipts' | 'part' | 'taken'> & {
        part: { number: number } | null;
      })
  | { kind: 'receipt'; seq: number; at: string; stat: string }
  | { kind: 'receipt_answer'; seq: number; stat: string; answer: number }
  | { kind: 'cleared' };

/** Speaks with the control port of the simulator and reads its log file. */
export async function openCarriers(controlUrl: string, logFile: string): Promise<Carriers> {
  const call = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${controlUrl}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`the simulator refused ${method} ${path}: ${text}`);
    return JSON.parse(text) as Record<string, unknown>;
  };
  const behave = async (carrier: string, patch: object) =>
    void (await call('PUT', `/v1/carriers/${carrier}/behaviour`, patch));
  const calmest = new Map<string, object>();
  for (const carrier of SMPP_CARRIERS) calmest.set(carrier, await call('GET', `/v1/carriers/${carrier}/behaviour`));
  return {
    behave,
    async calm() {
      for (const [carrier, behaviour] of calmest) await behave(carrier, behaviour);
    },
    sendReceipt: async (carrier, receipt) => void (await call('POST', `/v1/carriers/${carrier}/receipts`, receipt)),
    waiting: async (carrier) => Number((await call('GET', `/v1/carriers/${carrier}`)).deliveries_waiting),
    bound: async (carrier) => ((await call('GET', `/v1/carriers/${carrier}`)).binds as unknown[]).length,
    readLog: (prefix) => parseLog(readFileSync(logFile, 'utf8'), prefix),
  };
}

function parseLog(text: string, prefix: string): CarrierSubmit[] {
  const submits = new Map<number, CarrierSubmit>();
  // The simulator may be in the midst of writing its last line.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  for (const line of whole.split('\n')) {
    if (line === '') continue;
    const entry = JSON.parse(line) as LogLine;
    if (entry.kind === 'submit') {
      if (!entry.destination.startsWith(prefix)) continue;
      const { kind, at, part, ...rest } = entry;
      // An id is given to what is taken, whatever becomes of the answer.
      submits.set(entry.seq, {
        ...rest,
        atMs: Date.parse(at),
        part: part?.number ?? 1,
        taken: entry.id !== null,
        receipts: [],
      });
    } else if (entry.kind === 'receipt')
      submits.get(entry.seq)?.receipts.push({ stat: entry.stat, atMs: Date.parse(entry.at), answers: [] });
    else if (entry.kind === 'receipt_answer') {
      const open = submits
        .get(entry.seq)
        ?.receipts.find((receipt) => receipt.stat === entry.stat && receipt.answers.length === 0);
      open?.answers.push(entry.answer);
    }
  }
  return [...submits.values()];
}
