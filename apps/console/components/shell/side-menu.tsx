'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { navigationFor } from '#navigation';
import styles from './shell.module.css';

const REFRESH_MS = 60_000;

/** How many things wait for the word of this person; nothing while none does. */
function WaitingMark() {
  const t = useTranslations();
  const { approvals } = useTRPC();
  const { data } = useQuery({ ...approvals.list.queryOptions(), staleTime: REFRESH_MS, refetchInterval: REFRESH_MS });
  const count = data?.filter(({ hindrance }) => hindrance === null).length ?? 0;
  if (count === 0) return null;
  return (
    <span className={styles.mark} title={t('approvals.waiting', { count })}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{t('approvals.waiting', { count })}</span>
    </span>
  );
}

/** The pages by task. */
export function SideMenu() {
  const t = useTranslations();
  const { href, session } = usePlace();
  const pathname = usePathname();
  const menu = useRef<HTMLElement>(null);
  // Where the menu is longer than the screen, the page one is on is seen in it.
  useEffect(() => {
    menu.current?.querySelector(`[aria-current="page"]`)?.scrollIntoView({ block: 'nearest' });
  }, [pathname]);
  return (
    <nav ref={menu} aria-label={t('shell.menu')} className={styles.menu}>
      {navigationFor(session).map(({ group, items }) => (
        <div key={group} className={styles.group}>
          {group !== 'home' && <div className={styles.groupName}>{t(`nav.group.${group}`)}</div>}
          <ul>
            {items.map(({ area, icon }) => {
              const isHere = pathname === href(area) || pathname.startsWith(`${href(area)}/`);
              return (
                <li key={area}>
                  <Link
                    href={href(area)}
                    className={styles.item}
                    aria-current={isHere ? 'page' : undefined}
                    title={t(`nav.${area}`)}
                  >
                    <span className={styles.icon}>{icon}</span>
                    <span className={styles.word}>{t(`nav.${area}`)}</span>
                    {area === 'approvals' && <WaitingMark />}
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
