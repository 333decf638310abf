import { encodeId } from '@signalbox/contracts';
import type { AlertRow } from '@signalbox/db';
import type { Services } from '../context.ts';

/** An alert about a route that begins now; none about a route that is gone. */
export function alertAbout(
  { config, ids }: Pick<Services, 'config' | 'ids'>,
  { route, country, kind, reason }: Pick<AlertRow, 'route' | 'country' | 'kind'> & { reason: string | null },
  startedAtMs: number,
): Omit<AlertRow, 'endedAtMs'>[] {
  const row = config.current().route(route);
  if (row === undefined) return [];
  const { workspace, environment } = row;
  const facts = { reason, route_id: encodeId('route', row.id) };
  return [{ id: ids.next(), workspace, environment, route, country, kind, startedAtMs, facts }];
}
