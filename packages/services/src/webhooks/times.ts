import { uuidFloor } from '@signalbox/contracts';
import type { Services } from '../context.ts';

const DAY_MS = 86_400_000;
// The schedule ends after 28 hours, give or take; an endpoint that is held back longer is switched off after five days, which ends
// everything that waits for it. Older deliveries need not be looked for among the partitions of months.
const PENDING_DAYS = 7;

/** No delivery with an id below this one waits for a try. */
export const oldestPending = ({ world }: Services): string => uuidFloor(world.nowMs() - PENDING_DAYS * DAY_MS);
