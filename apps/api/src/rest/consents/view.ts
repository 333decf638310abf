import { ConsentView } from '@signalbox/contracts';
import { z } from 'zod';

/** The entries of one address, newest first. */
export const ConsentList = z.object({ data: z.array(ConsentView) });
