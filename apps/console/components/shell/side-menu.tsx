'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { usePlace } from '#components/place.tsx';
import { navigationFor } from '#navigation';
import styles from './shell.module.css';

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
