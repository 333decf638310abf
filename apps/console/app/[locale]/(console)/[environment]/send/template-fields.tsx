'use client';

import type { TemplateView } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Form, Segmented, Select } from 'antd';
import { useTranslations } from 'use-intl';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { ValueField } from '../templates/value-field.tsx';
import type { Draft } from './draft.ts';
import styles from './send.module.css';
import { useChosenTemplate } from './use-written.ts';

interface Props {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

/** The templates of the class that a send of this environment may go by: live, the approved ones. */
function useTemplates({ class: trafficClass }: Draft): TemplateView[] {
  const { templates } = useTRPC();
  const { environment } = usePlace();
  const found = useQuery(templates.list.queryOptions({ class: trafficClass, limit: 200 }));
  return (found.data?.data ?? []).filter(({ live_version }) => environment === 'sandbox' || live_version !== null);
}

/** Whether the message is written here or by a template; not asked while there is no template. */
export function SayingField({ draft, change }: Props) {
  const t = useTranslations();
  const options = useTemplates(draft);
  if (options.length === 0 && draft.templateKey === '') return null;
  const take = (key: string) => change({ templateKey: key, templateLocale: '', values: {} });
  return (
    <>
      <Form.Item label={t('templates.use')} htmlFor="send-saying">
        <Segmented<'own' | 'by'>
          id="send-saying"
          aria-label={t('templates.use')}
          value={draft.templateKey === '' ? 'own' : 'by'}
          options={(['own', 'by'] as const).map((value) => ({ value, label: t(`templates.${value}`) }))}
          onChange={(value) => take(value === 'own' ? '' : (options[0]?.key ?? ''))}
        />
      </Form.Item>
      {draft.templateKey !== '' && (
        <Form.Item label={t('templates.choose')} htmlFor="send-template" extra={t('templates.chooseHelp')}>
          <Select<string>
            id="send-template"
            value={options.some(({ key }) => key === draft.templateKey) ? draft.templateKey : null}
            placeholder={t('templates.noneForClass')}
            options={options.map(({ key, name }) => ({ value: key, label: `${name} · ${key}` }))}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={take}
          />
        </Form.Item>
      )}
    </>
  );
}

/** The language and the values of the chosen template. */
export function TemplateFields({ draft, change, error }: Props & { error: string | undefined }) {
  const t = useTranslations();
  const template = useChosenTemplate(draft);
  if (template === undefined) return null;
  const { variables, bodies } = template.content;
  const locales = [...new Set(bodies.map(({ locale }) => locale))];
  return (
    <>
      <Form.Item label={t('templates.locale')} htmlFor="send-template-locale">
        <Select<string>
          id="send-template-locale"
          value={draft.templateLocale === '' ? template.default_locale : draft.templateLocale}
          options={locales.map((value) => ({ value, label: value }))}
          onChange={(templateLocale) => change({ templateLocale })}
        />
      </Form.Item>
      {variables.map((variable) => (
        <Form.Item key={variable.name} label={<code>{variable.name}</code>} required={!variable.optional}>
          <ValueField
            variable={variable}
            value={draft.values[variable.name]}
            label={variable.name}
            onValue={(value) => {
              const { [variable.name]: _before, ...others } = draft.values;
              change({ values: value === undefined ? others : { ...others, [variable.name]: value } });
            }}
          />
        </Form.Item>
      ))}
      {error !== undefined && (
        <p className={styles.help} data-error="true">
          {error}
        </p>
      )}
    </>
  );
}
