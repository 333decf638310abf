'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input, Slider } from 'antd';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import styles from '#components/consent/consent.module.css';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';

const STEPS = 200;

/** "Could we send then?", answered by the function that sending asks. */
export function AsOfPanel({ address, since }: { address: string; since: string | undefined }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const id = useId();
  const { environment } = usePlace();
  const [at, setAt] = useState<string>();
  // From a little before the first entry to this moment.
  const [nowMs] = useState(() => Date.now());
  const firstMs = since === undefined ? nowMs - 86_400_000 : Date.parse(since);
  const fromMs = firstMs - Math.max(60_000, (nowMs - firstMs) / 20);
  const placeOf = (ms: number) => Math.round(((ms - fromMs) / Math.max(1, nowMs - fromMs)) * STEPS);
  const asked = useQuery({
    ...trpc.consents.asOf.queryOptions({ environment, query: { address, ...(at === undefined ? {} : { at }) } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Panel title={t('consents.asOf')} hint={t('consents.asOfHint')}>
      <div className={styles.verdict}>
        <Loaded query={asked}>
          {({ allowed, decided_by: by, at: instant }) => (
            <div className={styles.now} role="status">
              <ToneTag tone={allowed ? 'good' : 'blocked'}>{t(allowed ? 'consents.may' : 'consents.mayNot')}</ToneTag>
              <TimeCell at={instant} look="full" />
              <span className={styles.soft}>
                {by === null
                  ? t('consents.byNothing')
                  : t(`consents.by.${by.state}`, { source: by.source, seq: String(by.seq) })}
              </span>
            </div>
          )}
        </Loaded>
        <Slider
          min={0}
          max={STEPS}
          value={at === undefined ? STEPS : Math.min(STEPS, Math.max(0, placeOf(Date.parse(at))))}
          tooltip={{ open: false }}
          ariaLabelForHandle={t('consents.instant')}
          onChange={(step) =>
            setAt(step === STEPS ? undefined : new Date(fromMs + ((nowMs - fromMs) * step) / STEPS).toISOString())
          }
        />
        <div className={styles.ask}>
          <label htmlFor={id}>
            {t('consents.instantUtc')}
            <Input
              id={id}
              type="datetime-local"
              step={1}
              value={(at ?? new Date(nowMs).toISOString()).slice(0, 19)}
              onChange={({ target: { value } }) => {
                const ms = Date.parse(`${value}Z`);
                if (!Number.isNaN(ms)) setAt(new Date(ms).toISOString());
              }}
            />
          </label>
          <Button className={styles.fixed} disabled={at === undefined} onClick={() => setAt(undefined)}>
            {t('consents.nowAgain')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
