import type { ProviderView } from '@signalbox/contracts';

/** A worker that said nothing for this long is not watching its connections any more, in seconds. */
const SILENT_SECONDS = 30;

/** One word for a provider: switched off, not watched, up, partly up, or down. */
export function healthOf(
  provider: Pick<ProviderView, 'enabled' | 'connections' | 'reported_seconds_ago'>,
): 'off' | 'silent' | 'up' | 'partly' | 'down' {
  const { enabled, connections, reported_seconds_ago: seconds } = provider;
  if (!enabled) return 'off';
  if (seconds === null || seconds > SILENT_SECONDS) return 'silent';
  const up = connections.filter(({ state }) => state === 'up').length;
  if (up > 0 && up === connections.length) return 'up';
  return connections.some(({ state }) => state === 'up' || state === 'degraded') ? 'partly' : 'down';
}
