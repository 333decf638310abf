export * from './access.ts';
export * from './enums.ts';
export * from './limits.ts';
export * from './message.ts';
export * from './policy.ts';
export * from './routing.ts';
export * from './verification.ts';
export * from './webhook.ts';
