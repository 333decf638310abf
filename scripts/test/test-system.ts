import { environmentFor, startThrowAwaySystem } from './throw-away-system.ts';

/** Runs once before the end-to-end tests: a whole system for them all, unless `npm test` has already started one. */
export default async function startForTests(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.DEMO_JSON) return undefined;
  const system = await startThrowAwaySystem({ quiet: true });
  Object.assign(process.env, environmentFor(system));
  return system.stop;
}
