import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWebhook } from './endpoints.ts';
import { setWebhookStage, type WebhookStage } from './testing.ts';

let set: WebhookStage;
beforeEach(async () => {
  set = await setWebhookStage();
});
afterEach(() => set.end());

describe('a URL', () => {
  it.each([
    'http://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::1]/',
    'https://167772161/',
    'http://hooks.example.com/',
    'https://user:password@hooks.example.com/',
    'ftp://hooks.example.com/',
    'hooks.example.com',
  ])('S-05: %s is refused with the field and the reason', async (url) => {
    const refused = createWebhook({
      ctx: set.stage.ctx,
      input: { url, description: '', event_types: [], events_per_request: 1 },
    });
    await expect(refused).rejects.toMatchObject({ code: 'request_invalid', fields: [{ path: 'url' }] });
  });

  it('S-05: whose name leads inside is refused when it is sent to, and the log says so', async () => {
    const input = { url: 'https://localhost:1/', description: '', event_types: [], events_per_request: 1 };
    const endpoint = await createWebhook({ ctx: set.stage.ctx, input });
    await set.stage.services.config.refresh();
    await set.publish(1);
    await set.tried(endpoint.id, 1);
    expect((await set.log(endpoint.id))[0]).toMatchObject({ last_failure: 'refused', last_status: null });
  });
});
