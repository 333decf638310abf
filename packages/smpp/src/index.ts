export { connectSession } from './client.ts';
export {
  type Decoded,
  type DecodeProblem,
  decodePdu,
  encodePdu,
  type Fields,
  type Pdu,
  type PduInput,
  type PduInputOf,
  type PduOf,
} from './codec.ts';
export { type CommandName, commands, type Destination, nameOfCommand, type RefusedDestination } from './commands.ts';
export { FrameReader, type FramingProblem, type OnFrame } from './frame-reader.ts';
export {
  type DeliverSm,
  encodeDeliverSm,
  encodeDeliverSmResp,
  encodeSubmitSm,
  encodeSubmitSmResp,
  type MessageInput,
  MessageView,
  type ReceivedMessage,
  type SubmitSm,
  viewMessage,
} from './message.ts';
export { canonicalMessageId, detectMessageIdRule, type MessageIdForm, type MessageIdRule } from './message-id.ts';
export { EncodeError, MAX_PDU_LENGTH, OutBuffer } from './out-buffer.ts';
export {
  isReceipt,
  type NetworkError,
  parseReceipt,
  type Receipt,
  type ReceiptReading,
  receiptText,
} from './receipt.ts';
export { type ReceiptText, readReceiptText, stateOfWord } from './receipt-text.ts';
export { createSmppServer } from './server.ts';
export type {
  BindAnswer,
  BindRequest,
  Chance,
  DownReason,
  LateResponse,
  LinkOptions,
  OnResult,
  ReconnectOptions,
  RequestName,
  RequestResult,
  SendOptions,
  ServerOptions,
  SessionFigures,
  SessionOptions,
  SessionProblem,
  SessionState,
  SmppPeer,
  SmppServer,
  SmppSession,
  StateChange,
  SubmitResult,
} from './session-types.ts';
export { type CommandStatusName, commandStatuses, nameOfStatus } from './statuses.ts';
export { decodeText, encodeText, type TextCoding } from './text.ts';
export { findTlv, makeTlv, readTlv, type Tlv, type TlvValue } from './tlv.ts';
export { type TlvName, type TlvType, tlvTable } from './tlv-table.ts';
export { buildConcatenation, type Concatenation, joinUdh, parseUdh, type Udh, type UdhElement } from './udh.ts';
export {
  dataCoding,
  esmClass,
  type MessageStateName,
  messageStates,
  numberingPlan,
  registeredDelivery,
  typeOfNumber,
} from './values.ts';
