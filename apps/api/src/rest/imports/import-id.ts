import { z } from 'zod';

/** The path of one import. */
export const ImportPath = z.object({ id: z.string().describe('Id of an import: imp_ and 26 characters.') });
