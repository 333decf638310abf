import { encodeId } from '@signalbox/contracts';
import type { Log, Services } from '@signalbox/services';
import type { Metrics } from './metrics.ts';
import type { ProblemWriter } from './rest/problem.ts';

/** Everything a door may reach. Built once by main, or by a test. */
export interface World {
  services: Services;
  log: Log;
  metrics: Metrics;
  problem: ProblemWriter;
  settings: DoorSettings;
  /** True from the first signal to stop: readiness is off and connections are not kept. */
  isDraining(): boolean;
}

/** What the doors need to know of the installation. */
export interface DoorSettings {
  /** Where callers reach this api, without a slash at the end. */
  publicUrl: string;
  /** Origins a browser may send changes from. */
  consoleOrigins: readonly string[];
  /** The virtual carriers, when this installation runs with them. */
  simulatorUrl: string | undefined;
  /** How many proxies of ours stand between the internet and this api, each of which adds to X-Forwarded-For. */
  trustedHops: number;
}

/** The id of a request: ours always, so that a caller can neither choose nor repeat one. */
export function nextRequestId(world: World): string {
  return encodeId('request', world.services.ids.next());
}
