import type { ConnectionSnapshot } from '@signalbox/contracts';
import type { ProviderReport } from '@signalbox/db';

/** A report older than this says nothing of now: workers report every second. */
const FRESH_SECONDS = 10;

const isFresh = (report: ProviderReport): boolean => report.secondsAgo < FRESH_SECONDS;

/** Internal numbers of the providers that some worker reported as connected within the last ten seconds. */
export function upProviders(reports: readonly ProviderReport[]): ReadonlySet<number> {
  return new Set(reports.filter((report) => report.up && isFresh(report)).map((report) => report.provider));
}

/** The live connections of a provider over all workers, named apart when there are several workers. */
export function connectionsOf(reports: readonly ProviderReport[]): ConnectionSnapshot[] {
  const fresh = reports.filter(isFresh);
  if (fresh.length < 2) return fresh.flatMap((report) => report.connections);
  return fresh.flatMap(({ worker, connections }) =>
    connections.map((connection) => ({ ...connection, name: `${worker} ${connection.name}` })),
  );
}
