/** The part of the npm package `smpp` 0.5.1 that the foreign message centre of the tests uses; the package ships no types. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server } from 'node:net';

  export interface ForeignPdu {
    command: string;
    command_status: number;
    source_addr: string;
    destination_addr: string;
    source_addr_ton: number;
    source_addr_npi: number;
    dest_addr_ton: number;
    dest_addr_npi: number;
    esm_class: number;
    data_coding: number;
    registered_delivery: number;
    validity_period: unknown;
    service_type: string;
    short_message: { message?: string | Buffer; udh?: Buffer[] };
    message_payload?: { message?: string | Buffer };
    sar_msg_ref_num?: number;
    sar_total_segments?: number;
    sar_segment_seqnum?: number;
    system_id: string;
    password: string;
    response(fields?: Record<string, unknown>): ForeignPdu;
  }

  export interface ForeignSession extends EventEmitter {
    send(pdu: ForeignPdu): boolean;
    close(): void;
    destroy(): void;
    deliver_sm(fields: Record<string, unknown>, answered: (pdu: ForeignPdu) => void): boolean;
  }

  const smpp: { createServer(listener: (session: ForeignSession) => void): Server };
  export default smpp;
}
