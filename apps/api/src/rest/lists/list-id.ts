import { z } from 'zod';

/** The path of one list. */
export const ListPath = z.object({ id: z.string().describe('Id of a list: lst_ and 26 characters.') });
