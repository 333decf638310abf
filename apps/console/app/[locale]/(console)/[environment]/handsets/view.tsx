'use client';

import { MailOutlined, MobileOutlined } from '@ant-design/icons';
import { Segmented } from 'antd';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { usePlace } from '#components/place.tsx';
import { changeAddress } from '#url-state/change-address.ts';
import styles from './handsets.module.css';
import { InboxesPane } from './inboxes-pane.tsx';
import { MagicHelp } from './magic-help.tsx';
import { PhonesPane } from './phones-pane.tsx';

/** The phones and mailboxes of the virtual carriers: what really arrived, on the other end of real sockets. */
export function HandsetsView() {
  const t = useTranslations();
  const params = useSearchParams();
  const { href, session } = usePlace();
  const inbox = params.get('inbox');
  const number = params.get('number');
  const tab = inbox !== null || params.get('tab') === 'inboxes' ? 'inboxes' : 'phones';
  const go = (query: string) => changeAddress(`${href('handsets')}${query}`);
  if (!session.has_simulator)
    return (
      <>
        <PageHead title={t('nav.handsets')} purpose={t('handsets.purpose')} />
        <EmptyState icon={<MobileOutlined />} title={t('handsets.absentTitle')} text={t('handsets.absentText')} />
      </>
    );
  return (
    <>
      <PageHead
        title={t('nav.handsets')}
        purpose={t('handsets.purpose')}
        actions={
          <Segmented<'phones' | 'inboxes'>
            aria-label={t('handsets.kind')}
            value={tab}
            options={[
              { value: 'phones', label: t('handsets.phones'), icon: <MobileOutlined /> },
              { value: 'inboxes', label: t('handsets.inboxes'), icon: <MailOutlined /> },
            ]}
            onChange={(value) => go(value === 'phones' ? '' : '?tab=inboxes')}
          />
        }
      />
      {tab === 'phones' ? (
        <PhonesPane number={number} onChoose={(chosen) => go(`?number=${encodeURIComponent(chosen)}`)} />
      ) : (
        <InboxesPane address={inbox} onChoose={(chosen) => go(`?inbox=${encodeURIComponent(chosen)}`)} />
      )}
      <div className={styles.help}>
        <MagicHelp kind={tab} />
      </div>
    </>
  );
}
