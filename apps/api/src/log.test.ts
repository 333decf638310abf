import { SignalboxError } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { openLog } from './log.ts';

function linesOf(write: (log: ReturnType<typeof openLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(openLog('info', { write: (line: string) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line));
}

describe('the log', () => {
  it('is one JSON object per line, also when a text brings its own lines', () => {
    const [line, ...more] = linesOf((log) => log.info('first\n{"level":"fatal"}', { note: 'a\nb' }));
    expect(more).toEqual([]);
    expect(line).toMatchObject({ level: 'info', app: 'api', msg: 'first\n{"level":"fatal"}', note: 'a\nb' });
  });

  it('shows no number, mailbox, body or secret, wherever it stands', () => {
    const written = JSON.stringify(
      linesOf((log) =>
        log.error('sent to +919812341234', {
          to: 'ana.lopez@example.com',
          body: 'your code is 194022',
          nested: { list: ['5215512345678'], authorization: 'Bearer sb_live_x' },
          error: new Error('Failed query: insert\nparams: +525512345678,hola'),
        }),
      ),
    );
    expect(written).not.toMatch(/9812341234|ana\.lopez|194022|5215512345678|sb_live_x|hola/);
    expect(written).toContain('+91…1234');
  });

  it('keeps what is needed to find a fault: its message and where it was thrown', () => {
    const error = new SignalboxError('overloaded', { internal: 'too many connections' });
    const [line] = linesOf((log) => log.error('failed', { error, request_id: 'req_1' }));
    expect(line).toMatchObject({ request_id: 'req_1', error: { message: 'too many connections' } });
    expect(JSON.stringify(line)).toContain('log.test.ts');
  });
});
