/// <reference path="../npm-smpp.d.ts" />
import { connect, type PDU } from 'smpp';
import type { LinkCase } from './link-case.ts';

const text = Buffer.from('Your order 4711 has been shipped and will arrive on Tuesday.', 'latin1');

/** The loop a user of the npm package `smpp` writes: a window kept by hand, each receipt answered as it comes. */
export async function driveNpmSmpp(port: number, the: LinkCase) {
  const session = connect({ host: '127.0.0.1', port });
  session.on('error', () => {});
  // The package leaves Nagle's algorithm on: with it, windows below a hundred wait 40 ms for delayed acknowledgements.
  session.socket.setNoDelay(true);
  const done = Promise.withResolvers<void>();
  let sent = 0;
  let answered = 0;
  let receipts = 0;
  const finish = (): void => {
    if (answered === the.messages && (!the.receipts || receipts === the.messages)) done.resolve();
  };
  session.on('deliver_sm', (pdu: PDU) => {
    if (pdu.receipted_message_id && pdu.message_state === 2) receipts++;
    session.send(pdu.response());
    finish();
  });
  const send = (): void => {
    if (sent >= the.messages) return;
    const fields = {
      source_addr_ton: 5,
      source_addr: 'SIGNALBOX',
      dest_addr_ton: 1,
      dest_addr_npi: 1,
      destination_addr: String(447_700_000_000 + sent++),
      registered_delivery: 1,
      data_coding: 0,
      short_message: text,
    };
    session.submit_sm(fields, (pdu: PDU) => {
      if (pdu.command_status !== 0) done.reject(new Error(`refused with ${pdu.command_status}`));
      answered++;
      send();
      finish();
    });
  };
  const { promise: bound, resolve } = Promise.withResolvers<void>();
  session.bind_transceiver({ system_id: 'bench', password: 'bench' }, () => resolve());
  await bound;
  const run = async (): Promise<void> => {
    for (let i = 0; i < the.window; i++) send();
    await done.promise;
  };
  const close = (): Promise<void> => new Promise((resolve) => session.close(() => resolve()));
  return { run, close };
}
