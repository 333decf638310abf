import type { SendMessageRequest } from '@signalbox/contracts';
import { tidyPhone } from '#format/phone.ts';
import type { Draft } from './draft.ts';

/** The address as it is sent: numbers lose their spaces and brackets. */
export const addressOf = (draft: Draft): string => (draft.channel === 'sms' ? tidyPhone(draft.to) : draft.to.trim());

/** The call a draft stands for; empty optional fields are left out. */
export function requestOf(draft: Draft): SendMessageRequest {
  const envelope = {
    to: addressOf(draft),
    class: draft.class,
    ...(draft.from.trim() === '' ? {} : { from: draft.from.trim() }),
  };
  if (draft.channel === 'sms') return { ...envelope, channel: 'sms', content: { text: draft.text } };
  const content = {
    subject: draft.subject,
    ...(draft.mailText === '' ? {} : { text: draft.mailText }),
    ...(draft.html === '' ? {} : { html: draft.html }),
  };
  return { ...envelope, channel: 'email', content };
}

/** The field of the form a refusal speaks of. */
export type FormFieldName = 'to' | 'from' | 'text' | 'subject' | 'mailText' | 'html' | 'class';

const FIELD_OF: Record<string, FormFieldName> = {
  to: 'to',
  from: 'from',
  class: 'class',
  'content.subject': 'subject',
  'content.html': 'html',
};

/** Finds the field for a dotted path of the api, such as `message.content.text`. */
export function fieldOf(path: string, channel: Draft['channel']): FormFieldName | undefined {
  const bare = path.replace(/^message\./, '');
  if (bare === 'content.text') return channel === 'sms' ? 'text' : 'mailText';
  return FIELD_OF[bare];
}

const MAIL_ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is missing or cannot be right, by field, as keys of the catalogue; the api judges again. */
export function faultsOf(draft: Draft): Partial<Record<FormFieldName, 'to' | 'toMail' | 'text' | 'subject' | 'body'>> {
  if (draft.channel === 'sms') {
    const isNumber = /^\+[1-9]\d{6,14}$/.test(addressOf(draft));
    return { ...(isNumber ? {} : { to: 'to' as const }), ...(draft.text === '' ? { text: 'text' as const } : {}) };
  }
  return {
    ...(MAIL_ADDRESS.test(addressOf(draft)) ? {} : { to: 'toMail' as const }),
    ...(draft.subject === '' ? { subject: 'subject' as const } : {}),
    ...(draft.mailText === '' && draft.html === '' ? { mailText: 'body' as const } : {}),
  };
}
