/** The part of the npm package `smpp` (0.5, which ships no types) that tests and benchmarks use as the foreign side. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server, Socket } from 'node:net';

  export class PDU {
    constructor(command: string | Buffer, fields?: Record<string, unknown>);
    command: string;
    command_id: number;
    command_length: number;
    command_status: number;
    sequence_number: number;
    [field: string]: unknown;
    toBuffer(): Buffer;
    response(fields?: Record<string, unknown>): PDU;
  }

  export type Session = EventEmitter & {
    socket: Socket;
    send(pdu: PDU, onResponse?: (pdu: PDU) => void): boolean;
    close(done?: () => void): void;
    destroy(done?: () => void): void;
  } & Record<
      | 'bind_transceiver'
      | 'bind_transmitter'
      | 'bind_receiver'
      | 'submit_sm'
      | 'deliver_sm'
      | 'enquire_link'
      | 'unbind'
      | 'query_sm',
      (fields: Record<string, unknown>, onResponse?: (pdu: PDU) => void) => boolean
    >;

  export function connect(options: { host: string; port: number }): Session;
  export function createServer(onSession: (session: Session) => void): Server;
}
