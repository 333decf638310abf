'use client';

import { ClockCircleOutlined } from '@ant-design/icons';
import Link from 'next/link';
import { useLocale, useNow, useTranslations } from 'use-intl';
import { usePlace } from '#components/place.tsx';
import { useBrowserZone } from '#components/zone.tsx';
import { zoneOffset } from '#format/zone-offset.ts';
import styles from './shell.module.css';

/** The zone in which the page shows times: the workspace's, with the way to where it is chosen. */
export function ZoneMark() {
  const t = useTranslations();
  const locale = useLocale();
  const now = useNow();
  const { href, session } = usePlace();
  const browser = useBrowserZone();
  const zone = session.workspace.time_zone;
  const offset = zoneOffset(locale, zone, now);
  const told = t('shell.zone', { zone, offset, browser, other: zoneOffset(locale, browser, now) });
  return (
    <Link href={href('workspace')} className={styles.zone} title={told}>
      <ClockCircleOutlined aria-hidden="true" />
      <span className="num">{offset}</span>
      <span className="visually-hidden">{told}</span>
    </Link>
  );
}
