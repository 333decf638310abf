import { encodePdu, type Fields, type Pdu, type Session } from './smpp-wire.ts';

export type BindMode = 'tx' | 'rx' | 'trx';

export interface Drip {
  bytes: number;
  every_ms: number;
}

/** One TCP connection of a customer, seen from the carrier. */
export interface Link {
  readonly id: string;
  readonly remote: string;
  readonly openedAt: number;
  account: string | null;
  mode: BindMode | null;
  submits: number;
  lastHeardAt: number;
  unansweredEnquiries: number;
  /** True once nothing is sent any more, as if the packets were lost; the connection stays open. */
  silent: boolean;
  readonly closed: boolean;
  /** Sends bytes; dripped answers keep their order. */
  write(bytes: Buffer): void;
  respond(to: Pdu, fields?: Fields): void;
  /** Sends a request of the carrier; `answered` gets the command_status, or null when the connection ended first. */
  request(command: string, fields: Fields, answered: (status: number | null) => void): void;
  /** Takes an answer of the customer; false when nobody waits for it. */
  settle(pdu: Pdu): boolean;
  /** Ends in the polite way: what was written still leaves. */
  end(): void;
  /** Ends at once. */
  cut(): void;
}

export function createLink(options: {
  id: string;
  session: Session;
  drip: () => Drip | null;
  now: () => number;
}): Link & { lost(): void } {
  const { id, session, drip } = options;
  const { socket } = session;
  const waiting = new Map<number, (status: number | null) => void>();
  const queue: Buffer[] = [];
  let dripping = false;
  let corked = false;
  let closed = false;
  let sequence = 0;

  const send = (bytes: Buffer) => {
    if (closed || link.silent || !socket.writable) return;
    if (!corked) {
      // All answers of one turn leave in one packet.
      corked = true;
      socket.cork();
      process.nextTick(() => {
        corked = false;
        socket.uncork();
      });
    }
    socket.write(bytes);
  };
  const dripOn = () => {
    const pace = drip();
    const head = queue[0];
    if (head === undefined || closed) {
      dripping = false;
      return;
    }
    const slice = head.subarray(0, pace?.bytes ?? head.length);
    send(slice);
    if (slice.length === head.length) queue.shift();
    else queue[0] = head.subarray(slice.length);
    setTimeout(dripOn, pace?.every_ms ?? 0).unref();
  };

  const link: Link & { lost(): void } = {
    id,
    remote: `${socket.remoteAddress ?? ''}:${socket.remotePort ?? 0}`,
    openedAt: options.now(),
    account: null,
    mode: null,
    submits: 0,
    lastHeardAt: options.now(),
    unansweredEnquiries: 0,
    silent: false,
    get closed() {
      return closed;
    },
    write(bytes) {
      if (!dripping && drip() === null) return send(bytes);
      queue.push(bytes);
      if (dripping) return;
      dripping = true;
      dripOn();
    },
    respond(to, fields = {}) {
      const command = to.command === 'unknown' ? 'generic_nack' : `${to.command}_resp`;
      link.write(encodePdu(command, { ...fields, sequence_number: to.sequence_number }));
    },
    request(command, fields, answered) {
      sequence = sequence >= 0x7fffffff ? 1 : sequence + 1;
      waiting.set(sequence, answered);
      link.write(encodePdu(command, { ...fields, sequence_number: sequence }));
    },
    settle(pdu) {
      const answered = waiting.get(pdu.sequence_number);
      waiting.delete(pdu.sequence_number);
      answered?.(pdu.command_status);
      return answered !== undefined;
    },
    end: () => session.close(),
    cut: () => session.destroy(),
    lost() {
      closed = true;
      const unanswered = [...waiting.values()];
      waiting.clear();
      for (const answered of unanswered) answered(null);
    },
  };
  return link;
}
