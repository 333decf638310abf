import { SendMessageRequest, SendToChannelsRequest } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT } from './draft.ts';
import { faultsOf, fieldOf, requestOf } from './request.ts';

const text = { ...EMPTY_DRAFT, to: '+52 (55) 1234-5678', text: 'Hola' };
const mail = { ...EMPTY_DRAFT, channel: 'email' as const, to: 'ana@example.com', subject: 'Hi', html: '<p>Hi</p>' };

describe('the send form', () => {
  it('makes calls that the public schema takes, for both channels', () => {
    for (const draft of [text, { ...text, from: 'SHOP' }, mail, { ...mail, mailText: 'Hi' }]) {
      expect(faultsOf(draft)).toEqual({});
      expect(SendMessageRequest.safeParse(requestOf(draft)).success).toBe(true);
    }
    expect(requestOf(text)).toMatchObject({ to: '+525512345678' });
  });
  it('makes one call over both channels, each with its own address and content', () => {
    for (const second of ['failover', 'parallel'] as const) {
      const first = { ...text, second, otherTo: ' ana@example.com ', subject: 'Hi', mailText: 'Hi', from: 'SHOP' };
      const request = requestOf(first);
      expect(faultsOf(first)).toEqual({});
      expect(SendToChannelsRequest.parse(request)).toEqual({
        channels: ['sms', 'email'],
        mode: second,
        class: 'transactional',
        to: { sms: '+525512345678', email: 'ana@example.com' },
        content: { sms: { text: 'Hola' }, email: { subject: 'Hi', text: 'Hi' } },
        from: { sms: 'SHOP' },
      });
      const back = requestOf({ ...mail, second, otherTo: '+52 55 1234 5678', text: 'Hola' });
      expect(SendToChannelsRequest.parse(back)).toMatchObject({ channels: ['email', 'sms'], mode: second });
    }
  });
  it('sends by a template with its values in place of content, over one channel or both', () => {
    const by = { ...text, text: '', templateKey: 'order', templateLocale: 'pt', values: { name: 'Ana', count: 2 } };
    const template = { key: 'order', locale: 'pt', variables: { name: 'Ana', count: 2 } };
    expect(faultsOf(by)).toEqual({});
    expect(SendMessageRequest.parse(requestOf(by))).toMatchObject({ channel: 'sms', template });
    expect(requestOf(by)).not.toHaveProperty('content');
    const both = requestOf({ ...by, second: 'failover', otherTo: 'ana@example.com' });
    expect(SendToChannelsRequest.parse(both)).toMatchObject({ channels: ['sms', 'email'], template });
    expect(fieldOf('template.variables.name', 'sms')).toBe('template');
  });
  it('names what is missing before anything is sent', () => {
    expect(faultsOf(EMPTY_DRAFT)).toEqual({ to: 'to', text: 'text' });
    expect(faultsOf({ ...text, second: 'failover' })).toEqual({
      otherTo: 'toMail',
      subject: 'subject',
      mailText: 'body',
    });
    expect(faultsOf({ ...mail, second: 'parallel' })).toEqual({ otherTo: 'to', text: 'text' });
    expect(faultsOf({ ...mail, to: 'ana', subject: '', html: '' })).toEqual({
      to: 'toMail',
      subject: 'subject',
      mailText: 'body',
    });
  });
  it('shows a refusal of the api at the field it speaks of', () => {
    expect(fieldOf('message.content.text', 'sms')).toBe('text');
    expect(fieldOf('content.text', 'email')).toBe('mailText');
    expect(fieldOf('to', 'sms')).toBe('to');
    expect(fieldOf('to.email', 'sms')).toBe('otherTo');
    expect(fieldOf('to.email', 'email')).toBe('to');
    expect(fieldOf('message.content.email.text', 'sms')).toBe('mailText');
    expect(fieldOf('metadata.x', 'sms')).toBeUndefined();
  });
});
