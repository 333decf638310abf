import type { FormField } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { fieldOfPath, isSecretStored, settingsOf, valuesOf } from './settings.ts';

const field = (name: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  name,
  kind,
  label: name,
  help: '',
  group: 'address',
  required: false,
  ...more,
});
const fields = [
  field('host', 'text'),
  field('port', 'number', { default: 2775 }),
  field('password', 'secret'),
  field('codes', 'json'),
  field('hosts', 'list'),
  field('tls', 'switch', { default: false }),
];

describe('the provider form', () => {
  it('saves what it was opened with, unchanged', () => {
    const stored = { host: 'a', port: 2776, codes: { '0x0B': 'x' }, hosts: ['b'], tls: true };
    expect(settingsOf(fields, valuesOf(fields, stored)).settings).toEqual(stored);
  });
  it('never shows nor sends back the word that stands for a stored secret', () => {
    const stored = { host: 'a', password: 'stored' };
    const values = valuesOf(fields, stored);
    expect(values.password).toBe('');
    expect(settingsOf(fields, values).settings).not.toHaveProperty('password');
    expect(isSecretStored(field('password', 'secret'), stored)).toBe(true);
    expect(settingsOf(fields, { ...values, password: 'new one' }).settings.password).toBe('new one');
  });
  it('begins a new provider with the defaults of the manifest and keeps a switch that is off', () => {
    expect(settingsOf(fields, valuesOf(fields, {})).settings).toEqual({ port: 2775, tls: false });
  });
  it('names a field whose JSON cannot be read and sends nothing for it', () => {
    expect(settingsOf(fields, { codes: '{' })).toEqual({ settings: {}, unreadable: ['codes'] });
  });
  it('finds the control for an error path of the api, also inside a JSON field', () => {
    expect(fieldOfPath('settings.codes.0.reason', fields)).toBe('codes');
    expect(fieldOfPath('settings.host', fields)).toBe('host');
    expect(fieldOfPath('name', fields)).toBe('name');
    expect(fieldOfPath('settings.nothing', fields)).toBeUndefined();
  });
});
