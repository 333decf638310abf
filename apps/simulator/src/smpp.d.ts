/** The part of the npm package `smpp` 0.5.1 that the simulator uses; the package ships no types. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server as NetServer, Socket } from 'node:net';

  export type FieldValue = string | number | Buffer | null | undefined;
  export type Fields = Record<string, FieldValue>;

  export interface Pdu {
    command: string;
    command_id: number;
    command_length: number;
    command_status: number;
    sequence_number: number;
    toBuffer(): Buffer;
    isResponse(): boolean;
    [field: string]: unknown;
  }

  export interface Session extends EventEmitter {
    socket: Socket;
    connect(): void;
    send(pdu: Pdu, answered?: (pdu: Pdu) => void, sent?: (pdu: Pdu) => void): boolean;
    close(closed?: () => void): void;
    destroy(closed?: () => void): void;
    bind_transceiver(fields: Fields, answered?: (pdu: Pdu) => void): boolean;
    bind_transmitter(fields: Fields, answered?: (pdu: Pdu) => void): boolean;
    bind_receiver(fields: Fields, answered?: (pdu: Pdu) => void): boolean;
    submit_sm(fields: Fields, answered?: (pdu: Pdu) => void): boolean;
    query_sm(fields: Fields, answered?: (pdu: Pdu) => void): boolean;
    enquire_link(answered?: (pdu: Pdu) => void): boolean;
    unbind(answered?: (pdu: Pdu) => void): boolean;
  }

  export interface PduConstructor {
    new (command: string, fields?: Fields): Pdu;
    maxLength: number;
    commandLength(stream: NodeJS.ReadableStream): number | false;
  }

  interface Definition {
    id: number;
    params?: Record<string, { filter?: unknown }>;
    filter?: unknown;
  }

  const smpp: {
    PDU: PduConstructor;
    commands: Record<string, Definition>;
    tlvs: Record<string, Definition>;
    createServer(listener: (session: Session) => void): NetServer;
    connect(options: { host: string; port: number }): Session;
  };
  export default smpp;
}
