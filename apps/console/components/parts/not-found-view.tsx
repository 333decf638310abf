'use client';

import { CompassOutlined } from '@ant-design/icons';
import { useParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { EmptyState } from './empty-state.tsx';
import { LinkButton } from './link-button.tsx';

/** No page has this address. */
export function NotFoundView() {
  const t = useTranslations();
  const { locale } = useParams<{ locale: string }>();
  return (
    <EmptyState
      icon={<CompassOutlined />}
      title={t('notFound.title')}
      text={t('notFound.text')}
      action={
        <LinkButton type="primary" href={`/${locale}`}>
          {t('notFound.action')}
        </LinkButton>
      }
    />
  );
}
