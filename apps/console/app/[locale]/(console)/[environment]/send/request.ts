import {
  type Channel,
  type EmailContent,
  isByPhone,
  type SendMessageRequest,
  type SendToChannelsRequest,
  type SmsContent,
  type VoiceContent,
} from '@signalbox/contracts';
import { tidyPhone } from '#format/phone.ts';
import type { Draft } from './draft.ts';

/** The channel that is not the first, of texts and mails: a call stands alone in the form. */
export const otherOf = (channel: Channel): Channel => (channel === 'sms' ? 'email' : 'sms');

/** The channels of a draft, in their order. */
export const channelsOf = (draft: Draft): Channel[] =>
  draft.second === 'none' ? [draft.channel] : [draft.channel, otherOf(draft.channel)];

/** The address of a channel as it is sent: numbers lose their spaces and brackets. */
export function addressOf(draft: Draft, channel: Channel = draft.channel): string {
  const given = channel === draft.channel ? draft.to : draft.otherTo;
  return isByPhone(channel) ? tidyPhone(given) : given.trim();
}

const callContentOf = (draft: Draft): VoiceContent => ({ text: draft.text, locale: draft.spokenIn });
const smsContentOf = (draft: Draft): SmsContent => ({ text: draft.text });
const mailContentOf = (draft: Draft): EmailContent => ({
  subject: draft.subject,
  ...(draft.mailText === '' ? {} : { text: draft.mailText }),
  ...(draft.html === '' ? {} : { html: draft.html }),
});

/** What the message says: by a template, or as it was written for the channels. */
const sayingOf = (draft: Draft, written: SendMessageRequest['content'] | SendToChannelsRequest['content']) =>
  draft.templateKey === ''
    ? { content: written }
    : {
        template: {
          key: draft.templateKey,
          ...(draft.templateLocale === '' ? {} : { locale: draft.templateLocale }),
          variables: draft.values,
        },
      };

/** The call a draft stands for; empty optional fields are left out. */
export function requestOf(draft: Draft): SendMessageRequest | SendToChannelsRequest {
  const from = draft.from.trim();
  if (draft.second !== 'none') {
    return {
      channels: channelsOf(draft),
      mode: draft.second,
      class: draft.class,
      to: { sms: addressOf(draft, 'sms'), email: addressOf(draft, 'email') },
      ...sayingOf(draft, { sms: smsContentOf(draft), email: mailContentOf(draft) }),
      ...(from === '' ? {} : { from: { [draft.channel]: from } }),
    };
  }
  const envelope = { to: addressOf(draft), class: draft.class, ...(from === '' ? {} : { from }) };
  const content = { sms: smsContentOf, email: mailContentOf, voice: callContentOf }[draft.channel](draft);
  return { ...envelope, channel: draft.channel, ...sayingOf(draft, content) } as SendMessageRequest;
}

/** The field of the form a refusal speaks of. */
export type FormFieldName =
  | 'to'
  | 'from'
  | 'text'
  | 'spokenIn'
  | 'subject'
  | 'mailText'
  | 'html'
  | 'class'
  | 'otherTo'
  | 'template';

const FIELD_OF: Record<string, FormFieldName> = {
  to: 'to',
  from: 'from',
  class: 'class',
  'content.subject': 'subject',
  'content.html': 'html',
  'content.locale': 'spokenIn',
  'content.sms.text': 'text',
  'content.email.text': 'mailText',
  'content.email.subject': 'subject',
  'content.email.html': 'html',
};

/** Finds the field for a dotted path of the api, such as `message.content.text`; `channel` is the first of the draft. */
export function fieldOf(path: string, channel: Draft['channel']): FormFieldName | undefined {
  const bare = path.replace(/^message\./, '');
  if (bare === 'content.text') return channel === 'email' ? 'mailText' : 'text';
  if (bare === `to.${channel}`) return 'to';
  if (bare === `to.${otherOf(channel)}`) return 'otherTo';
  if (bare === `from.${channel}`) return 'from';
  if (/^template\b/.test(bare)) return 'template';
  return FIELD_OF[bare];
}

/** Whether a channel of the draft has an address that can be right. */
export const isAddressed = (draft: Draft, channel: Channel): boolean =>
  faultsIn(draft, channel)[channel === draft.channel ? 'to' : 'otherTo'] === undefined;

const MAIL_ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

type Faults = Partial<Record<FormFieldName, 'to' | 'toMail' | 'text' | 'subject' | 'body'>>;

/** What is missing or cannot be right, by field, as keys of the catalogue; the api judges again. */
export function faultsOf(draft: Draft): Faults {
  const [first, ...others] = channelsOf(draft).map((channel) => faultsIn(draft, channel));
  return Object.assign({}, first, ...others);
}

function faultsIn(draft: Draft, channel: Channel): Faults {
  const to = channel === draft.channel ? 'to' : 'otherTo';
  const address = addressOf(draft, channel);
  if (isByPhone(channel)) {
    const isNumber = /^\+[1-9]\d{6,14}$/.test(address);
    return {
      ...(isNumber ? {} : { [to]: 'to' as const }),
      ...(draft.templateKey === '' && draft.text === '' ? { text: 'text' as const } : {}),
    };
  }
  return {
    ...(MAIL_ADDRESS.test(address) ? {} : { [to]: 'toMail' as const }),
    ...(draft.templateKey === '' ? mailFaults(draft) : {}),
  };
}

function mailFaults(draft: Draft): Faults {
  return {
    ...(draft.subject === '' ? { subject: 'subject' as const } : {}),
    ...(draft.mailText === '' && draft.html === '' ? { mailText: 'body' as const } : {}),
  };
}
