export { isCountry, type NumberType } from './number-plan.ts';
export { parseLocalNumber } from './parse-local-number.ts';
export { type MailboxRefusalCode, type ParsedMailbox, parseMailbox } from './parse-mailbox.ts';
export { type NumberRefusalCode, type ParsedNumber, parseNumber } from './parse-number.ts';
export { type ParsedSender, parseSender, type SenderRefusalCode } from './parse-sender.ts';
export { personAddress } from './person-address.ts';
export type { Refusal } from './refusal.ts';
export { senderKey } from './sender-key.ts';
