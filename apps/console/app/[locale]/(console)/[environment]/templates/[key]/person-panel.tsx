'use client';

import { EyeOutlined } from '@ant-design/icons';
import type { TemplateContent, TemplateDetail } from '@signalbox/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '#components/parts/panel.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { tidyPhone } from '#format/phone.ts';
import styles from '../templates.module.css';
import { AskedFields, type PersonDraft, WhoFields } from './person-fields.tsx';
import { PersonLook } from './person-look.tsx';

/** What is written here as one person would get it now: somebody of a list, or somebody made up. */
export function PersonPanel({ of, content }: { of: TemplateDetail; content: TemplateContent }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment, may } = usePlace();
  const [draft, setDraft] = useState<PersonDraft>({
    ...{ who: may('consents:read') ? 'person' : 'sample', channel: of.channels[0] ?? 'sms', recipient: null },
    ...{ address: '', locale: null, from: '', values: {} },
  });
  const [shown, setShown] = useState('');
  const person = useMutation(trpc.templates.previewPerson.mutationOptions());
  const sample = useMutation(trpc.templates.previewSample.mutationOptions());
  const asked = draft.who === 'person' ? person : sample;
  const change = (part: Partial<PersonDraft>) => setDraft({ ...draft, ...part });
  const written = JSON.stringify([draft, content]);
  const { who, channel, recipient, address, locale, from } = draft;
  const isWhole = who === 'person' ? recipient !== null : address.trim() !== '';
  const show = () => {
    setShown(written);
    const names = new Set(content.variables.map(({ name }) => name));
    const question = {
      ...{ environment, class: of.class, default_locale: of.default_locale, ...content },
      values: Object.fromEntries(Object.entries(draft.values).filter(([name]) => names.has(name))),
      ...(locale === null ? {} : { locale }),
      ...(from.trim() === '' ? {} : { from: from.trim() }),
    };
    if (who === 'person') person.mutate({ ...question, recipient: recipient ?? '' });
    else sample.mutate({ ...question, channel, address: channel !== 'email' ? tidyPhone(address) : address.trim() });
  };
  return (
    <Panel title={t('templates.person.title')} hint={t('templates.person.hint')}>
      <div className={styles.person}>
        <Form layout="vertical" onFinish={show}>
          <WhoFields draft={draft} change={change} channels={of.channels} />
          <AskedFields draft={draft} change={change} variables={content.variables} />
          <Button type="primary" htmlType="submit" icon={<EyeOutlined />} disabled={!isWhole} loading={asked.isPending}>
            {t('templates.person.show')}
          </Button>
        </Form>
        <div aria-live="polite" className={styles.look}>
          {asked.error !== null && <Refusal error={asked.error} />}
          {asked.error === null && asked.data === undefined && (
            <p className={styles.soft}>{t('templates.person.none')}</p>
          )}
          {asked.error === null && asked.data !== undefined && (
            <PersonLook preview={asked.data} isStale={shown !== written} />
          )}
        </div>
      </div>
    </Panel>
  );
}

/** The fields at fault in words, or that the call failed. */
function Refusal({ error }: { error: unknown }) {
  const { fields } = problemOf(error);
  if (fields.length === 0) return <SectionError error={error} />;
  return fields.map(({ path, message }) => (
    <p key={path} className={styles.fault}>
      {message}
    </p>
  ));
}
