import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const rooms = '{packages,apps,scripts,bench,faults}';
const generated = ['**/node_modules/**', '**/dist/**', '**/.next/**'];

/**
 * Three kinds of test, told apart by their file names: `pure` needs nothing but the code, `db` a real PostgreSQL
 * (one cluster per run), `e2e` the whole system on real sockets.
 */
export default defineConfig({
  test: {
    // Left alone, the runner keeps a processor for itself, and half of a small machine is idle: tests wait for disks and clocks as well.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        test: {
          name: 'pure',
          include: [`${rooms}/**/*.test.ts`, `${rooms}/**/*.test.tsx`],
          exclude: [...generated, '**/*.db.test.ts', '**/*.e2e.test.ts'],
          // Properties are thousands of runs: what takes one second alone takes many on a machine that does other things beside.
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'db',
          include: [`${rooms}/**/*.db.test.ts`],
          exclude: generated,
          globalSetup: ['scripts/test/test-cluster.ts'],
          // Files share a process and what is loaded in it: to load the same hundred modules anew for each took a quarter of the time. A file
          // that changes what the whole process shares puts it back.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: [`${rooms}/**/*.e2e.test.ts`],
          exclude: generated,
          globalSetup: ['scripts/test/test-system.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
