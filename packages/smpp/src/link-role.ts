import type { Pdu } from './codec.ts';
import type { MessageInput, ReceivedMessage } from './message.ts';
import type { OutBuffer } from './out-buffer.ts';
import type { DownReason, LateResponse, SessionProblem } from './session-types.ts';

/** Which side of SMPP a link plays: what it sends through its window, and which messages it takes in (data_sm beside them, or not). */
export type LinkRole = {
  sends: 'submit_sm' | 'deliver_sm';
  takes: 'submit_sm' | 'deliver_sm';
  takesDataSm: boolean;
  encode: (out: OutBuffer, sequence: number, message: MessageInput) => void;
};

/** What a link tells the session that owns it. */
export type LinkHooks = {
  onMessages: (batch: ReceivedMessage[]) => void;
  onRequest: (pdu: Pdu) => void;
  onPeerUnbind: () => void;
  onLate: (late: LateResponse) => void;
  onProblem: (problem: SessionProblem) => void;
  onDown: (reason: DownReason) => void;
};

/** Running totals that outlive a connection. */
export type Counters = {
  written: number;
  responses: number;
  timeouts: number;
  lateResponses: number;
  delivers: number;
};

/** Totals that start at nothing. */
export function startCounters(): Counters {
  return { written: 0, responses: 0, timeouts: 0, lateResponses: 0, delivers: 0 };
}
