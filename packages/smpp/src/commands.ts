/** Data: the mandatory body of every command of SMPP 3.4 (section 4) and 5.0 (section 4); field names are the standard's, in camelCase. */

/** One destination of submit_multi: an address (dest_flag 1) or a distribution list (dest_flag 2). */
export type Destination =
  | { destAddrTon?: number; destAddrNpi?: number; destinationAddr: string }
  | { distributionList: string };

/** One refused destination of submit_multi_resp with its command_status. */
export type RefusedDestination = {
  destAddrTon: number;
  destAddrNpi: number;
  destinationAddr: string;
  errorStatusCode: number;
};

/** The wire type of a mandatory field: one octet, NUL-ended text, octets behind a length octet, or a counted list. */
export type FieldType = 'int8' | 'cstring' | 'octets' | 'destinations' | 'refusals';

/** One mandatory field: its name, wire type and, for text, the largest size in octets with its NUL. */
export type Field = { readonly name: string; readonly type: FieldType; readonly max: number };

const int8 = <N extends string>(name: N) => ({ name, type: 'int8', max: 1 }) as const;
const cstring = <N extends string>(name: N, max: number) => ({ name, type: 'cstring', max }) as const;
const octets = <N extends string>(name: N) => ({ name, type: 'octets', max: 255 }) as const;

const bindBody = [
  cstring('systemId', 16),
  cstring('password', 9),
  cstring('systemType', 13),
  int8('interfaceVersion'),
  int8('addrTon'),
  int8('addrNpi'),
  cstring('addressRange', 41),
] as const;
const bindRespBody = [cstring('systemId', 16)] as const;
const source = [int8('sourceAddrTon'), int8('sourceAddrNpi'), cstring('sourceAddr', 21)] as const;
const destination = [int8('destAddrTon'), int8('destAddrNpi'), cstring('destinationAddr', 21)] as const;
const messageId = [cstring('messageId', 65)] as const;
const afterAddresses = [
  int8('esmClass'),
  int8('protocolId'),
  int8('priorityFlag'),
  cstring('scheduleDeliveryTime', 17),
  cstring('validityPeriod', 17),
  int8('registeredDelivery'),
  int8('replaceIfPresentFlag'),
  int8('dataCoding'),
  int8('smDefaultMsgId'),
  octets('shortMessage'),
] as const;
const messageBody = [cstring('serviceType', 6), ...source, ...destination, ...afterAddresses] as const;

/** Every command: its id and its mandatory fields in wire order. */
export const commands = {
  generic_nack: { id: 0x80000000, body: [] },
  bind_receiver: { id: 0x00000001, body: bindBody },
  bind_receiver_resp: { id: 0x80000001, body: bindRespBody },
  bind_transmitter: { id: 0x00000002, body: bindBody },
  bind_transmitter_resp: { id: 0x80000002, body: bindRespBody },
  query_sm: { id: 0x00000003, body: [...messageId, ...source] },
  query_sm_resp: {
    id: 0x80000003,
    body: [...messageId, cstring('finalDate', 17), int8('messageState'), int8('errorCode')],
  },
  submit_sm: { id: 0x00000004, body: messageBody },
  submit_sm_resp: { id: 0x80000004, body: messageId },
  deliver_sm: { id: 0x00000005, body: messageBody },
  deliver_sm_resp: { id: 0x80000005, body: messageId },
  unbind: { id: 0x00000006, body: [] },
  unbind_resp: { id: 0x80000006, body: [] },
  replace_sm: {
    id: 0x00000007,
    body: [
      ...messageId,
      ...source,
      cstring('scheduleDeliveryTime', 17),
      cstring('validityPeriod', 17),
      int8('registeredDelivery'),
      int8('smDefaultMsgId'),
      octets('shortMessage'),
    ],
  },
  replace_sm_resp: { id: 0x80000007, body: [] },
  cancel_sm: { id: 0x00000008, body: [cstring('serviceType', 6), ...messageId, ...source, ...destination] },
  cancel_sm_resp: { id: 0x80000008, body: [] },
  bind_transceiver: { id: 0x00000009, body: bindBody },
  bind_transceiver_resp: { id: 0x80000009, body: bindRespBody },
  outbind: { id: 0x0000000b, body: [cstring('systemId', 16), cstring('password', 9)] },
  enquire_link: { id: 0x00000015, body: [] },
  enquire_link_resp: { id: 0x80000015, body: [] },
  submit_multi: {
    id: 0x00000021,
    body: [
      cstring('serviceType', 6),
      ...source,
      { name: 'destAddress', type: 'destinations', max: 255 },
      ...afterAddresses,
    ],
  },
  submit_multi_resp: { id: 0x80000021, body: [...messageId, { name: 'unsuccessSme', type: 'refusals', max: 255 }] },
  alert_notification: {
    id: 0x00000102,
    body: [
      int8('sourceAddrTon'),
      int8('sourceAddrNpi'),
      cstring('sourceAddr', 65),
      int8('esmeAddrTon'),
      int8('esmeAddrNpi'),
      cstring('esmeAddr', 65),
    ],
  },
  data_sm: {
    id: 0x00000103,
    body: [
      cstring('serviceType', 6),
      int8('sourceAddrTon'),
      int8('sourceAddrNpi'),
      cstring('sourceAddr', 65),
      int8('destAddrTon'),
      int8('destAddrNpi'),
      cstring('destinationAddr', 65),
      int8('esmClass'),
      int8('registeredDelivery'),
      int8('dataCoding'),
    ],
  },
  data_sm_resp: { id: 0x80000103, body: messageId },
  broadcast_sm: {
    id: 0x00000111,
    body: [
      cstring('serviceType', 6),
      ...source,
      ...messageId,
      int8('priorityFlag'),
      cstring('scheduleDeliveryTime', 17),
      cstring('validityPeriod', 17),
      int8('replaceIfPresentFlag'),
      int8('dataCoding'),
      int8('smDefaultMsgId'),
    ],
  },
  broadcast_sm_resp: { id: 0x80000111, body: messageId },
  query_broadcast_sm: { id: 0x00000112, body: [...messageId, ...source] },
  query_broadcast_sm_resp: { id: 0x80000112, body: messageId },
  cancel_broadcast_sm: { id: 0x00000113, body: [cstring('serviceType', 6), ...messageId, ...source] },
  cancel_broadcast_sm_resp: { id: 0x80000113, body: [] },
} as const satisfies Record<string, { id: number; body: readonly Field[] }>;

/** The standard name of a command, such as `submit_sm`. */
export type CommandName = keyof typeof commands;

/** Bit that turns a request's command id into its response's. */
export const RESPONSE_BIT = 0x80000000;

const byId = new Map<number, CommandName>();
for (const name of Object.keys(commands) as CommandName[]) byId.set(commands[name].id, name);

/** The name of a command id, or undefined when neither SMPP 3.4 nor 5.0 defines it. */
export function nameOfCommand(id: number): CommandName | undefined {
  return byId.get(id);
}
