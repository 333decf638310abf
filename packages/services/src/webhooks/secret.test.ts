import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, signWebhook } from './secret.ts';

describe('signatures of webhooks', () => {
  it('are those of the Standard Webhooks specification, by its own example', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const signature = signWebhook(
      [keyOf(secret)],
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      1_614_265_330,
      '{"test": 2432232314}',
    );
    expect(signature).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('are HMAC-SHA256 of any body under any key, as the library of Node makes it, one for each key', () => {
    const keys = fc.array(fc.uint8Array({ minLength: 1, maxLength: 100 }), { minLength: 1, maxLength: 2 });
    const body = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ minLength: 6000, maxLength: 20_000 }),
    );
    fc.assert(
      fc.property(keys, fc.nat(), body, (raw, timestamp, text) => {
        const opened = raw.map((key) => keyOf(`whsec_${Buffer.from(key).toString('base64')}`));
        const expected = raw.map(
          (key) => `v1,${createHmac('sha256', key).update(`evt_1.${timestamp}.${text}`).digest('base64')}`,
        );
        expect(signWebhook(opened, 'evt_1', timestamp, text)).toBe(expected.join(' '));
      }),
    );
  });
});
