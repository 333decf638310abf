'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { usePlace } from '#components/place.tsx';
import styles from './shell.module.css';

/** The area of an address without ids: the same page of the other environment cannot have this one's message. */
const areaOf = (pathname: string): string => pathname.split('/')[3] ?? 'overview';

/** Which data is shown, by colour and word; both environments are one click apart and have their own address. */
export function EnvironmentSwitch() {
  const t = useTranslations();
  const { environment, hrefIn, session } = usePlace();
  const pathname = usePathname();
  return (
    <nav aria-label={t('shell.environment')} className={styles.environments}>
      {session.environments.map((name) => (
        <Link
          key={name}
          href={hrefIn(name, areaOf(pathname))}
          aria-current={name === environment ? 'true' : undefined}
          data-environment={name}
          title={t(`environment.${name}.hint`)}
          className={styles.environment}
        >
          <span className={styles.lamp} aria-hidden="true" />
          {t(`environment.${name}.name`)}
        </Link>
      ))}
    </nav>
  );
}
