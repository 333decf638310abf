import { migrateDatabase } from '@signalbox/db';
import { loadEnvFile, readStartEnv } from './env.ts';
import { showStep } from './progress.mjs';

/** `npm run migrate`: brings the tables of DATABASE_URL up to date; safe to run at any time and by several at once. */
async function main(): Promise<void> {
  loadEnvFile();
  const { databaseUrl } = readStartEnv(process.env);
  if (!databaseUrl) throw new Error('DATABASE_URL must name the database to bring up to date.');
  await showStep('Bringing the tables up to date', () => migrateDatabase(databaseUrl, Date.now()));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
