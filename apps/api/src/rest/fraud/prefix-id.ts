import { z } from 'zod';

/** The path of one listed prefix. */
export const PrefixIdParams = z.object({
  id: z.string().describe('Id of a listed prefix, as the list answers it: pfx_ and 26 characters.'),
});
