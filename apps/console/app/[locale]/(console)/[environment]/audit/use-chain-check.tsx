'use client';

import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from './audit.module.css';

/** The button that has every hash computed anew, and what was found. */
export function useChainCheck(): { button: ReactNode; result: ReactNode } {
  const t = useTranslations();
  const trpc = useTRPC();
  // Asked for by the button only: it reads the whole log.
  const verdict = useQuery({ ...trpc.audit.verify.queryOptions(), enabled: false, gcTime: 0 });
  const button = (
    <Button icon={<SafetyCertificateOutlined />} loading={verdict.isFetching} onClick={() => void verdict.refetch()}>
      {t('audit.check')}
    </Button>
  );
  if (verdict.error !== null)
    return { button, result: <SectionError error={verdict.error} onRetry={() => void verdict.refetch()} /> };
  if (verdict.data === undefined) return { button, result: null };
  const { intact, entries, head, broken } = verdict.data;
  const result = intact ? (
    <Alert
      type="success"
      showIcon
      title={t('audit.intact', { count: entries })}
      description={head !== null && <code className={styles.hash}>{head.hash}</code>}
    />
  ) : (
    <Alert
      type="error"
      showIcon
      title={t('audit.broken', { seq: broken?.seq ?? 0 })}
      description={t(`audit.how.${broken?.how ?? 'changed'}`)}
    />
  );
  return { button, result };
}
