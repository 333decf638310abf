import { z } from 'zod';

/** The path of one message. An id that is not one of ours is not found, like any other. */
export const MessageIdParams = z.object({
  id: z.string().describe('Id of a message, as the send answered it: msg_ and 26 characters.'),
});
