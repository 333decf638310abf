export { endProcess, findProcess, isSameProcess, type ProcessFacts } from './processes.ts';
export { findFreePort, isPortFree } from './server.ts';
export type { PostgresSettings } from './settings.ts';
export { type PostgresOptions, type RunningPostgres, startPostgres } from './start-postgres.ts';
export { startTestCluster, type TestCluster } from './test-cluster.ts';
