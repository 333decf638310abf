export * from './audience/index.ts';
export * from './canonical/index.ts';
export * from './content/index.ts';
export * from './explain/index.ts';
export * from './lifecycle/index.ts';
export * from './policy/index.ts';
export * from './routing/index.ts';
export * from './webhooks/index.ts';
