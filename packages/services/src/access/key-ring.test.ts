import { expect, test } from 'vitest';
import { createKeyRing } from './key-ring.ts';
import { KEY_BYTES, spellKey } from './spell-key.ts';
import { createTokens } from './tokens.ts';

const world = { nowMs: () => 1_000, fillRandom: (bytes: Uint8Array) => void bytes.fill(7) };
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

test('F-04: a key that cannot be looked up, because the database is away, is not said to be unknown', async () => {
  const starting = () =>
    Promise.reject(Object.assign(new Error('the database system is starting up'), { code: '57P03' }));
  const tokens = createTokens('a master key of this test', 'https://api.example', world);
  const ring = createKeyRing({ sql: starting } as never, { onNotice: () => undefined } as never, tokens, world, log);
  const { secret } = spellKey('live', new Uint8Array(KEY_BYTES).fill(9));
  const judged = ring.authenticate(secret, '192.0.2.1');
  await expect(judged).rejects.toMatchObject({ code: '57P03' });
  await ring.close();
});
