'use client';

import { ApiOutlined, KeyOutlined, RocketOutlined, SendOutlined } from '@ant-design/icons';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { LinkButton } from '#components/parts/link-button.tsx';
import { usePlace } from '#components/place.tsx';
import styles from './overview.module.css';

/** An environment that nothing was sent in: what to do first, and where the messages are. */
export function FirstSteps(props: { others: number }) {
  const t = useTranslations();
  const { environment, href, hrefIn } = usePlace();
  const other = environment === 'live' ? 'sandbox' : 'live';
  return (
    <div className={styles.first}>
      <EmptyState
        icon={<RocketOutlined />}
        title={t('overview.firstTitle', { environment: t(`environment.${environment}.name`) })}
        text={t('overview.firstText')}
        action={
          <>
            <LinkButton type="primary" icon={<SendOutlined />} href={href('send')} permission="messages:send">
              {t('action.send')}
            </LinkButton>
            <LinkButton icon={<KeyOutlined />} href={href('keys')}>
              {t('overview.firstKey')}
            </LinkButton>
            <LinkButton icon={<ApiOutlined />} href={href('providers')}>
              {t('overview.firstProvider')}
            </LinkButton>
          </>
        }
      />
      {props.others > 0 && (
        <p className={styles.elsewhere}>
          <Link href={hrefIn(other, 'overview')}>
            {t('log.elsewhere', { count: props.others, environment: t(`environment.${other}.name`) })}
          </Link>
        </p>
      )}
    </div>
  );
}
