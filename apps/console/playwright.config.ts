import { defineConfig } from '@playwright/test';

/** Where the system under test is, and the browser: given by `npm test`, or by hand. */
const baseURL = process.env.BASE_URL ?? 'http://127.0.0.1:3000';
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: './e2e',
  outputDir: './test-results/browser',
  // One system, one workspace: flows run one after the other, and a flow that fails once has failed.
  workers: 1,
  retries: 0,
  // What hangs is told all the same; a flow of many steps beside other work is not cut short.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    locale: 'en-US',
    timezoneId: 'Europe/Madrid',
    viewport: { width: 1440, height: 900 },
    trace: 'off',
    launchOptions: {
      executablePath,
      // No sandbox inside containers run as root; the rest keeps the browser from calling outside by itself.
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
      ],
    },
  },
  projects: [
    { name: 'sign-in', testMatch: 'sign-in.setup.ts' },
    {
      name: 'flows',
      testMatch: '*.spec.ts',
      testIgnore: 'pages.spec.ts',
      dependencies: ['sign-in'],
      use: { storageState: 'test-results/session.json' },
    },
    {
      // They look and change nothing that another looks at: as many at once as `--workers` says.
      name: 'pages',
      testMatch: 'pages.spec.ts',
      fullyParallel: true,
      dependencies: ['sign-in'],
      use: { storageState: 'test-results/session.json' },
    },
  ],
});
