'use client';

import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTimeZone, useTranslations } from 'use-intl';
import { instantAt, wallTime } from '#format/zoned.ts';
import { withFilter } from '#url-state/log-filters.ts';
import { type EditorProps, TIME_PRESETS } from './filter-fields.ts';
import styles from './log.module.css';

/** A time range, typed in the zone of the workspace, or one of the last hours and days. */
export function TimeEditor(props: EditorProps) {
  const t = useTranslations();
  const zone = useTimeZone() ?? 'UTC';
  const wall = (at: string | undefined) => (at === undefined ? '' : wallTime(at, zone));
  const instantOf = (typed: string) => (typed === '' ? undefined : instantAt(typed, zone));
  const [after, setAfter] = useState(wall(props.state.accepted_after));
  const [before, setBefore] = useState(wall(props.state.accepted_before));
  const apply = (from: string | undefined, to: string | undefined) =>
    props.onApply(withFilter(withFilter(props.state, 'accepted_after', from), 'accepted_before', to));
  const preset = (hours: number) => apply(new Date(Date.now() - hours * 3_600_000).toISOString(), undefined);
  return (
    <div className={styles.timeEditor}>
      <div className={styles.presets}>
        {TIME_PRESETS.map((hours) => (
          <Button key={hours} size="small" onClick={() => preset(hours)}>
            {t(`log.time.preset.${hours}`)}
          </Button>
        ))}
      </div>
      <label htmlFor="filter-after">
        {t('log.time.after')}
        <Input
          id="filter-after"
          type="datetime-local"
          value={after}
          onChange={(event) => setAfter(event.target.value)}
        />
      </label>
      <label htmlFor="filter-before">
        {t('log.time.before')}
        <Input
          id="filter-before"
          type="datetime-local"
          value={before}
          onChange={(event) => setBefore(event.target.value)}
        />
      </label>
      <p className={styles.zone}>{t('log.time.zone', { zone })}</p>
      <Button type="primary" onClick={() => apply(instantOf(after), instantOf(before))}>
        {t('action.apply')}
      </Button>
    </div>
  );
}
