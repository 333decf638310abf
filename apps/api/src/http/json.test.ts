import { SignalboxError } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertJsonType, decodeJson, JSON_DEPTH_MAX, parseJson } from './json.ts';

/** The refusal of a call, as `code path:code`. */
function refusalOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (!(error instanceof SignalboxError)) throw error;
    return [error.code, ...error.fields.map((field) => `${field.path}:${field.code}`)].join(' ');
  }
  return 'taken';
}

describe('a JSON body', () => {
  it('is given back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'small', maxDepth: 6, noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        if (!/"__proto__"|\\u(?:0000|d[89a-f])/i.test(text)) expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('that is not JSON is refused without quoting it', () => {
    const secret = '{"code":"194 022",';
    expect(refusalOf(() => parseJson(secret))).toBe('json_invalid');
    try {
      parseJson('{"text":"your code is 194022" x}');
    } catch (error) {
      expect((error as SignalboxError).detail).not.toContain('194022');
      expect((error as SignalboxError).detail).toMatch(/character \d+/);
    }
  });

  it('nested as deep as allowed is taken, one level deeper is refused by path', () => {
    const nested = (depth: number) => `${'{"a":'.repeat(depth - 1)}{}${'}'.repeat(depth - 1)}`;
    expect(refusalOf(() => parseJson(nested(JSON_DEPTH_MAX)))).toBe('taken');
    expect(refusalOf(() => parseJson(nested(JSON_DEPTH_MAX + 1)))).toBe('request_invalid a.a.a.a.a.a.a.a:too_deep');
  });

  it('of a million opening brackets ends in a refusal, not in a stack overflow', () => {
    const depth = 1_000_000;
    expect(refusalOf(() => parseJson('['.repeat(depth) + ']'.repeat(depth)))).toMatch(/^request_invalid .*too_deep$/);
  });

  it.each([
    ['at the top', '{"__proto__":{"admin":true}}', '__proto__'],
    ['written with an escape', '{"__proto\\u005f_":{}}', '__proto__'],
    ['in free keys, where a schema would drop it in silence', '{"metadata":{"__proto__":"x"}}', 'metadata.__proto__'],
    ['in a list', '{"messages":[{},{"__proto__":1}]}', 'messages.1.__proto__'],
  ])('that names __proto__ is refused by path: %s', (_where, text, path) => {
    expect(refusalOf(() => parseJson(text))).toBe(`request_invalid ${path}:unknown_field`);
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
  });

  it.each([
    ['a NUL', '{"name":"a\\u0000b"}', 'name'],
    ['half a pair', '{"a":[{"b":"\\ud83d"}]}', 'a.0.b'],
    ['a NUL in a name', '{"settings":{"x\\u0000":1}}', 'settings.x\ufffd'],
  ])('with text no database can store is refused by path: %s', (_what, text, path) => {
    expect(refusalOf(() => parseJson(text))).toBe(`request_invalid ${path}:invalid_value`);
  });

  it('with whole pairs and other escapes is taken', () => {
    expect(parseJson('{"a":"\\ud83d\\ude9a \\u00e9 \\\\u0000"}')).toEqual({ a: '🚚 é \\u0000' });
  });

  it('that is not UTF-8 is refused, never repaired', () => {
    expect(refusalOf(() => decodeJson(Buffer.from([0x22, 0xc3, 0x28, 0x22])))).toBe('json_invalid');
    expect(decodeJson(Buffer.from('"ñ €"'))).toBe('"ñ €"');
  });
});

describe('the media type of a body', () => {
  it.each([
    'application/json',
    'Application/JSON',
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
  ])('%s is taken', (type) => expect(refusalOf(() => assertJsonType(type, undefined))).toBe('taken'));

  it.each([
    undefined,
    '',
    'text/plain',
    'application/jsonp',
    'application/json; charset=latin1',
    'multipart/form-data',
  ])('%s is refused', (type) =>
    expect(refusalOf(() => assertJsonType(type, undefined))).toBe('media_type_unsupported'),
  );

  it('packed is refused', () => {
    expect(refusalOf(() => assertJsonType('application/json', 'gzip'))).toBe('media_type_unsupported');
  });
});
