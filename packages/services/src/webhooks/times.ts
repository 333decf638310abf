import { uuidFloor, uuidTimeMs } from '@signalbox/contracts';
import type { Services } from '../context.ts';

const DAY_MS = 86_400_000;

/**
 * For how long a delivery may wait for a try. The schedule ends after 28 hours, give or take, and an endpoint that is held back longer is
 * switched off after five days, which ends everything that waits for it; what Retry-After asks for beyond that is not waited for.
 */
export const PENDING_DAYS = 7;

/** No packet with an id below this one has deliveries that wait for a try. */
export const oldestPending = ({ world }: Services): string => uuidFloor(world.nowMs() - PENDING_DAYS * DAY_MS);

/** Until when deliveries of a packet may be tried, in milliseconds since 1970. */
export const lastTryMs = (packet: string): number => uuidTimeMs(packet) + PENDING_DAYS * DAY_MS;
