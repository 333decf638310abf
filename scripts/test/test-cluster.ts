import { startTestCluster } from '@signalbox/db/embedded';
import type { TestProject } from 'vitest/node';

/**
 * Runs once before the database tests: one PostgreSQL for them all (or the server TEST_DATABASE_URL names), its address
 * handed on as SIGNALBOX_TEST_DATABASE_URL and by `inject('databaseUrl')`. Its role may make databases and roles.
 */
export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster({ useUrl: process.env.TEST_DATABASE_URL });
  process.env.SIGNALBOX_TEST_DATABASE_URL = cluster.url;
  project.provide('databaseUrl', cluster.url);
  return cluster.stop;
}

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
  }
}
