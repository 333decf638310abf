import type { SignalCell, SignalRow } from '@signalbox/contracts';

/** The row of a cell and a span in which nothing was counted; `fromMs` is where the span begins, in milliseconds since 1970. */
export const emptyRow = (
  { routeId, country, network, class: trafficClass }: SignalCell,
  fromMs: number,
): SignalRow => ({
  routeId,
  country,
  network,
  class: trafficClass,
  fromMs,
  accepted: 0,
  resolved: 0,
  delivered: 0,
  failed: 0,
  failedMilli: 0,
  silent: 0,
  refusedMilli: 0,
  throttled: 0,
  expectant: 0,
  converted: 0,
  hasty: 0,
  hastyConverted: 0,
  costMicros: 0,
  parts: 0,
  deliveredAfter: {},
  failedAfter: {},
  provenAfter: {},
});
