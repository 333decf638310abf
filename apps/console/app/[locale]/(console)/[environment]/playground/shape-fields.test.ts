import { readFileSync } from 'node:fs';
import { type ApiDocument, readApiModel } from '@signalbox/contracts/clients';
import { describe, expect, it } from 'vitest';
import { fieldsFor, type JsonObject } from './shape-fields.ts';

const drawn = new URL('../../../../../../api/openapi.json', import.meta.url);
const api = readApiModel(JSON.parse(readFileSync(drawn, 'utf8')) as ApiDocument);
const body = api.operations.find((operation) => operation.operationId === 'sendMessage')?.body ?? '';
const fields = (value: JsonObject) => fieldsFor(api, { kind: 'named', name: body }, value);
const inner = (value: JsonObject, name: string) => {
  const field = fields(value).find((one) => one.name === name);
  return field === undefined ? [] : fieldsFor(api, field.type, {}).map((one) => one.name);
};

describe('the form of a body that takes several shapes', () => {
  it('offers what the channel that is chosen takes, and the way to the others', () => {
    expect(inner({ channel: 'sms' }, 'content')).toEqual(['text']);
    expect(inner({ channel: 'email' }, 'content')).toEqual(['subject', 'text', 'html']);
    expect(inner({ channel: 'voice' }, 'content')).toEqual(['text', 'locale']);
    const channel = fields({ channel: 'sms' }).find((field) => field.name === 'channel');
    expect(channel?.type).toMatchObject({ kind: 'text', values: ['sms', 'email', 'voice'] });
    expect(fields({ channel: 'sms' }).map((field) => field.name)).toEqual(expect.arrayContaining(['channels', 'mode']));
  });

  it('asks for one address a channel when there are several', () => {
    const several = { channels: ['sms', 'email'], mode: 'failover' };
    expect(inner(several, 'to')).toEqual(['sms', 'email', 'voice']);
    expect(fields({ channel: 'sms' }).find((field) => field.name === 'to')).toMatchObject({
      type: { kind: 'text' },
      isRequired: true,
    });
  });
});
