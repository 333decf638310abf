import type { Pdu } from './codec.ts';

/** One PDU written out octet by octet from SMPP 3.4 section 4 or 5.0 section 4, and what it means. */
export type PduCase = { wire: string; pdu: Pdu };

/** Turns hex words and 'text' words separated by spaces into octets. */
export function readWire(wire: string): Buffer {
  const words = wire.match(/'[^']*'|[0-9A-Fa-f]+/g) ?? [];
  return Buffer.concat(
    words.map((word) => (word.startsWith("'") ? Buffer.from(word.slice(1, -1), 'latin1') : Buffer.from(word, 'hex'))),
  );
}

const header = { status: 0, sequence: 1, tlvs: [], tail: undefined };
const bare = (command: Pdu['command'], id: string): PduCase => ({
  wire: `00000010 ${id} 00000000 00000001`,
  pdu: { ...header, command } as Pdu,
});
const source = { sourceAddrTon: 5, sourceAddrNpi: 0, sourceAddr: 'SHOP' };
const destination = { destAddrTon: 1, destAddrNpi: 1, destinationAddr: '447700900001' };
const bindFields = {
  systemId: 'SMPP3TEST',
  password: 'secret08',
  systemType: 'SUBMIT1',
  interfaceVersion: 0x34,
  addrTon: 1,
  addrNpi: 1,
  addressRange: '',
};
const bindBody = "'SMPP3TEST' 00 'secret08' 00 'SUBMIT1' 00 34 01 01 00";
const messageFields = {
  serviceType: 'CMT',
  ...source,
  ...destination,
  esmClass: 0x40,
  protocolId: 0,
  priorityFlag: 1,
  scheduleDeliveryTime: '',
  validityPeriod: '000000010000000R',
  registeredDelivery: 1,
  replaceIfPresentFlag: 0,
  dataCoding: 4,
  smDefaultMsgId: 0,
  shortMessage: Buffer.from('050003070201414243', 'hex'),
};
// 4 + 2 + 5 + 2 + 13 + 3 + 1 + 17 + 4 + 1 + 9 octets of body.
const messageBody =
  "'CMT' 00 05 00 'SHOP' 00 01 01 '447700900001' 00 40 00 01 00 '000000010000000R' 00 01 00 04 00 09 050003070201414243";
const idBody = "'1F2E' 00";

