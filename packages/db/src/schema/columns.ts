import { timestamp } from 'drizzle-orm/pg-core';

/** An instant: a point in time whatever the zone, a Date in the code. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
