'use client';

import type { SaveCap } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from '../compliance.module.css';

/** What a cap would have done with the messages of the last seven days; asked for by a button, for it reads them all. */
export function CapTry({ cap }: { cap: SaveCap }) {
  const t = useTranslations();
  const { caps } = useTRPC();
  const { environment } = usePlace();
  const [asked, setAsked] = useState<SaveCap | null>(null);
  const isCurrent = JSON.stringify(asked) === JSON.stringify(cap);
  const query = useQuery({
    ...caps.preview.queryOptions({ environment, cap: asked ?? cap }),
    enabled: asked !== null,
  });
  const { data } = query;
  return (
    <div className={styles.standing}>
      <Button onClick={() => setAsked(cap)} loading={query.isFetching}>
        {t('caps.try.do')}
      </Button>
      {query.error !== null && <SectionError error={query.error} />}
      {isCurrent && data !== undefined && (
        <p role="status">
          {data.counted === 0
            ? t('caps.try.nothing')
            : t(`caps.try.${cap.over_limit}`, {
                ...{ over: data.over, counted: data.counted, people: data.people_over },
              })}
          {!data.complete && ` ${t('caps.try.partly')}`}
        </p>
      )}
    </div>
  );
}
