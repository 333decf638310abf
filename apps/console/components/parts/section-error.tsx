'use client';

import { ReloadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslations } from 'use-intl';
import { problemOf } from '#data/problem.ts';
import styles from './parts.module.css';

/** What failed, what to do, the id to quote, and another try. What was shown or typed around it stays. */
export function SectionError(props: { error: unknown; onRetry?: (() => void) | undefined }) {
  const t = useTranslations();
  const problem = problemOf(props.error);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className={styles.error}
      title={t(`problem.${problem.code}.title`)}
      description={
        <>
          <div>{problem.detail ?? t(`problem.${problem.code}.cure`)}</div>
          {problem.requestId !== null && (
            <div className={styles.requestId}>
              {t('problem.requestId')} <code>{problem.requestId}</code>
            </div>
          )}
        </>
      }
      action={
        props.onRetry === undefined ? undefined : (
          <Button size="small" icon={<ReloadOutlined />} onClick={props.onRetry}>
            {t('action.retry')}
          </Button>
        )
      }
    />
  );
}
