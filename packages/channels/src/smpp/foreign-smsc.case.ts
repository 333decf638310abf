import type { SmsPart, SubmitRequest } from '@signalbox/contracts';
import smpp, { type ForeignPdu, type ForeignSession } from 'smpp';
import type { ForeignPeer, Mood } from '../conformance.case.ts';
import { listenOn } from '../foreign-socket.case.ts';

const SLOW_MS = 60;

/** What the message centre answers to one submit_sm: a status, or nothing. */
export type Verdict = { status: number } | 'silent' | 'die';

/** A message centre on the npm package smpp, with all it saw. */
export interface ForeignSmsc extends ForeignPeer {
  readonly submits: ForeignPdu[];
  /** The kinds of the present binds. */
  binds(): string[];
  /** Decides each submit_sm instead of the mood. */
  judge: ((pdu: ForeignPdu) => Verdict) | undefined;
  /** Sends one deliver_sm on any receiving bind and resolves with the status of its answer. */
  deliver(fields: Record<string, unknown>): Promise<number>;
  /** Whether an unbind is answered. */
  answersUnbind: boolean;
  /** Cuts one bind. */
  cutOne(): void;
}

/** A text to `+1202555<number>` of one part, or of the given parts. */
export function makeText(number: number, urgent = false, parts?: SmsPart[]): SubmitRequest {
  return {
    attemptRef: `0192aa00000070008000${String(number).padStart(12, '0')}-1`,
    validForSeconds: 300,
    urgent,
    environment: 'live',
    submission: {
      kind: 'sms',
      to: `+1202555${String(number).padStart(4, '0')}`,
      from: 'Shop',
      parts: parts ?? [{ encoding: 'gsm7', text: `text ${number}` }],
      reference: number,
    },
  };
}

const OK: Verdict = { status: 0 };

/** Opens the message centre on a free port. */
export async function openForeignSmsc(): Promise<ForeignSmsc> {
  let mood: Mood = 'accept';
  let serial = 0x1000;
  const sessions = new Map<ForeignSession, string>();
  const submits: ForeignPdu[] = [];
  const numbers: number[] = [];
  const moods: Record<Mood, Verdict> = {
    accept: OK,
    slow: OK,
    echo_secrets: { status: 0x45 },
    refuse: { status: 0x0b },
    throttle: { status: 0x58 },
    silent: 'silent',
    die: 'die',
  };
  const peer: Partial<ForeignSmsc> = { judge: undefined, answersUnbind: true };

  const takeSubmit = (session: ForeignSession, pdu: ForeignPdu): void => {
    submits.push(pdu);
    numbers.push(Number(pdu.destination_addr.slice(7)));
    const verdict = peer.judge ? peer.judge(pdu) : moods[mood];
    if (verdict === 'die') session.destroy();
    if (typeof verdict === 'string') return;
    serial += 1;
    const answer = pdu.response({
      command_status: verdict.status,
      message_id: verdict.status === 0 ? serial.toString(16) : '',
    });
    if (mood === 'slow') setTimeout(() => session.send(answer), SLOW_MS);
    else session.send(answer);
  };

  const server = smpp.createServer((session) => {
    for (const kind of ['transceiver', 'transmitter', 'receiver']) {
      session.on(`bind_${kind}`, (pdu: ForeignPdu) => {
        if (pdu.password !== 'pw-5e1f') {
          session.send(pdu.response({ command_status: 0x0e }));
          return;
        }
        sessions.set(session, kind);
        session.send(pdu.response({ system_id: 'SMSC' }));
      });
    }
    session.on('submit_sm', (pdu: ForeignPdu) => takeSubmit(session, pdu));
    session.on('enquire_link', (pdu: ForeignPdu) => session.send(pdu.response()));
    session.on('unbind', (pdu: ForeignPdu) => {
      if (!peer.answersUnbind) return;
      session.send(pdu.response());
      session.close();
    });
    session.on('close', () => sessions.delete(session));
    session.on('error', () => sessions.delete(session));
  });
  const listener = await listenOn(server);

  const deliver = (fields: Record<string, unknown>): Promise<number> => {
    const [session] = [...sessions].find(([, kind]) => kind !== 'transmitter') ?? [];
    if (!session) throw new Error('no bind to deliver on');
    return new Promise((resolve) => session.deliver_sm(fields, (answer) => resolve(answer.command_status)));
  };
  const report = (ref: string): Promise<number> =>
    deliver({
      source_addr: '12025550001',
      destination_addr: 'Shop',
      esm_class: 4,
      short_message: `id:${ref} sub:001 dlvrd:001 submit date:2601010000 done date:2601010001 stat:DELIVRD err:000 text:hi`,
    });
  return Object.assign(peer, {
    settings: {
      host: '127.0.0.1',
      port: listener.port,
      system_id: 'shop',
      password: 'pw-5e1f',
      window: 2,
      response_timeout_ms: 500,
      connect_timeout_ms: 1000,
      throttle_pause_ms: 20,
    },
    allow: [],
    secrets: ['pw-5e1f'],
    submits,
    binds: () => [...sessions.values()],
    deliver,
    cutOne: () => [...sessions.keys()][0]?.destroy(),
    setMood: (next: Mood) => {
      mood = next;
    },
    makeRequest: makeText,
    seen: () => numbers,
    goDown: async () => {
      sessions.clear();
      await listener.goDown();
    },
    comeBack: listener.comeBack,
    report: async (refs: readonly string[]) => {
      const statuses = await Promise.all(refs.map(report));
      return statuses.map((status) => {
        if (status === 0) return 'stored' as const;
        if (status === 0x58 || status === 0x14) return 'again' as const;
        throw new Error(`a receipt was answered with 0x${status.toString(16)}, which is final`);
      });
    },
  }) as ForeignSmsc;
}
