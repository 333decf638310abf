'use client';

import { LockOutlined } from '@ant-design/icons';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { LinkButton } from '#components/parts/link-button.tsx';
import { useWhoMay } from '#components/parts/use-who-may.ts';
import { usePlace } from '#components/place.tsx';
import { NAVIGATION } from '#navigation';

/** A page, or for whoever may not see it the word of whom to ask. The api refuses what it would read in any case. */
export function AreaGuard(props: { children: ReactNode }) {
  const t = useTranslations();
  const whoMay = useWhoMay();
  const { href, may } = usePlace();
  const pathname = usePathname();
  const item = NAVIGATION.flatMap(({ items }) => items).find(
    ({ area }) => pathname === href(area) || pathname.startsWith(`${href(area)}/`),
  );
  if (item === undefined || may(item.permission)) return props.children;
  return (
    <EmptyState
      icon={<LockOutlined />}
      title={t('role.lockedTitle', { page: t(`nav.${item.area}`) })}
      text={whoMay(item.permission)}
      action={<LinkButton href={href('overview')}>{t('notFound.action')}</LinkButton>}
    />
  );
}
