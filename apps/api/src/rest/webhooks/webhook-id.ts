import { z } from 'zod';

/** The path of doors about one endpoint. */
export const WebhookPath = z.object({ id: z.string().describe('Id of a webhook endpoint: whk_ and 26 characters.') });