/** Every command of SMPP 3.4 and 5.0, at least once. */
export const pduCases: readonly PduCase[] = [
  bare('enquire_link', '00000015'),
  bare('enquire_link_resp', '80000015'),
  bare('unbind', '00000006'),
  bare('unbind_resp', '80000006'),
  bare('replace_sm_resp', '80000007'),
  bare('cancel_sm_resp', '80000008'),
  bare('cancel_broadcast_sm_resp', '80000113'),
  {
    wire: '00000010 80000000 00000003 00000007',
    pdu: { ...header, command: 'generic_nack', status: 3, sequence: 7 },
  },
  {
    wire: `0000002F 00000001 00000000 00000001 ${bindBody}`,
    pdu: { ...header, command: 'bind_receiver', ...bindFields },
  },
  {
    wire: `0000002F 00000002 00000000 00000001 ${bindBody}`,
    pdu: { ...header, command: 'bind_transmitter', ...bindFields },
  },
  {
    wire: `0000002F 00000009 00000000 00000001 ${bindBody}`,
    pdu: { ...header, command: 'bind_transceiver', ...bindFields },
  },
  {
    wire: "00000015 80000001 00000000 00000001 'smsc' 00",
    pdu: { ...header, command: 'bind_receiver_resp', systemId: 'smsc' },
  },
  {
    wire: "00000015 80000002 00000000 00000001 'smsc' 00",
    pdu: { ...header, command: 'bind_transmitter_resp', systemId: 'smsc' },
  },
  {
    wire: "0000001A 80000009 00000000 00000001 'smsc' 00 0210 0001 34",
    pdu: {
      ...header,
      command: 'bind_transceiver_resp',
      systemId: 'smsc',
      tlvs: [{ tag: 0x0210, value: Buffer.of(0x34) }],
    },
  },
  {
    wire: "0000001C 0000000B 00000000 00000001 'smsc' 00 'secret' 00",
    pdu: { ...header, command: 'outbind', systemId: 'smsc', password: 'secret' },
  },
  {
    wire: `0000004D 00000004 00000000 00000001 ${messageBody}`,
    pdu: { ...header, command: 'submit_sm', ...messageFields },
  },
  {
    wire: `0000004D 00000005 00000000 00000001 ${messageBody}`,
    pdu: { ...header, command: 'deliver_sm', ...messageFields },
  },
  {
    wire: `00000015 80000004 00000000 00000001 ${idBody}`,
    pdu: { ...header, command: 'submit_sm_resp', messageId: '1F2E' },
  },
  { wire: '00000011 80000005 00000000 00000001 00', pdu: { ...header, command: 'deliver_sm_resp', messageId: '' } },
  {
    wire: `0000001C 00000003 00000000 00000001 ${idBody} 05 00 'SHOP' 00`,
    pdu: { ...header, command: 'query_sm', messageId: '1F2E', ...source },
  },
  {
    wire: `00000018 80000003 00000000 00000001 ${idBody} 00 02 00`,
    pdu: { ...header, command: 'query_sm_resp', messageId: '1F2E', finalDate: '', messageState: 2, errorCode: 0 },
  },
  {
    wire: `00000023 00000007 00000000 00000001 ${idBody} 05 00 'SHOP' 00 00 00 01 00 02 4142`,
    pdu: {
      ...header,
      command: 'replace_sm',
      messageId: '1F2E',
      ...source,
      scheduleDeliveryTime: '',
      validityPeriod: '',
      registeredDelivery: 1,
      smDefaultMsgId: 0,
      shortMessage: Buffer.from('AB'),
    },
  },
  {
    wire: `0000002F 00000008 00000000 00000001 'CMT' 00 ${idBody} 05 00 'SHOP' 00 01 01 '447700900001' 00`,
    pdu: { ...header, command: 'cancel_sm', serviceType: 'CMT', messageId: '1F2E', ...source, ...destination },
  },
  {
    wire:
      "0000003E 00000021 00000000 00000001 00 05 00 'SHOP' 00 02 01 01 01 '447700900001' 00 02 'FRIENDS' 00 " +
      '00 00 00 00 00 00 00 00 00 02 4142',
    pdu: {
      ...header,
      command: 'submit_multi',
      serviceType: '',
      ...source,
      destAddress: [destination, { distributionList: 'FRIENDS' }],
      esmClass: 0,
      protocolId: 0,
      priorityFlag: 0,
      scheduleDeliveryTime: '',
      validityPeriod: '',
      registeredDelivery: 0,
      replaceIfPresentFlag: 0,
      dataCoding: 0,
      smDefaultMsgId: 0,
      shortMessage: Buffer.from('AB'),
    },
  },
  {
    wire: `00000029 80000021 00000000 00000001 ${idBody} 01 01 01 '447700900001' 00 0000000B`,
    pdu: {
      ...header,
      command: 'submit_multi_resp',
      messageId: '1F2E',
      unsuccessSme: [{ ...destination, errorStatusCode: 0x0b }],
    },
  },
  {
    wire: "0000002C 00000102 00000000 00000001 01 01 '447700900001' 00 00 00 'ESME1' 00 0422 0001 00",
    pdu: {
      ...header,
      command: 'alert_notification',
      sourceAddrTon: 1,
      sourceAddrNpi: 1,
      sourceAddr: '447700900001',
      esmeAddrTon: 0,
      esmeAddrNpi: 0,
      esmeAddr: 'ESME1',
      tlvs: [{ tag: 0x0422, value: Buffer.of(0) }],
    },
  },
  {
    wire: "00000033 00000103 00000000 00000001 'CMT' 00 05 00 'SHOP' 00 01 01 '447700900001' 00 00 01 00 0424 0002 4142",
    pdu: {
      ...header,
      command: 'data_sm',
      serviceType: 'CMT',
      ...source,
      ...destination,
      esmClass: 0,
      registeredDelivery: 1,
      dataCoding: 0,
      tlvs: [{ tag: 0x0424, value: Buffer.from('AB') }],
    },
  },
  {
    wire: `00000015 80000103 00000000 00000001 ${idBody}`,
    pdu: { ...header, command: 'data_sm_resp', messageId: '1F2E' },
  },
  {
    wire: `00000026 00000111 00000000 00000001 'CMT' 00 05 00 'SHOP' 00 ${idBody} 00 00 00 00 00 00`,
    pdu: {
      ...header,
      command: 'broadcast_sm',
      serviceType: 'CMT',
      ...source,
      messageId: '1F2E',
      priorityFlag: 0,
      scheduleDeliveryTime: '',
      validityPeriod: '',
      replaceIfPresentFlag: 0,
      dataCoding: 0,
      smDefaultMsgId: 0,
    },
  },
  {
    wire: `00000015 80000111 00000000 00000001 ${idBody}`,
    pdu: { ...header, command: 'broadcast_sm_resp', messageId: '1F2E' },
  },
  {
    wire: `0000001C 00000112 00000000 00000001 ${idBody} 05 00 'SHOP' 00`,
    pdu: { ...header, command: 'query_broadcast_sm', messageId: '1F2E', ...source },
  },
  {
    wire: `00000015 80000112 00000000 00000001 ${idBody}`,
    pdu: { ...header, command: 'query_broadcast_sm_resp', messageId: '1F2E' },
  },
  {
    wire: `00000020 00000113 00000000 00000001 'CMT' 00 ${idBody} 05 00 'SHOP' 00`,
    pdu: { ...header, command: 'cancel_broadcast_sm', serviceType: 'CMT', messageId: '1F2E', ...source },
  },
];
