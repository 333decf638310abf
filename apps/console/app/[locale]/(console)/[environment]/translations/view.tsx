'use client';

import { PlusOutlined, TranslationOutlined } from '@ant-design/icons';
import type { GlossaryTerm } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import styles from '#components/consent/consent.module.css';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { useTRPC } from '#data/trpc.ts';
import { ServicePanel } from './service-panel.tsx';
import { TermDialog } from './term-form.tsx';

/** The fixed terms of the workspace: what each is called in its languages, by which every translation is checked. */
export function TranslationsView() {
  const t = useTranslations();
  const { glossary } = useTRPC();
  const [open, setOpen] = useState<{ term: GlossaryTerm | undefined }>();
  const terms = useQuery(glossary.list.queryOptions());
  const add = (
    <PermittedButton
      permission="templates:write"
      type="primary"
      icon={<PlusOutlined />}
      onClick={() => setOpen({ term: undefined })}
    >
      {t('translations.add')}
    </PermittedButton>
  );
  return (
    <>
      <PageHead title={t('nav.translations')} purpose={t('translations.purpose')} actions={add} />
      <div className={styles.stack}>
        <Loaded query={terms} skeleton={<Skeleton active paragraph={{ rows: 5 }} />}>
          {({ data }) => (
            <Panel title={t('translations.glossary')} hint={t('translations.hint')} flush>
              {data.length === 0 ? (
                <EmptyState
                  icon={<TranslationOutlined />}
                  title={t('translations.noneTitle')}
                  text={t('translations.noneText')}
                />
              ) : (
                <ul className={styles.timeline}>
                  {data.map((term) => (
                    <Term key={`${term.term} ${term.locale}`} term={term} onChange={() => setOpen({ term })} />
                  ))}
                </ul>
              )}
            </Panel>
          )}
        </Loaded>
        <ServicePanel />
      </div>
      <TermDialog open={open !== undefined} term={open?.term} onClose={() => setOpen(undefined)} />
    </>
  );
}

function Term({ term: entry, onChange }: { term: GlossaryTerm; onChange: () => void }) {
  const t = useTranslations();
  const { glossary } = useTRPC();
  const queryClient = useQueryClient();
  const names = new Intl.DisplayNames([useLocale()], { type: 'language' });
  const { term, locale, translation } = entry;
  const language = locale === null ? t('translations.everyLanguage') : (names.of(locale) ?? locale);
  const remove = useMutation(
    glossary.remove.mutationOptions({
      onSuccess: (after) => queryClient.setQueryData(glossary.list.queryKey(), after),
    }),
  );
  return (
    <li className={styles.entry}>
      <div className={styles.entryHead}>
        <strong>{term}</strong>
        {translation === null ? (
          <ToneTag tone="neutral">{t('translations.kept')}</ToneTag>
        ) : (
          <span lang={locale ?? undefined}>→ {translation}</span>
        )}
        <span className={styles.soft}>{language}</span>
        <span className={styles.entryActions}>
          <PermittedButton
            permission="templates:write"
            size="small"
            aria-label={t('translations.changeWhat', { term, language })}
            onClick={onChange}
          >
            {t('translations.change')}
          </PermittedButton>
          <PermittedButton
            permission="templates:write"
            size="small"
            loading={remove.isPending}
            aria-label={t('translations.removeWhat', { term, language })}
            onClick={() => remove.mutate({ term, locale })}
          >
            {t('translations.remove')}
          </PermittedButton>
        </span>
      </div>
      {remove.error !== null && <SectionError error={remove.error} />}
    </li>
  );
}
