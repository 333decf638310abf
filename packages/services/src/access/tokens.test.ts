import type { Scope } from '@signalbox/contracts';
import { expect, test } from 'vitest';
import { createTokens } from './tokens.ts';

const NOW_MS = Date.UTC(2026, 0, 31, 23, 59, 50);
const world = { nowMs: () => NOW_MS, fillRandom: (bytes: Uint8Array) => void bytes.fill(7) };
const claims = { prefix: 'sb_live_abc', keyId: 'key_1', expiresAtMs: NOW_MS + 900_000 };
const tokens = createTokens('a master key of this test', 'https://api.example', world);

test('a token is read as it was signed, also in the month after', async () => {
  const scopes: Scope[] = ['messages:send'];
  const token = await tokens.sign({ ...claims, scopes }, 'req_1');
  const later = createTokens('a master key of this test', 'https://api.example', {
    ...world,
    nowMs: () => NOW_MS + 60_000,
  });
  expect(await later.read(token)).toEqual({ ...claims, scopes });
});

test('a scope that an update took away allows nothing, and the rest of the token goes on', async () => {
  const token = await tokens.sign({ ...claims, scopes: ['messages:send', 'gone:since' as Scope] }, 'req_2');
  expect(await tokens.read(token)).toEqual({ ...claims, scopes: ['messages:send'] });
  const bare = await tokens.sign({ ...claims, scopes: ['gone:since' as Scope] }, 'req_3');
  expect(await tokens.read(bare)).toEqual({ ...claims, scopes: [] });
});

test('a token of another installation is not known', async () => {
  const token = await createTokens('another key', 'https://api.example', world).sign(
    { ...claims, scopes: null },
    'req_4',
  );
  expect(await tokens.read(token)).toBeUndefined();
});
