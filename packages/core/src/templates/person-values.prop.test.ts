import type { TemplateValue, TemplateVariable } from '@signalbox/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personValues } from './person-values.ts';
import { judgeValues } from './values.ts';

const NAMES = ['name', 'email', 'number', 'country', 'language', 'order'] as const;
const variables = fc.uniqueArray(
  fc
    .record({ name: fc.constantFrom(...NAMES), optional: fc.boolean() })
    .map(({ name, optional }): TemplateVariable => ({ name, type: 'text', sample: `sample of ${name}`, optional })),
  { selector: ({ name }) => name },
);
const given = fc.dictionary(fc.constantFrom(...NAMES), fc.constantFrom('given', 'told'), { noNullPrototype: true });
const person = fc.record({
  channel: fc.constantFrom('sms' as const, 'email' as const),
  address: fc.constantFrom('+525512345678', 'ana@example.com'),
  country: fc.constantFrom(null, 'MX'),
  locale: fc.constantFrom(null, 'es-MX'),
});

test('each variable is given, held of the person, missing or left out, and what comes of it can always be rendered', () => {
  fc.assert(
    fc.property(variables, given, person, (declared, told, who) => {
      const known = Object.fromEntries(
        Object.entries(told).filter(([name]) => declared.some((one) => one.name === name)),
      ) as Record<string, TemplateValue>;
      const { values, sources } = personValues(declared, known, who);
      expect(judgeValues(declared, values, 'values')).toEqual([]);
      for (const [index, { name, source }] of sources.entries()) {
        const { sample, optional } = declared[index] as TemplateVariable;
        if (source === 'given') expect(values[name]).toBe(known[name]);
        if (source === 'person') expect([who.address, who.country, who.locale]).toContain(values[name]);
        if (source === 'missing') expect([values[name], optional]).toEqual([sample, false]);
        if (source === 'left_out') expect([Object.hasOwn(values, name), optional]).toEqual([false, true]);
      }
    }),
  );
});

test('a number prints no mail address, and nothing is printed into what is no text', () => {
  const ask = (name: string, type: TemplateVariable['type']) =>
    personValues([{ name, type, sample: 'x', optional: true }], {}, PERSON).sources[0]?.source;
  expect([ask('number', 'text'), ask('email', 'text'), ask('number', 'code')]).toEqual([
    'person',
    'left_out',
    'left_out',
  ]);
});

const PERSON = { channel: 'sms', address: '+525512345678', country: 'MX', locale: 'es' } as const;
