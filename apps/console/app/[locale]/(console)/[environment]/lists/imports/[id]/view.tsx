'use client';

import type { ImportView } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { ImportBar, isLive } from '../bar.tsx';
import { ImportActions } from './actions.tsx';
import { LiveBar } from './live-bar.tsx';
import { ImportResult } from './result.tsx';
import { ImportRulesForm } from './rules-form.tsx';

const LIVE_MS = 1000;

/** One import: what its file looks like, how it is read, how far it is, and what came of it. */
export function ImportDetail({ id }: { id: string }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment, href } = usePlace();
  const found = useQuery({
    ...trpc.imports.get.queryOptions({ environment, id }, { retry: false }),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isLive(data) ? LIVE_MS : false),
  });
  return (
    <Loaded query={found}>
      {(of) => (
        <div className={styles.stack}>
          <PageHead
            above={<Link href={`${href('lists')}?tab=imports`}>{t('lists.tab.imports')}</Link>}
            title={of.file_name}
            purpose={
              <>
                <Link href={href(`lists/${of.list_id}`)}>{of.list_name}</Link> {!isLive(of) && <ImportBar of={of} />}
              </>
            }
            actions={<ImportActions of={of} />}
          />
          <Standing of={of} />
          {(of.state === 'uploading' || of.state === 'checked') &&
            (of.bytes === 0 || (of.size !== null && of.bytes < of.size) ? (
              <Alert type="warning" showIcon title={t('imports.broken')} />
            ) : (
              <ImportRulesForm key={of.id} of={of} />
            ))}
        </div>
      )}
    </Loaded>
  );
}

function Standing({ of }: { of: ImportView }) {
  const t = useTranslations();
  return (
    <>
      {of.failure !== null && <Alert type="error" showIcon title={t('imports.failed')} description={of.failure} />}
      {of.undone !== null && of.state === 'undone' && (
        <Alert
          type="info"
          showIcon
          title={t('imports.undone', { withdrawn: of.undone.withdrawn, left: of.undone.left })}
        />
      )}
      {isLive(of) && <LiveBar of={of} />}
      {of.rows > 0 && <ImportResult of={of} />}
    </>
  );
}
