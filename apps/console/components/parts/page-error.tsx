'use client';

import { ApiOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslations } from 'use-intl';
import { EmptyState } from './empty-state.tsx';

/** A page could not be made, mostly because the api does not answer; one button tries again. */
export function PageError(props: { error: Error & { digest?: string } }) {
  const t = useTranslations();
  return (
    <EmptyState
      icon={<ApiOutlined />}
      title={t('pageError.title')}
      text={t('pageError.text')}
      action={
        <>
          <Button type="primary" onClick={() => location.reload()}>
            {t('action.retry')}
          </Button>
          {props.error.digest !== undefined && (
            <p>
              {t('pageError.digest')} <code>{props.error.digest}</code>
            </p>
          )}
        </>
      }
    />
  );
}
