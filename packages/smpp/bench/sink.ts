/** A carrier as fast as we can make one, in a process of its own: accepts every submit_sm and, when asked, returns a receipt for each. */
import { createSmppServer, type MessageInput, makeTlv, type ReceivedMessage, type SmppPeer } from '../src/index.ts';

const receipts = process.argv.includes('--receipts');
const delivered = makeTlv('message_state', 2);
let given = 0;

function receiptFor(pdu: ReceivedMessage, id: string): MessageInput {
  const words = `id:${id} sub:001 dlvrd:001 submit date:2601011200 done date:2601011200 stat:DELIVRD err:000 text:hello`;
  return {
    sourceAddrTon: 1,
    sourceAddrNpi: 1,
    sourceAddr: pdu.destinationAddr,
    destinationAddr: 'SIGNALBOX',
    esmClass: 0x04,
    shortMessage: Buffer.from(words, 'latin1'),
    tlvs: [makeTlv('receipted_message_id', id), delivered],
  };
}

function accept(pdus: readonly ReceivedMessage[], peer: SmppPeer): void {
  const back: MessageInput[] = [];
  for (const pdu of pdus) {
    const id = `m${++given}`;
    peer.answer(pdu.sequence, 0, id);
    if (receipts) back.push(receiptFor(pdu, id));
  }
  if (back.length > 0) peer.deliver(back, {}, () => {});
}

const server = createSmppServer({ onBind: () => ({ status: 0 }), onSubmit: accept, window: 10_000 });
const { port } = await server.listen(0);
process.send?.({ port });
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicros: user + system });
});
process.on('disconnect', () => process.exit(0));
