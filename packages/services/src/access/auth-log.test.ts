import { expect, test } from 'vitest';
import { authLogTo } from './auth-log.ts';

function written(say: (line: ReturnType<typeof authLogTo>) => void): unknown[] {
  const lines: unknown[] = [];
  const write = (kind: string) => (message: string, fields?: Record<string, unknown>) =>
    lines.push({ kind, message, fields });
  say(authLogTo({ info: write('info'), warn: write('warn'), error: write('error') }));
  return lines;
}

test('a line of the sign-in library keeps its level and its error, and nothing that it knows about a person', () => {
  const error = new Error('connection refused');
  expect(
    written((line) => {
      line('warn', 'User not found', { email: 'ana@example.com', name: 'Ana' }, 'secret');
      line('error', 'Failed to read the session', error, { token: 'abc' });
      line('debug', 'Trying again');
    }),
  ).toEqual([
    { kind: 'warn', message: 'Sign-in: User not found', fields: {} },
    { kind: 'error', message: 'Sign-in: Failed to read the session', fields: { error } },
    { kind: 'info', message: 'Sign-in: Trying again', fields: {} },
  ]);
});
