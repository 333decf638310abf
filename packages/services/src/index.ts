export type { Log, World } from './clock.ts';
export * from './context.ts';
export * from './identity.ts';
export * from './messages/send.ts';
export { openServices, type ServicesOptions } from './open-services.ts';
export { type CallbackAnswer, receiveCallback } from './receipts/receive-callback.ts';
export { redactText, redactValue } from './redact.ts';
