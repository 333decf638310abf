'use client';

import { Channel, type TemplateValue, type TemplateVariable } from '@signalbox/contracts';
import { Form, Input, Segmented, Select } from 'antd';
import { useLocale, useTranslations } from 'use-intl';
import { useLanguageOptions } from '#components/parts/use-intl-options.ts';
import { usePlace } from '#components/place.tsx';
import { countryName } from '#format/country.ts';
import { formatPhone } from '#format/phone.ts';
import { ValueField } from '../value-field.tsx';
import { useRecipients } from './use-recipients.ts';

/** For whom a template is looked at, and what a send would say besides. */
export interface PersonDraft {
  who: 'person' | 'sample';
  channel: Channel;
  recipient: string | null;
  address: string;
  locale: string | null;
  from: string;
  values: Record<string, TemplateValue>;
}

interface Props {
  draft: PersonDraft;
  change: (part: Partial<PersonDraft>) => void;
}

/** Somebody of a list, searched for, or the number or mailbox of somebody made up. */
export function WhoFields({ draft, change, channels }: Props & { channels: readonly Channel[] }) {
  const t = useTranslations();
  const { may } = usePlace();
  const isMail = draft.channel === 'email';
  return (
    <>
      <Form.Item label={t('templates.person.who')}>
        <Segmented<PersonDraft['who']>
          aria-label={t('templates.person.who')}
          value={draft.who}
          options={(['person', 'sample'] as const).map((value) => ({
            value,
            label: t(`templates.person.by.${value}`),
            disabled: value === 'person' && !may('consents:read'),
          }))}
          onChange={(who) => change({ who })}
        />
      </Form.Item>
      <Form.Item label={t('send.channel')} htmlFor="person-channel">
        <Select<Channel>
          id="person-channel"
          value={draft.channel}
          options={Channel.options.map((value) => ({
            value,
            label: t(`channel.${value}`),
            disabled: !channels.includes(value),
          }))}
          onChange={(channel) => change({ channel, recipient: null, address: '' })}
        />
      </Form.Item>
      {draft.who === 'person' ? (
        <RecipientField key={draft.channel} draft={draft} change={change} />
      ) : (
        <Form.Item label={t(isMail ? 'send.toMail' : 'send.toNumber')} htmlFor="person-address">
          <Input
            id="person-address"
            value={draft.address}
            maxLength={320}
            autoComplete="off"
            placeholder={isMail ? 'ana@example.com' : '+52 55 1234 5678'}
            onChange={(event) => change({ address: event.target.value })}
          />
        </Form.Item>
      )}
    </>
  );
}

function RecipientField({ draft, change }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const { found, isSearching, search } = useRecipients(draft.channel);
  const options = (found?.data ?? []).map((one) => {
    const where = one.country === null ? [] : [countryName(locale, one.country)];
    return { value: one.recipient, label: [formatPhone(one.address), ...where, one.locale].join(' · ') };
  });
  return (
    <Form.Item
      label={t('templates.person.choose')}
      htmlFor="person-recipient"
      extra={t(found?.is_masked === true ? 'templates.person.chooseMasked' : 'templates.person.chooseHelp')}
    >
      <Select<string>
        id="person-recipient"
        value={draft.recipient}
        placeholder={t('templates.person.search')}
        options={options}
        loading={isSearching}
        notFoundContent={isSearching ? null : t('templates.person.nobody')}
        showSearch={{ filterOption: false, onSearch: search }}
        onChange={(recipient) => change({ recipient })}
      />
    </Form.Item>
  );
}

/** What a send may ask for: the language, the sender, and the values of the variables. */
export function AskedFields({ draft, change, variables }: Props & { variables: readonly TemplateVariable[] }) {
  const t = useTranslations();
  const languages = useLanguageOptions();
  const put = (name: string, value: TemplateValue | undefined) => {
    const { [name]: _before, ...others } = draft.values;
    change({ values: value === undefined ? others : { ...others, [name]: value } });
  };
  return (
    <>
      <Form.Item label={t('templates.person.locale')} htmlFor="person-locale">
        <Select<string>
          id="person-locale"
          allowClear
          value={draft.locale}
          placeholder={t('templates.person.localeBlank')}
          options={languages}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(locale: string | undefined) => change({ locale: locale ?? null })}
        />
      </Form.Item>
      <Form.Item label={t('send.from')} htmlFor="person-from">
        <Input
          id="person-from"
          value={draft.from}
          maxLength={320}
          autoComplete="off"
          placeholder={t('templates.person.fromBlank')}
          onChange={(event) => change({ from: event.target.value })}
        />
      </Form.Item>
      {variables.map((variable) => (
        <Form.Item key={variable.name} label={<code>{variable.name}</code>}>
          <ValueField
            variable={variable}
            label={t('templates.person.valueOf', { name: variable.name })}
            value={draft.values[variable.name]}
            onValue={(value) => put(variable.name, value)}
          />
        </Form.Item>
      ))}
    </>
  );
}
