/** Data: the values of the single-octet fields (SMPP 3.4 section 5.2) that a sender or reader of messages needs. */

/** type_of_number (SMPP 3.4 section 5.2.5). */
export const typeOfNumber = {
  unknown: 0,
  international: 1,
  national: 2,
  networkSpecific: 3,
  subscriber: 4,
  alphanumeric: 5,
  abbreviated: 6,
} as const;

/** numbering_plan_indicator (SMPP 3.4 section 5.2.6). */
export const numberingPlan = {
  unknown: 0,
  isdn: 1,
  data: 3,
  telex: 4,
  landMobile: 6,
  national: 8,
  private: 9,
  ermes: 10,
  internet: 14,
  wapClientId: 18,
} as const;

/** Bits and values of esm_class (SMPP 3.4 section 5.2.12); `typeMask` picks the message type out of the octet. */
export const esmClass = {
  typeMask: 0x3c,
  deliveryReceipt: 0x04,
  deliveryAcknowledgement: 0x08,
  userAcknowledgement: 0x10,
  conversationAbort: 0x18,
  intermediateNotification: 0x20,
  udhIndicator: 0x40,
  replyPath: 0x80,
} as const;

/** Values of registered_delivery (SMPP 3.4 section 5.2.17; `onSuccess` is of 5.0). */
export const registeredDelivery = {
  none: 0x00,
  always: 0x01,
  onFailure: 0x02,
  onSuccess: 0x03,
  intermediate: 0x10,
} as const;

/** Values of data_coding (SMPP 3.4 section 5.2.19) and the common class 0 (flash) ones (3GPP TS 23.038 section 4). */
export const dataCoding = {
  smscDefault: 0x00,
  ascii: 0x01,
  octets: 0x02,
  latin1: 0x03,
  binary: 0x04,
  jis: 0x05,
  cyrillic: 0x06,
  hebrew: 0x07,
  ucs2: 0x08,
  ksC5601: 0x0e,
  gsm7Flash: 0xf0,
  ucs2Flash: 0x18,
} as const;

/** message_state (SMPP 3.4 section 5.2.28; scheduled and skipped are of 5.0), in order of value. */
export const messageStates = [
  'scheduled',
  'enroute',
  'delivered',
  'expired',
  'deleted',
  'undeliverable',
  'accepted',
  'unknown',
  'rejected',
  'skipped',
] as const;

/** A message_state by name. */
export type MessageStateName = (typeof messageStates)[number];
