import { ERRORS, type ErrorCode, Problem, SignalboxError } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { createProblemWriter } from './problem.ts';

const write = createProblemWriter('https://docs.example.com/docs');

describe('a refusal as a problem document', () => {
  it.each(Object.keys(ERRORS) as ErrorCode[])(
    '%s carries its row of the table, the request id and a page that explains it',
    (code) => {
      const reply = write(new SignalboxError(code), 'req_1');
      expect(reply.status).toBe(ERRORS[code].status);
      expect(reply.headers['Content-Type']).toBe('application/problem+json');
      expect(reply.headers['X-Request-Id']).toBe('req_1');
      expect(Problem.parse(JSON.parse(reply.body))).toEqual({
        type: `https://docs.example.com/docs/errors/${code}`,
        title: ERRORS[code].title,
        status: ERRORS[code].status,
        code,
        cure: ERRORS[code].cure,
        request_id: 'req_1',
      });
    },
  );

  it('names the fields at fault and what happened', () => {
    const fields = [{ path: 'to', code: 'required', message: 'This field is required.' }];
    const reply = write(new SignalboxError('request_invalid', { detail: 'One field.', fields }), 'req_1');
    expect(JSON.parse(reply.body)).toMatchObject({ detail: 'One field.', errors: fields });
  });

  it('of an unknown error tells nothing of it', () => {
    const reply = write(new Error('connect to postgres://signalbox:hunter2@10.0.0.7'), 'req_1');
    expect(reply.status).toBe(500);
    expect(reply.body).not.toMatch(/hunter2|postgres|10\.0/);
  });

  it.each([
    ['refuses connections', { code: 'ECONNREFUSED' }],
    ['starts', { code: '57P03' }],
    ['has cut a connection', { code: 'CONNECTION_CLOSED' }],
    ['fails inside another failure', { cause: { code: '57P01' } }],
  ])('F-04: while the database %s asks the caller to come again and tells nothing of it', (_, how) => {
    const reply = write(Object.assign(new Error('postgres://signalbox:hunter2@10.0.0.7'), how), 'req_1');
    expect(reply.status).toBe(503);
    expect(reply.headers['Retry-After']).toBe('2');
    expect(reply.body).not.toMatch(/hunter2|10\.0/);
  });

  it('never passes on what is for the log only', () => {
    const reply = write(new SignalboxError('overloaded', { internal: 'too many connections for role' }), 'req_1');
    expect(reply.body).not.toContain('role');
  });

  it('asks for a key, and says when a key was wrong (RFC 6750, section 3)', () => {
    expect(write(new SignalboxError('unauthenticated'), 'r').headers['WWW-Authenticate']).toBe(
      'Bearer realm="signalbox"',
    );
    expect(write(new SignalboxError('unauthenticated', { detail: 'revoked' }), 'r').headers['WWW-Authenticate']).toBe(
      'Bearer realm="signalbox", error="invalid_token"',
    );
  });

  it('says in whole seconds when to come back', () => {
    const reply = write(new SignalboxError('overloaded', { retryAfterSeconds: 0.2 }), 'r');
    expect(reply.headers['Retry-After']).toBe('1');
  });
});
