import { DLT_CODES, dltCode, REASONS, STRICT_MATCHING } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { isListed, linksOf } from './calls-to-action.ts';
import { indexTemplates } from './find-template.ts';
import { bareHeader, shownHeader } from './headers.ts';
import { type DltEntityBook, type DltTemplateRow, judgeDlt } from './judge.ts';
import { parseDltTemplate } from './parse-template.ts';
import { standingOf } from './standing.ts';

const ACTIVE = { usable: true, why: 'is active' };
const SUSPENDED = { usable: false, why: 'is suspended' };

function filed(text: string, own: Partial<DltTemplateRow> = {}) {
  const parsed = parseDltTemplate(text);
  if (!parsed.ok) throw new Error('the template could not be read');
  const row: DltTemplateRow = {
    id: '1107',
    name: 'Order',
    kind: 'service_implicit',
    headers: ['ACMEIN'],
    standing: ACTIVE,
    ...own,
  };
  return { row, template: parsed.template };
}

function entity(own: Partial<DltEntityBook> = {}): DltEntityBook {
  return {
    id: '1101',
    name: 'Acme',
    standing: ACTIVE,
    headers: new Map([
      ['ACMEIN', ACTIVE],
      ['ACMESL', ACTIVE],
      ['ACMEXX', SUSPENDED],
    ]),
    templates: indexTemplates(
      [
        filed('Your order {#numeric#} is on its way. Acme'),
        filed('Acme sale: {#var#} off all shoes', {
          id: '1108',
          name: 'Sale',
          kind: 'promotional',
          headers: ['ACMESL', 'ACMEIN'],
        }),
        filed('Track {#alphanumeric#} at {#url#} or call {#cbn#}. Acme', { id: '1109', name: 'Track' }),
        filed('Your refund {#numeric#} is paid. Acme', { id: '1110', name: 'Refund', standing: SUSPENDED }),
      ],
      STRICT_MATCHING,
    ),
    calls: [
      { type: 'dynamic_url', value: 'https://acme.in/t?' },
      { type: 'call_back_number', value: '18001234567' },
    ],
    ...own,
  };
}

const ask = (text: string, own: Partial<Parameters<typeof judgeDlt>[1]> = {}, of = entity()) =>
  judgeDlt([of], { class: 'transactional', header: 'ACMEIN', text, templateId: null, ...own });

describe('a text to India is judged as an operator will', () => {
  it('carries the ids of the template it matches', () => {
    expect(ask('Your order 12 is on its way. Acme')).toEqual({
      entityId: '1101',
      header: 'ACMEIN',
      templateId: '1107',
      templateName: 'Order',
      kind: 'service_implicit',
      problem: null,
    });
  });

  it('takes the header of the template when the message names none', () => {
    expect(ask('Acme sale: half off all shoes', { header: null, class: 'marketing' }).header).toBe('ACMESL');
  });

  it.each([
    ['an entity that is not active', () => ask('x', {}, entity({ standing: SUSPENDED })), 'entity_inactive', '602'],
    ['a header nobody has', () => ask('x', { header: 'OTHER' }), 'header_unknown', '620'],
    ['a header in small letters', () => ask('x', { header: 'acmein' }), 'header_unknown', '620'],
    ['a header that is suspended', () => ask('x', { header: 'ACMEXX' }), 'header_inactive', '621'],
    [
      'a header without any template',
      () => ask('x', {}, entity({ templates: indexTemplates([], STRICT_MATCHING) })),
      'template_unknown',
      '630',
    ],
    ['a template that is suspended', () => ask('Your refund 7 is paid. Acme'), 'template_inactive', '631'],
    [
      'a header that is not linked',
      () => ask('Your order 12 is on its way. Acme', { header: 'ACMESL' }),
      'header_not_linked',
      '634',
    ],
    [
      'marketing by a service template',
      () => ask('Your order 12 is on its way. Acme', { class: 'marketing' }),
      'kind_mismatch',
      '683',
    ],
    [
      'a code by a promotional template',
      () => ask('Acme sale: half off all shoes', { class: 'otp' }),
      'kind_mismatch',
      '683',
    ],
    ['a word too many', () => ask('Your big order 12 is on its way. Acme'), 'text_mismatch', '633'],
    ['a value too long', () => ask(`Your order ${'1'.repeat(41)} is on its way. Acme`), 'variable_too_long', '635'],
    [
      'a link that is not listed',
      () => ask('Track A1 at https://other.in/t?x or call 18001234567. Acme'),
      'link_not_listed',
      '642',
    ],
    [
      'a number that is not listed',
      () => ask('Track A1 at https://acme.in/t?x or call 18009999999. Acme'),
      'link_not_listed',
      '642',
    ],
  ])('refuses %s, with the code of operators and a cure', (_what, judge, code, operatorCode) => {
    const { problem } = judge();
    expect([problem?.code, problem?.operatorCode]).toEqual([code, operatorCode]);
    expect(problem?.cure).toMatch(/\w+.*\.$/s);
    expect(REASONS[problem?.reason ?? 'platform.internal'].party).not.toBe('platform');
    // Our own word for it is the one under which the operator's refusal would be filed.
    expect(dltCode(operatorCode)?.reason).toBe(problem?.reason);
  });

  it('names the very place that does not match, and what to do', () => {
    const { problem } = ask('Your big order 12 is on its way. Acme');
    expect(problem?.mark).toMatchObject({ kind: 'extra', found: 'big ', start: 5, end: 9, cure: 'Take out “big ”.' });
    expect(problem?.cure).toBe('Take out “big ”.');
  });

  it('says the right spelling of a header that differs in capitals', () => {
    expect(ask('x', { header: 'acmein' }).problem?.cure).toContain('“ACMEIN”');
  });

  it('passes listed links and numbers in the spellings people use', () => {
    expect(ask('Track A1 at https://ACME.in/t?x=1 or call 1800 123 4567. Acme').problem).toBeNull();
  });
});

