export * from './connection.ts';
export * from './migrate.ts';
export * from './partitions.ts';
export * from './queue.ts';
export * from './repo/config.ts';
export * from './repo/ledger.ts';
export * from './repo/messages.ts';
export * from './repo/policy.ts';
export * as schema from './schema/index.ts';
