'use client';

import { TranslationOutlined } from '@ant-design/icons';
import { DRAFT_LOCALES_MAX, type TemplateDetail } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Modal, Select } from 'antd';
import Link from 'next/link';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { useLanguageOptions } from '#components/parts/use-intl-options.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from '../templates.module.css';

/** Has a service draft languages, all at once; `isChanged` says that something typed is not saved yet. */
export function DraftLanguages({ of, isChanged }: { of: TemplateDetail; isChanged: boolean }) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  const isRunning = of.drafting?.state === 'running';
  return (
    <>
      <PermittedButton
        permission="templates:write"
        icon={<TranslationOutlined />}
        loading={isRunning}
        disabled={isChanged}
        title={isChanged ? t('translations.saveFirst') : undefined}
        onClick={() => setOpen(true)}
      >
        {t(isRunning ? 'translations.drafting' : 'translations.draft')}
      </PermittedButton>
      <Modal
        open={open}
        title={t('translations.draft')}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
        width={520}
      >
        {open && <Ask of={of} onClose={() => setOpen(false)} />}
      </Modal>
    </>
  );
}

/** The languages that one channel has and another lacks, and those with a stale text. */
function missingOf({ content: { bodies }, locales, channels, stale }: TemplateDetail): string[] {
  const has = (channel: string, locale: string) =>
    bodies.some((body) => body.channel === channel && body.locale === locale);
  return locales.filter((locale) => stale.includes(locale) || channels.some((channel) => !has(channel, locale)));
}

function Ask({ of, onClose }: { of: TemplateDetail; onClose: () => void }) {
  const t = useTranslations();
  const id = useId();
  const { href } = usePlace();
  const { templates, translation } = useTRPC();
  const queryClient = useQueryClient();
  const service = useQuery(translation.read.queryOptions());
  const missing = missingOf(of);
  const [locales, setLocales] = useState(missing);
  const whole = of.locales.filter((locale) => !missing.includes(locale));
  const options = useLanguageOptions(...missing).filter(({ value }) => !whole.includes(value));
  const draft = useMutation(
    templates.draft.mutationOptions({
      onSuccess: (after) => {
        queryClient.setQueryData(templates.read.queryKey({ key: of.key }), after);
        onClose();
      },
    }),
  );
  if (service.error !== null) return <SectionError error={service.error} onRetry={() => void service.refetch()} />;
  if (service.data !== undefined && !service.data.enabled) {
    return (
      <>
        <p>{t('translations.noService')}</p>
        <Link href={href('translations')}>{t('translations.setService')}</Link>
      </>
    );
  }
  return (
    <>
      {draft.error !== null && <SectionError error={draft.error} />}
      <p>{t('translations.draftText')}</p>
      <div className={styles.label}>
        <label htmlFor={id}>{t('translations.draftLocales')}</label>
        <Select
          id={id}
          mode="multiple"
          value={locales}
          maxCount={DRAFT_LOCALES_MAX}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={setLocales}
        />
      </div>
      <div className={styles.foot}>
        <PermittedButton
          permission="templates:write"
          type="primary"
          disabled={locales.length === 0}
          loading={draft.isPending}
          onClick={() => draft.mutate({ key: of.key, locales })}
        >
          {t('translations.draftDo', { count: locales.length })}
        </PermittedButton>
      </div>
    </>
  );
}

/** What the last drafting left out, and why, until somebody asks anew or changes the template. */
export function DraftFaults({ of }: { of: TemplateDetail }) {
  const t = useTranslations();
  const { drafting } = of;
  if (drafting === null || drafting.state === 'running') return null;
  // What was told of an older version says nothing of this one.
  if (drafting.state === 'done' && drafting.version !== of.version) return null;
  const lines = drafting.faults.map(
    ({ channel, locale, message }) => `${t(`channel.${channel}`)} · ${locale}: ${message}`,
  );
  if (drafting.message === null && lines.length === 0) return null;
  return (
    <Alert
      className={styles.languages ?? ''}
      type="warning"
      showIcon
      title={drafting.message ?? t('translations.draftFaults', { count: lines.length })}
      {...(lines.length === 0 ? {} : { description: <Lines of={lines} /> })}
    />
  );
}

function Lines({ of }: { of: readonly string[] }) {
  return (
    <ul>
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