describe('A-12: a link hidden in a variable is held against the whitelist', () => {
  it.each([
    'https://evil.in/t',
    'HTTP://EVIL.IN',
    'evil.in/t?x=1',
    'evil.in',
    'bit.ly',
    'www.evil.example',
    'evil．in',
    'аcme.in/t?x',
    'http://acme.in@evil.in',
    'acme.in@evil.in/x',
    'now:evil.in/x',
    'xn--e1afmkfd.in/x',
  ])('%s', (value) => {
    const { problem } = ask(`Acme sale: ${value} off all shoes`, { class: 'marketing' });
    expect([problem?.code, problem?.operatorCode, problem?.reason]).toEqual([
      ...['link_not_listed', '642', 'content.url_not_allowed'],
    ]);
  });

  it.each(['20%', 'Rs.500', '1.500', '12.05.2026', 'today.Only for you', 'https://acme.in/t?x'])(
    'and %s passes',
    (value) => {
      expect(ask(`Acme sale: ${value} off all shoes`, { class: 'marketing' }).problem).toBeNull();
    },
  );
});

describe('the whitelist', () => {
  const on = (value: string, type: Parameters<typeof isListed>[1][number]['type'], text: string) => {
    const [call] = linksOf(text);
    return call !== undefined && isListed(call, [{ type, value }]);
  };
  it.each([
    ['static_url', 'https://acme.in/sale', 'see https://acme.in/sale now', true],
    ['static_url', 'https://acme.in/sale', 'see https://acme.in/sale.', true],
    ['static_url', 'https://acme.in/sale', 'see http://www.ACME.in/sale', true],
    ['static_url', 'https://acme.in/sale', 'see https://acme.in/SALE', false],
    ['static_url', 'https://acme.in/sale', 'see https://acme.in/sale?x', false],
    ['static_url', 'https://acme.in/sale', 'see https://shop.acme.in/sale', false],
    ['dynamic_url', 'https://acme.in/t?', 'see https://acme.in/t?id=7', true],
    ['dynamic_url', 'https://acme.in/t?', 'see https://acme.in/t/7', false],
    ['short_url', 'acme.co/ACMEIN', 'see acme.co/ACMEIN/x7', true],
    ['short_url', 'acme.co/ACMEIN', 'see acme.co/ACMEINX', false],
    ['short_url', 'acme.co/ACMEIN', 'see acme.co/acmein/x7', false],
    ['ott', 'https://wa.me/919000000000', 'see wa.me/919000000000?text=hi', true],
    ['apk', 'https://acme.in/app.apk', 'get https://acme.in/app.apk', true],
    ['static_url', 'https://acme.in', 'see https://acme.in.evil.example', false],
    ['static_url', 'https://acme.in', 'see https://acme.in@evil.in/', false],
    ['dynamic_url', 'https://acme.in', 'see https://acme.in@evil.in/x', false],
    ['dynamic_url', 'https://acme.in', 'see acme.in@evil.in/x', false],
    ['dynamic_url', 'https://acme.in', 'see https://acme.in.evil.in/x', false],
    ['dynamic_url', 'https://acme.in', 'see https://acme.in/x', true],
  ] as const)('%s %s and “%s”: %s', (type, value, text, listed) => expect(on(value, type, text)).toBe(listed));
});

describe('headers, standings and codes', () => {
  it.each([
    ['VM-ACMEIN-S', 'ACMEIN'],
    ['ACMEIN-P', 'ACMEIN'],
    ['AD-ACMEIN', 'ACMEIN'],
    ['ACMEIN', 'ACMEIN'],
  ])('%s is submitted as %s', (shown, bare) => expect(bareHeader(shown)).toBe(bare));

  it('shows the suffix of each kind', () => {
    expect([shownHeader('ACMEIN', 'promotional'), shownHeader('ACMEIN', 'service_implicit')]).toEqual([
      'XX-ACMEIN-P',
      'XX-ACMEIN-S',
    ]);
  });

  it('counts the last day of a registration and not the next one', () => {
    expect(standingOf('active', '2026-01-31', '2026-01-31').usable).toBe(true);
    expect(standingOf('active', '2026-01-31', '2026-02-01')).toEqual({ usable: false, why: 'expired on 2026-01-31' });
    expect(standingOf('suspended', null, '2026-01-01').usable).toBe(false);
  });

  it.each([
    ['633', 'permanent', 'content.template_mismatch'],
    ['0633', 'permanent', 'content.template_mismatch'],
    ['616', 'reroute', 'sender.not_registered'],
    ['5604', 'reroute', 'sender.not_registered'],
    ['623', 'fix_config', 'sender.auth_failed'],
    ['650', 'suppress_recipient', 'policy.preference_blocked'],
    ['651', 'defer_to_window', 'policy.quiet_hours'],
    ['670', 'retry_same', 'network.failure'],
    ['9025', 'fix_config', 'content.template_mismatch'],
    ['498', 'permanent', 'content.url_not_allowed'],
  ])('code %s means %s', (code, reaction, reason) => expect(dltCode(code)).toMatchObject({ reaction, reason }));

  it('no code makes a number invalid or suppresses it for good', () => {
    for (const { reason } of DLT_CODES.values()) expect([reason, REASONS[reason].suppress]).toEqual([reason, 'no']);
    expect(dltCode('000')).toBeUndefined();
    expect(dltCode('006')).toBeUndefined();
  });
});
