import { TemplateContent } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import {
  besideDefault,
  bodyFor,
  chooseLocale,
  compileTemplate,
  judgeValues,
  UNSUBSCRIBE_PLACE,
  valuesFor,
} from './index.ts';

const content = (change: object = {}) => ({
  ...TemplateContent.parse({
    variables: [
      { name: 'name', type: 'text', sample: 'Ana' },
      { name: 'total', type: 'money', sample: { amount_micros: 12_500_000, currency: 'BRL' } },
      { name: 'due', type: 'date', sample: '2026-11-27' },
      { name: 'count', type: 'number', sample: 1234.5 },
      { name: 'gift', type: 'flag', sample: true, optional: true },
    ],
    bodies: [
      { channel: 'sms', locale: 'en', text: 'Hi {{ name | upcase }}: {{ total }}{% if gift %} +gift{% endif %}' },
      { channel: 'sms', locale: 'pt', text: 'Oi {{ name }}: {{ total }} até {{ due }}, {{ count | number }}' },
      { channel: 'email', locale: 'en', subject: 'For {{ name }}', html: '<b>{{ name }}</b>' },
    ],
    ...change,
  }),
  class: 'transactional' as const,
  default_locale: 'en',
});

function compiled(change: object = {}) {
  const result = compileTemplate(content(change));
  if (!result.ok) throw new Error(JSON.stringify(result.fields));
  return result.template;
}

const VALUES = {
  name: 'Ana',
  total: { amount_micros: 1_234_560_000, currency: 'BRL' },
  due: '2026-02-01',
  count: 1234.5,
};

function render(channel: 'sms' | 'email', locale: string, values: Record<string, unknown> = {}) {
  const template = compiled();
  const body = bodyFor(template, channel, locale);
  if (body === undefined) throw new Error('no body');
  return body.render(valuesFor(template, body, { ...VALUES, ...values } as never));
}

describe('a body', () => {
  it('prints money, days and numbers as its language writes them, without a space that would force UCS-2', () => {
    expect(render('sms', 'pt-BR')).toEqual({
      subject: null,
      text: 'Oi Ana: R$ 1.234,56 até 1 de fev. de 2026, 1.234,5',
      html: null,
    });
  });

  it('chooses by a flag, and one that is left out is not set', () => {
    expect(render('sms', 'en')).toMatchObject({ text: 'Hi ANA: R$1,234.56' });
    expect(render('sms', 'en', { gift: true })).toMatchObject({ text: 'Hi ANA: R$1,234.56 +gift' });
  });

  it('escapes what is printed into HTML and leaves text alone', () => {
    expect(render('email', 'en', { name: `<a href='x'>&"` })).toEqual({
      subject: `For <a href='x'>&"`,
      text: null,
      html: '<b>&lt;a href=&#39;x&#39;&gt;&amp;&#34;</b>',
    });
  });

  it('is the one of the nearest language, and of the default when none is near', () => {
    const available = ['en', 'pt', 'zh-Hant', 'zh-Hans'];
    expect(chooseLocale('pt-BR', available, 'en')).toBe('pt');
    expect(chooseLocale('PT-br', available, 'en')).toBe('pt');
    expect(chooseLocale('zh-Hant-TW', available, 'en')).toBe('zh-Hant');
    expect(chooseLocale('zh', available, 'en')).toBe('en');
    expect(chooseLocale(undefined, available, 'en')).toBe('en');
    expect(chooseLocale('fr', ['es'], 'en')).toBeUndefined();
  });
});

describe('a value', () => {
  const faults = (values: Record<string, unknown>) =>
    judgeValues(content().variables, values as never, 'template.variables').map(({ path, code }) => `${path} ${code}`);

  it('is asked for by its name when it is missing, unknown or of another type', () => {
    expect(faults(VALUES)).toEqual([]);
    expect(faults({ ...VALUES, name: 5, nam: 'Ana', due: '2026-02-30', gift: 'yes' })).toEqual([
      'template.variables.nam unknown_variable',
      'template.variables.name wrong_type',
      'template.variables.due wrong_type',
      'template.variables.gift wrong_type',
    ]);
    expect(faults({})).toEqual([
      'template.variables.name required',
      'template.variables.total required',
      'template.variables.due required',
      'template.variables.count required',
    ]);
  });

  it('cannot hide a script behind an address or a line break of another kind in a text', () => {
    expect(faults({ ...VALUES, name: 'Ana\r\nBcc: x' })).toEqual(['template.variables.name wrong_type']);
    const link = TemplateContent.shape.variables.parse([{ name: 'link', type: 'url', sample: 'https://a.example' }]);
    const judged = (value: string) => judgeValues(link, { link: value }, 'v').length;
    expect(judged('https://shop.example/o?id=1&x=ä')).toBe(0);
    for (const bad of [
      'javascript:alert(1)',
      'https://',
      'http://a b',
      'https://a.example/"onload=',
      'ftp://a.example',
    ]) {
      expect(judged(bad), bad).toBe(1);
    }
  });
});

