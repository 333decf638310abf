import { RegistryService } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRegistry } from './translate.ts';

const service = (change: object = {}) =>
  RegistryService.parse({
    ...{ url: 'https://registry.example.com', body: { numbers: '{{numbers}}' }, price_micros: 0, currency: 'USD' },
    ...change,
  });
const [ONE, TWO] = ['+905321112233', '+905321112244'] as const;
const read = (results: unknown, change: object = {}, status = 200) =>
  readRegistry(service(change), [ONE, TWO], { status, body: JSON.stringify({ results }) });

describe('an answer of a registry', () => {
  it('is read by its words, and says nothing where it is in doubt', () => {
    const results = [
      { number: '905321112233', listed: true },
      { number: TWO, listed: 'No' },
    ];
    expect(read(results)).toEqual(
      new Map([
        [ONE, true],
        [TWO, false],
      ]),
    );
    expect(read([...results, { number: ONE, listed: false }])).toEqual(new Map([[TWO, false]]));
    expect(read([{ number: ONE, listed: 'perhaps' }])).toEqual(new Map());
    expect(read(results, {}, 500)).toBeNull();
  });

  it('that names only who stands on it closes or opens nobody by a name that cannot be read', () => {
    const only = { only_listed: true, listed_pointer: '' };
    expect(read([{ number: ONE }], only)).toEqual(
      new Map([
        [ONE, true],
        [TWO, false],
      ]),
    );
    expect(read([{ number: '5321112233' }], only)).toBeNull();
    expect(read({ error: 'busy' }, only)).toBeNull();
  });

  it('never speaks of others, whatever comes', () => {
    fc.assert(
      fc.property(fc.json(), fc.boolean(), (body, only) => {
        const said = readRegistry(service({ only_listed: only }), [ONE, TWO], { status: 200, body });
        for (const number of said?.keys() ?? []) expect([ONE, TWO]).toContain(number);
      }),
    );
  });
});
