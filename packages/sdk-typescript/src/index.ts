export { Signalbox, type SignalboxOptions } from './client.ts';
export { ApiError, ConnectionError, type FieldError, SignalboxError } from './errors.ts';
export type * from './generated/resources.ts';
export type * from './generated/types.ts';
export type { Page, Pages } from './pages.ts';
export type { CallOptions, IdempotentCallOptions } from './transport.ts';
export * as webhooks from './webhooks.ts';