describe('a content', () => {
  const faults = (change: object) => {
    const result = compileTemplate(content(change));
    return result.ok ? [] : result.fields.map(({ path, code }) => `${path} ${code}`);
  };
  const sms = (text: string) => ({ bodies: [{ channel: 'sms', locale: 'en', text }] });

  it('is told which body names a variable it has not declared', () => {
    expect(faults(sms('Hi {{ nmae }}'))).toEqual(['bodies.0.text unknown_variable']);
  });

  it('is told of tags that are not closed, not known, or say more than one thing', () => {
    expect(faults(sms('{% if gift %}x'))).toEqual(['bodies.0.text syntax']);
    expect(faults(sms('{{ name '))).toEqual(['bodies.0.text syntax']);
    expect(faults(sms('{{ name total }}'))).toEqual(['bodies.0.text syntax']);
    expect(faults(sms('{{ name | shout }}'))).toEqual(['bodies.0.text unknown_filter']);
    expect(faults(sms('{% for a in name %}{% endfor %}'))).toEqual(['bodies.0.text unknown_tag']);
  });

  it('has each channel in the default language, and each body and variable once', () => {
    expect(faults({ bodies: [{ channel: 'sms', locale: 'pt', text: 'a' }] })).toEqual(['bodies no_default']);
    const body = { channel: 'sms', locale: 'en', text: 'a' };
    expect(faults({ bodies: [body, body] })).toEqual(['bodies.1.locale duplicate']);
    const variable = { name: 'name', type: 'text', sample: 'Ana' };
    expect(faults({ variables: [variable, variable], ...sms('a') })).toEqual(['variables.1.name duplicate']);
    expect(faults({ variables: [{ ...variable, sample: 5 }], ...sms('a') })).toEqual(['variables.0.sample wrong_type']);
    expect(faults({ variables: [{ ...variable, name: 'nil' }], ...sms('a') })).toEqual([
      'variables.0.name not_allowed',
    ]);
  });
});

describe('the link that stops marketing', () => {
  const mail = { channel: 'email', locale: 'en', subject: 'Sale', html: '<a href="{{ unsubscribe_url }}">Stop</a>' };
  const faultsOf = (change: object) => {
    const result = compileTemplate({ ...content({ bodies: [mail] }), ...change });
    return result.ok ? [] : result.fields.map(({ path, code }) => `${path} ${code}`);
  };

  it('is printed by mails of a marketing template as the place that each mail fills in when it leaves', () => {
    const result = compileTemplate({ ...content({ variables: [], bodies: [mail] }), class: 'marketing' });
    const [body] = result.ok ? result.template.bodies : [];
    expect(body?.render({})).toMatchObject({ html: `<a href="${UNSUBSCRIBE_PLACE}">Stop</a>` });
  });

  it('is there in no other class, in no text, and is no name for a variable', () => {
    expect(faultsOf({ class: 'transactional' })).toContain('bodies.0.html unknown_variable');
    const text = { channel: 'sms', locale: 'en', text: 'Stop: {{ unsubscribe_url }}' };
    const sms = compileTemplate({ ...content({ bodies: [text] }), class: 'marketing' });
    expect(sms.ok ? [] : sms.fields).toMatchObject([{ path: 'bodies.0.text', code: 'unknown_variable' }]);
    const variables = [{ name: 'unsubscribe_url', type: 'text', sample: 'x', optional: false }];
    const named = compileTemplate({ ...content({ variables, bodies: [mail] }), class: 'marketing' });
    expect(named.ok ? [] : named.fields).toMatchObject([{ path: 'variables.0.name', code: 'not_allowed' }]);
  });
});

describe('a body beside the one in the default language', () => {
  const said = (text: string, ...names: string[]) => ({
    body: { channel: 'sms' as const, locale: 'de', names: new Set(names) },
    rendered: { subject: null, text, html: null },
  });
  it('tells the variables that one of them leaves out, and by how much it is longer', () => {
    expect(
      besideDefault(said('a'.repeat(200), 'name', 'extra'), said('a'.repeat(100), 'name', 'order', 'code')),
    ).toEqual({
      missing: ['code', 'order'],
      added: ['extra'],
      longerPercent: 100,
      moreParts: 1,
      terms: [],
    });
    expect(besideDefault(said('abc'), said(''))).toMatchObject({ longerPercent: 0 });
  });
  it('measures what a reader sees of a mail: the text, not the markup', () => {
    const mail = (text: string, html: string) => ({
      body: { channel: 'email' as const, locale: 'de', names: new Set<string>() },
      rendered: { subject: '', text, html },
    });
    const found = besideDefault(mail('1234567890', '<p>'), mail('12345', '<p>'.repeat(100)));
    expect(found).toMatchObject({ longerPercent: 100, moreParts: 0 });
  });
});
