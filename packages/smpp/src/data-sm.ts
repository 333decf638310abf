import type { PduOf } from './codec.ts';
import type { ReceivedMessage } from './message.ts';

/** Shows a data_sm as the message it is: some carriers send receipts and inbound texts this way (SMPP 3.4 section 4.7). */
export function receiveDataSm(pdu: PduOf<'data_sm'>): ReceivedMessage {
  return {
    ...pdu,
    protocolId: 0,
    priorityFlag: 0,
    scheduleDeliveryTime: '',
    validityPeriod: '',
    replaceIfPresentFlag: 0,
    smDefaultMsgId: 0,
    shortMessage: new Uint8Array(),
  };
}
