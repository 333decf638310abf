import { describe, expect, it } from 'vitest';
import { maskJson } from './mask.ts';

const masked = (value: unknown, isRefusal?: boolean) => JSON.parse(maskJson(value, isRefusal) ?? 'null');

describe('S-13: what is kept of a call names nobody and opens nothing', () => {
  it('keeps shape, numbers, ids, instants and words of ours; of addresses the ends; of texts the length', () => {
    expect(
      masked({
        to: '+525512345678',
        channel: 'sms',
        class: 'otp',
        content: { text: 'Your code is 123456', parts: 2 },
        send_at: '2026-11-23T09:00:00Z',
        id: 'msg_01kb1c9h2rf6ga6v0x4w8m3t5y',
        simulated: true,
      }),
    ).toEqual({
      to: '+52…78',
      channel: 'sms',
      class: 'otp',
      content: { text: '(19 characters)', parts: 2 },
      send_at: '2026-11-23T09:00:00Z',
      id: 'msg_01kb1c9h2rf6ga6v0x4w8m3t5y',
      simulated: true,
    });
    expect(masked({ address: 'ana.lopez@example.com' })).toEqual({ address: 'a…@example.com' });
  });

  it('drops codes and secrets whatever they are, and shows the code of a refusal', () => {
    expect(masked({ code: '123456', secret: 'whsec_abc', password: 1, api_token: ['a'] })).toEqual({
      code: '(dropped)',
      secret: '(dropped)',
      password: '(dropped)',
      api_token: '(dropped)',
    });
    expect(masked({ code: 'request_invalid', detail: 'No +525512345678 here.' }, true)).toEqual({
      code: 'request_invalid',
      detail: 'No +52…5678 here.',
    });
  });

  it('takes no name and no word for harmless that a caller made up', () => {
    expect(masked({ metadata: { 'ana@example.com': 'x', '5512345678': 'y' } })).toEqual({
      metadata: { '(name of 15 characters)': '(1 characters)', '(name of 10 characters)': '(1 characters)' },
    });
    expect(masked({ channel: 'call me at 5512345678' })).toEqual({ channel: '(21 characters)' });
    expect(masked({ to: 525512345678 })).toEqual({ to: '(number)' });
  });

  it('keeps the beginning of a list and how much more there is, and nothing of what is too large', () => {
    expect(masked({ channels: ['sms', 'email', 'voice', 'push', 'sms'] })).toEqual({
      channels: ['sms', 'email', 'voice', '(2 more)'],
    });
    const wide = Object.fromEntries(
      Array.from({ length: 50 }, (_, at) => [`field_${'a'.repeat(at % 26)}${'b'.repeat(at)}`.slice(0, 40), at]),
    );
    expect(
      maskJson({ one: { ...wide, a: wide, b: wide, c: wide, d: wide, e: { a: wide, b: wide, c: wide } } }),
    ).toBeUndefined();
    let deep: unknown = 1;
    for (let at = 0; at < 40; at += 1) deep = { deep };
    expect(JSON.stringify(masked(deep))).toContain('(deeper)');
  });

  it('tells of what a template is filled in with the names alone, whatever they are called', () => {
    const template = {
      key: 'a.b',
      locale: 'pt-BR',
      variables: { code: 'WELCOME', status: 'ok', order: 471_100, to: '+525512345678' },
    };
    const kept = JSON.parse(maskJson({ template }) ?? '');
    expect(kept.template.variables).toEqual({
      code: '(7 characters)',
      status: '(2 characters)',
      order: '(number)',
      to: '(13 characters)',
    });
  });
});
