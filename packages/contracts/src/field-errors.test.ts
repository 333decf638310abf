import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FIELD_ERRORS_MAX, fieldErrorsOf } from './field-errors.ts';
import { ListMessagesQuery } from './message-view.ts';
import { EmailContent, SendBatchRequest, SendMessageRequest } from './public-api.ts';

const good = {
  to: '+5511970000012',
  channel: 'sms',
  class: 'transactional',
  content: { text: 'x' },
} as const;

/** Path and code of every complaint about a body, as `path code`. */
const complaints = (body: unknown, schema: z.ZodType = SendMessageRequest): string[] => {
  const parsed = schema.safeParse(body);
  return parsed.success ? [] : fieldErrorsOf(parsed.error, '', body).map((field) => `${field.path} ${field.code}`);
};

const without = (field: keyof typeof good): Record<string, unknown> => {
  const { [field]: _removed, ...rest } = good;
  return rest;
};

describe('a refused body names each field at fault with a stable code', () => {
  const cases: [string, unknown, string[]][] = [
    ['an absent text field', without('to'), ['to required']],
    ['an absent choice', without('class'), ['class required']],
    ['an absent discriminator', without('channel'), ['channel required']],
    ['a number for text', { ...good, to: 5 }, ['to wrong_type']],
    ['an object for text', { ...good, content: { text: {} } }, ['content.text wrong_type']],
    ['an empty text', { ...good, content: { text: '' } }, ['content.text too_short']],
    ['a long text', { ...good, content: { text: 'x'.repeat(1531) } }, ['content.text too_long']],
    ['unknown fields', { ...good, colour: 1, shape: 2 }, ['colour unknown_field', 'shape unknown_field']],
    ['an unknown nested field', { ...good, content: { text: 'x', html: 'y' } }, ['content.html unknown_field']],
    ['an unknown class', { ...good, class: 'spam' }, ['class not_allowed']],
    ['an unknown channel', { ...good, channel: 'fax' }, ['channel not_allowed']],
    ['words for an instant', { ...good, send_at: 'tomorrow' }, ['send_at format_invalid']],
    ['a negative validity', { ...good, valid_for_seconds: -1 }, ['valid_for_seconds too_small']],
    ['a broken validity', { ...good, valid_for_seconds: 1.5 }, ['valid_for_seconds wrong_type']],
    ['a long validity', { ...good, valid_for_seconds: 1e6 }, ['valid_for_seconds too_big']],
    ['a lone surrogate', { ...good, content: { text: '\ud800' } }, ['content.text invalid_value']],
    ['NUL', { ...good, content: { text: 'a\u0000b' } }, ['content.text invalid_value']],
    ['an empty metadata key', { ...good, metadata: { '': 'x' } }, ['metadata. key_invalid']],
    ['a number as metadata', { ...good, metadata: { order: 7 } }, ['metadata.order wrong_type']],
    ['an array', [], [' wrong_type']],
    ['null', null, [' wrong_type']],
  ];
  it.each(cases)('%s', (_name, body, expected) => {
    expect(complaints(body)).toEqual(expected);
  });

  it('a mail without text and html', () => {
    expect(complaints({ subject: 'x' }, EmailContent)).toEqual(['text invalid_value']);
  });

  it('a batch that is empty or too large', () => {
    expect(complaints({ messages: [] }, SendBatchRequest)).toEqual(['messages too_few']);
    expect(complaints({ messages: new Array(1001).fill(0) }, SendBatchRequest)).toEqual(['messages too_many']);
  });

  it('a query with an unknown sort key', () => {
    expect(complaints({ sort: '1; drop table' }, ListMessagesQuery)).toEqual(['sort unknown_field']);
  });
});

describe('the sentence of a field error', () => {
  const messageOf = (body: unknown, schema: z.ZodType = SendMessageRequest): string | undefined => {
    const parsed = schema.safeParse(body);
    return parsed.success ? undefined : fieldErrorsOf(parsed.error, '', body)[0]?.message;
  };

  it('says the limit that was passed', () => {
    expect(messageOf({ ...good, content: { text: 'x'.repeat(2000) } })).toBe(
      'Must be at most 1530 characters long; shorten it.',
    );
  });

  it('lists what would be taken', () => {
    expect(messageOf({ ...good, class: 'spam' })).toBe('Must be one of: otp, transactional, marketing.');
  });

  it('never prints a pattern', () => {
    expect(messageOf({ code: 'x' }, z.strictObject({ code: z.string().regex(/^\d+$/) }))).not.toMatch(/[\\^$]/);
  });

  it('keeps the words a schema gives itself', () => {
    expect(messageOf({ ...good, max_price: { amount_micros: 1, currency: 'usd' } })).toBe(
      'Must be an ISO 4217 code such as USD.',
    );
  });
});

describe('paths', () => {
  const parsed = SendMessageRequest.safeParse({ ...good, to: 5 });

  it('start with the base path of a batch item', () => {
    expect(parsed.error && fieldErrorsOf(parsed.error, 'messages.3')[0]?.path).toBe('messages.3.to');
  });

  it('tell an absent value from a wrong one without the input too', () => {
    const absent = SendMessageRequest.safeParse(without('to'));
    expect(absent.error && fieldErrorsOf(absent.error)[0]?.code).toBe('required');
    expect(parsed.error && fieldErrorsOf(parsed.error)[0]?.code).toBe('wrong_type');
  });

  it('come from the nearest branch of a plain union', () => {
    const either = z.union([z.strictObject({ a: z.string(), b: z.string() }), z.strictObject({ c: z.string() })]);
    expect(complaints({ a: 'x' }, either)).toEqual(['b required']);
  });
});

describe('an answer stays small and well-formed', () => {
  it('however many fields are wrong', () => {
    const body = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`f${index}`, index]));
    expect(complaints({ ...good, ...body })).toHaveLength(FIELD_ERRORS_MAX);
  });

  it('whatever a body holds: every error has a path, a code of the list and a sentence', () => {
    const codes = new Set(
      'required wrong_type unknown_field too_long too_short too_many too_few too_big too_small not_allowed format_invalid key_invalid invalid_value'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.record({ ...anyFieldOf(good), metadata: fc.jsonValue() }, { requiredKeys: [] })),
        (body) => {
          const parsed = SendMessageRequest.safeParse(body);
          if (parsed.success) return;
          const fields = fieldErrorsOf(parsed.error, '', body);
          expect(fields.length).toBeGreaterThan(0);
          for (const field of fields) {
            expect(codes).toContain(field.code);
            expect(field.message).toMatch(/^[A-Z].*\.$/s);
            expect(field.path.isWellFormed()).toBe(true);
          }
        },
      ),
    );
  });

  it('with a name of ten thousand characters', () => {
    expect(complaints({ ...good, ['é'.repeat(10_000)]: 1 })[0]?.length).toBeLessThan(200);
  });
});

/** For each field: its good value or anything at all. */
function anyFieldOf(body: Record<string, unknown>): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(
    Object.entries(body).map(([field, value]) => [field, fc.oneof(fc.constant(value), fc.jsonValue())]),
  );
}
