import { z } from 'zod';

/** The path of one verification. An id that is not one of ours is not found, like any other. */
export const VerificationIdParams = z.object({
  id: z.string().describe('Id of a verification, as the start answered it: vrf_ and 26 characters.'),
});
