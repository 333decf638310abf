import type { ConnectionSnapshot } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { healthOf } from './health.ts';

const link = (state: ConnectionSnapshot['state']): ConnectionSnapshot => ({
  name: state,
  state,
  sinceMs: 0,
  inFlight: 0,
  window: 10,
  queued: 0,
  submittedTotal: 0,
  lastError: null,
});
const health = (...states: ConnectionSnapshot['state'][]) =>
  healthOf({ enabled: true, reported_seconds_ago: 1, connections: states.map(link) });

describe('the health of a provider', () => {
  it('is up only when every connection is up', () => {
    expect(health('up', 'up')).toBe('up');
    expect(health('up', 'backoff')).toBe('partly');
    expect(health('degraded')).toBe('partly');
    expect(health('connecting', 'closed')).toBe('down');
    expect(health()).toBe('down');
  });
  it('never calls a provider up that nobody watches', () => {
    expect(healthOf({ enabled: true, reported_seconds_ago: null, connections: [link('up')] })).toBe('silent');
    expect(healthOf({ enabled: true, reported_seconds_ago: 300, connections: [link('up')] })).toBe('silent');
    expect(healthOf({ enabled: false, reported_seconds_ago: 1, connections: [link('up')] })).toBe('off');
  });
});
